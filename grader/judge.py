"""One source to its verdict: by a look at it where that is enough, else by the engine. Nothing is remembered here."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import msgspec

from grader import __version__
from grader.catalog import Course, Exercise
from grader.engine import Engine, Job
from grader.fingerprint import data_digest, judge_digest, torch_version
from grader.ledger import Key
from grader.result import NOT_WRITTEN, CheckResult, ExerciseResult, Fault, Report, Verdict
from grader.sandbox.levels import level_in_force
from grader.source import digest

MAX_SEED = 2**31


class Options(msgspec.Struct, frozen=True):
    """How a run judges.

    seed: for the random inputs; None draws one.
    data: a folder of IDX files, None for the digits that come with the course.
    cache: whether what was judged before may answer.
    patience: seconds of computing that a diagnosis may cost.
    """

    device: str = "cpu"
    data: Path | None = None
    seed: int | None = None
    cache: bool = True
    patience: float = 1.0


class Judge:
    """A course, and how its answers are judged in one run."""

    def __init__(self, course: Course, options: Options) -> None:
        self.course, self.options = course, options
        self.seed = secrets.randbelow(MAX_SEED) if options.seed is None else options.seed
        self._isolation = level_in_force(options.device)
        self._data = data_digest(options.data or course.data)
        self._digest = cache(partial(judge_digest, course))  # read once: a class asks for it thousands of times

    def key(self, exercise: Exercise, source: bytes) -> Key:
        """All that the verdict depends on."""
        stands_on = torch_version(), self._data, self.options.device, self._isolation
        return Key(exercise.name, digest(source), self._digest(exercise), *stands_on)

    def untouched(self, exercise: Exercise, source: bytes) -> bool:
        """Whether this is the stub, with something left to be written."""
        return source == self.course.stub(exercise) and not self.course.is_repair(exercise)

    def judge(
        self, exercise: Exercise, source: bytes, engine: Engine, progress: Callable[[float], None] | None = None
    ) -> ExerciseResult:
        """The verdict on a source. Raises GraderFault for a fault of ours."""
        if self.untouched(exercise, source):
            return self.unjudged(exercise, Verdict.TODO, NOT_WRITTEN, digest(source))
        result = engine.judge(self._job(exercise, source, self.options.patience), progress)
        return result.unearned() if source == self.course.stub(exercise) else result

    def warm(self, exercise: Exercise, engine: Engine, progress: Callable[[float], None] | None = None) -> None:
        """Have the engine import and collect what the next answer to this exercise needs, by judging an empty one."""
        engine.judge(self._job(exercise, b"", 0), progress)

    def _job(self, exercise: Exercise, source: bytes, patience: float) -> Job:
        data = None if self.options.data is None else str(self.options.data)
        stands_on = self.seed, self.options.device, data, self._isolation
        return Job(exercise.name, source, *stands_on, patience=patience)

    def unjudged(self, exercise: Exercise, verdict: Verdict, message: str, source: str = "") -> ExerciseResult:
        """The result of what needs no engine: no file, none that can be read, or the stub as it came."""
        of_check = message if verdict is Verdict.TODO else None
        checks = tuple(
            CheckResult(check.name, check.line, verdict, check.bonus, 0, check.points, of_check)
            for check in self.course.checks_of(exercise)
        )
        return ExerciseResult(exercise.name, verdict, checks, source, message=message)

    def report(self, results: tuple[ExerciseResult, ...], faults: tuple[Fault, ...]) -> Report:
        """What was found, with all that it stands on."""
        return Report(
            grader=__version__,
            torch=torch_version(),
            python=platform.python_version(),
            time=datetime.now(UTC).isoformat(timespec="seconds"),
            seed=self.seed,
            isolation=self._isolation,
            device=self.options.device,
            data="mnist" if self.options.data is None else self.options.data.name,
            exercises=results,
            faults=faults,
            titles=self._titles(),
            course=self.course.title,
            farewell=self.course.farewell,
        )

    def _titles(self) -> dict[str, str]:
        chapters = {chapter.name: chapter.title for chapter in self.course.chapters}
        return chapters | {exercise.name: exercise.title for exercise in self.course.all}
