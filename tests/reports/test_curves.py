"""Drawings in a line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.exhibits import Score
from grader.reports.curves import ASCII, POINTS, curve, score

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=200)


def test_a_curve_goes_as_its_numbers_do() -> None:
    assert curve([8.0, 4.0, 2.0, 1.0]) == "8 █▄▂▁ 1"
    assert curve([1.0, 1.0, 1.0]) == "1 ▁▁▁ 1"
    assert curve([]) == ""


@given(NUMBERS)
def test_a_curve_fits_a_line_and_shows_first_and_last(numbers: list[float]) -> None:
    first, line, last = curve(numbers).split(" ")
    assert (first, last) == (f"{numbers[0]:.4g}", f"{numbers[-1]:.4g}")
    assert len(line) == min(len(numbers), POINTS)


def test_a_score_says_how_far_it_is_from_what_is_wanted() -> None:
    below, told = score(Score("unseen digits", 9_650, 10_000, (0.97, 0.985))).split("\n")
    assert below == "unseen digits: 96.50% right  90% ▕█████████████░┃░░░░░▏ 100%"
    assert told == "97% is wanted: 0.50 points short, 50 more of 10,000 to get right"
    assert "98.5% is the next bonus" in score(Score("x", 9_700, 10_000, (0.97, 0.985)))
    assert "\n" not in score(Score("x", 99, 100, (0.97,)))
    assert score(Score("x", 10, 100, (0.97,))).startswith("x: 10.00% right  0% ▕██")


@pytest.mark.parametrize("text", [curve([1.0, 2.0, 4.0]), score(Score("x", 1, 2, (0.9,))), "✓✗·→"])
def test_a_terminal_without_our_signs_gets_others(text: str) -> None:
    assert text.translate(ASCII).isascii()
