"""The words and the outer form of an exercise: what can be said of them without judging an answer."""

from __future__ import annotations

import ast
import doctest
import inspect
from collections.abc import Iterator

from grader.catalog import Course, Exercise
from grader.known import known_mistakes
from grader.outline import parsed

SHORT = 19  # characters: shorter statements of a solution may well stand in a lesson
HINTS = range(3, 7)
LESSON = range(10, 41)  # lines


def texts(course: Course, exercise: Exercise) -> Iterator[str]:
    """What is wrong with the words and the outer form of an exercise."""
    stub, solution = parsed(course.stub_path(exercise)), parsed(course.solution_path(exercise))
    if _signatures(stub) != _signatures(solution):
        yield "stub and solution have different public names or signatures"
    for statement in _told(course, exercise, solution):
        yield f"the lesson or a hint gives away: {statement}"
    if len(exercise.hints) not in HINTS:
        yield f"{len(exercise.hints)} hints"
    if (lines := len(course.lesson(exercise).splitlines())) not in LESSON:
        yield f"the lesson has {lines} lines, not {LESSON[0]} to {LESSON[-1]}"
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
