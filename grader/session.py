"""One run of `grade`: from exercises and a folder to a report. The ledger answers what it can, the engine the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Protocol

import msgspec

from grader.catalog import Course, Exercise
from grader.engine import Engine
from grader.errors import GraderFault
from grader.judge import Judge, Options
from grader.ledger import Key, Ledger
from grader.notebooks import SUFFIX, read_answer
from grader.result import Attempt, ExerciseResult, Fault, Help, Next, Report, Verdict
from grader.source import Missing, Unreadable, digest, source_path

NEVER_JUDGED = "Not judged yet."
NOT_KEPT = "What was found then is not kept. Run `grade` to have it judged again."
NO_NEWS = (Verdict.PASSED, Verdict.TODO, Verdict.MISSING)  # of an exercise, where others fail


class Target(msgspec.Struct, frozen=True):
    """An exercise, and the file that holds the answer to it; `source` is the answer where no file does."""

    exercise: Exercise
    path: Path
    source: bytes | None = None


class Watcher(Protocol):
    """Whoever wants to show how a run gets on."""

    def began(self, target: Target) -> None: ...

    def used(self, share: float) -> None:
        """The submission has used this share of its budget, from 0 to 1."""
        ...

    def ended(self, target: Target) -> None: ...


class Quiet:
    """A watcher that shows nothing."""

    def began(self, target: Target) -> None: ...
    def used(self, share: float) -> None: ...
    def ended(self, target: Target) -> None: ...


class Session:
    """Judges answers one after the other, and remembers them."""

    def __init__(self, course: Course, learner: Path, ledger: Ledger, engine: Engine, options: Options) -> None:
        self._course, self._ledger, self._engine, self._options = course, ledger, engine, options
        self.learner = str(learner.resolve())
        self._judge = Judge(course, options)
        self._faults: list[Fault] = []  # of the run that is under way
        self._paths: dict[Exercise, Path] = {}  # and its files

    @property
    def seed(self) -> int:
        return self._judge.seed

    def run(self, targets: Sequence[Target], watcher: Watcher) -> tuple[list[ExerciseResult], list[Fault]]:
        """A result for each target, or a fault of ours in its place."""
        results: list[ExerciseResult] = []
        self._faults = []
        self._paths = {target.exercise: target.path for target in targets}
        for target in targets:
            watcher.began(target)
            try:
                results.append(self.judge(target, watcher))
            except GraderFault as fault:
                self._faults.append(Fault(target.exercise.name, str(fault)))
            watcher.ended(target)
        return results, self._faults

    def judge(self, target: Target, watcher: Watcher) -> ExerciseResult:
        """The verdict on one file. Raises GraderFault for a fault of ours."""
        try:
            source = self._source(target)
        except Missing as error:
            return self._judge.unjudged(target.exercise, Verdict.MISSING, str(error))
        except Unreadable as error:
            return self._judge.unjudged(target.exercise, Verdict.BROKEN, str(error))
        key = self.key(target.exercise, source)
        result = self.remembered(key) or self._judge.judge(target.exercise, source, self._engine, watcher.used)
        self._record(key, result)
        return result

    def _source(self, target: Target) -> bytes:
        return read_answer(self._course, target.exercise, target.path) if target.source is None else target.source

    def _record(self, key: Key, result: ExerciseResult) -> None:
        """A verdict that cannot be written down is a verdict all the same."""
        try:
            if self._options.seed is None and not result.cached:
                self._ledger.remember(key, result)
            self._ledger.attempted(self.learner, result)
        except GraderFault as fault:
            self._faults.append(Fault(result.exercise, f"The verdict could not be recorded. {fault}"))

    def needs_engine(self, targets: Sequence[Target]) -> bool:
        """Whether one of them, at least, neither the ledger nor a look at the file can answer."""
        return any(map(self._needs_engine, targets))

    def _needs_engine(self, target: Target) -> bool:
        try:
            source = self._source(target)
            key = self.key(target.exercise, source)
            return not self._judge.untouched(target.exercise, source) and not self.remembered(key)
        except (Unreadable, GraderFault):  # told when its turn comes
            return False

    def key(self, exercise: Exercise, source: bytes) -> Key:
        return self._judge.key(exercise, source)

    def remembered(self, key: Key) -> ExerciseResult | None:
        """What the ledger may answer: nothing where a seed is asked for, or it is switched off."""
        usable = self._options.cache and self._options.seed is None
        return self._ledger.judgement(key) if usable else None

    def recall(self) -> list[ExerciseResult]:
        """What the ledger has of the learner's last answer to each exercise. Nothing is judged."""
        history = self._history()
        return [self._last(exercise, history.get(exercise.name, ())) for exercise in self._course.all]

    def _last(self, exercise: Exercise, tried: Sequence[Attempt]) -> ExerciseResult:
        if not tried:
            return self._judge.unjudged(exercise, Verdict.TODO, NEVER_JUDGED)
        source, verdict = tried[-1].source, tried[-1].verdict
        now = msgspec.structs.replace(self.key(exercise, b""), source=source)
        kept = self._ledger.judgement(now), *self._ledger.judgements(exercise.name, source)
        found = (result for result in kept if result is not None and result.verdict is verdict)
        return next(found, None) or self._judge.unjudged(exercise, verdict, NOT_KEPT, source)

    def warm(self, exercise: Exercise, progress: Callable[[float], None]) -> None:
        """Have the engine import and collect what the next answer to this exercise needs."""
        self._judge.warm(exercise, self._engine, progress)

    def report(self, results: Sequence[ExerciseResult], faults: Sequence[Fault], folder: Path) -> Report:
        """What one run found, with all that a report says besides."""
        report = self._judge.report(tuple(results), tuple(faults))
        return msgspec.structs.replace(
            report,
            shown=self._shown(results),
            next=self._next(results, folder),
            history=self._history(),
            help=self._help(results),
        )

    def _help(self, results: Sequence[ExerciseResult]) -> dict[str, Help]:
        shown = self._ledger.all_hints_shown(self.learner)
        wanted = {result.exercise for result in results if not result.passed}
        return {
            exercise.name: Help(shown.get(exercise.name, 0), len(exercise.hints), exercise.leans_on)
            for exercise in self._course.all
            if exercise.name in wanted
        }

    def _history(self) -> dict[str, tuple[Attempt, ...]]:
        attempts = sorted(self._ledger.attempts(self.learner), key=attrgetter("exercise"))
        return {name: tuple(tried) for name, tried in groupby(attempts, attrgetter("exercise"))}

    def _shown(self, results: Sequence[ExerciseResult]) -> str | None:
        """The first failure, or the only result. A repair that nobody has begun fails too: that is not news."""
        if len(results) == 1:
            return results[0].exercise
        untouched = stub_digests(self._course)
        begun = (r for r in results if r.verdict not in NO_NEWS and r.source not in untouched)
        failed = (result.exercise for result in begun)
        return next(failed, None)

    def _next(self, results: Sequence[ExerciseResult], folder: Path) -> Next | None:
        """The first exercise that was not passed just now nor before; whoever writes in a notebook stays in it."""
        passed = self._ledger.passed(self.learner) | {result.exercise for result in results if result.passed}
        failed = {result.exercise for result in results if not result.passed}
        in_notebook = (exercise for exercise, path in self._paths.items() if path.suffix == SUFFIX)
        for exercise in (*in_notebook, *self._course.all):
            if exercise.name in failed or exercise.name not in passed:
                path = self._paths.get(exercise) or source_path(folder, exercise)
                return Next(exercise.name, short(path))
        return None


def stub_digests(course: Course) -> frozenset[str]:
    """Of every file as it came."""
    return frozenset(digest(course.stub(exercise)) for exercise in course.all)


def short(path: Path) -> str:
    """A path as one would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # it lies elsewhere, or its links lead in a circle
        return str(path)
