"""The same ordinary tests in the three forms that the other tools want."""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).parent / "checks"
OTTER = "from otter.test_files import test_case\n\nOK_FORMAT = False\nname = '{name}'\npoints = {count}\n\n"


def parts(exercise: str) -> tuple[str, list[str]]:
    """What stands above the tests of an exercise, and the tests, each a function of the answer."""
    text = (HERE / f"{exercise}.py").read_text(encoding="utf-8")
    tests = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and _is_test(node)]
    return text.split("def test_")[0].strip() + "\n", [ast.get_source_segment(text, node) or "" for node in tests]


def _is_test(node: ast.FunctionDef) -> bool:
    return node.name.startswith("test_")


def for_pytest(exercise: str) -> str:
    """A test file that imports the answer from beside it."""
    above, tests = parts(exercise)
    bodies = [test.replace(f"({exercise}):", "():", 1) for test in tests]
    return "\n\n".join([f"from {exercise} import {exercise}", above, *bodies]) + "\n"


def for_otter(exercise: str) -> str:
    """A file of otter's exception-based format: a point for each case."""
    above, tests = parts(exercise)
    cases = [f"@test_case()\n{test}" for test in tests]
    return OTTER.format(name=exercise, count=len(tests)) + "\n\n".join([above, *cases]) + "\n"


def for_notebook(exercise: str) -> list[str]:
    """The cells of a notebook: what stands above, then one for each test, which also calls it."""
    above, tests = parts(exercise)
    return [above, *(f"{test}\n\n{test[4 : test.index('(')]}({exercise})" for test in tests)]
