"""Markdown, for job summaries, comments and files. What a learner wrote stands in code blocks alone: there nothing is
markup, a link or a mention. All of it is cut: GitHub takes no summary of more than 1 MiB."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.reports.plain import (
    FAULT,
    SPOKEN,
    advice,
    behind,
    cut,
    drawings,
    leading,
    printed,
    stands_on,
    summary,
    wrong,
)
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import ExerciseResult, Report, Verdict

QUIET = (Verdict.PASSED, Verdict.TODO, Verdict.MISSING)  # said in the table
MARKS = {Verdict.PASSED: "✓", Verdict.TODO: "·", Verdict.MISSING: "·", Verdict.NOT_RUN: "·"}
WRONG = "✗"


def render(report: Report, screen: Screen = PLAIN) -> str:
    parts = [f"# Seven Steps: {summary(report)}", "\n".join(_table(report)), *_faults(report)]
    for result in report.exercises:
        parts += [] if result.verdict in QUIET else _exercise(report, result)
    return "\n\n".join([*parts, _small(stands_on(report))]) + "\n"


def _table(report: Report) -> Iterator[str]:
    yield "| | exercise | | points |"
    yield "|---|---|---|---|"
    for result in report.exercises:
        points = f"{result.points} of {result.max_points}"
        yield f"| {_mark(result.verdict)} | `{result.exercise}` | {SPOKEN[result.verdict]} | {points} |"


def _faults(report: Report) -> Iterator[str]:
    for fault in report.faults:
        yield f"## `{fault.exercise}`: a fault of the grader's"
        yield f"{FAULT}\n\n{_block(harmless(fault.message))}"


def _exercise(report: Report, result: ExerciseResult) -> Iterator[str]:
    yield f"## `{result.exercise}`: {SPOKEN[result.verdict]}, {result.points} of {result.max_points} points"
    if report.paths.get(result.exercise):
        yield _place(report, result)
    yield _list(result)
    first = leading(result)
    yield _block(cut(wrong(result, first) if first else harmless(result.message)))
    if drawn := drawings(result):
        yield _block(harmless("\n".join(drawn)))
    if result.diagnosis:
        yield f"**What may be behind it**\n\n{behind(result)}"
    if printed(result):
        yield f"**What your code printed**\n\n{_block(printed(result))}"
    if said := advice(report, result):
        yield said


def _place(report: Report, result: ExerciseResult) -> str:
    line = "" if result.at is None else f", line {result.at}"
    return f"In {_code(harmless(report.paths[result.exercise]))}{line}:"


def _list(result: ExerciseResult) -> str:
    marks = ((_mark(check.verdict), check.line, " (bonus)" if check.bonus else "") for check in result.checks)
    return "\n".join(f"- {mark} {harmless(line)}{extra}" for mark, line, extra in marks)


def _mark(verdict: Verdict) -> str:
    return MARKS.get(verdict, WRONG)


def _block(text: str) -> str:
    """A code block whose fence is longer than any in the text."""
    fence = "`" * max(3, _longer(text))
    return f"{fence}text\n{text}\n{fence}"


def _code(text: str) -> str:
    """The same within a line."""
    fence = "`" * _longer(text)
    return f"{fence} {text} {fence}".replace("\n", "\\n")


def _longer(text: str) -> int:
    """One more than the text's longest run of backticks."""
    return 1 + max(map(len, re.findall("`+", text)), default=0)


def _small(text: str) -> str:
    return f"<sub>{text}</sub>"
