"""Small drawings in a line of text: a series of numbers, and a score against its bars."""

from __future__ import annotations

from collections.abc import Sequence

from grader.exhibits import Score

STEPS = "▁▂▃▄▅▆▇█"
POINTS = 40  # of a curve
CELLS = 20  # of a bar
NEAR = 0.9  # scores above it are drawn on a scale that begins here
# What stands for our signs where a terminal does not know them.
ASCII = str.maketrans("✓✗·○→█░▏▕┃▁▂▃▄▅▆▇", "+x.o>#-|||_.,-=+*")


def curve(numbers: Sequence[float]) -> str:
    """How a series goes, with its first and its last number; "" for none."""
    if not numbers:
        return ""
    low, high = min(numbers), max(numbers)
    span = high - low or 1.0
    shown = [numbers[round(at * (len(numbers) - 1) / (POINTS - 1))] for at in range(POINTS)]
    drawn = shown if len(numbers) > POINTS else numbers
    line = "".join(STEPS[round((number - low) / span * (len(STEPS) - 1))] for number in drawn)
    return f"{numbers[0]:.4g} {line} {numbers[-1]:.4g}"


def score(score: Score) -> str:
    """The share of right answers as a bar, and how far it is from what is wanted next."""
    share = score.right / score.count
    missed = next((bar for bar in score.bars if share < bar), None)
    low = NEAR if min(share, missed or 1.0) >= NEAR else 0.0
    bar = f"{score.what}: {share:.2%} right  {low:.0%} ▕{_bar(share, missed, low)}▏ 100%"
    return bar if missed is None else f"{bar}\n{_short(score, missed)}"


def _bar(share: float, wanted: float | None, low: float) -> str:
    filled = _cell(share, low)
    cells = ["█"] * filled + ["░"] * (CELLS - filled)
    if wanted is not None:
        cells[min(CELLS - 1, _cell(wanted, low))] = "┃"
    return "".join(cells)


def _cell(share: float, low: float) -> int:
    return int(CELLS * (share - low) / (1 - low) + 1e-9)


def _short(score: Score, wanted: float) -> str:
    more = -int(-score.count * wanted // 1) - score.right
    kind = "wanted" if wanted == score.bars[0] else "the next bonus"
    points = 100 * (wanted - score.right / score.count)
    return f"{100 * wanted:.4g}% is {kind}: {points:.2f} points short, {more:,} more of {score.count:,} to get right"
