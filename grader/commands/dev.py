"""`grade dev`: for those who write exercises."""

from __future__ import annotations

import argparse
from collections.abc import Collection

from rich.console import Console
from rich.progress import track
from rich.table import Column, Table

from grader.catalog import Course, Exercise, course_in, own_course
from grader.commands.common import counted
from grader.engine import Engine
from grader.environment import course_folder
from grader.gate import Gate, Mutation, Row, is_trained, unlisted
from grader.glossary import glossary
from grader.scaffold import scaffold


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="new|check|mutants|glossary")
    new = actions.add_parser("new", help="write the files of a new exercise")
    new.add_argument("name", metavar="CHAPTER/SLUG")
    check = actions.add_parser("check", help="the content gate: are the course's own answers judged as they must be?")
    check.add_argument("--seeds", type=int, default=1, metavar="K", help="repeat with K seeds")
    check.add_argument("--full", action="store_true", help="training with all digits, not with the small set")
    check.add_argument("--mutants", action="store_true", help="also judge every small slip in the solutions")
    slips = actions.add_parser("mutants", help="which small slips in the solutions does no check notice?")
    actions.add_parser("glossary", help="print the glossary page, which docs/glossary.md holds")
    for parser in (check, slips):
        parser.add_argument("exercises", nargs="*", metavar="EXERCISE")


def run(arguments: argparse.Namespace) -> int:
    return {"new": _new, "check": _check, "mutants": _mutants, "glossary": _glossary}[arguments.action](arguments)


def _new(arguments: argparse.Namespace) -> int:
    folder = course_folder()  # of a course that may not have begun
    for path in scaffold(own_course() if folder is None else course_in(folder), arguments.name):
        print(path)
    return 0


def _glossary(arguments: argparse.Namespace) -> int:
    print(glossary(own_course()), end="")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    course, console = own_course(), Console()
    rows: list[Row] = []
    with Engine() as engine:
        gate = Gate(course, engine, arguments.seeds, not arguments.full)
        for exercise in track(_chosen(course, arguments.exercises), "Judging", console=console, transient=True):
            rows.append(gate.row(exercise, arguments.mutants))
    console.print(_table(course, rows, arguments.mutants))
    if len(rows) == 1:
        console.print(_diagonal(rows[0]))
    problems = [f"{row.exercise}: {problem}" for row in rows for problem in row.problems]
    if not arguments.exercises:
        problems += [f"{path}: in no catalogue entry" for path in unlisted(course)]
    return _told(console, problems, counted(len(rows), "exercise"))


def _mutants(arguments: argparse.Namespace) -> int:
    course, console = own_course(), Console()
    chosen = [e for e in _chosen(course, arguments.exercises) if not is_trained(e)]
    table = Table(Column("exercise", no_wrap=True), "slips", "caught", "equivalent", box=None)
    found: dict[str, Mutation] = {}
    with Engine() as engine:
        gate = Gate(course, engine)
        for exercise in track(chosen, "Judging", console=console, transient=True):
            one = found[exercise.name] = gate.mutation(exercise)
            table.add_row(exercise.name, *map(str, (one.total, one.caught, one.equivalent)))
    console.print(table)
    problems = [f"{name}: no check notices: {slip}" for name, one in found.items() for slip in one.survivors]
    return _told(console, problems, _score(found.values()))


def _chosen(course: Course, names: list[str]) -> list[Exercise]:
    return [exercise for name in names for exercise in course.find(name)] or list(course.all)


def _score(found: Collection[Mutation]) -> str:
    caught = sum(one.caught for one in found)
    wrong = sum(one.total - one.equivalent for one in found)
    return f"score {caught / max(1, wrong):.1%}: {caught} of {wrong} slips caught"


def _told(console: Console, problems: list[str], summary: str) -> int:
    for problem in problems:
        console.print(f"- {problem}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"{summary}, {counted(len(problems), 'problem')}", highlight=False)
    return 1 if problems else 0


def _table(course: Course, rows: list[Row], slips: bool) -> Table:
    heads = ["checks", "mistakes caught", "named", "right answers", *(["slips caught"] if slips else []), ""]
    table = Table(Column("exercise", no_wrap=True), *heads, box=None)
    for row in rows:
        total = len(row.named)
        counts = f"{row.caught} of {total}", f"{row.on_diagonal} of {total}", f"{row.passed} of {row.rights}"
        mark = "[red]x" if row.problems else "[green]ok"
        table.add_row(row.exercise, str(row.checks), *counts, *([_slips(row.mutation)] if slips else []), mark)
    return table


def _slips(found: Mutation | None) -> str:
    if found is None:
        return "none: a slip need not change how well a model does"
    equal = f", {found.equivalent} equivalent" if found.equivalent else ""
    return f"{found.caught} of {found.total - found.equivalent}{equal}"


def _diagonal(row: Row) -> Table:
    """Mistakes by named mistake: off the diagonal stands whom an answer was named instead."""
    table = Table("mistake", "named as itself", "named otherwise", box=None)
    for mistake, names in row.named.items():
        others = sorted({name for name in names if name != mistake})
        table.add_row(mistake, f"{names.count(mistake)} of {len(names)}", ", ".join(others))
    return table
