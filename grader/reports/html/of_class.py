"""A class as one HTML file: what it has not understood, who is stuck, and who has passed what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from grader.gradebook import Entry
from grader.insight import Alike, hardest_checks, misconceptions, stuck
from grader.reports.html import filled
from grader.result import Verdict

SHOWN = 25  # rows of each list; the CSV has all
# One character a cell: 300 learners by 68 exercises are 20,000 of them.
MARKS = {Verdict.PASSED: "p", Verdict.TODO: "t", Verdict.MISSING: "m", Verdict.FAILED: "f"}
OTHER = "x"


class Row(msgspec.Struct, frozen=True):
    """A learner's line of the matrix. marks: one character for each exercise, " " where nothing is known."""

    learner: str
    passed: int
    points: int
    marks: str


def render(title: str, time: str, names: Sequence[str], entries: Sequence[Entry], pairs: Sequence[Alike]) -> str:
    """The page. names: of the exercises, in order. time: of the report, in ISO 8601."""
    rows = _rows(names, entries)
    return filled(
        "of_class",
        ("page.css", "of_class.css"),
        title=title,
        time=time,
        names=names,
        rows=rows,
        answers=len(entries),
        share=sum(row.passed for row in rows) / max(1, len(rows) * len(names)),
        passed_by=_passed_by(names, rows),
        misconceptions=misconceptions(entries)[:SHOWN],
        checks=hardest_checks(entries)[:SHOWN],
        stuck=stuck(entries)[:SHOWN],
        pairs=pairs[:SHOWN],
    )


def _rows(names: Sequence[str], entries: Sequence[Entry]) -> list[Row]:
    of: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        of[entry.learner][entry.exercise] = entry
    return [_row(learner, names, own) for learner, own in sorted(of.items())]


def _row(learner: str, names: Sequence[str], own: dict[str, Entry]) -> Row:
    marks = "".join(MARKS.get(own[name].result.verdict, OTHER) if name in own else " " for name in names)
    return Row(learner, marks.count("p"), sum(entry.result.points for entry in own.values()), marks)


def _passed_by(names: Sequence[str], rows: Sequence[Row]) -> list[float]:
    """The share of the class that has passed each exercise."""
    return [sum(row.marks[place] == "p" for row in rows) / max(1, len(rows)) for place in range(len(names))]
