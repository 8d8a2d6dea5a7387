"""`grade report`: where one stands, as one HTML file, from what the ledger remembers. It judges nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.delivery import write
from grader.engine import Engine
from grader.judge import Options
from grader.session import Session

FILE = Path("report.html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)
    parser.add_argument(
        "--html", type=Path, metavar="FILE", nargs="?", const=FILE, default=FILE, help=f"where to (default: {FILE})"
    )


def run(arguments: argparse.Namespace) -> int:
    from grader.illustrations import illustrated
    from grader.reports import FORMATS, PLAIN

    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger:
        session = Session(course, folder, ledger, Engine(), Options())
        report = session.report(session.recall(), (), folder)
    write(arguments.html, "w", FORMATS["html"](illustrated(report, course.data), PLAIN))
    print(f"The report is in {arguments.html}. Open it in a browser.")
    return 0
