"""For a step of a GitHub workflow: the report for the log, then an annotation on the line that each failure is about.

A log's line that begins with `::` is a command to the runner, and so is what follows `##[` anywhere. What is for people
is therefore fenced, and what is a command escaped as GitHub's own toolkit does (packages/core/src/command.ts).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from grader.reports import terminal
from grader.reports.plain import FAULT, SPOKEN, explained, leading, slug
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import ExerciseResult, Report, Verdict

MAX_ANNOTATIONS = 10  # of one step; GitHub drops the rest
SILENT = (Verdict.PASSED, Verdict.TODO, Verdict.MISSING)  # nothing on a line is wrong


def render(report: Report, screen: Screen = PLAIN) -> str:
    return fenced(terminal.render(report, screen)) + "".join(f"{line}\n" for line in _annotations(report))


def fenced(text: str) -> str:
    """The text, in which the runner obeys nothing until it reads a word: the text's own hash.

    Nobody can write a text that holds its own hash.
    """
    word = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return f"::stop-commands::{word}\n{text.rstrip()}\n::{word}::\n"


def speechless(text: str) -> str:
    """The text without what would be a command if somebody else printed it."""
    return text.replace("::", ": :").replace("##[", "## [")


def _annotations(report: Report) -> Iterator[str]:
    found = [result for result in report.exercises if result.verdict not in SILENT]
    for fault in report.faults:
        yield _command(f"{slug(fault.exercise)}: {FAULT}", harmless(fault.message), {})
    for result in found[: MAX_ANNOTATIONS - len(report.faults)]:
        yield _command(f"{slug(result.exercise)}: {SPOKEN[result.verdict]}", _why(result), _place(report, result))


def _why(result: ExerciseResult) -> str:
    first = leading(result)
    return explained(result, first) if first else harmless(result.message)


def _place(report: Report, result: ExerciseResult) -> dict[str, str]:
    """The file and the line: of a notebook there is none that an annotation could stand on."""
    path = report.paths.get(result.exercise, "")
    return {"file": harmless(path), "line": str(result.at or 1)} if path.endswith(".py") else {}


def _command(title: str, message: str, place: dict[str, str]) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in {**place, "title": title}.items())
    return f"::error {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
