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
from grader.expect import Mismatch
from grader.known import Mistake
from grader.result import Diagnosis
from grader.submission import Submission
from grader.transcript import Entry, alike

PATIENCE = 0.1  # seconds of computing that a diagnosis may cost


class Recorded(msgspec.Struct, frozen=True):
    """One item that the submission ran, with what it answered."""

    ran: Ran
    transcript: list[Entry]

    @property
    def symptom(self) -> str | None:
        return self.ran.error.symptom if isinstance(self.ran.error, Mismatch) else None


def diagnose(
    recorded: list[Recorded],
    mistakes: tuple[Mistake, ...],
    load: Callable[[bytes], Submission],
    seed: int,
    patience: float = PATIENCE,
) -> Diagnosis | None:
    """The known mistake behind the first failed check that one explains; None where there is none."""
    failed = {record.ran.check for record in recorded if record.ran.error is not None}
    for record in recorded:
        if record.symptom and (named := _by_symptom(mistakes, record.symptom)):
            return Diagnosis(named.name, named.text)
    comparison = _Comparison(load, seed, time.thread_time() + patience)
    for check, records in groupby(recorded, lambda record: record.ran.check):
        if check in failed and (found := comparison.first(list(records), recorded, mistakes)):
            return Diagnosis(found.name, found.text)
    return None


def _by_symptom(mistakes: tuple[Mistake, ...], symptom: str) -> Mistake | None:
    return next((mistake for mistake in mistakes if mistake.symptom == symptom), None)


class _Comparison:
    def __init__(self, load: Callable[[bytes], Submission], seed: int, until: float) -> None:
        self._load, self._seed, self._until = load, seed, until

    def first(self, failed: list[Recorded], recorded: list[Recorded], mistakes: tuple[Mistake, ...]) -> Mistake | None:
        """The mistake that fails this check in the same way; of several, the one that is alike in the others too."""
        left = [
            mistake for mistake in mistakes if mistake.symptom is None and self._alike(failed, mistake, failing=True)
        ]
        for other in recorded:
            if len(left) < 2:
                break
            left = [mistake for mistake in left if self._alike([other], mistake, failing=False)] or left
        return left[0] if left else None

    def _alike(self, records: list[Recorded], mistake: Mistake, *, failing: bool) -> bool:
        """Whether a mistake answers every call of these records alike, and, where that is asked, fails too."""
        submission, errors = self._load(mistake.source), 0
        for record in records:
            if time.thread_time() > self._until or not record.ran.arguments:
                return False
            errors += run_again(record.ran, submission, self._seed) is not None
            if not alike(submission.transcript, record.transcript):
                return False
        return errors > 0 or not failing
