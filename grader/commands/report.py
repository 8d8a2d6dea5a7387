"""`grade report`: where one stands, or a class, as one HTML file, from what is remembered. It judges nothing."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.delivery import require_folder_of, write
from grader.engine import Engine
from grader.errors import UsageError
from grader.judge import Options
from grader.session import Session

FILE = Path("report.html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)
    parser.add_argument(
        "--html", type=Path, metavar="FILE", nargs="?", const=FILE, default=FILE, help=f"where to (default: {FILE})"
    )
    parser.add_argument("--class", dest="book", type=Path, metavar="BOOK", help="a class's, from its gradebook")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="with --class: its misconceptions as a table as well")


def run(arguments: argparse.Namespace) -> int:
    if arguments.csv and not arguments.book:
        raise UsageError("--csv wants --class BOOK: it is a table of what a class misunderstands.")
    for path in filter(None, (arguments.html, arguments.csv)):
        require_folder_of(path)
    course = own_course()
    if arguments.book:
        _of_class(course, arguments)
    else:
        write(arguments.html, "w", _of_learner(course, submission_folder(arguments.submission, course)))
    print(f"The report is in {arguments.html}. Open it in a browser.")
    return 0


def _of_learner(course: Course, folder: Path) -> str:
    from grader.illustrations import illustrated
    from grader.reports import FORMATS, PLAIN

    with open_ledger() as ledger:
        session = Session(course, folder, ledger, Engine(), Options())
        report = session.report(session.recall(), (), folder)
    return FORMATS["html"](illustrated(report, course.data), PLAIN)


def _of_class(course: Course, arguments: argparse.Namespace) -> None:
    from grader.gradebook import Gradebook
    from grader.insight import alike
    from grader.reports.html.of_class import render
    from grader.reports.misconceptions import table_of

    with Gradebook.to_read(arguments.book) as book:
        entries, pairs = list(book.entries()), alike(book.shapes())
    held = {entry.exercise for entry in entries}
    names = [exercise.name for exercise in course.all if exercise.name in held]
    time = datetime.now(UTC).isoformat(timespec="seconds")
    write(arguments.html, "w", render(arguments.book.stem, time, names, entries, pairs))
    if arguments.csv:
        write(arguments.csv, "w", table_of(entries))
