"""Grades as the CSV that learning platforms take: one pure function each, listed in TABLES.

Canvas: the first five columns tell who it is, the row of points possible comes second; a column that Canvas does not
know yet becomes an assignment. Moodle: any columns, matched by hand; a grade and its feedback have to go together, or
the grade is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from grader.grades import Grade, Total, totals
from grader.reports.csv import table
from grader.roster import CANVAS, Person

TITLE = "Seven Steps"
PLAIN = (
    "learner", "exercise", "verdict", "points", "max_points", "state", "submitted", "earned", "override_reason",
)  # fmt: skip


Roster = Mapping[str, Person] | None  # None where nobody said who is who


def plain(grades: Sequence[Grade], roster: Roster = None) -> str:
    """One row for each learner and exercise."""
    return table(PLAIN, [_plain(grade) for grade in grades if roster is None or grade.learner in roster])


def _plain(grade: Grade) -> tuple[str | float | None, ...]:
    submitted = grade.submitted.isoformat(timespec="seconds") if grade.submitted else None
    of_exercise = grade.learner, grade.exercise, grade.verdict.value
    return *of_exercise, grade.points, grade.max_points, grade.state, submitted, grade.earned, grade.reason or None


def canvas(grades: Sequence[Grade], roster: Roster = None) -> str:
    """One row for each learner; without a roster Canvas has to find them by their logins."""
    named = _named(grades, roster, ("Student", "SIS Login ID"))
    possible = "    Points Possible", *[None] * 4, max((total.max_points for _, total in named), default=0.0)
    rows = [(*(person.get(column) for column in CANVAS), total.points) for person, total in named]
    return table((*CANVAS, TITLE), [possible, *rows])


def moodle(grades: Sequence[Grade], roster: Roster = None) -> str:
    """One row for each learner, to be matched by a column of the roster's, else by the user name."""
    named = _named(grades, roster, ("username",))
    columns = list(dict.fromkeys(column for person, _ in named for column in person))
    rows = [
        (*(person.get(column) for column in columns), total.points, total.remarks or None) for person, total in named
    ]
    return table((*columns, TITLE, f"{TITLE} (feedback)"), rows)


def _named(grades: Sequence[Grade], roster: Roster, columns: Sequence[str]) -> list[tuple[Person, Total]]:
    """Each learner's sum, and who that is: by the roster, else the learner's name in these columns."""
    sums = totals(grades)
    if roster is None:
        return [(dict.fromkeys(columns, total.learner), total) for total in sums]
    return [(roster[total.learner], total) for total in sums if total.learner in roster]


TABLES: dict[str, Callable[[Sequence[Grade], Roster], str]] = {"plain": plain, "canvas": canvas, "moodle": moodle}
