"""Who is who: the learners of a class, found in the table of people that a learning platform exports."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.errors import UsageError

# The columns by which platforms tell people apart, as they head them.
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("Identifier", "username", "Username", "ID number", "Email address", "Full name", "First name", "Last name")
SHARED = ("Section",)  # what a whole group has in common tells nobody apart

Person = Mapping[str, str]


def people(file: Path, learners: Iterable[str]) -> dict[str, Person]:
    """The row of each learner who is found in a CSV, with those of its columns that tell who somebody is.

    A name is found whatever its case, blanks and commas: Canvas calls `Lovelace, Ada` `lovelaceada` in its files.
    Raises UsageError for a file that is no such table, and for a learner or a row that would be taken twice.
    """
    by_name = _by_name(file)
    found = {
        learner: _one(file, learner, by_name[_plain(learner)]) for learner in learners if _plain(learner) in by_name
    }
    taken: dict[int, str] = {}
    for learner, row in found.items():
        other = taken.setdefault(id(row), learner)
        if other != learner:
            raise UsageError(f"{file}: {other!r} and {learner!r} are both {_shown(row)}.")
    return found


def _one(file: Path, learner: str, rows: list[Person]) -> Person:
    if len(rows) > 1:
        raise UsageError(f"{file}: {learner!r} may be {' or '.join(map(_shown, rows))}.")
    return rows[0]


def _by_name(file: Path) -> dict[str, list[Person]]:
    named: defaultdict[str, list[Person]] = defaultdict(list)
    for row in _rows(file):
        for name in {_plain(name) for name in _names(row)} - {""}:
            named[name].append(row)
    return named


def _rows(file: Path) -> list[Person]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            table = list(csv.DictReader(opened))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} cannot be read as CSV: {error}") from None
    known = [column for column in (table[0] if table else ()) if column in (*CANVAS, *MOODLE)]
    if not known:
        raise UsageError(f"{file} has no column that tells who somebody is: one of {', '.join((*CANVAS, *MOODLE))}.")
    return [{column: row[column] or "" for column in known} for row in table]


def _names(row: Person) -> Iterator[str]:
    yield from (value for column, value in row.items() if column not in SHARED)
    first, last = row.get("First name", ""), row.get("Last name", "")
    yield from (first + last, last + first)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _shown(row: Person) -> str:
    return ", ".join(filter(None, row.values()))
