"""Submissions as notebooks, as otter-grader and nbgrader want them."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.peers.ordinary_tests import for_notebook


def plain(source: str) -> NotebookNode:
    """A notebook whose only cell is the answer."""
    return new_notebook(cells=[new_code_cell(source)], metadata=_kernel())


def for_nbgrader(exercise: str, source: str) -> NotebookNode:
    """The answer's cell, what the tests share, and the tests: a locked cell and a point each."""
    answer = _cell(source, "answer", solution=True, locked=False)
    above, *tests = for_notebook(exercise)
    graded = [_cell(test, f"test-{number}", grade=True, points=1) for number, test in enumerate(tests)]
    return new_notebook(cells=[answer, _cell(above, "above"), *graded], metadata=_kernel())


def _cell(source: str, name: str, **marks: Any) -> NotebookNode:
    meaning = {"grade": False, "solution": False, "locked": True, "task": False, "schema_version": 3, **marks}
    return new_code_cell(source, metadata={"nbgrader": {"grade_id": name, "cell_type": "code", **meaning}})


def _kernel() -> dict[str, Any]:
    return {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
