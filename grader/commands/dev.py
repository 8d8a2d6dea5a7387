"""`grade dev`: for those who write exercises."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.progress import track
from rich.table import Table

from grader.catalog import Course, own_course
from grader.engine import Engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="new|check")
    new = actions.add_parser("new", help="write the files of a new exercise")
    new.add_argument("name", metavar="CHAPTER/SLUG")
    check = actions.add_parser("check", help="the content gate: are the course's own answers judged as they must be?")
    check.add_argument("exercises", nargs="*", metavar="EXERCISE")
    check.add_argument("--seeds", type=int, default=1, metavar="K", help="repeat with K seeds")
    check.add_argument("--full", action="store_true", help="training with all digits, not with the small set")


def run(arguments: argparse.Namespace) -> int:
    return _check(arguments) if arguments.action == "check" else _new(arguments)


def _new(arguments: argparse.Namespace) -> int:
    from grader.scaffold import scaffold

    for path in scaffold(own_course(), arguments.name):
        print(path)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from grader.gate import Gate, Row, unlisted

    course, console = own_course(), Console()
    chosen = [e for name in arguments.exercises for e in course.find(name)] or list(course.all)
    rows: list[Row] = []
    with Engine() as engine:
        gate = Gate(course, engine, arguments.seeds, not arguments.full)
        for exercise in track(chosen, "Judging", console=console, transient=True):
            rows.append(gate.row(exercise))
    console.print(_table(course, rows))
    problems = [f"{row.exercise}: {problem}" for row in rows for problem in row.problems]
    if not arguments.exercises:
        problems += [f"{path}: in no catalogue entry" for path in unlisted(course)]
    for problem in problems:
        console.print(f"- {problem}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(rows)} exercises, {len(problems)} problems")
    return 1 if problems else 0


def _table(course: Course, rows: list) -> Table:  # type: ignore[type-arg]
    table = Table("exercise", "checks", "mistakes", "caught", "named", "", box=None)
    for row in rows:
        counts = (row.checks, row.mistakes, row.caught, row.named)
        table.add_row(row.exercise, *map(str, counts), "[red]x" if row.problems else "[green]ok")
    return table
