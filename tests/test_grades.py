"""Grades: points, late and missing told apart, overrides with their reason, and tables that platforms read."""

from __future__ import annotations

import csv
import io
import os
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.catalog import Course
from grader.errors import UsageError
from grader.gradebook import Gradebook, Handed
from grader.grades import Grade, due_times, grades
from grader.ledger import Key
from grader.reports.gradebooks import TABLES
from grader.result import CheckResult, ExerciseResult, Verdict
from tests.conftest import Grade as Run

MSE, LOSS = "04_losses/mse", "04_losses/mnist_loss"
NOON = datetime(2026, 3, 1, 12).astimezone()


def handed_in(book: Gradebook, learner: str, exercise: str, points: int, submitted: float | None) -> None:
    verdict = Verdict.PASSED if points else Verdict.FAILED if submitted else Verdict.MISSING
    checks = (CheckResult("test_a", "It works.", verdict, False, points, 4),)
    result = ExerciseResult(exercise, verdict, checks, "source")
    book.put(Handed(learner, submitted), Key(exercise, "source", "j", "t", "d", "cpu", "strong"), result)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Ada was in time, then late; Bob handed in one of two."""
    with Gradebook(tmp_path / "class.gradebook") as book:
        book.seed(None, 7)
        handed_in(book, "ada", MSE, 4, NOON.timestamp() - 60)
        handed_in(book, "ada", LOSS, 3, NOON.timestamp() + 60)
        handed_in(book, "bob", MSE, 0, NOON.timestamp())
        handed_in(book, "bob", LOSS, 0, None)
    return tmp_path / "class.gradebook"


def read(path: Path, due: dict[str, datetime]) -> dict[tuple[str, str], Grade]:
    with Gradebook.to_read(path) as book:
        return {(grade.learner, grade.exercise): grade for grade in grades(book, due)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_late_in_time_and_missing_are_told_apart(path: Path) -> None:
    states = {key: grade.state for key, grade in read(path, {MSE: NOON, LOSS: NOON}).items()}
    assert states == {
        ("ada", MSE): "in time", ("ada", LOSS): "late", ("bob", MSE): "in time", ("bob", LOSS): "missing",
    }  # fmt: skip
    assert read(path, {})["ada", LOSS].state == "handed in"


def test_what_the_export_marks_as_late_is_late_whenever_it_was_due(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "book") as book:
        book.seed(None, 7)
        result = ExerciseResult(MSE, Verdict.PASSED, (), "source")
        book.put(Handed("ada", NOON.timestamp(), late=True), Key(MSE, "source", "j", "t", "d", "cpu", "strong"), result)
        assert [grade.state for grade in grades(book, {})] == ["late"]


def test_an_override_stands_before_what_was_judged_and_keeps_it(path: Path, grade: Run) -> None:
    said = grade("grades", path, "--override", "bob", "mse", "2.5", "--reason", "an oral exam")
    assert said.returncode == 0 and "bob gets 2.5 points" in said.stdout
    found = read(path, {})["bob", MSE]
    assert (found.points, found.earned, found.reason) == (2.5, 0.0, "an oral exam")
    assert "by the instructor (an oral exam)" in grade("grades", path, "--csv", "moodle").stdout
    assert grade("grades", path, "--withdraw", "bob", "mse").returncode == 0
    assert read(path, {})["bob", MSE].points == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--override", "bob", "mse", "2"], "wants --reason"),
        (["--override", "bob", "mse", "many", "--reason", "x"], "no number of points"),
        (["--override", "bob", "mse", "nan", "--reason", "x"], "no number of points"),
        (["--override", "eve", "mse", "2", "--reason", "x"], "knows no learner 'eve'"),
        (["--override", "bob", "msee", "2", "--reason", "x"], "Did you mean mse"),
        (["--withdraw", "bob", "mse"], "no override"),
        (["--due", "gone.toml"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(path: Path, grade: Run, arguments: list[str], said: str) -> None:
    finished = grade("grades", path, *arguments)
    assert finished.returncode == 2 and said in finished.stderr


def test_no_book_is_made_by_reading_one(tmp_path: Path, grade: Run) -> None:
    finished = grade("grades", tmp_path / "gone.gradebook")
    assert finished.returncode == 2 and "grade batch DIR --book" in finished.stderr
    assert not (tmp_path / "gone.gradebook").exists()


def test_a_chapter_or_an_exercise_may_be_due(course: Course, tmp_path: Path) -> None:
    file = tmp_path / "due.toml"
    file.write_text('"04_losses" = 2026-03-01T12:00:00\n"04_losses/mse" = 2026-03-02T12:00:00Z\n')
    due = due_times(course, file)
    assert due[LOSS] == NOON and due[MSE].isoformat() == "2026-03-02T12:00:00+00:00"
    file.write_text('"04_losses" = "soon"\n')
    with pytest.raises(UsageError, match="'soon' is no time"):
        due_times(course, file)


def test_canvas_gets_its_columns_and_the_points_possible(path: Path, grade: Run) -> None:
    possible, ada, bob = rows(grade("grades", path, "--csv", "canvas").stdout)
    assert list(ada) == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Seven Steps"]
    assert (possible["Student"], possible["Seven Steps"]) == ("    Points Possible", "8.0")
    assert (ada["SIS Login ID"], ada["Seven Steps"]) == ("ada", "7.0") and bob["Seven Steps"] == "0.0"


CANVAS_EXPORT = """Student,ID,SIS User ID,SIS Login ID,Section,Essay (7)
    Points Possible,,,,,10
