"""What a judging comes to: plain, versioned values that travel, are stored and are rendered."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from grader.exhibits import Exhibit

NOT_WRITTEN = "Not written yet: the line `raise NotImplementedError` is still in its place."


class Verdict(StrEnum):
    """How an exercise, or one check of it, ended."""

    PASSED = "passed"
    FAILED = "failed"
    TODO = "todo"
    BROKEN = "broken"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    MISSING = "missing"
    NOT_RUN = "not_run"  # of a check only: an earlier one ended the worker


class Failure(msgspec.Struct, frozen=True):
    """How one call failed. Each part is text of one or more lines, "" where there is nothing to say.

    call: code that runs below the learner's own file.
    came, wanted: values as code.
    apart: two shapes below one another, with marks where they differ.
    note: what else is known of the call; nothing of what was wanted.
    curve: the numbers that came, where they are a series.
    """

    call: str
    came: str = ""
    wanted: str = ""
    apart: str = ""
    note: str = ""
    curve: tuple[float, ...] = ()

    def unrevealed(self) -> Failure:
        return msgspec.structs.replace(self, wanted="", apart="")


class CheckResult(msgspec.Struct, frozen=True):
    """One check's outcome.

    message: what the learner reads, None when it passed.
    failure: the call, what came and what was wanted.
    at: the line of the learner's file that it is about, counted from 1; None where that is not known.
    """

    name: str
    line: str
    verdict: Verdict
    bonus: bool
    points: int
    max_points: int
    message: str | None = None
    failure: Failure | None = None
    at: int | None = None


def first_told(checks: Iterable[CheckResult]) -> CheckResult | None:
    """The first check that has something to say; those that decide come before the bonuses."""
    return min((check for check in checks if check.message), key=lambda check: check.bonus, default=None)


class Diagnosis(msgspec.Struct, frozen=True):
    """The known mistake that answers as the submission does, and its explanation."""

    mistake: str
    text: str


class ExerciseResult(msgspec.Struct, frozen=True):
    """One exercise's outcome.

    source: the SHA-256 of what was judged, "" when nothing was there.
    seed: what its random inputs were drawn with, None when nothing was drawn.
    exhibits: what a report may show besides; the JSON report leaves them out.
    computing: seconds of CPU that the submission itself used, to a hundredth.
    """

    exercise: str
    verdict: Verdict
    checks: tuple[CheckResult, ...]
    source: str = ""
    seconds: float = 0.0
    cached: bool = False
    seed: int | None = None
    message: str = ""
    diagnosis: Diagnosis | None = None
    output: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    computing: float = 0.0

    @property
    def points(self) -> int:
        return sum(check.points for check in self.checks)

    @property
    def max_points(self) -> int:
        return sum(check.max_points for check in self.checks)

    @property
    def passed(self) -> bool:
        return self.verdict is Verdict.PASSED

    def unearned(self) -> ExerciseResult:
        """The same without points: of a program to repair that nobody has touched some checks pass."""
        checks = tuple(msgspec.structs.replace(check, points=0) for check in self.checks)
        return msgspec.structs.replace(self, checks=checks)

    @property
    def at(self) -> int | None:
        """The line of the learner's file that `message` is about."""
        check = first_told(self.checks) or next(iter(self.checks), None)
        return check.at if check else None


class Attempt(msgspec.Struct, frozen=True):
    """One answer of a learner. `time` is in seconds since 1970."""

    learner: str
    exercise: str
    source: str
    verdict: Verdict
    time: float


class Fault(msgspec.Struct, frozen=True):
    """An error of ours while judging `exercise`: no verdict, never the learner's zero."""

    exercise: str
    message: str


class Next(msgspec.Struct, frozen=True):
    """An exercise to turn to, and the file in which it is written."""

    exercise: str
    path: str


class Help(msgspec.Struct, frozen=True):
    """Where to turn with an exercise: hints that were shown, and all there are; the slugs of earlier ones it uses."""

    hints_shown: int
    hints: int
    leans_on: tuple[str, ...] = ()


class Was(msgspec.Struct, frozen=True):
    """An answer of some days ago: to which exercise, when ("12 November"), how it was judged, its source's SHA-256."""

    exercise: str
    day: str
    verdict: Verdict
    source: str


class Report(msgspec.Struct, frozen=True):
    """All that one run found; what every report format renders.

    titles: of the exercises and chapters, by name.
    shown: the exercise to tell of in full, None where nothing that the learner wrote fails.
    next: what the learner may turn to now, None when all is passed.
    farewell: what is said then.
    was: where the learner was when they were last here, some days ago.
    paths: of the files that were judged, by exercise, as one would type them from where `grade` runs.
    history: the learner's attempts by exercise, the oldest first.
    help: where to turn, by exercise, for those that are not passed.
    """

    grader: str
    torch: str
    python: str
    time: str
    seed: int
    isolation: str
    device: str
    data: str
    exercises: tuple[ExerciseResult, ...]
    faults: tuple[Fault, ...] = ()
    titles: dict[str, str] = {}
    shown: str | None = None
    next: Next | None = None
    course: str = "Seven Steps"
    farewell: str = ""
    was: Was | None = None
    paths: dict[str, str] = {}
    history: dict[str, tuple[Attempt, ...]] = {}
    help: dict[str, Help] = {}

    @property
    def passed(self) -> int:
        return sum(result.passed for result in self.exercises)

    @property
    def points(self) -> int:
        return sum(result.points for result in self.exercises)

    @property
    def max_points(self) -> int:
        return sum(result.max_points for result in self.exercises)

    def passed_at(self, result: ExerciseResult) -> float | None:
        """When its exercise was first passed, in seconds since 1970: what was passed once stays passed."""
        return next((a.time for a in self.history.get(result.exercise, ()) if a.verdict is Verdict.PASSED), None)

    def unrevealed(self) -> Report:
        """The same without what calls should have given."""
        return msgspec.structs.replace(self, exercises=tuple(map(_unrevealed, self.exercises)))

    @property
    def exit_status(self) -> int:
        """0 all passed, 1 not all, 3 a fault of ours."""
        if self.faults:
            return 3
        return 0 if self.passed == len(self.exercises) else 1


class ClassReport(msgspec.Struct, frozen=True):
    """A class: what all of it stands on (a report without exercises), and each learner's own report, by name."""

    run: Report
    learners: dict[str, Report]

    @property
    def exit_status(self) -> int:
        """0 everything was judged, 3 a fault of ours. That some answers are wrong is what a class is for."""
        return 3 if any(report.faults for report in self.learners.values()) else 0


def _unrevealed(result: ExerciseResult) -> ExerciseResult:
    checks = tuple(
        msgspec.structs.replace(check, failure=check.failure and check.failure.unrevealed()) for check in result.checks
    )
    return msgspec.structs.replace(result, checks=checks)
