"""Which parts of a notebook's cells make an answer, and how messages name them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.cells import Cell, answer, defined, parts, place, source

OWN = "%%grade double\ndef double(x):\n    return helper(x) * FACTOR\n"


def cells(*texts: str | tuple[str, str]) -> list[Cell]:
    """Cells; a pair is a text and the exercise that it is marked for."""
    pairs = [text if isinstance(text, tuple) else (text, None) for text in texts]
    return [Cell(f"cell {number}", text, exercise) for number, (text, exercise) in enumerate(pairs, 1)]


def taken(*texts: str | tuple[str, str]) -> list[str]:
    return [part.text for part in answer(cells(*texts), "double", ["double"])]


def run(given: list[Cell]) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(compile(source(answer(given, "double", ["double"])), "answer", "exec"), names)
    return names


def test_an_answer_takes_what_it_uses_and_leaves_out_the_rest() -> None:
    found = taken(
        "import math\nimport this_is_nowhere",
        "FACTOR = math.floor(2.5)\nprint(FACTOR)\nraise SystemExit",
        "def helper(x):\n    return x\nplot(helper)",
        ("def helper(x): return 'of another exercise'", "other"),
        (OWN, "double"),
        "double(undefined)",
    )
    assert found == [
        "import math",
        "FACTOR = math.floor(2.5)",
        "def helper(x):\n    return x",
        "def double(x):\n    return helper(x) * FACTOR",
    ]


HELPERS = ["from math import floor", "FACTOR = floor(2.5)", "def helper(x):\n    return x", "print(unknown)"]


@given(st.permutations(range(5)))
def test_the_order_of_cells_does_not_matter(order: list[int]) -> None:
    all_cells = cells(*HELPERS, (OWN, "double"))
    assert run([all_cells[number] for number in order])["double"](4) == 8  # type: ignore[operator]


def test_without_marks_the_parts_that_define_the_names_are_the_answer() -> None:
    found = taken("import math", "def double(x):\n    return math.prod([x, 2])", "double(3)")
    assert found == ["import math", "def double(x):\n    return math.prod([x, 2])"]


def test_no_cell_is_no_answer() -> None:
    assert taken("x = 1", ("y = 2", "other")) == []


def test_a_name_of_a_functions_own_is_not_looked_for() -> None:
    assert taken("x = 1 / 0", ("def double(x):\n    y = x\n    return [x for x in y]", "double"), "y = 1 / 0") == [
        "def double(x):\n    y = x\n    return [x for x in y]"
    ]


def test_what_binds_a_name_twice_comes_twice_in_order() -> None:
    given = cells("FACTOR = 1", "FACTOR += 1", "def helper(x): return x", (OWN, "double"))
    assert run(given)["FACTOR"] == 2


def test_a_cell_that_python_cannot_read_is_taken_if_it_may_bind_what_is_missing() -> None:
    broken = "def helper(x:\n    return x"
    own = ("def double(x): return helper(x)", "double")
    assert broken in taken(broken, own)
    assert taken("def scratch(x:", own) == ["def double(x): return helper(x)"]
    assert taken("from math import *", ("def double(x): return floor(x)", "double"))[0] == "from math import *"


def test_future_imports_come_first() -> None:
    own = "from __future__ import annotations\nimport math\ndef double(x: Nowhere): return helper(x)"
    assert run(cells("def helper(x): return 2 * x", (own, "double")))["double"](2) == 4  # type: ignore[operator]


def test_an_encoding_that_a_cell_declares_changes_nothing() -> None:
    assert run(cells(("# coding: latin-1\ndef double(x): return 'ä'", "double")))["double"](1) == "ä"  # type: ignore[operator]


def test_a_part_is_of_whole_lines() -> None:
    found = parts(Cell("cell 1", "import a; x = 1\n@wrap\ndef f(): ...\ny = (\n1)"))
    assert [(part.line, part.text) for part in found] == [
        (1, "import a; x = 1"),
        (2, "@wrap\ndef f(): ..."),
        (4, "y = (\n1)"),
    ]


def test_defined_names_are_those_of_unmarked_cells() -> None:
    assert defined(cells("import a.b\ndef f(): g = 1", ("h = 1", "double"), "class C: x = 1")) == {"a", "f", "C"}


@given(st.lists(st.lists(st.sampled_from(["x = 1", "", "# x", "if x:\n  y = 2", "f(\n)"]), min_size=1), min_size=1))
def test_place_names_the_cell_and_the_line_within_it(texts: list[list[str]]) -> None:
    given = cells(*(("\n".join(lines), "double") for lines in texts))
    written = source(answer(given, "double", []))
    where = {cell.label: cell.text.split("\n") for cell in given}
    for number, line in enumerate(written.decode().split("\n")[:-1], 1):
        if line and not line.startswith("# %%") and number > 1:
            label, _, row = place(written, number).partition(", line ")
            assert where[label][int(row) - 1] == line


def test_a_line_of_a_file_has_no_cell() -> None:
    assert place(b"# %% cell 3, line 1\nx = 1", 2) == "line 2"
    assert place(b"", 1) == "line 1"


@pytest.mark.parametrize(
    "text",
    [
        "-" * 100_000 + "1",
        "(" * 100_000,
        "a" + ".a" * 100_000,
        "a" + "[0]" * 50_000,
        "lambda:" * 30_000 + "1",
        "if a: pass\n" + "elif a: pass\n" * 10_000,
        "a if b else " * 20_000 + "a",
        "'''" + "\\" * 100_001,
        '"""\\"""' * 20_000,
        "x = '\x00'",
        "x = '\ud800'",
        "9" * 100_000,
        "[" * 150 + "]" * 150,
        "return 1\nawait x",
    ],
    ids=range(14),
)
def test_a_hostile_cell_is_a_source_like_any_other(text: str) -> None:
    """It comes to the worker, whose Python says what there is to say."""
    assert source(answer(cells((text, "double")), "double", ["double"])).startswith(b"# From a notebook")
