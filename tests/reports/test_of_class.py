"""The class's page and table: what they hold, and that a learner's name is data in them."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from grader.gradebook import Entry, Handed
from grader.insight import Alike
from grader.reports.html.of_class import render
from grader.reports.misconceptions import table_of
from grader.result import CheckResult, Diagnosis, ExerciseResult, Verdict

LOSS, MSE = "04_losses/mnist_loss", "04_losses/mse"
TIME = "2026-03-01T12:00:00+00:00"


def entry(learner: str, exercise: str, verdict: Verdict, text: str = "Why.") -> Entry:
    passed = verdict is Verdict.PASSED
    checks = (CheckResult("test_a", "It averages.", verdict, False, int(passed), 1),)
    diagnosis = None if verdict is not Verdict.FAILED else Diagnosis("no_mean", text)
    return Entry(
        Handed(learner, 1_700_000_000.0), exercise, ExerciseResult(exercise, verdict, checks, diagnosis=diagnosis), 0.0
    )


class Tags(HTMLParser):
    """The tags of a page in order, without those that stand once for each learner's text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def tags(page: str) -> list[str]:
    parser = Tags()
    parser.feed(page)
    return parser.found


def page(name: str, text: str = "Why.") -> str:
    entries = [
        entry(name, LOSS, Verdict.FAILED, text), entry(name, MSE, Verdict.PASSED), entry("bob", LOSS, Verdict.CRASHED),
    ]  # fmt: skip
    return render("A class", TIME, [LOSS, MSE], entries, [Alike((name, "bob"), (LOSS,))])


def test_the_page_shows_what_to_teach_who_is_stuck_and_who_passed_what() -> None:
    shown = page("ada")
    assert "2 learners, 2 exercises, 3 answers, 25 % passed" in shown
    assert re.search(r"1 of 2</b> <span>no mean</span> <code>04_losses/mnist_loss</code>", shown)
    assert "14 November 2023" in shown and "ada, bob" in shown
    ada, bob = re.findall(r'<tr><th scope="row">(.*?)</tr>', shown)
    assert ada == 'ada</th><td>1</td><td>1</td><td class="f"></td><td class="p"></td>'
    assert bob == 'bob</th><td>0</td><td>0</td><td class="x"></td><td class=" "></td>'


def test_nothing_is_fetched_and_only_our_script_runs() -> None:
    shown = page("ada")
    assert "default-src &#39;none&#39;" in shown
    assert not re.findall(r"(?:src|href)\s*=\s*[\"'](?!data:|#)", shown) and "@import" not in shown


@given(st.text(min_size=1), st.text(min_size=1))
def test_names_and_texts_are_never_markup(name: str, text: str) -> None:
    shown = page(name + "!", text)
    assert [tag for tag in tags(shown) if tag != "code"] == [tag for tag in tags(page("ada")) if tag != "code"]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", shown)


def test_the_table_counts_among_those_who_began() -> None:
    entries = [
        entry("=ada", LOSS, Verdict.FAILED), entry("bob", LOSS, Verdict.PASSED), entry("eve", LOSS, Verdict.MISSING),
    ]  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(table_of(entries)))
    assert (row["mistake"], row["learners"], row["of"], row["example"]) == ("no_mean", "1", "2", "'=ada")


def test_an_empty_class_has_a_page() -> None:
    assert "0 learners" in render("Nobody", TIME, [], [], [])
