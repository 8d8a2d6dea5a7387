"""The HTML report as text: what it says, and that nothing of a learner's becomes markup."""

from __future__ import annotations

import base64
import io
import re
from collections import Counter
from html.parser import HTMLParser

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from grader.exhibits import Confusion, Line, Picture, Pictures, Plot, Score
from grader.reports import FORMATS, PLAIN
from grader.reports.html import MAX_TEXT, bars, drawings, shade
from grader.result import Attempt, CheckResult, Diagnosis, ExerciseResult, Failure, Fault, Next, Report, Verdict
from tests.reports.test_reports import EVIL, FAILED, PASSED, REPORT, TODO

PICTURE = Picture(bytes(range(6)), 2, 3, "9, read as 4")
EXHIBITS = (
    Score("unseen digits", 9865, 10_000, (0.97, 0.985, 0.99)),
    Confusion("unseen digits", ("3", "7"), ((98, 2), (1, 99))),
    Pictures("wrong ones", (PICTURE,) * 9),
    Plot("a descent", (Line("curve", "curve", ((0, 0), (1, 1))), Line("path", "path", ((0, 0), (1, 1)))), "x", "y"),
)
HISTORY = {
    FAILED.exercise: tuple(
        Attempt("ada", FAILED.exercise, "s", verdict, 1e9 + 86_400 * day)
        for day, verdict in enumerate([Verdict.FAILED] * 12 + [Verdict.PASSED, Verdict.TIMED_OUT, Verdict.FAILED])
    )
}
PAGE = msgspec.structs.replace(
    REPORT,
    exercises=(msgspec.structs.replace(PASSED, exhibits=EXHIBITS), FAILED, TODO),
    history=HISTORY,
)


HOSTILE = (EVIL, "</pre><script>alert(1)</script>", "<!--", "<![CDATA[", '" autofocus onfocus="x', "`<b>`")
# As many as a text asks for: its paragraphs, what stands between backticks, and the headline where no check tells it.
OF_TEXT = (("p",), ("p", "class", "data-find"), ("code",))


