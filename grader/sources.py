"""Functions of a check as code: their own text, and what it leans on."""

from __future__ import annotations

import ast
import inspect
import linecache
import textwrap
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

ALIASES = {"torch.nn": "from torch import nn", "torch.nn.functional": "import torch.nn.functional as F"}
ASSUMED = ("torch", "numpy")  # whoever pastes has imported these


class NoSource(Exception):
    """It has no text of its own that could be pasted."""


def written(value: Callable[..., Any]) -> str:
    """A lambda as an expression, a function as its definition without comments. Raises NoSource, for classes too."""
    if not isinstance(value, FunctionType):
        raise NoSource  # of a check's classes none is short
    if value.__name__ == "<lambda>":
        return _lambda(value)
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(value)))
    except (OSError, TypeError, SyntaxError):
        raise NoSource from None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def imported(module: ModuleType, name: str) -> str:
    """The line that imports a module under this name; "" for what is imported anyway."""
    if module.__name__ in ASSUMED:
        return ""
    return ALIASES.get(module.__name__) or f"import {module.__name__} as {name}".removesuffix(f" as {module.__name__}")


def leanings(value: Callable[..., Any]) -> Iterator[tuple[str, Any]]:
    """The outer names that its text uses, with what they stand for."""
    if isinstance(value, FunctionType):
        known = {**value.__globals__, **inspect.getclosurevars(value).nonlocals}
        names = (name for name in _names(value.__code__) if name in known and not name.startswith("__"))
        yield from ((name, known[name]) for name in names)


def _names(code: CodeType) -> Iterator[str]:
    """All that a function's instructions name, those of functions within it too."""
    yield from (*code.co_names, *code.co_freevars)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _lambda(function: FunctionType) -> str:
    text = f"lambda {str(inspect.signature(function))[1:-1]}: {_body(function.__code__)}"
    try:
        compile(text, "lambda", "eval")
    except SyntaxError:
        raise NoSource from None
    return text


def _body(code: CodeType) -> str:
    """A lambda's body: all of its text that instructions stand for."""
    places = [(line, end, left, right) for line, end, left, right in code.co_positions() if line and right]
    if not places:
        raise NoSource
    (first, left), (last, right) = min((p[0], p[2]) for p in places), max((p[1], p[3]) for p in places)
    lines = linecache.getlines(code.co_filename)[first - 1 : last]
    if not lines:
        raise NoSource
    lines[-1] = lines[-1].encode()[:right].decode()
    lines[0] = lines[0].encode()[left:].decode()
    return " ".join(" ".join(lines).split())
