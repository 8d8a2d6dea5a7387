"""The content gate: are the course's own answers judged as they must be?

Every solution passes every check, every stub fails, every known mistake fails and is named as itself, every check is
failed by some mistake; answers in another style are judged like those that they stand for, and a slip in a solution
that no check notices is listed with its reason. A check that catches nothing is a bug.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.engine import Engine, Job
from grader.errors import GraderFault
from grader.known import Answer, equivalents, known_mistakes, variants
from grader.mutants import mutants
from grader.result import ExerciseResult, Verdict
from grader.texts import texts

PATIENCE = 60.0  # seconds of computing: the gate wants a diagnosis, however busy the machine is
RIGHTS = 2  # right answers in another style that an exercise has at least
NOBODY = "nobody"  # whom a wrong answer is named that is not named at all


class Mutation(msgspec.Struct):
    """What became of the slips in one solution."""

    caught: int = 0
    equivalent: int = 0
    survivors: list[str] = []

    @property
    def total(self) -> int:
        return self.caught + self.equivalent + len(self.survivors)


class Row(msgspec.Struct):
    """What the gate found of one exercise.

    named: for each mistake, whom its answers were named, in both styles and with all seeds.
    rights: right answers in another style, and how many of them passed.
    """

    exercise: str
    checks: int = 0
    caught: int = 0
    named: dict[str, list[str]] = {}
    rights: int = 0
    passed: int = 0
    mutation: Mutation | None = None
    problems: list[str] = []

    @property
    def on_diagonal(self) -> int:
        return sum(set(names) == {mistake} for mistake, names in self.named.items())


class Gate:
    """Judges the course's own answers."""

    def __init__(self, course: Course, engine: Engine, seeds: int = 1, small: bool = True) -> None:
        self._course, self._engine, self._small = course, engine, small
        self._seeds = range(seeds)

    def row(self, exercise: Exercise, slips: bool = False) -> Row:
        """Everything about one exercise. A fault of ours is a problem among the others."""
        row = Row(exercise.name)
        try:
            row.problems += files_missing(self._course, exercise)
            if not row.problems:
                row.problems += texts(self._course, exercise)
                self._answers(exercise, row)
                self._mistakes(exercise, row)
                self._variants(exercise, row)
                if slips and not is_trained(exercise):
                    row.mutation = self.mutation(exercise)
                    row.problems += [f"no check notices: {name}" for name in row.mutation.survivors]
        except GraderFault as fault:
            row.problems.append(f"fault: {fault}")
        return row

    def mutation(self, exercise: Exercise) -> Mutation:
        """Every slip in the solution, judged. One that is listed as equivalent has to pass, and to exist."""
        found, excused = Mutation(), set(equivalents(self._course, exercise))
        for mutant in mutants(self._course.solution_path(exercise).read_text(encoding="utf-8")):
            passed = self._judge(exercise, mutant.source, 0, patience=0).verdict is Verdict.PASSED
            listed = mutant.name in excused
            excused.discard(mutant.name)
            if not passed and not listed:
                found.caught += 1
            elif passed and listed:
                found.equivalent += 1
            else:
                found.survivors.append(mutant.name if passed else f"{mutant.name} (listed as equivalent, and caught)")
        found.survivors += [f"{name} (listed as equivalent, and no slip of this solution)" for name in excused]
        return found

    def _answers(self, exercise: Exercise, row: Row) -> None:
        row.checks = len(self._course.checks_of(exercise))
        solution = self._course.solution_path(exercise).read_bytes()
        for seed in self._seeds:
            row.problems += _not_passed("the solution", self._judge(exercise, solution, seed), seed)
        stub = self._judge(exercise, self._course.stub_path(exercise).read_bytes(), 0)
        wanted = Verdict.FAILED if self._course.is_repair(exercise) else Verdict.TODO
        if stub.verdict is not wanted:
            row.problems.append(f"the stub is {stub.verdict}, not {wanted}")

    def _mistakes(self, exercise: Exercise, row: Row) -> None:
        failed: set[str] = set()
        for mistake in known_mistakes(self._course, exercise):
            results = self._wrong(exercise, row, mistake, mistake.name)
            row.caught += all(result.verdict is Verdict.FAILED for result in results)
            failed |= {c.name for result in results for c in result.checks if c.verdict is Verdict.FAILED}
        idle = [check.name for check in self._course.checks_of(exercise) if check.name not in failed]
        row.problems += [f"{name} is failed by no mistake" for name in idle]

    def _variants(self, exercise: Exercise, row: Row) -> None:
        answers = variants(self._course, exercise)
        for answer in answers:
            if answer.right:
                self._right(exercise, row, answer)
            elif answer.name not in row.named:
                row.problems.append(f"variant {answer.name} is neither right nor a known mistake, by its name")
            elif not (self._small and is_trained(exercise)):  # to train all mistakes twice takes minutes
                self._wrong(exercise, row, answer, answer.name)
        if row.rights < RIGHTS:
            row.problems.append(f"{row.rights} right answers in another style, not {RIGHTS}")
        alone = row.named.keys() - {answer.name for answer in answers}
        if alone:
            row.problems.append(f"written in one style only: {', '.join(sorted(alone))}")

    def _right(self, exercise: Exercise, row: Row, answer: Answer) -> None:
        """It has to be passed; the bonus is the solution's."""
        results = [(seed, self._judge(exercise, answer.source, seed)) for seed in self._seeds]
        problems = [problem for seed, result in results for problem in _no_pass(answer.name, result, seed)]
        row.rights += 1
        row.passed += not problems
        row.problems += problems

    def _wrong(self, exercise: Exercise, row: Row, answer: Answer, mistake: str) -> list[ExerciseResult]:
        results = [self._judge(exercise, answer.source, seed) for seed in self._seeds]
        names = [result.diagnosis.mistake if result.diagnosis else NOBODY for result in results]
        row.named.setdefault(mistake, []).extend(names)
        style = "mistake" if len(row.named[mistake]) == len(names) else "another style of"
        for result, name in zip(results, names, strict=True):
            if result.verdict is not Verdict.FAILED:
                row.problems.append(f"{style} {mistake} is {result.verdict}: {result.message}")
            elif name != mistake:
                row.problems.append(f"{style} {mistake} is named {name}: {result.message}")
        return results

    def _judge(self, exercise: Exercise, source: bytes, seed: int, patience: float = PATIENCE) -> ExerciseResult:
        return self._engine.judge(Job(exercise.name, source, seed, small=self._small, patience=patience))


