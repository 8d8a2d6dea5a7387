"""What a class did, in the formats of `grade batch`: one pure function `render(report, screen) -> str` each."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from grader.gradebook import Entry, Handed
from grader.insight import begun, misconceptions
from grader.reports.json import OF_RUN, record
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import ClassReport, ExerciseResult, Verdict

HARDEST = 5
BAR = 12  # cells
TO_LOOK_AT = (Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.BROKEN)


def to_json(report: ClassReport, screen: Screen = PLAIN) -> str:
    """The class as indented JSON, ASCII only."""
    whole = msgspec.to_builtins(record(report.run))
    of_run = {name: whole[name] for name in ("version", *OF_RUN)}
    learners = [_learner(name, msgspec.to_builtins(record(own))) for name, own in report.learners.items()]
    return json.dumps({**of_run, "learners": learners}, indent=2) + "\n"


def _learner(name: str, own: dict[str, Any]) -> dict[str, Any]:
    return {"learner": name, **{field: own[field] for field in ("summary", "exercises", "faults")}}


def to_terminal(report: ClassReport, screen: Screen = PLAIN) -> str:
    """How far the class has come, what is hard, and what an instructor has to look at."""
    file = io.StringIO()
    console = Console(
        file=file, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
        color_system="standard" if screen.colour else None, highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for line in _lines(report):
        console.print(line, soft_wrap=True)
    return file.getvalue()


def _lines(report: ClassReport) -> Iterator[Text]:
    entries = list(_entries(report))
    results = [entry.result for entry in entries]
    passed = sum(result.passed for result in results)
    head = f"{len(report.learners):,} learners, {len(results):,} answers, {passed:,} passed"
    yield Text(head, "bold").append(f" (isolation {report.run.isolation})", "dim")
    yield Text()
    yield from _chapters(report, results)
    yield from _section("Hardest exercises", _hardest(entries))
    yield from _section("What is misunderstood most", _misunderstood(entries))
    yield from _section("To look at", _to_look_at(report))
    yield from _section("Faults of the grader's: no verdict, judged again the next time", _faults(report))


def _section(title: str, lines: Iterator[str]) -> Iterator[Text]:
    found = list(lines)
    if found:
        yield from (Text(), Text(title, "bold"), *(Text(f"  {harmless(line)}") for line in found))


def _chapters(report: ClassReport, results: list[ExerciseResult]) -> Iterator[Text]:
    def chapter(result: ExerciseResult) -> str:
        return result.exercise.split("/")[0]

    for name, group in groupby(sorted(results, key=chapter), chapter):
        of_chapter = list(group)
        share = sum(result.passed for result in of_chapter) / len(of_chapter)
        filled = round(BAR * share)
        line = Text(f"  {name.split('_')[0]} ").append("█" * filled, "green").append("░" * (BAR - filled), "dim")
        yield line.append(f" {share:>5.0%}  {report.run.titles.get(name, name)}")


def _entries(report: ClassReport) -> Iterator[Entry]:
    for learner, own in report.learners.items():
        yield from (Entry(Handed(learner), result.exercise, result, 0.0) for result in own.exercises)


def _hardest(entries: Sequence[Entry]) -> Iterator[str]:
    of, passed = begun(entries), Counter(entry.exercise for entry in entries if entry.result.passed)
    hard = sorted(of, key=lambda name: (passed[name] / of[name], name))
    for name in hard[:HARDEST]:
        if passed[name] < of[name]:
            yield f"{name:32} passed by {passed[name]} of the {of[name]} who began it"


def _misunderstood(entries: Sequence[Entry]) -> Iterator[str]:
    for one in misconceptions(entries)[:HARDEST]:
        yield f"{one.exercise:32} {one.mistake.replace('_', ' ')}: {one.count} of {one.begun}"


def _to_look_at(report: ClassReport) -> Iterator[str]:
    ended = Counter(
        (learner, result.verdict)
        for learner, own in report.learners.items()
        for result in own.exercises
        if result.verdict in TO_LOOK_AT
    )
    for (learner, verdict), count in ended.most_common(HARDEST):
        yield f"{learner}: {count} {verdict.replace('_', ' ')}"


def _faults(report: ClassReport) -> Iterator[str]:
    for learner, own in report.learners.items():
        for fault in own.faults:
            yield f"{learner}, {fault.exercise}: {fault.message}"


CLASS_FORMATS: dict[str, Callable[[ClassReport, Screen], str]] = {"terminal": to_terminal, "json": to_json}