class Reader(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and the text of each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[tuple[str, ...]] = Counter()
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[(tag, *(name for name, _ in attrs))] += 1
        self._open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        self.elements[("comment",)] += 1

    def handle_pi(self, data: str) -> None:
        self.elements[("instruction",)] += 1


def read(report: Report) -> Reader:
    return Reader(FORMATS["html"](report, PLAIN))


def spoken_by(text: str) -> Report:
    """A report in which every text that anybody but us may have written is this one."""
    check = CheckResult(text, text, Verdict.FAILED, False, 0, 1, text, Failure(*[text] * 5))
    name = f"04_losses/{text}"
    result = ExerciseResult(name, Verdict.FAILED, (check,), text, 0.1, False, 1, text, Diagnosis(text, text), text)
    return msgspec.structs.replace(
        PAGE, exercises=(result, TODO), faults=(Fault(text, text),), titles={name: text, "04_losses": text},
        shown=name, next=Next(name, text), data=text,
    )  # fmt: skip


@given(st.text() | st.sampled_from(HOSTILE))
def test_nothing_that_a_learner_wrote_becomes_markup(text: str) -> None:
    plain, made = read(spoken_by("word")).elements, read(spoken_by(f"word {text}")).elements
    assert set(made) <= set(plain) | set(OF_TEXT)
    for kind in OF_TEXT:
        del plain[kind], made[kind]
    assert made == plain


@given(st.text())
def test_a_page_has_no_control_characters_and_can_be_written(text: str) -> None:
    page = FORMATS["html"](spoken_by(text), PLAIN)
    page.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


@given(st.text(st.characters(exclude_categories=["C"]) | st.just("\n"), min_size=1).filter(str.strip))
def test_what_was_printed_is_shown_as_it_was(text: str) -> None:
    result = msgspec.structs.replace(FAILED, output=f"[{text}]", checks=())
    page = read(msgspec.structs.replace(REPORT, exercises=(result,)))
    assert page.texts["pre"] == [f"[{text}]"]


def test_what_is_long_is_cut_and_says_so() -> None:
    result = msgspec.structs.replace(FAILED, output="<" * 10_000, checks=())
    (shown,) = read(msgspec.structs.replace(REPORT, exercises=(result,))).texts["pre"]
    assert shown == "<" * MAX_TEXT + f"\n... and {10_000 - MAX_TEXT:,} characters more"


def test_a_page_needs_nothing_but_itself() -> None:
    page = FORMATS["html"](PAGE, PLAIN)
    addresses = re.findall(r'(?:src|href|url\()="?([^"#)][^")]*)', page)
    assert addresses and all(address.startswith("data:") for address in addresses)
    assert "@import" not in page and "default-src &#39;none&#39;" in page


def test_a_pass_is_never_lost() -> None:
    page = read(PAGE)
    assert page.texts["h1"] == ["2 of 3 exercises passed"]
    assert "Passed on 21 September 2001" in " ".join(page.texts["p"])


def test_the_last_attempts_are_listed_with_their_dates() -> None:
    page = FORMATS["html"](PAGE, PLAIN)
    assert "15 attempts" in page
    assert page.count('<li class="wrong"><time') == 9 and page.count('<li class="passed"><time') == 1
    assert 'datetime="2001-09-09T01:46:40+00:00"' in page  # the first one, which is not among the ten


def test_a_failure_is_told_in_full() -> None:
    page = FORMATS["html"](PAGE, PLAIN)
    assert "came:    1\nwanted:  2" in page
    assert "grade mnist_loss --seed 7" in page
    assert "a bug of ours" in page and "Isolation: process-only" in page


@pytest.mark.parametrize(
    ("right", "over"),
    [(9865, (-165, -15, 35)), (9900, (-200, -50, 0)), (9899, (-199, -49, 1)), (0, (9700, 9850, 9900))],
)
def test_the_bars_count_the_mistakes_that_are_too_many(right: int, over: tuple[int, ...]) -> None:
    score = Score("digits", right, 10_000, (0.97, 0.985, 0.99))
    assert tuple(too_many for _, _, too_many in bars(score)) == over
    assert [too_many <= 0 for too_many in over] == [right / 10_000 >= bar for bar in score.bars]


def test_the_worst_confusion_is_the_darkest() -> None:
    counts = ((9, 1, 0), (4, 9, 0), (0, 2, 9))
    assert [[shade(n, t, s, counts) for s, n in enumerate(row)] for t, row in enumerate(counts)] == [
        ["right", "wrong1", "wrong0"],
        ["wrong4", "right", "wrong0"],
        ["wrong0", "wrong2", "right"],
    ]
    assert shade(0, 0, 1, ((5, 0), (0, 5))) == "wrong0"


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_picture_is_the_png_of_its_pixels(height: int, width: int, data: st.DataObject) -> None:
    pixels = data.draw(st.binary(min_size=height * width, max_size=height * width))
    address = drawings.png(Picture(pixels, height, width, ""))
    image = Image.open(io.BytesIO(base64.b64decode(address.removeprefix("data:image/png;base64,"))))
    assert image.mode == "L"
    assert np.array_equal(np.asarray(image), np.frombuffer(pixels, np.uint8).reshape(height, width))


@pytest.mark.parametrize(("share", "bars"), [(0.0, (0.9,)), (1.0, (0.97, 0.99)), (0.5, (0.4, 1.0)), (0.97, (0.97,))])
def test_a_scale_stays_on_its_line(share: float, bars: tuple[float, ...]) -> None:
    svg = str(drawings.scale(Score("digits", int(1000 * share), 1000, bars)))
    edges = [float(edge) for edge in re.findall(r' (?:x|width)="([^"]+)"', svg)]
    assert min(edges) >= -1 and max(edges) <= 320
