"""Shapes as a learner sees them."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from grader.shapes import apart, stretched, together, unmatched

SHAPES = st.lists(st.integers(0, 12), max_size=4).map(tuple)


def test_shapes_are_lined_up_at_the_right_with_marks_where_they_differ() -> None:
    assert apart((64, 64), (64,)) == "came    64  64\nwanted      64\n         ^"
    assert apart((2, 3, 128), (2, 128, 3)).splitlines() == [
        "came      2    3  128",
        "wanted    2  128    3",
        "               ^    ^",
    ]


@given(SHAPES, SHAPES)
def test_every_axis_that_differs_is_marked(came: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    width = max(len(came), len(wanted))
    pairs = zip((None,) * (width - len(came)) + came, (None,) * (width - len(wanted)) + wanted, strict=True)
    assert apart(came, wanted).count("^") == sum(one != other for one, other in pairs)


@given(SHAPES, SHAPES)
def test_together_is_what_pytorch_does(a: tuple[int, ...], b: tuple[int, ...]) -> None:
    try:
        wanted = tuple((torch.empty(a) + torch.empty(b)).shape)
    except RuntimeError:
        wanted = None
    assert together(a, b) == wanted


def test_a_column_against_a_row_is_told() -> None:
    column, row = ("`preds`", (8, 1)), ("`targs`", (8,))
    told = "`preds` (8, 1) with `targs` (8,) broadcasts to (8, 8): 64 numbers."
    assert stretched([column, row], (8, 8)) == stretched([column, row], ()) == told


@pytest.mark.parametrize(
    ("a", "b", "came"), [((8,), (8,), ()), ((4, 3), (3,), (4, 3)), ((4, 1), (3,), ()), ((), (), ())]
)
def test_nothing_is_told_of_what_need_not_have_happened(a: tuple[int, ...], b: tuple[int, ...], came: tuple) -> None:
    assert stretched([("a", a), ("b", b)], came) == ""


def test_two_arguments_that_clash_are_shown_where_they_do() -> None:
    images, gains = ("images", (2, 3, 4, 5)), ("gains", (3,))
    assert unmatched([images, gains], (5, 3), 3).splitlines()[-1].index("^") == len("images  2  3  4  5") - 1
    assert unmatched([images, gains], (4, 3), 2) == ""  # the error is about something else
    assert unmatched([("x", (4, 3)), ("weights", (3, 2)), ("bias", (2,))], (3, 2), 1) == ""  # it may be either
