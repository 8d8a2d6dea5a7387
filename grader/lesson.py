"""All that an exercise says before it is begun: its lesson, and what is checked."""

from __future__ import annotations

from grader.catalog import Course, Exercise
from grader.outline import Check


def introduction(course: Course, exercise: Exercise) -> str:
    """As plain text; what is indented is code or a table."""
    checks = "\n".join(f"  - {_checked(check)}" for check in course.checks_of(exercise))
    return f"{course.lesson(exercise)}\n\nWhat is checked:\n{checks}"


def _checked(check: Check) -> str:
    bonus = ", a bonus" if check.bonus else ""
    return f"{check.line} ({check.points} {'point' if check.points == 1 else 'points'}{bonus})"
