"""Exhibits: what a report may show of an answer besides its verdict. Data, never markup, and small.

Those that come with a judgement were computed by the judge, from what the submission answered: a worker sends none.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Score(msgspec.Struct, frozen=True, tag=True):
    """How many of `count` answers were right, and the bars: shares from 0 to 1, rising; the first one has to be met."""

    what: str
    right: int
    count: int
    bars: tuple[float, ...]


class Confusion(msgspec.Struct, frozen=True, tag=True):
    """counts[t][s]: how often what is names[t] was called names[s]."""

    what: str
    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


class Picture(msgspec.Struct, frozen=True):
    """height times width grey values, row by row, 0 for paper and 255 for ink."""

    pixels: bytes
    height: int
    width: int
    caption: str


class Pictures(msgspec.Struct, frozen=True, tag=True):
    what: str
    pictures: tuple[Picture, ...]


class Line(msgspec.Struct, frozen=True):
    """Points (x, y), joined (`curve`), joined and marked (`path`), or only marked (`dots`)."""

    name: str
    kind: Literal["curve", "path", "dots"]
    points: tuple[tuple[float, float], ...]


class Plot(msgspec.Struct, frozen=True, tag=True):
    """Lines over one pair of axes, which are named x and y."""

    what: str
    lines: tuple[Line, ...]
    x: str
    y: str


Exhibit = Score | Confusion | Pictures | Plot
