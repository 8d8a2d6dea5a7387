"""What reports have in common."""

from __future__ import annotations

import msgspec
import pytest

from grader.exhibits import Score
from grader.reports import FORMATS, PLAIN
from grader.reports.plain import advice, drawings, shown
from grader.reports.terminal import render_result
from grader.result import CheckResult, ExerciseResult, Failure, Help, Next, Verdict
from tests.reports.test_reports import FAILED, PASSED, REPORT, TODO

HELP = {FAILED.exercise: Help(4, 4, ("distance_from_target", "sigmoid"))}


def test_the_next_step_is_a_hint_the_lesson_and_what_it_builds_on() -> None:
    report = msgspec.structs.replace(REPORT, help=HELP)
    assert advice(report, FAILED) == (
        "`grade hint mnist_loss`: all 4 hints. `grade show mnist_loss`: the lesson.\n"
        "It builds on `distance_from_target` and `sigmoid`. `grade mnist_loss --seed 7`: the same inputs."
    )
    assert advice(report, FAILED, commands=False) == (
        "h: all 4 hints. s: the lesson.\nIt builds on `distance_from_target` and `sigmoid`."
    )


def test_who_writes_in_a_notebook_is_told_a_command_for_it() -> None:
    report = msgspec.structs.replace(REPORT, next=Next(FAILED.exercise, "mine.ipynb"))
    assert "`grade notebook grade mine.ipynb mnist_loss --seed 7`" in advice(report, FAILED)


@pytest.mark.parametrize("result", [PASSED, TODO])
def test_nothing_is_advised_where_nothing_failed(result: ExerciseResult) -> None:
    assert advice(msgspec.structs.replace(REPORT, help={result.exercise: Help(0, 4)}), result) == ""


def test_watch_names_its_keys() -> None:
    said = render_result(msgspec.structs.replace(REPORT, exercises=(FAILED,)))
    assert "h: hint 2 of 4. s: the lesson." in said and "grade hint" not in said


def test_what_came_is_shown_below_the_call_and_lined_up() -> None:
    failure = Failure("f(\n    1)", "2", "3", "came    1  2\nwanted     2", "a note", (4.0, 2.0, 1.0))
    check = CheckResult("test_f", "It is.", Verdict.FAILED, False, 0, 1, "Wrong.", failure)
    assert shown(check).split("\n") == [
        "f(", "    1)", "came:    2", "wanted:  3", "shapes:  came    1  2", "         wanted     2",
        "curve:   4 █▃▁ 1", "a note",
    ]  # fmt: skip
    assert shown(check, margin="  ").startswith("  f(\n      1)\ncame:")


def trained(output: str = "") -> ExerciseResult:
    score = Score("unseen digits", 960, 1_000, (0.97,))
    return msgspec.structs.replace(FAILED, exhibits=(score,), output=output)


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_a_trained_model_is_told_how_far_it_is_from_the_bar(name: str) -> None:
    page = FORMATS[name](msgspec.structs.replace(REPORT, exercises=(trained(),)), PLAIN)
    assert "97% is wanted: 1.00 points short, 10 more of 1,000 to get right" in page


@pytest.mark.parametrize(
    ("output", "curve"),
    [
        ("loss 4.0\nloss 2.0\nloss 1.0\n", ["losses printed: 4 █▃▁ 1"]),
        ("epoch 0, train_loss=8e0, epoch 1, train_loss=4\nLoss: 0\n", ["losses printed: 8 █▅▁ 0"]),
        ("loss 4.0\n", []), ("loss nan loss inf loss x loss", []), ("3 losses 4", []), ("glossy 1 2 3", []),
    ],
)  # fmt: skip
def test_losses_that_were_printed_make_a_curve(output: str, curve: list[str]) -> None:
    assert drawings(trained(output))[1:] == curve


def test_one_exercise_fits_a_screen() -> None:
    checks = (FAILED.checks[0], *[msgspec.structs.replace(FAILED.checks[1]) for _ in range(20)])
    result = msgspec.structs.replace(FAILED, checks=checks, output="")
    page = FORMATS["terminal"](msgspec.structs.replace(REPORT, exercises=(result,), faults=()), PLAIN)
    assert page.count("\n") < 24 and "All other checks pass." in page
    assert "All other checks" not in render_result(msgspec.structs.replace(REPORT, exercises=(result,)))  # it scrolls
