"""Every format read by an independent reader, and what holds for a learner's text in all of them."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import junitparser
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.reports import FORMATS, PLAIN
from grader.reports.csv import defused
from grader.reports.github import fenced
from grader.reports.screen import harmless
from grader.result import CheckResult, ExerciseResult, Failure, Fault, Report, Verdict
from tests.reports.readers import STRUCTURE, commands, validated
from tests.reports.test_reports import BROKEN, CRASHED, EVIL, FAILED, PASSED, REPORT, TODO

NASTY = [
    "\x1b[31m", "\x1b]0;title\x07", "\x00", "\ufffe", "\ud800", "\u202e", "\u2028", "\r\n", "\n", "\n\n", "\t",
    "::error::", "\n::set-output name=x::y", "::stop-commands::x", "##[error]", "%0A::warning::", "%25",
    "]]>", "<!--", "</script>", "<b>", "&amp;", '"', "'", "`", "```", "\n```\n", "~~~", "    ", "# ", "\n# ", "- ",
    "\n> ", "|", "\\", "$", "[a](b)", "![x](y)", "http://a.b", "@everyone", "=1+1", "+", "-",
    "@", "\uff1d1", ",", ";", "{{ x }}",
]  # fmt: skip
EVERYTHING = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=5), max_size=8).map("".join)
TEXTS = EVERYTHING.map(lambda text: f"{text}x")  # with nothing in it, a part may be left out
LEARNERS = "exercises/04_losses/mnist_loss.py"


def written_by_a_learner(text: str) -> Report:
    """A report in which all that may come from a learner is this text."""
    checks = tuple(
        msgspec.structs.replace(check, message=check.message and text, failure=check.failure and Failure(*[text] * 5))
        for check in FAILED.checks
    )
    failed = msgspec.structs.replace(FAILED, message=text, output=text, checks=checks)
    broken = msgspec.structs.replace(BROKEN, message=text, output=text)
    fault = Fault("06_steps/descend", text)
    paths = REPORT.paths | {FAILED.exercise: f"{text}/mnist_loss.py"}
    return msgspec.structs.replace(REPORT, exercises=(PASSED, failed, broken), faults=(fault,), paths=paths)


def only(*exercises: ExerciseResult) -> Report:
    return msgspec.structs.replace(REPORT, exercises=exercises, faults=())


def rendered(name: str, report: Report) -> str:
    return FORMATS[name](report, PLAIN)


# HTML shows a message where it comes first and once only, so its tags may differ: tests/reports/test_html.py.
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
@given(text=TEXTS)
def test_a_learners_text_does_not_change_a_reports_structure(name: str, text: str) -> None:
    report = rendered(name, written_by_a_learner(text))
    assert report.encode()  # no surrogates
    assert STRUCTURE[name](report) == STRUCTURE[name](rendered(name, written_by_a_learner("x")))


@given(EVERYTHING)
def test_nothing_between_fences_is_a_command(text: str) -> None:
    assert not list(commands(fenced(text)))
    assert [name for name, _, _ in commands(fenced(text) + "::notice::over")] == ["notice"]


def test_the_fence_is_needed() -> None:
    assert [name for name, _, _ in commands("\n    ::add-mask::a\nhere ##[error]b")] == ["add-mask", "error"]


def test_a_junit_parser_reads_every_check_once() -> None:
    suites = junitparser.JUnitXml.fromstring(rendered("junit", REPORT).encode())
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (10, 1, 3, 3)
    kinds = {suite.name: [[type(r).__name__ for r in case.result] for case in suite] for suite in suites}
    assert kinds == {
        "04_losses/mse": [[], ["Skipped"]],
        "04_losses/mnist_loss": [["Failure"], []],
        "05_gradients/track": [["Skipped"]],
        "05_gradients/to_numpy": [[], ["Error"], ["Skipped"]],
        "05_gradients/slope": [["Error"]],
        "06_steps/descend: the grader": [["Error"]],
    }
    assert [suite.time for suite in suites] == [0.02, 0.031, 0.0, 1.5, 0.01, 0.0]
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names)


def test_an_xml_parser_gets_the_learners_text_back() -> None:
    (printed,) = ElementTree.fromstring(rendered("junit", only(FAILED))).iter("system-out")
    assert printed.text == f"hello\n{harmless(EVIL)}"


@pytest.mark.parametrize("name", ["gradescope", "gradescope-leaderboard"])
@pytest.mark.parametrize("report", [REPORT, only(PASSED), only(TODO)])
def test_gradescope_gets_a_score_that_is_the_sum_of_its_tests(name: str, report: Report) -> None:
    results = validated("gradescope", rendered(name, report))
    assert results["score"] == sum(test["score"] for test in results["tests"]) == report.points
    assert sum(test["max_score"] for test in results["tests"]) == report.max_points
    assert all((test["status"] == "passed") == (test["score"] == test["max_score"]) for test in results["tests"])
    assert ("leaderboard" in results) == (name != "gradescope")


@pytest.mark.parametrize(
    ("report", "status"),
    [
        (only(PASSED), "pass"), (only(FAILED), "fail"), (only(TODO), "fail"), (only(CRASHED), "fail"),
        (only(PASSED, FAILED), "fail"), (only(BROKEN), "error"), (REPORT, "error"),
    ],
)  # fmt: skip
def test_exercism_and_the_classroom_tell_how_it_ended(report: Report, status: str) -> None:
    results = validated("exercism", rendered("exercism", report))
    assert results["status"] == status
    classroom = validated("classroom", rendered("classroom", report))
    assert classroom["status"] == {0: "pass", 1: "fail", 3: "error"}[report.exit_status]
    assert sum(test["score"] for test in classroom["tests"]) == report.points
    assert classroom["max_score"] == report.max_points


@given(st.text(st.characters(), min_size=480, max_size=4000))
def test_exercism_takes_500_characters_of_output(output: str) -> None:
    report = only(msgspec.structs.replace(FAILED, output=output))
    (shown, _) = validated("exercism", rendered("exercism", report))["tests"]
    assert len(shown["output"]) <= 500


def test_exercism_shows_the_call_that_failed_as_code() -> None:
    (shown, other) = validated("exercism", rendered("exercism", only(FAILED)))["tests"]
    assert (shown["test_code"], other["test_code"]) == (
        "preds = torch.ones(2)\nmnist_loss(preds, targs)",
        "test_refuses",
    )
    (hidden, _) = validated("exercism", rendered("exercism", only(FAILED).unrevealed()))["tests"]
    assert hidden["test_code"] == shown["test_code"] and "wanted" in shown["message"]
    assert "wanted" not in hidden["message"] and "shapes" not in hidden["message"]


def test_github_annotates_the_learners_lines() -> None:
    annotations = [properties for _, properties, _ in commands(rendered("github", REPORT))]
    found = [(properties.get("file"), properties.get("line")) for properties in annotations]
    assert found == [
        (None, None), (LEARNERS, "4"), ("exercises/05_gradients/to_numpy.py", "2"),
        ("exercises/05_gradients/slope.py", "3"),
    ]  # fmt: skip


@given(TEXTS)
def test_github_gets_a_files_name_whole(text: str) -> None:
    found = list(commands(rendered("github", written_by_a_learner(text))))
    assert found[1][1]["file"] == harmless(f"{text}/mnist_loss.py")


def test_github_gets_no_more_annotations_than_it_shows() -> None:
    assert len(list(commands(rendered("github", only(*[FAILED] * 30))))) == 10


def test_a_csv_reader_gets_a_row_for_each_check_and_each_fault() -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", REPORT), newline="")))
    assert len(rows) == 10 and all(None not in row and None not in row.values() for row in rows)
    assert sum(int(row["points"] or 0) for row in rows) == REPORT.points
    assert (rows[2]["exercise"], rows[2]["mistake"], rows[2]["at"]) == ("04_losses/mnist_loss", "no_mean", "4")
    assert rows[-1]["verdict"] == "fault" and rows[-1]["points"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", "\uff1d1"])
def test_a_formula_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


def test_numbers_and_plain_text_stay_as_they_are_in_a_table() -> None:
    assert [defused(cell) for cell in (-1, 0.5, None, "a=b", "\r=1")] == [-1, 0.5, None, "a=b", "\\r=1"]


def test_markdown_becomes_the_page_that_was_meant() -> None:
    page = MarkdownIt("commonmark").enable("table").render(rendered("markdown", REPORT))
    assert "<td><code>04_losses/mnist_loss</code></td>\n<td>not yet right</td>" in page
    assert page.count('<code class="language-text">') == 5  # a fault, three messages, one output
    assert "&lt;b&gt;&amp;amp; =1+1" in page


def test_what_is_long_is_cut_where_github_takes_no_more_than_a_megabyte() -> None:
    long = "字" * 20_000
    check = CheckResult("test_x", "It is.", Verdict.FAILED, False, 0, 1, long, Failure(long, long, long, long, long))
    result = msgspec.structs.replace(FAILED, message=long, output=long, checks=(check,))
    assert len(rendered("markdown", only(*[result] * 70)).encode()) < 1024 * 1024


@given(TEXTS)
def test_what_the_classrooms_reporter_prints_is_no_command(text: str) -> None:
    """It prints names, messages and paths as they are."""
    report = validated("classroom", rendered("classroom", written_by_a_learner(text)))
    printed = "\n".join(str(value) for test in report["tests"] for value in test.values())
    assert not list(commands(printed))
