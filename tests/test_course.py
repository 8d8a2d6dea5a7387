"""The contract across the trees: stubs, solutions, checks and catalogue fit, and the engine judges them as it must.

The content gate (`grade dev check`) goes further: it judges every known mistake too.
"""

from __future__ import annotations

import base64
import os

import pytest

from grader.catalog import Course, own_course
from grader.gate import unlisted
from grader.glossary import glossary
from grader.result import Verdict
from grader.texts import texts
from tests.conftest import ROOT, Judge

COURSE = own_course()
FUNCTIONS = [exercise.name for exercise in COURSE.all if exercise.threads == 1]
TRAINED = [exercise.name for exercise in COURSE.all if exercise.threads > 1]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_solution_passes_and_the_stub_does_not(judge: Judge, course: Course, name: str) -> None:
    (exercise,) = course.find(name)
    solution = judge(name, course.solution_path(exercise).read_bytes(), seed=11)
    assert solution.verdict is Verdict.PASSED, solution.message
    assert solution.points == solution.max_points
    stub = judge(name, course.stub(exercise), seed=11)
    assert stub.verdict is (Verdict.FAILED if course.is_repair(exercise) else Verdict.TODO)


@pytest.mark.parametrize("name", TRAINED)
def test_the_stub_of_a_training_is_todo(judge: Judge, course: Course, name: str) -> None:
    assert judge(name, course.stub(course.find(name)[0])).verdict is Verdict.TODO


@pytest.mark.parametrize("name", TRAINED)
def test_a_source_that_carries_weights_along_is_not_run(judge: Judge, course: Course, name: str) -> None:
    (exercise,) = course.find(name)
    weights = base64.b85encode(os.urandom(4 * exercise.max_source)).decode()
    source = course.solution_path(exercise).read_text() + f"\nWEIGHTS = {weights!r}\n"
    result = judge(name, source)
    assert result.verdict is Verdict.FAILED and result.points == 0
    assert "too long" in result.message


@pytest.mark.parametrize("name", [exercise.name for exercise in COURSE.all])
def test_the_words_of_an_exercise_are_in_order(course: Course, name: str) -> None:
    assert not list(texts(course, course.find(name)[0]))


def test_nothing_lies_about_that_the_catalogue_does_not_list(course: Course) -> None:
    assert unlisted(course) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", TRAINED)
def test_a_training_reaches_its_top_bar_at_full_size(judge: Judge, course: Course, name: str) -> None:
    result = judge(name, course.solution_path(course.find(name)[0]).read_bytes(), small=False)
    assert result.verdict is Verdict.PASSED, result.message
    assert result.points == result.max_points, [check.message for check in result.checks]


def test_the_glossary_page_is_that_of_the_vocabulary(course: Course) -> None:
    """`grade dev glossary > docs/glossary.md` writes it anew."""
    assert (ROOT / "docs/glossary.md").read_text(encoding="utf-8") == glossary(course)
