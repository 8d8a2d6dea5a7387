"""What is drawn in the HTML report: pictures as PNG, the rest as inline SVG. Colours are the style sheet's."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from xml.etree import ElementTree

from markupsafe import Markup

from grader.exhibits import Line, Picture, Plot, Score
from grader.result import Attempt, Verdict

MAX_DOTS = 12  # attempts that a row of dots shows
WIDTH, HEIGHT, LEFT, BOTTOM, ROOM = 340, 200, 44, 24, 8  # of a plot, and what its edges leave free
Point = tuple[float, float]


def png(picture: Picture) -> str:
    """A grey picture as a data URI, in the format of https://www.w3.org/TR/png-3/."""
    width, pixels = picture.width, picture.pixels
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, picture.height * width, width))
    header = struct.pack(">IIBBBBB", width, picture.height, 8, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunks).decode()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def progress(done: int, total: int) -> Markup:
    """A bar that is filled as far as one has come; the words stand beside it."""
    svg = _svg(100, 8, "bar", preserveAspectRatio="none")
    _add(svg, "rect", "track", x=0, y=0, width=100, height=8)
    _add(svg, "rect", "done", x=0, y=0, width=round(100 * done / max(total, 1), 2), height=8)
    return _markup(svg)


def attempts(tried: Sequence[Attempt]) -> Markup:
    """A dot for each of the last attempts: filled where it passed, a ring where not."""
    last = tried[-MAX_DOTS:]
    svg = _svg(12 * len(last), 12, "dots")
    for place, attempt in enumerate(last):
        passed = attempt.verdict is Verdict.PASSED
        _add(svg, "circle", "passed" if passed else "wrong", cx=12 * place + 6, cy=6, r=4 if passed else 3.25)
    return _markup(svg)


def scale(score: Score) -> Markup:
    """The share of right answers on a line that ends at 100 %, with a stroke for each bar."""
    share = score.right / max(score.count, 1)
    low = max(0.0, 1 - 1.25 * (1 - min(share, *score.bars, 0.999)))
    svg = _svg(320, 22, "scale", preserveAspectRatio="none")
    _add(svg, "rect", "track", x=0, y=8, width=320, height=6)
    _add(svg, "rect", "done", x=0, y=8, width=round(_along(share, low), 1), height=6)
    for bar in score.bars:
        met = "met" if share >= bar else "unmet"
        _add(svg, "rect", met, x=round(_along(bar, low) - 1, 1), y=3, width=2, height=16)
    return _markup(svg)


def _along(share: float, low: float) -> float:
    return 320 * (share - low) / (1 - low)


def plot(drawn: Plot) -> Markup:
    """Curves, paths and dots over two axes that say how far they go."""
    points = [point for line in drawn.lines for point in line.points]
    (x0, x1), (y0, y1) = [(min(side), max(side)) for side in zip(*points, strict=True)]

    def place(point: Point) -> str:
        across = (point[0] - x0) / ((x1 - x0) or 1) * (WIDTH - LEFT - 2 * ROOM)
        up = (point[1] - y0) / ((y1 - y0) or 1) * (HEIGHT - BOTTOM - 2 * ROOM)
        return f"{LEFT + ROOM + across:.1f},{HEIGHT - BOTTOM - ROOM - up:.1f}"

    svg = _svg(WIDTH, HEIGHT, "plot")
    _add(svg, "polyline", "axis", points=f"{LEFT},0 {LEFT},{HEIGHT - BOTTOM} {WIDTH},{HEIGHT - BOTTOM}")
    for text, x, y, anchor in (
        (f"{x0:.2g}", LEFT + ROOM, HEIGHT - 8, "start"), (f"{x1:.2g}", WIDTH - ROOM, HEIGHT - 8, "end"),
        (drawn.x, (WIDTH + LEFT) / 2, HEIGHT - 8, "middle"), (f"{y0:.2g}", LEFT - 6, HEIGHT - BOTTOM - 4, "end"),
        (f"{y1:.2g}", LEFT - 6, 14, "end"), (drawn.y, LEFT - 6, (HEIGHT - BOTTOM) / 2, "end"),
    ):  # fmt: skip
        _add(svg, "text", "", x=x, y=y, text_anchor=anchor).text = text
    for number, line in enumerate(drawn.lines):
        _draw(svg, line, colour(line, number), [place(point) for point in line.points])
    return _markup(svg)


def colour(line: Line, number: int) -> str:
    """The class that names a line's colour: a path stands out, the others are told apart by their order."""
    return "path" if line.kind == "path" else f"c{number}"


def _draw(svg: ElementTree.Element, line: Line, kind: str, places: list[str]) -> None:
    if line.kind != "dots":
        _add(svg, "polyline", kind, points=" ".join(places))
    if line.kind != "curve":
        for place in places:
            x, y = place.split(",")
            _add(svg, "circle", kind, cx=x, cy=y, r=3)


def _svg(width: int, height: int, kind: str, **more: str) -> ElementTree.Element:
    """Hidden from those who listen: whatever it shows is also told in words beside it."""
    attributes = {"viewBox": f"0 0 {width} {height}", "class": kind, "aria-hidden": "true", **more}
    return ElementTree.Element("svg", attributes)


def _add(svg: ElementTree.Element, name: str, kind: str, **attributes: object) -> ElementTree.Element:
    given = {key.replace("_", "-"): str(value) for key, value in attributes.items()}
    return ElementTree.SubElement(svg, name, given | ({"class": kind} if kind else {}))


def _markup(svg: ElementTree.Element) -> Markup:
    """ElementTree escapes whatever is not markup."""
    return Markup(ElementTree.tostring(svg, encoding="unicode"))