def is_trained(exercise: Exercise) -> bool:
    """Whether its answers train a model: then they are judged by how well it does, which a slip need not change."""
    return exercise.max_source > 0


def _no_pass(what: str, result: ExerciseResult, seed: int) -> Iterator[str]:
    if result.verdict is not Verdict.PASSED:
        yield f"{what} is {result.verdict} with seed {seed}: {result.message}"


def _not_passed(what: str, result: ExerciseResult, seed: int) -> Iterator[str]:
    yield from _no_pass(what, result, seed)
    for check in result.checks:
        if result.verdict is Verdict.PASSED and check.verdict is not Verdict.PASSED:
            yield f"{what} fails {check.name} with seed {seed}: {check.message}"


def files_missing(course: Course, exercise: Exercise) -> Iterator[str]:
    for path in (way(exercise) for way in _ways(course)):
        if not path.is_file() and path != course.variants_path(exercise):
            yield f"missing: {path.parent.name}/{path.name}, in {path.parents[1].name}/"


def unlisted(course: Course) -> list[Path]:
    """Files of the course's trees that belong to no exercise of the catalogue."""
    listed = {way(exercise) for way in _ways(course) for exercise in course.all}
    trees = course.exercises, course.solutions, course.checks, course.mistakes, course.variants
    return sorted(path for tree in trees for path in tree.glob("*/*.py") if path not in listed)


def _ways(course: Course) -> tuple:  # type: ignore[type-arg]
    return (
        course.stub_path,
        course.solution_path,
        course.checks_path,
        course.mistakes_path,
        course.variants_path,
    )
