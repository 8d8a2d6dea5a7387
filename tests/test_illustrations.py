"""Pictures of ours for what is passed."""

from __future__ import annotations

import msgspec
import pytest

from grader.catalog import Course
from grader.exhibits import Pictures, Plot
from grader.illustrations import ILLUSTRATIONS, illustrated
from grader.result import Attempt, ExerciseResult, Verdict
from tests.reports.test_reports import REPORT

DESCENT = "06_steps/plot_descent"


@pytest.mark.parametrize("name", ILLUSTRATIONS)
def test_every_illustrated_exercise_is_in_the_course_and_has_small_pictures(name: str, course: Course) -> None:
    assert name in {exercise.name for exercise in course.all}
    exhibits = ILLUSTRATIONS[name](course.data)
    assert exhibits and len(msgspec.json.encode(exhibits)) < 30_000
    for exhibit in exhibits:
        assert isinstance(exhibit, Plot | Pictures)


def test_a_mean_digit_is_nearer_to_its_own_kind(course: Course) -> None:
    three, seven = ILLUSTRATIONS["03_distances/pixel_similarity"](course.data)
    assert "nearer to 3" in three.what and "nearer to 7" in seven.what


@pytest.mark.parametrize(
    ("verdict", "before", "shown"),
    [(Verdict.PASSED, None, True), (Verdict.FAILED, Verdict.PASSED, True), (Verdict.FAILED, Verdict.FAILED, False)],
)
def test_only_what_has_been_passed_is_illustrated(
    course: Course, verdict: Verdict, before: Verdict | None, shown: bool
) -> None:
    history = {DESCENT: (Attempt("ada", DESCENT, "s", before, 0.0),)} if before else {}
    report = msgspec.structs.replace(REPORT, exercises=(ExerciseResult(DESCENT, verdict, ()),), history=history)
    (result,) = illustrated(report, course.data).exercises
    assert bool(result.exhibits) == shown
