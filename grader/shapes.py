"""Shapes below one another, lined up at the right as broadcasting reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

Shape = tuple[int, ...]
Named = tuple[str, Shape]


def drawn(rows: Sequence[Named], clash: Sequence[bool] = ()) -> str:
    """A line a shape, and one with a mark below each axis that clashes (counted as the widest shape's)."""
    width = max(len(shape) for _, shape in rows)
    head = max(len(name) for name, _ in rows)
    cells = [["" for _ in range(width - len(shape))] + [str(size) for size in shape] for _, shape in rows]
    wide = max(len(cell) for row in cells for cell in row) + 2 if width else 0
    lines = [
        f"{name:<{head}}" + ("".join(f"{cell:>{wide}}" for cell in row) if shape else "  (), a single number")
        for (name, shape), row in zip(rows, cells, strict=True)
    ]
    marks = " " * head + "".join(f"{'^' if marked else '':>{wide}}" for marked in clash)
    return "\n".join([*lines, *([marks] if any(clash) and width else [])]).rstrip()


def apart(came: Shape, wanted: Shape) -> str:
    """Two shapes, and where they differ."""
    width = max(len(came), len(wanted))
    pairs = zip(*(("",) * (width - len(shape)) + shape for shape in (came, wanted)), strict=True)
    return drawn([("came", came), ("wanted", wanted)], [one != other for one, other in pairs])


def stretched(arguments: Sequence[Named], came: Shape) -> str:
    """Which two arguments broadcast to a shape that neither of them has: to the one that came, or unawares.

    Unawares are two with equally many numbers, as (n, 1) and (n,).
    """
    for (one, a), (other, b) in combinations(arguments, 2):
        both = together(a, b)
        if both is not None and both not in (a, b) and (both == came or math.prod(a) == math.prod(b)):
            return f"{one} {a} with {other} {b} broadcasts to {both}: {math.prod(both)} numbers."
    return ""


def unmatched(arguments: Sequence[Named], sizes: Sequence[int], axis: int) -> str:
    """The two arguments whose sizes clash in this axis, counted from the left; "" where they are not just two."""
    found = [
        drawn([one, other], _clashes(one[1], other[1]))
        for one, other in combinations(arguments, 2)
        if _last_clash(one[1], other[1]) in ((axis, *sizes), (axis, *reversed(sizes)))
    ]
    return found[0] if len(found) == 1 else ""


def _last_clash(a: Shape, b: Shape) -> tuple[int, ...]:
    """The last axis in which two shapes clash, with both sizes."""
    clashes = _clashes(a, b)
    if not any(clashes):
        return ()
    back = clashes[::-1].index(True) + 1
    return len(clashes) - back, a[-back], b[-back]


def together(a: Shape, b: Shape) -> Shape | None:
    """What two shapes broadcast to, None where they do not. (PyTorch's own function imports for a second first.)"""
    if any(_clashes(a, b)):
        return None
    return tuple(other if one == 1 else one for one, other in _filled(a, b))


def _clashes(a: Shape, b: Shape) -> list[bool]:
    return [one != other and 1 not in (one, other) for one, other in _filled(a, b)]


def _filled(a: Shape, b: Shape) -> list[tuple[int, int]]:
    """The sizes that meet, with ones in front of the shorter shape."""
    width = max(len(a), len(b))
    return list(zip(*((1,) * (width - len(shape)) + shape for shape in (a, b)), strict=True))
