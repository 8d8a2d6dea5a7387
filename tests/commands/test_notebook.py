"""`grade notebook` and `grade FILE.ipynb`, as a person meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.catalog import Course
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade
from tests.notebooks import book, code, exported, solutions, write


def test_export_writes_every_chapter_and_never_over_an_answer(grade: Grade, tmp_path: Path, course: Course) -> None:
    here = tmp_path / "here"
    said = grade("notebook", "export").stdout.splitlines()
    assert said == [f"notebooks/{chapter.name}.ipynb" for chapter in course.chapters]
    path = here / said[3]
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    said = grade("notebook", "export", "losses", "mnist_loss", "05").stdout.splitlines()
    assert "It was left as it is." in said[0] and said[1:] == ["notebooks/05_gradients.ipynb"]
    assert path.read_bytes() == before + b"\n"
    grade("notebook", "export", "04", "--output", tmp_path / "fresh")
    assert (tmp_path / "fresh/04_losses.ipynb").read_bytes() == before


def test_a_notebook_is_graded_like_files_and_the_ledger_remembers(grade: Grade, tmp_path: Path, course: Course) -> None:
    answers = {**solutions(course, "04_losses"), "mnist_loss": SWAPPED}
    del answers["mse"]
    path = write(tmp_path / "mine.ipynb", exported(course, "04_losses", answers))
    first = json.loads(grade("notebook", "grade", path, "--format", "json").stdout)
    verdicts = {found["exercise"].split("/")[1]: found["verdict"] for found in first["exercises"]}
    assert verdicts == {
        "mse": "todo", "sigmoid": "passed", "mnist_loss": "failed", "batch_accuracy": "passed", "slope": "passed",
    }  # fmt: skip
    second = grade(path)
    assert second.returncode == 1
    assert "What may be behind it" in second.stdout and "3/5" in second.stdout
    again = json.loads(grade(path, "--format", "json").stdout)
    assert [found["cached"] for found in again["exercises"]] == [True] * 5
    one = grade("notebook", "grade", path, "sigmoid", "sigmoid")
    assert one.returncode == 0 and "Next: 04_losses/" not in one.stdout


def test_what_is_next_is_in_the_notebook(grade: Grade, tmp_path: Path, course: Course) -> None:
    write(tmp_path / "here" / "mine.ipynb", exported(course, "04_losses"))
    shown = " ".join(grade("mine.ipynb").stdout.split())
    assert "Next: 04_losses/mse" in shown
    assert (
        "Open mine.ipynb, read the lesson above its cell" in shown
        and "run `grade notebook grade mine.ipynb mse`" in shown
    )


def test_a_notebook_without_marks_is_for_the_exercise_that_is_named(grade: Grade, tmp_path: Path) -> None:
    path = write(tmp_path / "mine.ipynb", book("x = undefined", RIGHT))
    assert grade("notebook", "grade", path, "mnist_loss").returncode == 0
    assert grade(path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("notebook",), "export|grade"),
        (("notebook", "export", "nowhere"), "There is no exercise 'nowhere'"),
        (("notebook", "export", "--output", "hostile.ipynb/x"), "cannot be written"),
        (("notebook", "grade", "mine.py"), "its name has to end in .ipynb"),
        (("notebook", "grade", "hostile.ipynb"), "hostile.ipynb is no notebook that can be read"),
        (("hostile.ipynb",), "hostile.ipynb is no notebook that can be read"),
        (("nowhere.ipynb",), "There is no"),
        (("plain.ipynb",), "is for no exercise"),
    ],
)
def test_what_cannot_be_used_is_named_and_ends_with_2(
    grade: Grade, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    write(tmp_path / "here" / "hostile.ipynb", "{" * 1000)
    write(tmp_path / "here" / "plain.ipynb", book("x = 1"))
    refused = grade(*arguments)
    assert refused.returncode == 2, refused.stderr
    assert said in refused.stderr and "Traceback" not in refused.stderr


def test_a_hostile_notebook_is_broken_where_its_exercise_is_known(grade: Grade, tmp_path: Path) -> None:
    path = write(tmp_path / "mnist_loss.ipynb", b"\xff" * 100)
    shown = grade(path)
    assert shown.returncode == 1 and "it is not written in UTF-8" in shown.stdout
    link = tmp_path / "sigmoid.ipynb"
    link.symlink_to(write(tmp_path / "other.ipynb", book(code(RIGHT, "04_losses/sigmoid"))))
    assert "Links are not followed" in grade(link).stdout
