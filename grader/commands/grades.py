"""`grade grades BOOK`: grades for a learning platform, and an instructor's own word."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import one_exercise
from grader.delivery import require_folder_of, write
from grader.errors import UsageError
from grader.gradebook import Gradebook, Override
from grader.grades import due_times, grades
from grader.reports.gradebooks import TABLES
from grader.reports.screen import harmless
from grader.roster import Person, people


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("book", type=Path, metavar="BOOK", help="the gradebook that `grade batch` wrote")
    parser.add_argument("--csv", choices=list(TABLES), default="plain", help="whose columns (default: plain)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the table there, not on the terminal")
    parser.add_argument("--due", type=Path, metavar="FILE", help='TOML: "04_losses" = 2026-12-01T18:00:00, and so on')
    parser.add_argument(
        "--roster", type=Path, metavar="FILE", help="a CSV of the class from Canvas or Moodle, to tell who is who"
    )
    own = parser.add_argument_group("an instructor's own word")
    own.add_argument("--override", nargs=3, metavar=("LEARNER", "EXERCISE", "POINTS"), help="give these points instead")
    own.add_argument("--reason", help="why; kept with the override, and shown")
    own.add_argument("--withdraw", nargs=2, metavar=("LEARNER", "EXERCISE"), help="take an override back")


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    with Gradebook.to_read(arguments.book) as book:
        if arguments.override:
            _override(book, course, arguments)
        elif arguments.withdraw:
            _withdraw(book, course, *arguments.withdraw)
        else:
            _tell(book, course, arguments)
    return 0


def _tell(book: Gradebook, course: Course, arguments: argparse.Namespace) -> None:
    roster = None if arguments.roster is None else _roster(book, arguments.roster)
    text = TABLES[arguments.csv](grades(book, due_times(course, arguments.due)), roster)
    if arguments.output is None:
        sys.stdout.write(text)
        return
    require_folder_of(arguments.output)
    write(arguments.output, "w", text)


def _roster(book: Gradebook, file: Path) -> dict[str, Person]:
    """Who is who. Whoever is not in the file gets no row, and that is told beside the table."""
    found = people(file, book.learners())
    unknown = [learner for learner in book.learners() if learner not in found]
    if unknown:
        print(f"Not in {file}, so without a row: {', '.join(map(harmless, unknown))}", file=sys.stderr)
    return found


def _override(book: Gradebook, course: Course, arguments: argparse.Namespace) -> None:
    learner, exercise, points = arguments.override
    name = one_exercise(course, exercise).name
    if not (arguments.reason or "").strip():
        raise UsageError("--override wants --reason TEXT: who reads the grade will ask.")
    _known(book, learner)
    book.override(Override(learner, name, _points(points), arguments.reason.strip(), time.time()))
    print(f"{learner} gets {_points(points):g} points for {name}: {arguments.reason.strip()}")


def _points(text: str) -> float:
    try:
        points = float(text)
    except ValueError:
        points = -1.0
    if not 0 <= points < float("inf"):
        raise UsageError(f"{text!r} is no number of points: 0 or more was wanted.")
    return points


def _known(book: Gradebook, learner: str) -> None:
    known = book.learners()
    if learner not in known:
        few = ", ".join(known[:5])
        raise UsageError(f"{book.path} knows no learner {learner!r}. It has {len(known)}: {few} ...")


def _withdraw(book: Gradebook, course: Course, learner: str, exercise: str) -> None:
    name = one_exercise(course, exercise).name
    if not book.withdraw(learner, name):
        raise UsageError(f"There is no override for {learner} and {name}.")
    print(f"{learner} gets the points that were judged for {name} again.")
