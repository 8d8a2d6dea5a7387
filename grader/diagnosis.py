"""Which known mistake answers as a failing submission does.

The failing check, with all its cases, is run once more on every known mistake, in this process and with the same draws;
one that answered the same to every call is the diagnosis. Where answers are random or trained, the check names a
symptom instead.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import groupby

import msgspec

from grader.checking import Ran, run_again
from grader.known import Mistake
from grader.mismatch import Mismatch
from grader.result import Diagnosis
from grader.submission import Submission
from grader.transcript import Entry, alike


class Recorded(msgspec.Struct, frozen=True):
    """One item that the submission ran, with what it answered."""

    ran: Ran
    transcript: list[Entry]

    @property
    def symptom(self) -> str | None:
        return self.ran.error.symptom if isinstance(self.ran.error, Mismatch) else None


class Replays:
    """What the known mistakes answer in an exercise's checks, with the draws of one seed.

    They are kept: a learner fails the same check more than once, and a class does it together.
    """

    def __init__(self, mistakes: tuple[Mistake, ...], load: Callable[[bytes], Submission], seed: int) -> None:
        self.mistakes, self.load, self._seed = mistakes, load, seed
        self._known: dict[tuple[str, str, int], list[Recorded]] = {}

    def of(self, mistake: Mistake, records: list[Recorded]) -> list[Recorded]:
        """The mistake's own run through the items of one check, as many as the submission ran."""
        key = mistake.name, records[0].ran.check, len(records)
        if key not in self._known:
            submission = self.load(mistake.source)
            self._known[key] = [self._again(record.ran, submission) for record in records]
        return self._known[key]

    def knows(self, mistake: Mistake, records: list[Recorded]) -> bool:
        return (mistake.name, records[0].ran.check, len(records)) in self._known

    def prepare(self, recorded: list[Recorded], busy: Callable[[], bool]) -> None:
        """Run what is not known yet, until somebody wants a verdict."""
        for records in by_check(recorded):
            for mistake in self.mistakes:
                if busy():
                    return
                if mistake.symptom is None and all(record.ran.arguments for record in records):
                    self.of(mistake, records)

    def _again(self, ran: Ran, submission: Submission) -> Recorded:
        again = Ran(ran.item)
        again.error = run_again(ran, submission, self._seed)
        return Recorded(again, submission.transcript)


def diagnose(recorded: list[Recorded], replays: Replays, patience: float) -> Diagnosis | None:
    """The known mistake behind the first failed check that one explains; None where there is none.

    patience: seconds of computing that it may cost; what is known already costs none.
    """
    failed = {record.ran.check for record in recorded if record.ran.error is not None}
    for record in recorded:
        if record.symptom and (named := _by_symptom(replays.mistakes, record.symptom)):
            return Diagnosis(named.name, named.text)
    checks = by_check(recorded)
    comparison = _Comparison(replays, time.thread_time() + patience)
    for records in checks:
        if records[0].ran.check in failed and (found := comparison.first(records, checks)):
            return Diagnosis(found.name, found.text)
    return None


def by_check(recorded: list[Recorded]) -> list[list[Recorded]]:
    """The records of each check, in order."""
    return [list(records) for _, records in groupby(recorded, lambda record: record.ran.check)]


def _by_symptom(mistakes: tuple[Mistake, ...], symptom: str) -> Mistake | None:
    return next((mistake for mistake in mistakes if mistake.symptom == symptom), None)


class _Comparison:
    def __init__(self, replays: Replays, until: float) -> None:
        self._replays, self._until = replays, until

    def first(self, failed: list[Recorded], checks: list[list[Recorded]]) -> Mistake | None:
        """The mistake that fails this check in the same way; of several, the one that is alike in the others too."""
        candidates = (mistake for mistake in self._replays.mistakes if mistake.symptom is None)
        left = [mistake for mistake in candidates if self._alike(failed, mistake, failing=True)]
        left = [mistake for mistake in left if not self._refuted(mistake, checks)]
        for records in checks:
            if len(left) < 2:
                break
            left = [mistake for mistake in left if self._alike(records, mistake, failing=False)] or left
        return left[0] if left else None

    def _refuted(self, mistake: Mistake, checks: list[list[Recorded]]) -> bool:
        """Whether a mistake fails a check that the submission passes: then that is not what it does."""
        return any(
            self._can_replay(records, mistake) and any(again.ran.error for again in self._replays.of(mistake, records))
            for records in checks
            if not any(record.ran.error for record in records)
        )

    def _alike(self, records: list[Recorded], mistake: Mistake, *, failing: bool) -> bool:
        """Whether a mistake answers every call of these records alike, and, where that is asked, fails too."""
        if not self._can_replay(records, mistake):
            return False
        replayed = self._replays.of(mistake, records)
        fails = any(record.ran.error is not None for record in replayed)
        return (fails or not failing) and all(
            alike(one.transcript, other.transcript) for one, other in zip(replayed, records, strict=True)
        )

    def _can_replay(self, records: list[Recorded], mistake: Mistake) -> bool:
        """Whether a mistake's run is known or may still be tried, and all that it needs was kept."""
        late = time.thread_time() > self._until and not self._replays.knows(mistake, records)
        return not late and all(record.ran.arguments for record in records)
