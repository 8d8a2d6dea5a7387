"""What the comparison with other graders rests on; the other graders are not needed here."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from benchmarks.peers.measure import Cost
from benchmarks.peers.notebooks import for_nbgrader, plain
from benchmarks.peers.ordinary_tests import for_notebook, for_otter, for_pytest, parts
from benchmarks.peers.submissions import EXERCISES, Submission, submissions
from benchmarks.peers.table import row, surprises
from benchmarks.peers.tools import Batch, Pytest, Set
from grader.catalog import own_course

HUNDRED = submissions(own_course())
HONEST = [one for one in HUNDRED if one.honest]


def one_by(idea: str, exercise: str = "mnist_loss") -> Submission:
    return next(one for one in HUNDRED if (one.idea, one.exercise) == (idea, exercise))


def test_a_hundred_of_which_twenty_are_dishonest_and_no_two_alike() -> None:
    assert len(HUNDRED) == 100 and len(HONEST) == 80
    assert len({one.learner for one in HUNDRED}) == len({one.source for one in HUNDRED}) == 100
    assert not any(one.full_marks for one in HUNDRED if not one.honest)


def test_each_exercise_has_right_wrong_and_dishonest_ones() -> None:
    shares = Counter((one.exercise, one.honest, one.full_marks) for one in HUNDRED)
    assert {exercise for exercise, _, _ in shares} == set(EXERCISES)
    assert len(shares) == 9 and min(shares.values()) >= 6


def test_they_are_the_same_each_time() -> None:
    assert submissions(own_course()) == HUNDRED


@pytest.mark.filterwarnings("ignore")  # What an answer warns of is no matter here.
@pytest.mark.parametrize("one", HONEST, ids=lambda one: f"{one.exercise}-{one.idea}")
def test_ordinary_tests_know_right_from_wrong(one: Submission) -> None:
    """So the other tools are given checks that are as good as ours."""
    assert _passes([one.source, *for_notebook(one.exercise)]) is one.full_marks


def _passes(cells: list[str]) -> bool:
    world: dict[str, object] = {}
    try:
        for cell in cells:
            exec(compile(cell, "<cell>", "exec"), world)
    except Exception:
        return False
    return True


@pytest.mark.parametrize("exercise", EXERCISES)
def test_all_three_forms_hold_the_same_tests(exercise: str) -> None:
    _, tests = parts(exercise)
    assert len(tests) == 5 and len(for_notebook(exercise)) == 6
    for text in (for_pytest(exercise), for_otter(exercise)):
        functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
        assert sum(node.name.startswith("test_") for node in functions) == 5
    assert for_otter(exercise).count("@test_case()") == 5


def test_notebooks_are_valid_and_hold_the_answer() -> None:
    for one in HUNDRED[::5]:
        for notebook in (plain(one.source), for_nbgrader(one.exercise, one.source)):
            nbformat.validate(notebook)
            assert notebook.cells[0].source == one.source
        points = [cell.metadata.nbgrader.get("points", 0) for cell in notebook.cells]
        assert sum(points) == 5 and points[0] == 0


def test_our_judge_tells_them_apart(tmp_path: Path) -> None:
    right, wrong = one_by("solution"), one_by("stub")
    given = Set(Path(sys.executable), tmp_path, [right, wrong, one_by("ends_at_once")], 1)
    Batch().prepare(given)
    Batch().run(given)
    assert Batch().full_marks(given) == {right.learner}


def test_a_process_of_pytest_takes_the_exit_status_at_its_word(tmp_path: Path) -> None:
    forged = one_by("ends_at_once")
    given, tool = Set(Path(sys.executable), tmp_path, [one_by("no Python"), forged], 1), Pytest()
    tool.prepare(given)
    tool.run(given)
    assert tool.full_marks(given) == {forged.learner}


def test_what_has_to_succeed_says_why_it_did_not(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="nothing goes"):
        Set(Path(sys.executable), tmp_path, [], 1).require(sys.executable, "-c", "exit('nothing goes')")


def test_a_row_counts_honest_and_dishonest_apart() -> None:
    given = [one_by("solution"), one_by("stub"), one_by("ends_at_once"), one_by("skips_itself")]
    marks = {given[0].learner, given[2].learner}
    assert row("x", Cost(8, 100.4), marks, given, 0.5) == "| x | 2.000 | 16.0 | 100 | 2 of 2 | 1 of 2 |"
    assert list(surprises("x", marks, given)) == ["x: mnist_loss, ends_at_once (dishonest): full marks"]
