"""The catalogue and the reading of a course's files."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from grader.catalog import Course, course_in
from grader.errors import GraderFault, UnknownExercise
from grader.outline import PublicName, public_names


def test_every_exercise_has_its_files_its_checks_and_its_budget(course: Course) -> None:
    for exercise in course.all:
        paths = (
            course.stub_path(exercise), course.solution_path(exercise),
            course.checks_path(exercise), course.mistakes_path(exercise),
        )  # fmt: skip
        assert all(path.is_file() for path in paths), exercise.name
        assert any(not check.bonus for check in course.checks_of(exercise))
        assert exercise.budget > 0 and exercise.threads in (1, 2)
        assert set(exercise.points) <= {check.name for check in course.checks_of(exercise)}


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("04_losses/mnist_loss", 1),
        ("mnist_loss", 1),
        ("exercises/04_losses/mnist_loss.py", 1),
        ("04_losses/", 5),
        ("losses", 5),
        ("04", 5),
    ],
)
def test_an_exercise_may_be_named_in_every_way(course: Course, wanted: str, count: int) -> None:
    found = course.find(wanted)
    assert len(found) == count
    assert "04_losses/mnist_loss" in [exercise.name for exercise in found]


def test_an_unknown_name_lists_the_nearest(course: Course) -> None:
    with pytest.raises(UnknownExercise, match="mnist_loss"):
        course.find("minst_loss")
    with pytest.raises(UnknownExercise, match="grade list"):
        course.find("zzz")


def test_public_names_are_the_top_levels_own() -> None:
    source = (
        "import torch\nA = 1\nB: int = 2\n_c = 3\ndef f(a, /, b, *, c): ...\nclass K:\n    def __init__(self, x): ...\n"
    )
    assert public_names(ast.parse(source)) == (
        PublicName("A", "constant"), PublicName("B", "constant"),
        PublicName("f", "function", ("a", "b", "c")), PublicName("K", "class", ("x",)),
    )  # fmt: skip


def test_what_an_exercise_leans_on_comes_before_it(course: Course) -> None:
    slugs = [exercise.slug for exercise in course.all]
    assert all(slugs.index(slug) < slugs.index(e.slug) for e in course.all for slug in e.leans_on)
    assert sum(bool(exercise.leans_on) for exercise in course.all) > 50


@pytest.mark.parametrize("slug", ["l3_distance", "mnist_loss", "mse"])
def test_an_exercise_cannot_lean_on_what_does_not_come_before_it(course: Course, tmp_path: Path, slug: str) -> None:
    text = course.catalog_path.read_text().replace('leans_on = ["l2_distance"]', f'leans_on = ["{slug}"]')
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "catalog.toml").write_text(text)
    with pytest.raises(GraderFault, match=f"04_losses/mse leans on {slug}, which is no exercise before it"):
        course_in(tmp_path).find("mse")


def test_a_catalogue_that_cannot_be_read_is_our_fault(course: Course, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "catalog.toml").write_text('title = "T"\n[[chapter]]\nname = "x"\ntitle = "X"\ntitel = "typo"\n')
    broken = Course(tmp_path, course.solutions, course.checks, course.mistakes, course.variants, course.data)
    with pytest.raises(GraderFault, match="titel"):
        _ = broken.all
