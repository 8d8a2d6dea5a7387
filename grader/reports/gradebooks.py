"""Grades as the CSV that learning platforms take: one pure function each, listed in TABLES.

Canvas: the first five columns tell who it is, the row of points possible comes second; a column that Canvas does not
know yet becomes an assignment. Moodle: any columns, matched by hand; a grade and its feedback have to go together, or
the grade is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.grades import Grade, totals
from grader.reports.csv import table

TITLE = "Seven Steps"
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
PLAIN = (
    "learner", "exercise", "verdict", "points", "max_points", "state", "submitted", "earned", "override_reason",
)  # fmt: skip


def plain(grades: Sequence[Grade]) -> str:
    """One row for each learner and exercise."""
    return table(PLAIN, map(_plain, grades))


def _plain(grade: Grade) -> tuple[str | float | None, ...]:
    submitted = grade.submitted.isoformat(timespec="seconds") if grade.submitted else None
    of_exercise = grade.learner, grade.exercise, grade.verdict.value
    return *of_exercise, grade.points, grade.max_points, grade.state, submitted, grade.earned, grade.reason or None


def canvas(grades: Sequence[Grade]) -> str:
    """One row for each learner, found by Canvas through the login."""
    sums = list(totals(grades))
    possible = "    Points Possible", *[None] * 4, max((total.max_points for total in sums), default=0.0)
    rows = [(total.learner, None, None, total.learner, None, total.points) for total in sums]
    return table((*CANVAS, TITLE), [possible, *rows])


def moodle(grades: Sequence[Grade]) -> str:
    """One row for each learner, to be matched by the user name."""
    rows = [(total.learner, total.points, total.remarks or None) for total in totals(grades)]
    return table(("username", TITLE, f"{TITLE} (feedback)"), rows)


TABLES: dict[str, Callable[[Sequence[Grade]], str]] = {"plain": plain, "canvas": canvas, "moodle": moodle}
