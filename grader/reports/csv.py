"""A table for spreadsheets: one row for each check, and one for each fault of ours."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from grader.reports.plain import FAULT, wrong
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import Report

HEAD = (
    "exercise", "title", "verdict", "check", "line", "check_verdict", "bonus", "points", "max_points", "message",
    "mistake", "source", "file", "at",
)  # fmt: skip
# With these a spreadsheet takes a cell for a formula: OWASP, "CSV injection".
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001

Cell = str | int | float | None


def render(report: Report, screen: Screen = PLAIN) -> str:
    return table(HEAD, [*_checks(report), *_faults(report)])


def table(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as CSV: text harmless and never a formula, numbers as they are, None an empty cell."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return file.getvalue()


def defused(cell: Cell) -> Cell:
    """A text that a spreadsheet would calculate gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    text = harmless(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _checks(report: Report) -> Iterator[tuple[Cell, ...]]:
    for result in report.exercises:
        of_exercise = result.exercise, report.titles.get(result.exercise), result.verdict.value
        mistake = result.diagnosis.mistake if result.diagnosis else None
        path = report.paths.get(result.exercise)
        for check in result.checks:
            bonus = "yes" if check.bonus else "no"
            of_check = check.name, check.line, check.verdict.value, bonus, check.points, check.max_points
            yield *of_exercise, *of_check, wrong(result, check), mistake, result.source, path, check.at


def _faults(report: Report) -> Iterator[tuple[Cell, ...]]:
    for fault in report.faults:
        title = report.titles.get(fault.exercise)
        yield fault.exercise, title, "fault", *[None] * 6, f"{FAULT} {fault.message}", *[None] * 4
