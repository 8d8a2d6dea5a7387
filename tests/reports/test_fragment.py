"""The pieces of HTML that Jupyter shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from grader.reports.fragment import Standing, standing, standing_text, verdict
from grader.result import Diagnosis, Failure, Next, Report, Verdict
from tests.reports.test_reports import EVIL, FAILED, PASSED, REPORT, TODO, check

TAGS = {"style", "div", "p", "b", "span", "ul", "li", "pre", "code", "details", "summary", "table", "tr", "td"}


class Reader(HTMLParser):
    """Checks that tags are known and closed, and keeps the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attributes} <= {"class", "style"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if self.open[-1:] != ["style"] else ""


def of(result: object, **fields: object) -> Report:
    return msgspec.structs.replace(REPORT, **{"exercises": (result,), "faults": (), **fields})


def test_a_failure_is_told_in_full() -> None:
    shown = Reader(verdict(of(FAILED))).text
    for told in ("not yet right", "1 of 2 points", "It averages.", "wanted:  2", "The average is missing.", "hello"):
        assert told in shown
    assert "%hint mnist_loss: hint 2 of 4. grade show mnist_loss: the lesson." in shown and "Next" not in shown


def test_a_pass_says_what_is_next_and_what_is_not_begun_says_so() -> None:
    following = Next("05_gradients/track", "x.py")
    assert "Next: 05_gradients/track Keep track" in Reader(verdict(of(PASSED, next=following))).text
    assert "not begun" in Reader(verdict(of(TODO))).text


def test_only_the_first_failure_shows_its_call_at_once() -> None:
    failed = msgspec.structs.replace(
        FAILED, checks=tuple(check(name, Verdict.FAILED, "Wrong.", Failure(f"call {name}")) for name in ("a", "b", "c"))
    )
    parts = verdict(of(failed)).split("<details>")
    assert "call a" in parts[0] and "call b" in parts[1] and len(parts) == 3


def test_a_fault_is_not_the_learners() -> None:
    shown = Reader(verdict(of(PASSED, exercises=(), faults=REPORT.faults))).text
    assert "a fault of the grader's, not yours" in shown and "a bug of ours" in shown


@given(st.text() | st.just(EVIL) | st.sampled_from(["<script>`</script>`", "`<b>`", '"><img src=x onerror=1>']))
def test_a_learners_text_is_text(text: str) -> None:
    checks = (check("a", Verdict.FAILED, text or "x", Failure(*[text] * 5)),)
    result = msgspec.structs.replace(FAILED, checks=checks, message=text, output=text, diagnosis=Diagnosis("a", text))
    html = verdict(of(result))
    Reader(html)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", html)


def test_progress_is_told_by_chapter() -> None:
    now = Standing((("04 Losses", 2, 5), ("05 <b>", 0, 7)), ("04_losses/slope", "Slope"))
    for shown in (Reader(standing(now)).text, standing_text(now)):
        assert "2 of 12 exercises passed" in shown and "05 <b>" in shown and "Next: 04_losses/slope" in shown
    assert "width: 40%" in standing(now)
    assert "Everything is passed." in standing_text(Standing((("04", 1, 1),), None))
