"""The content gate: are the course's own answers judged as they must be?

Every solution passes every check, every stub fails, every known mistake fails and is named as itself, every check is
failed by some mistake. A check that catches nothing is a bug.
"""

from __future__ import annotations

import ast
import doctest
import inspect
import itertools
from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise, parsed
from grader.engine import Engine, Job
from grader.errors import GraderFault
from grader.known import Mistake, known_mistakes
from grader.result import ExerciseResult, Verdict

PATIENCE = 60.0  # seconds of computing: the gate wants a diagnosis, however busy the machine is
SHORT = 19  # characters: shorter statements of a solution may well stand in a lesson


class Row(msgspec.Struct):
    """What the gate found of one exercise."""

    exercise: str
    checks: int = 0
    mistakes: int = 0
    caught: int = 0
    named: int = 0
    problems: list[str] = []


class Gate:
    """Judges the course's own answers."""

    def __init__(self, course: Course, engine: Engine, seeds: int = 1, small: bool = True) -> None:
        self._course, self._engine, self._small = course, engine, small
        self._seeds = range(seeds)

    def row(self, exercise: Exercise) -> Row:
        """Everything about one exercise. A fault of ours is a problem among the others."""
        row = Row(exercise.name)
        try:
            row.problems += files_missing(self._course, exercise)
            if not row.problems:
                row.problems += texts(self._course, exercise)
                self._answers(exercise, row)
        except GraderFault as fault:
            row.problems.append(f"fault: {fault}")
        return row

    def _answers(self, exercise: Exercise, row: Row) -> None:
        row.checks = len(self._course.checks_of(exercise))
        solution = self._course.solution_path(exercise).read_bytes()
        for seed in self._seeds:
            row.problems += _not_passed(self._judge(exercise, solution, seed), seed)
        stub = self._judge(exercise, self._course.stub_path(exercise).read_bytes(), 0)
        wanted = Verdict.FAILED if self._course.is_repair(exercise) else Verdict.TODO
        if stub.verdict is not wanted:
            row.problems.append(f"the stub is {stub.verdict}, not {wanted}")
        self._mistakes(exercise, row)

    def _mistakes(self, exercise: Exercise, row: Row) -> None:
        mistakes = known_mistakes(self._course, exercise)
        row.mistakes = len(mistakes)
        failed: set[str] = set()
        for mistake in mistakes:
            results = [self._judge(exercise, mistake.source, seed) for seed in self._seeds]
            problems = list(itertools.chain.from_iterable(_not_named(result, mistake) for result in results))
            row.caught += all(result.verdict is Verdict.FAILED for result in results)
            row.named += not problems
            row.problems += problems
            failed |= {c.name for result in results for c in result.checks if c.verdict is Verdict.FAILED}
        idle = [check.name for check in self._course.checks_of(exercise) if check.name not in failed]
        row.problems += [f"{name} is failed by no mistake" for name in idle]

    def _judge(self, exercise: Exercise, source: bytes, seed: int) -> ExerciseResult:
        job = Job(exercise.name, source, seed, small=self._small, patience=PATIENCE)
        return self._engine.judge(job)


def _not_passed(result: ExerciseResult, seed: int) -> Iterator[str]:
    if result.verdict is not Verdict.PASSED:
        yield f"the solution is {result.verdict} with seed {seed}: {result.message}"
    for check in result.checks:
        if result.verdict is Verdict.PASSED and check.verdict is not Verdict.PASSED:
            yield f"the solution fails {check.name} with seed {seed}: {check.message}"


def _not_named(result: ExerciseResult, mistake: Mistake) -> Iterator[str]:
    if result.verdict is not Verdict.FAILED:
        yield f"mistake {mistake.name} is {result.verdict}: {result.message}"
    elif result.diagnosis is None:
        yield f"mistake {mistake.name} is not named: {result.message}"
    elif result.diagnosis.mistake != mistake.name:
        yield f"mistake {mistake.name} is named {result.diagnosis.mistake}"


def files_missing(course: Course, exercise: Exercise) -> Iterator[str]:
    for path in (
        course.stub_path(exercise),
        course.solution_path(exercise),
        course.checks_path(exercise),
        course.mistakes_path(exercise),
    ):
        if not path.is_file():
            yield f"missing: {path.parent.name}/{path.name}, in {path.parents[1].name}/"


def unlisted(course: Course) -> list[Path]:
    """Files of the course's trees that belong to no exercise of the catalogue."""
    ways = (course.stub_path, course.solution_path, course.checks_path, course.mistakes_path)
    listed = {way(exercise) for way in ways for exercise in course.all}
    trees = (course.exercises, course.solutions, course.checks, course.mistakes)
    return sorted(path for tree in trees for path in tree.glob("*/*.py") if path not in listed)


def texts(course: Course, exercise: Exercise) -> Iterator[str]:
    """What is wrong with the words and the outer form of an exercise."""
    stub, solution = parsed(course.stub_path(exercise)), parsed(course.solution_path(exercise))
    if _signatures(stub) != _signatures(solution):
        yield "stub and solution have different public names or signatures"
    for statement in _told(course, exercise, solution):
        yield f"the lesson or a hint gives away: {statement}"
    if not 3 <= len(exercise.hints) <= 6:
        yield f"{len(exercise.hints)} hints"
    if not 10 <= len(course.lesson(exercise).splitlines()) <= 40:
        yield f"the lesson has {len(course.lesson(exercise).splitlines())} lines, not 10 to 40"
    for check in course.checks_of(exercise):
        if check.line == check.name:
            yield f"{check.name} has no line for the learner"
    for mistake in known_mistakes(course, exercise):
        if len(mistake.text.split()) < 12:
            yield f"mistake {mistake.name} is hardly explained"
    yield from examples(course, exercise)


def _signatures(tree: ast.Module) -> dict[str, str]:
    """Each public function's and method's parameters and return type, as text."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = ", ".join(map(ast.unparse, node.bases))
            methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
            public = [m for m in methods if not m.name.startswith("_") or m.name.startswith("__")]
            found |= {f"{node.name}.{m.name}": _signature(m) for m in public}
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = _signature(node)
    return {name: text for name, text in found.items() if not name.startswith("_")}


def _signature(node: ast.FunctionDef) -> str:
    returns = ast.unparse(node.returns) if node.returns else ""
    return f"({ast.unparse(node.args)}) -> {returns}"


def _told(course: Course, exercise: Exercise, solution: ast.Module) -> Iterator[str]:
    """Statements of the solution that stand in the lesson or in a hint."""
    if course.is_repair(exercise):
        return
    text = _squeezed(course.stub_path(exercise).read_text() + "\n".join(exercise.hints))
    for function in ast.walk(solution):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    continue
                line = ast.unparse(statement).removeprefix("return ")
                if len(line) >= SHORT and _squeezed(line) in text:
                    yield line


def _squeezed(text: str) -> str:
    return "".join(text.split())


def examples(course: Course, exercise: Exercise) -> Iterator[str]:
    """Examples in a lesson that do not give what they show."""
    path = course.stub_path(exercise)
    names: dict[str, object] = {"__name__": exercise.slug}
    exec(compile(parsed(path), str(path), "exec"), names)
    lesson = inspect.cleandoc(course.lesson(exercise))
    test = doctest.DocTestParser().get_doctest(lesson, names, exercise.name, str(path), 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    if runner.run(test, out=said.append).failed:
        yield "an example of the lesson fails: " + " ".join("".join(said).split())[:300]
