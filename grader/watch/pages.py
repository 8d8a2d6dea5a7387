"""What the screen's two panes say, as text with styles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from rich.style import Style
from rich.text import Text

from grader.reports.plain import SPOKEN
from grader.reports.screen import Screen
from grader.reports.terminal import MARKS, STYLES, WRONG, render_result
from grader.result import ExerciseResult, Report
from grader.watch.desk import Progress

BAR = 12  # cells of the chapter's bar
# Styles as values: their names mean other colours to Textual than to Rich.
CODE, DONE, OURS = Style.parse("cyan"), Style.parse("green"), Style.parse("bold magenta")
ALL_DONE, NEXT = Style.parse("bold green"), Style.parse("bold cyan")
LIST = re.compile(r"^(-|\d+\.) ")


def lesson(text: str) -> Text:
    """A lesson, its paragraphs free to be wrapped anew; what is indented is code or a table, and stays."""
    title, _, rest = text.partition("\n")
    page = Text().append(f"{title}\n", "bold")
    for kept, lines in groupby(rest.split("\n"), _is_kept):
        if kept:
            page.append("\n".join(lines) + "\n", CODE if kept == "code" else "")
        else:
            page.append_text(_prose(" ".join(lines)))
    return page


def _is_kept(line: str) -> str:
    """Why a line stays a line of its own; "" for one that flows into the next."""
    if not line or line.startswith(("  - ",)) or LIST.match(line.lstrip()):
        return "own"
    return "code" if line.startswith(" ") else ""


def _prose(text: str) -> Text:
    prose = Text(f"{text}\n")
    prose.highlight_regex(r"`[^`]+`", CODE)
    return prose


def hints(shown: Sequence[str], total: int) -> Text:
    page = Text()
    for number, hint in enumerate(shown, 1):
        page.append(f"{number}. ", "bold").append_text(_prose(hint)).append("\n")
    left = total - len(shown)
    return page.append(f"{left} more: press h again." if left else "That was the last hint.", "dim")


def verdict(report: Report, width: int, following: str | None) -> Text:
    """A report on one exercise. following: the exercise after it, None after the last."""
    page = Text.from_ansi(render_result(report, Screen(width, colour=True)))
    if report.passed:
        page.append("\n\n")
        page.append_text(_onwards(report, following))
    return page


def _onwards(report: Report, following: str | None) -> Text:
    if report.next is None:
        return Text("Everything is passed. From an open image to ten digits: that was the whole way.", ALL_DONE)
    if following is None:
        return Text("That was the last one. l lists what is still open.", "bold")
    return Text.assemble(("Press n", "bold"), " to go on to ", (following, NEXT), ", v to see our answer.")


def summary(result: ExerciseResult | None, at: datetime) -> Text:
    """A verdict in a few words; None stands for a fault of ours."""
    if result is None:
        return Text("a fault of the grader's, not yours", OURS)
    mark = MARKS.get(result.verdict, WRONG)[0]
    said = f"{mark} {SPOKEN.get(result.verdict, result.verdict)}, {result.points}/{result.max_points}"
    style = Style.parse(STYLES.get(result.verdict, "bold red"))
    return Text().append(said, style).append(f"  {at:%H:%M:%S}", "dim")


def awaited(share: float = 0) -> Text:
    """In place of a verdict. share: how much of its budget the submission has used, 0 where that is not known."""
    return Text().append(f"judging ... {share:.0%} of its computing time" if share else "judging ...", "dim")


def seed(result: ExerciseResult | None) -> str:
    """What the random inputs were drawn with, where there were some."""
    return "" if result is None or result.seed is None else f"seed {result.seed}"


def bar(progress: Progress) -> Text:
    """How far one is in the chapter."""
    filled = BAR * progress.chapter_passed // progress.chapter_total
    line = Text().append("█" * filled, DONE).append("░" * (BAR - filled), "dim")
    return line.append(f" {progress.chapter_passed}/{progress.chapter_total} {progress.chapter}")


def place(progress: Progress) -> str:
    """Where one is in the course."""
    return f"{progress.number} of {progress.total}, {progress.passed} passed"
