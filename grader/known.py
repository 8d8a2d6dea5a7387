"""The known wrong answers of an exercise, as sources that can be judged like any other.

In `mistakes/<chapter>/<slug>.py` every function is one mistake: its docstring is the diagnosis, its body defines what
it gets wrong. The rest is taken from the solution.
"""

from __future__ import annotations

import ast
import inspect

import msgspec

from grader.catalog import Course, Exercise
from grader.errors import GraderFault

SYMPTOMS = "SYMPTOMS"


class Mistake(msgspec.Struct, frozen=True):
    """A known wrong answer. `symptom` names how its checks fail, where answers are random or trained."""

    name: str
    text: str
    source: bytes
    symptom: str | None = None


def known_mistakes(course: Course, exercise: Exercise) -> tuple[Mistake, ...]:
    """In file order. Raises GraderFault for a file that is no list of mistakes."""
    path = course.mistakes_path(exercise)
    try:
        tree = ast.parse(path.read_bytes(), str(path))
        solution = course.solution_path(exercise).read_text()
    except (OSError, SyntaxError) as error:
        raise GraderFault(f"{exercise.name}: {error}") from None
    imports = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    symptoms = _symptoms(tree)
    return tuple(
        Mistake(node.name, _text(node), _source(solution, imports, node), symptoms.get(node.name))
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    )


def _text(node: ast.FunctionDef) -> str:
    return inspect.cleandoc(ast.get_docstring(node) or "")


def _source(solution: str, imports: list[str], node: ast.FunctionDef) -> bytes:
    body = [ast.unparse(part) for part in node.body if not _is_docstring(part)]
    return "\n\n".join([solution, *imports, *body]).encode()


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _symptoms(tree: ast.Module) -> dict[str, str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == SYMPTOMS for t in node.targets):
            found: dict[str, str] = ast.literal_eval(node.value)
            return found
    return {}
