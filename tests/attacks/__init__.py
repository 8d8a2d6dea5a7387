"""Submissions that try to be passed without being right, or to do harm; one file a class, one function an attack.

A function's name is `<exercise>__<idea>`, its docstring says what is tried, its body is the submission.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path


def attacks_in(path: Path) -> Iterator[tuple[str, str]]:
    """Name and source of each attack of a file."""
    text = path.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            lines = text.splitlines()[node.body[1].lineno - 1 - _decorators(node.body[1]) : node.end_lineno]
            yield node.name, textwrap.dedent("\n".join(lines))


def _decorators(node: ast.stmt) -> int:
    return len(getattr(node, "decorator_list", []))
