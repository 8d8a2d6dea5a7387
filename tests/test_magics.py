"""What is left of a cell when all that only IPython understands is left out."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.magics import without_magics
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install 'torch\nx = 1", "pass\nx = 1"),
        ("?torch\ntorch.where?\ntorch??\nx = 1", "pass\npass\npass\nx = 1"),
        ("files = !ls\nt = %timeit -o f()\nx = 1", "pass\npass\nx = 1"),
        ("!ls \\\n  -l\nx = 1", "pass\n\nx = 1"),
        ("if True:\n    %time x\n    !ls", "if True:\n    pass\n    pass"),
        ("%%time\nx = 1", "\nx = 1"),
        ("\n%%grade mse\n\n%%capture out\nx = 1", "\n\n\n\nx = 1"),
        ("%%bash\nrm -r x", ""),
        ("%%html\n<b>x</b>", ""),
        ("x = 1\r\n%y\rz = 2", "x = 1\npass\nz = 2"),
    ],
)
def test_magics_are_left_out_and_every_line_keeps_its_number(cell: str, left: str) -> None:
    assert without_magics(cell) == left
    ast.parse(left)


@pytest.mark.parametrize(
    "cell",
    [
        "x = (a\n     % b)",
        'text = """\n%matplotlib inline\n!ls\n?x\n"""',
        "x = 7 \\\n    % 2",
        "y = x != 3  # is it?",
        "text = 'why?'\nd = {'a': 1}\nf'{d[\"a\"]}?'",
        "assert x % 2 == 0, '!'",
        "x = [\n    '%',\n    # why?\n]",
        "@decorator\nasync def f(): ...",
    ],
)
def test_python_stays_as_it_is(cell: str) -> None:
    assert without_magics(cell) == cell


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").rglob("*.py")), ids=lambda path: path.stem)
def test_every_solution_stays_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert without_magics(text) == text


@given(st.text(st.sampled_from("ab =%!?'\"#()[]{}\\\n\t")))
def test_any_text_keeps_its_number_of_lines(text: str) -> None:
    if not text.lstrip().startswith("%%!"):
        assert without_magics(text).count("\n") == text.count("\n")
