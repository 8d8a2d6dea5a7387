"""Answers that the course itself knows, as sources that can be judged like any other.

In `mistakes/<chapter>/<slug>.py` every function is one known mistake: its docstring is the diagnosis, its body defines
what it gets wrong. In `variants/<chapter>/<slug>.py` every function is one more answer in another style: a right
one, where its name begins with `right_`, else the mistake of the same name as somebody else would write it. What a
function does not define is taken from the solution.
"""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.errors import GraderFault

SYMPTOMS = "SYMPTOMS"
EQUIVALENT = "EQUIVALENT"
RIGHT = "right_"


class Answer(msgspec.Struct, frozen=True):
    """A known answer. `text` is what its function's docstring says."""

    name: str
    text: str
    source: bytes

    @property
    def right(self) -> bool:
        return self.name.startswith(RIGHT)


class Mistake(Answer, frozen=True):
    """A known wrong answer. `symptom` names how its checks fail, where answers are random or trained."""

    symptom: str | None = None


def known_mistakes(course: Course, exercise: Exercise) -> tuple[Mistake, ...]:
    """In file order. Raises GraderFault for a file that is no list of mistakes."""
    tree = _tree(course.mistakes_path(exercise))
    symptoms = _constant(tree, SYMPTOMS)
    return tuple(
        Mistake(answer.name, answer.text, answer.source, symptoms.get(answer.name))
        for answer in _answers(course, exercise, tree)
    )


def variants(course: Course, exercise: Exercise) -> tuple[Answer, ...]:
    """Right answers and known mistakes in other styles. Raises GraderFault as above."""
    path = course.variants_path(exercise)
    return _answers(course, exercise, _tree(path)) if path.is_file() else ()


def equivalents(course: Course, exercise: Exercise) -> dict[str, str]:
    """The mutants that answer as the solution does, by their names, with the reason."""
    path = course.variants_path(exercise)
    return _constant(_tree(path), EQUIVALENT) if path.is_file() else {}


def _constant(tree: ast.Module, name: str) -> dict[str, str]:
    """A dict that a file's top level assigns to `name`, read without running the file; {} where there is none."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            found = ast.literal_eval(node.value)
    return found


def _answers(course: Course, exercise: Exercise, tree: ast.Module) -> tuple[Answer, ...]:
    try:
        solution = course.solution_path(exercise).read_text(encoding="utf-8")
    except OSError as error:
        raise GraderFault(f"{exercise.name}: {error}") from None
    imports = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    return tuple(
        Answer(node.name, _text(node), _source(solution, imports, node))
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    )


def _tree(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_bytes(), str(path))
    except (OSError, SyntaxError) as error:
        raise GraderFault(f"{path.parent.name}/{path.name}: {error}") from None


def _text(node: ast.FunctionDef) -> str:
    return inspect.cleandoc(ast.get_docstring(node) or "")


def _source(solution: str, imports: list[str], node: ast.FunctionDef) -> bytes:
    body = [ast.unparse(part) for part in node.body if not _is_docstring(part)]
    return "\n\n".join([solution, *imports, *body]).encode()


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
