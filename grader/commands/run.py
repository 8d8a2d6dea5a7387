"""`grade [EXERCISE ...]`: judge answers, show how far one has come and what is next."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from grader import delivery
from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder, targets
from grader.commands.judging import add_judging, options_from, require_isolation, require_whole_data
from grader.engine import Engine
from grader.ledger import Ledger
from grader.result import Report
from grader.session import Session, short


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="chapter/slug, a slug, a chapter or a path")
    add_submission(parser)
    delivery.add_arguments(parser)
    add_judging(parser)
    parser.add_argument("--no-reveal", action="store_true", help="do not show what a failed call should have given")


def run(arguments: argparse.Namespace) -> int:
    require_isolation(arguments)
    delivery.refuse(arguments)
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger, Engine() as engine:
        report = _judge(course, folder, ledger, engine, arguments)
    delivery.deliver(report, arguments)
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
    paths = {target.exercise.name: short(target.path) for target in chosen}
    report = msgspec.structs.replace(session.report(results, faults, folder), paths=paths)
    return report.unrevealed() if arguments.no_reveal else report
