"""Where a learner begins, and what can be done with the exercise in hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.errors import UsageError
from grader.ledger import Ledger, ledger_path
from grader.result import ExerciseResult, Verdict
from grader.session import Target
from grader.watch.desk import Desk

NAME = "04_losses/mnist_loss"


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger(ledger_path()) as ledger:
        yield ledger


def note(ledger: Ledger, learner: Path, name: str, verdict: Verdict) -> None:
    ledger.attempted(str(learner.resolve()), ExerciseResult(name, verdict, ()))


def test_it_begins_where_one_was(course: Course, learner: Path, ledger: Ledger) -> None:
    begun = [Desk(course, learner, ledger).exercise.slug]
    for verdict in (Verdict.FAILED, Verdict.PASSED):
        note(ledger, learner, NAME, verdict)
        begun.append(Desk(course, learner, ledger).exercise.slug)
    note(ledger, learner, course.all[-1].name, Verdict.PASSED)
    begun.append(Desk(course, learner, ledger).exercise.slug)
    assert begun == ["open_image", "mnist_loss", "batch_accuracy", "open_image"]


def test_a_file_that_was_named_is_watched_where_it_lies(
    course: Course, learner: Path, ledger: Ledger, tmp_path: Path
) -> None:
    (exercise,) = course.find(NAME)
    desk = Desk(course, learner, ledger, Target(exercise, tmp_path / "mnist_loss.py"))
    assert desk.target.path == tmp_path / "mnist_loss.py"
    assert desk.move(1) and desk.target.path.parent == learner / "04_losses"


def test_the_ends_of_the_course(course: Course, learner: Path, ledger: Ledger) -> None:
    desk = Desk(course, learner, ledger)
    assert not desk.move(-1)
    desk.go(course.all[-1].name)
    assert not desk.move(1) and desk.following() is None


def test_the_solution_is_locked_until_one_has_passed(course: Course, learner: Path, ledger: Ledger) -> None:
    desk = Desk(course, learner, ledger)
    with pytest.raises(UsageError, match="once you have passed"):
        desk.solution()
    note(ledger, learner, desk.exercise.name, Verdict.PASSED)
    assert "def open_image" in desk.solution()
    assert desk.progress().passed == desk.progress().chapter_passed == 1


def test_a_stub_is_not_begun(course: Course, learner: Path, ledger: Ledger) -> None:
    desk = Desk(course, learner, ledger)
    states = [desk.begun()]
    desk.target.path.write_text("import torch\n")
    states.append(desk.begun())
    desk.target.path.unlink()
    states.append(desk.begun())
    assert states == [False, True, False]
