"""`grade [EXERCISE ...]`: judge answers, show how far one has come and what is next."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder, targets
from grader.commands.judging import add_judging, options_from, require_folder_of, require_isolation, require_whole_data
from grader.commands.output import say, screen
from grader.engine import Engine
from grader.errors import UsageError
from grader.ledger import Ledger
from grader.result import Report
from grader.session import Session

FORMATS = ("terminal", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="chapter/slug, a slug, a chapter or a path")
    add_submission(parser)
    parser.add_argument("--format", choices=FORMATS, default="terminal", help="how the report is written")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report there, not on the terminal")
    add_judging(parser)
    parser.add_argument("--no-reveal", action="store_true", help="do not show what a failed call should have given")


def run(arguments: argparse.Namespace) -> int:
    require_isolation(arguments)
    require_folder_of(arguments.output)
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger, Engine() as engine:
        report = _judge(course, folder, ledger, engine, arguments)
    _write(report, arguments)
    return report.exit_status


def _judge(course: Course, folder: Path, ledger: Ledger, engine: Engine, arguments: argparse.Namespace) -> Report:
    chosen = targets(course, arguments.exercises, folder)
    session = Session(course, folder, ledger, engine, options_from(arguments))
    if session.needs_engine(chosen):
        engine.start()  # PyTorch is imported there while the rest is done here
    require_whole_data(course, ledger, arguments.data)
    from grader.progress import Bar

    with Bar(len(chosen)) as bar:
        results, faults = session.run(chosen, bar)
    report = session.report(results, faults, folder)
    return report.unrevealed() if arguments.no_reveal else report


def _write(report: Report, arguments: argparse.Namespace) -> None:
    from grader.reports import FORMATS as RENDER
    from grader.reports import PLAIN

    if arguments.output is None:
        say(RENDER[arguments.format](report, screen() if arguments.format == "terminal" else PLAIN))
        return
    try:
        arguments.output.write_text(RENDER[arguments.format](report, PLAIN), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{arguments.output} cannot be written: {error.strerror}. The ledger has the results."
        ) from None
    if arguments.format != "terminal":
        say(RENDER["terminal"](report, screen()))
