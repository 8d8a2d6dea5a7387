"""The report as a learner reads it: progress, the first failure in full, what is next."""

from __future__ import annotations

import io
import textwrap
from itertools import groupby

from rich.console import Console
from rich.text import Text

from grader.reports.plain import SPOKEN, advice, arguments, drawings, shown, slug
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import CheckResult, ExerciseResult, Report, Verdict, first_told

MARKS = {Verdict.PASSED: ("✓", "green"), Verdict.TODO: ("·", "dim"), Verdict.NOT_RUN: ("·", "dim")}
WRONG = ("✗", "red")
STYLES = {Verdict.PASSED: "bold green", Verdict.TODO: "bold yellow"}
BAR = 12  # cells of a chapter's bar
MAX_OUTPUT_LINES, BRIEF_OUTPUT_LINES = 12, 3
HEIGHT = 23  # lines of a small screen, above the prompt


def render(report: Report, screen: Screen = PLAIN) -> str:
    """Plain text, or text with colour codes where the screen has colours. One exercise fits a screen if it can."""
    text = _page(report, screen)
    fits = len(report.exercises) > 1 or text.count("\n") <= HEIGHT
    return text if fits else _page(report, screen, brief=True)


def _page(report: Report, screen: Screen, brief: bool = False) -> str:
    page = _Page(report, screen, brief=brief)
    page.draw()
    return page.text()


def render_result(report: Report, screen: Screen = PLAIN) -> str:
    """What a report tells of one exercise, without the commands that one may run now: `grade watch` has keys."""
    page = _Page(report, screen, commands=False)
    page.draw_shown()
    return page.text().lstrip("\n")


