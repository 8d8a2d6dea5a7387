"""What a file of the course says of itself, read from its syntax tree: public names, checks and their lines."""

from __future__ import annotations

import ast
from pathlib import Path

import msgspec

from grader.errors import GraderFault


class PublicName(msgspec.Struct, frozen=True):
    """A name that a submission has to define. kind: "function", "class" or "constant"."""

    name: str
    kind: str
    parameters: tuple[str, ...] = ()


class Check(msgspec.Struct, frozen=True):
    """One test function of the checks: its name, the line that the learner reads, what it is worth."""

    name: str
    line: str
    bonus: bool
    points: int


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file of ours. Raises GraderFault where it has none."""
    try:
        return ast.parse(path.read_bytes(), str(path))
    except (OSError, SyntaxError) as error:
        raise GraderFault(f"A file of the course cannot be read: {error}") from None


def checks_in(tree: ast.Module, points: dict[str, int]) -> tuple[Check, ...]:
    """The checks of a module, in the order in which they run; each is worth a point, but for those in `points`."""
    return tuple(
        Check(node.name, _first_line(node), _has_mark(node, "bonus"), points.get(node.name, 1))
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def is_gap(node: ast.AST) -> bool:
    """Whether a learner has to write something here: the stub raises NotImplementedError, or holds three dots."""
    if isinstance(node, ast.Raise):
        return node.exc is not None and "NotImplementedError" in ast.unparse(node.exc)
    return isinstance(node, ast.Constant) and node.value is ...


def public_names(tree: ast.Module) -> tuple[PublicName, ...]:
    """The public functions, classes and constants that a module's top level defines."""
    found: list[PublicName] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            found.append(PublicName(node.name, "function", _parameters(node)))
        elif isinstance(node, ast.ClassDef):
            found.append(PublicName(node.name, "class", _class_parameters(node)))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.append(PublicName(node.target.id, "constant"))
        elif isinstance(node, ast.Assign):
            found += [PublicName(target.id, "constant") for target in node.targets if isinstance(target, ast.Name)]
    return tuple(public for public in found if not public.name.startswith("_"))


def _parameters(node: ast.FunctionDef) -> tuple[str, ...]:
    return tuple(argument.arg for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs])


def _class_parameters(node: ast.ClassDef) -> tuple[str, ...]:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            return _parameters(item)[1:]
    return ()


def _first_line(node: ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or node.name).splitlines()[0]


def _has_mark(node: ast.FunctionDef, name: str) -> bool:
    return any(
        isinstance(part, ast.Attribute) and part.attr == name for mark in node.decorator_list for part in ast.walk(mark)
    )