"Lovelace, Ada",11,S1,al1,A,9
"Hopper, Grace",12,S2,gh2,A,8
"""


def in_class(tmp_path: Path, *learners: str) -> Path:
    path = tmp_path / "named.gradebook"
    with Gradebook(path) as book:
        book.seed(None, 7)
        for learner in learners:
            handed_in(book, learner, MSE, 4, NOON.timestamp())
    return path


def test_a_roster_says_whom_canvas_means(tmp_path: Path, grade: Run) -> None:
    roster = tmp_path / "export.csv"
    roster.write_text(CANVAS_EXPORT)
    book = in_class(tmp_path, "lovelaceada", "GH2", "eve")
    finished = grade("grades", book, "--csv", "canvas", "--roster", roster)
    _, *found = rows(finished.stdout)
    assert [(row["Student"], row["ID"], row["Section"], row["Seven Steps"]) for row in found] == [
        ("Hopper, Grace", "12", "A", "4.0"),
        ("Lovelace, Ada", "11", "A", "4.0"),
    ]
    assert "without a row: eve" in finished.stderr and "Essay" not in finished.stdout


def test_a_roster_says_whom_moodle_means(tmp_path: Path, grade: Run) -> None:
    roster = tmp_path / "participants.csv"
    roster.write_text("\ufeffFirst name,Last name,Email address\nAda,Lovelace,ada@example.org\n", encoding="utf-8")
    book = in_class(tmp_path, "Ada Lovelace")
    (ada,) = rows(grade("grades", book, "--csv", "moodle", "--roster", roster).stdout)
    assert (ada["Email address"], ada["Seven Steps"]) == ("ada@example.org", "4.0")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Name,Points\nada,3\n", "no column that tells who somebody is"),
        ("", "no column that tells who somebody is"),
        ("Full name,username\nAda,a1\nADA,a2\n", "'ada' may be Ada, a1 or ADA, a2"),
        ("Full name,username\nAda,a1\n", "'a1' and 'ada' are both Ada, a1"),
    ],
)
def test_a_roster_that_cannot_tell_is_refused(tmp_path: Path, grade: Run, table: str, said: str) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(table)
    finished = grade("grades", in_class(tmp_path, "ada", "a1"), "--csv", "moodle", "--roster", roster)
    assert finished.returncode == 2 and said in finished.stderr and finished.stdout == ""


def test_moodle_gets_a_grade_and_its_feedback_together(path: Path, grade: Run, tmp_path: Path) -> None:
    due = tmp_path / "due.toml"
    due.write_text(f'"04_losses" = {NOON.isoformat()}\n')
    grade("grades", path, "--csv", "moodle", "--due", due, "--output", tmp_path / "out.csv")
    ada, bob = rows((tmp_path / "out.csv").read_text())
    assert ada == {"username": "ada", "Seven Steps": "7.0", "Seven Steps (feedback)": f"late: {LOSS}"}
    assert bob["Seven Steps (feedback)"] == f"missing: {LOSS}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_learners_are_called_tables_have_their_rows(learner: str, reason: str) -> None:
    grade = Grade(learner, MSE, Verdict.PASSED, 4.0, 2.0, 4.0, "late", NOON, reason)
    for name, table in TABLES.items():
        head, *body = csv.reader(io.StringIO(table([grade], None)))
        assert len(body) == (2 if name == "canvas" else 1)
        for row in body:
            assert len(row) == len(head)
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_the_time_of_an_answer_reaches_its_grade(tmp_path: Path, grade: Run, course: Course) -> None:
    answer = tmp_path / "class/ada/mse.py"
    answer.parent.mkdir(parents=True)
    answer.write_bytes(course.solution_path(course.find("mse")[0]).read_bytes())
    os.utime(answer, (time.time(), NOON.timestamp()))
    assert grade("batch", tmp_path / "class", "mse").returncode == 0
    (row,) = rows(grade("grades", tmp_path / "class.gradebook").stdout)
    assert datetime.fromisoformat(row["submitted"]) == NOON and row["verdict"] == "passed"