class _Page:
    """commands: whether to say what one may type now. brief: without the checks that are not told of."""

    def __init__(self, report: Report, screen: Screen, commands: bool = True, brief: bool = False) -> None:
        self._brief = brief
        self._report, self._width, self._commands = report, min(screen.width, 100), commands
        self._file = io.StringIO()
        self._console = Console(
            file=self._file, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
            color_system="standard" if screen.colour else None, highlight=False, legacy_windows=False, _environ={},
            force_jupyter=False,
        )  # fmt: skip

    def text(self) -> str:
        return self._file.getvalue()

    def draw(self) -> None:
        if len(self._report.exercises) > 1:
            self._progress()
            self._was()
        self.draw_shown()
        self._end()

    def draw_shown(self) -> None:
        if shown := self._result(self._report.shown):
            self._exercise(shown)
        self._faults()

    def _line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """Text wrapped to the width, each of its own line breaks kept."""
        for line in harmless(text).split("\n") if text else [""]:
            space = " " * (indent + len(line) - len(line.lstrip()))
            for part in _wrapped(line.lstrip(), self._width - len(space)):
                self._console.print(Text(f"{space}{part}".rstrip(), style), soft_wrap=True)

    def _code(self, text: str, indent: int) -> None:
        """Text that may be pasted: never wrapped."""
        for line in harmless(text).split("\n"):
            self._console.print(Text(" " * indent + line, "cyan"), soft_wrap=True)

    def _progress(self) -> None:
        report = self._report
        self._line(f"{report.course}: {report.passed} of {len(report.exercises)} exercises, "
                   f"{report.points} of {report.max_points} points", "bold")  # fmt: skip
        self._line()
        for chapter, results in groupby(report.exercises, lambda result: result.exercise.split("/")[0]):
            self._chapter(chapter, list(results))

    def _was(self) -> None:
        """One line for who comes back; how many checks passed is known while the file is as it was."""
        if (was := self._report.was) is None:
            return
        result = self._result(was.exercise)
        how = SPOKEN.get(was.verdict, was.verdict)
        if result is not None and result.source == was.source:
            passed = sum(check.verdict is Verdict.PASSED for check in result.checks)
            how = f"{passed} of {len(result.checks)} checks passed"
        self._line()
        self._line(f"You were at {was.exercise} on {was.day}: {how}.")

    def _chapter(self, name: str, results: list[ExerciseResult]) -> None:
        done = sum(result.passed for result in results)
        filled = BAR * done // len(results)
        number, count = name.split("_")[0], f"{done}/{len(results)}"
        title = self._report.titles.get(name, name)[: self._width - BAR - 14]
        line = Text(f"  {number} ")
        line.append("█" * filled, "green").append("░" * (BAR - filled), "dim")
        line.append(f" {count:>5}  ").append(title, "green" if done == len(results) else "")
        self._console.print(line, soft_wrap=True)

    def _exercise(self, result: ExerciseResult) -> None:
        self._line()
        head = Text(result.exercise, "bold")
        head.append(": ").append(SPOKEN.get(result.verdict, result.verdict), STYLES.get(result.verdict, "bold red"))
        head.append(f", {result.points} of {result.max_points} points", "dim")
        self._console.print(head, soft_wrap=True)
        if result.verdict in (Verdict.TODO, Verdict.MISSING, Verdict.BROKEN):
            self._line(result.message, indent=2)
        else:
            self._checks(result)
        self._diagnosis(result)
        self._output(result)
        self._advice(result)

    def _checks(self, result: ExerciseResult) -> None:
        first = first_told(result.checks)
        others = [check for check in result.checks if check is not first]
        for check in [first] if self._brief and first else result.checks:
            mark, colour = MARKS.get(check.verdict, WRONG)
            style = "dim" if check.verdict is Verdict.NOT_RUN else ""
            line, room = harmless(check.line) + _extra(check), self._width - 4
            whole = result.passed or check is first or len(line) <= room
            for number, part in enumerate(_wrapped(line, room) if whole else [f"{line[: room - 3].rstrip()}..."]):
                head = "    " if number else f"  {mark} "
                self._console.print(Text(head, colour).append(part, style), soft_wrap=True)
            if check is first:
                self._told(check)
        if first is None and result.message:
            self._line(result.message, "red", 2)
        if self._brief and first and others:
            self._line(_counted(others), "dim", 2)
        for drawing in drawings(result):
            self._code(drawing, 2)

    def _told(self, check: CheckResult) -> None:
        """Why it failed. Only the first is told: one thing at a time, on one screen."""
        sentence, _, lines = (check.message or "").partition("\n")
        self._line(sentence, "red" if not check.bonus else "yellow", 4)
        for text in filter(None, (lines, shown(check, margin=" " * 4))):
            self._code(text, 4)

    def _diagnosis(self, result: ExerciseResult) -> None:
        if result.diagnosis is not None:
            self._line()
            self._line("What may be behind it", "bold", 2)
            for paragraph in result.diagnosis.text.split("\n\n"):
                self._line(" ".join(paragraph.split()), indent=2)

    def _output(self, result: ExerciseResult) -> None:
        if not result.output.strip() or result.passed:
            return
        lines = [line[: self._width - 6] for line in result.output.splitlines()]
        self._line()
        self._line("What your code printed", "bold", 2)
        most = BRIEF_OUTPUT_LINES if self._brief else MAX_OUTPUT_LINES
        for line in lines[:most]:
            self._console.print(Text(f"  | {harmless(line)}"), soft_wrap=True)
        if len(lines) > most:
            self._line(f"| and {len(lines) - most} more lines", "dim", 2)

    def _advice(self, result: ExerciseResult) -> None:
        said = advice(self._report, result, self._commands)
        if said:
            self._line()
            self._line(said, "dim", 2)

    def _faults(self) -> None:
        for fault in self._report.faults:
            self._line()
            judged = any(result.exercise == fault.exercise for result in self._report.exercises)
            verdict = "" if judged else " It has no verdict."
            self._line(f"{fault.exercise}: a fault of the grader's, not yours.{verdict}", "bold magenta")
            self._line(fault.message, indent=2)

    def _end(self) -> None:
        self._line()
        shown, following = self._result(self._report.shown), self._report.next
        if following is None:
            self._line(f"Everything is passed. {self._report.farewell}", "bold green")
        elif shown is None or shown.verdict in (Verdict.PASSED, Verdict.TODO, Verdict.MISSING):
            self._introduce(following.exercise, following.path)  # else what is next is to mend what was shown

    def _introduce(self, name: str, path: str) -> None:
        self._console.print(
            Text("Next: ", "bold").append(name, "bold cyan").append(f" ({self._report.titles.get(name, slug(name))})"),
            soft_wrap=True,
        )
        place = "above its cell" if path.endswith(".ipynb") else "at its top"
        command = f"`grade {arguments(self._report, slug(name))}`"
        self._line(f"Open {path}, read the lesson {place}, write your answer and run {command}.", indent=2)

    def _result(self, name: str | None) -> ExerciseResult | None:
        return next((result for result in self._report.exercises if result.exercise == name), None)


def _wrapped(text: str, width: int) -> list[str]:
    """One line of text as the lines that fit; what has no space in it (a path) stays whole."""
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False) or [""]


def _counted(checks: list[CheckResult]) -> str:
    passed = sum(check.verdict is Verdict.PASSED for check in checks)
    if passed == len(checks):
        return "All other checks pass."
    return f"{passed or 'None'} of the other {len(checks)} checks {'pass' if passed > 1 else 'passes'}."


def _extra(check: CheckResult) -> str:
    return "  (bonus)" if check.bonus else ""
