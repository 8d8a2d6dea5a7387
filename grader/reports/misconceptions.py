"""What a class misunderstands, as CSV: one row for each known mistake that was made, the commonest first."""

from __future__ import annotations

from collections.abc import Sequence

from grader.gradebook import Entry
from grader.insight import misconceptions
from grader.reports.csv import table

HEAD = ("exercise", "mistake", "learners", "of", "example", "explanation")


def table_of(entries: Sequence[Entry]) -> str:
    """`of` counts the learners who handed in something for the exercise."""
    rows = (
        (one.exercise, one.mistake, one.count, one.begun, one.example, " ".join(one.text.split()))
        for one in misconceptions(entries)
    )
    return table(HEAD, rows)
