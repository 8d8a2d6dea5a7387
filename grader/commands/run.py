"""`grade [EXERCISE ...]`: judge answers, show how far one has come and what is next."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from grader import delivery
from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder, targets
from grader.commands.judging import add_judging, options_from, require_isolation, require_whole_data
from grader.engine import Engine
from grader.history import was_at
from grader.ledger import Ledger
from grader.result import Report
from grader.session import Session, Target, short, stub_digests

Chooser = Callable[[Course, Sequence[str], Path], list[Target]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="chapter/slug, a slug, a chapter or a path")
    add_options(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """How answers are judged, and where the report goes."""
    add_submission(parser)
    delivery.add_arguments(parser)
    add_judging(parser)
    parser.add_argument("--no-reveal", action="store_true", help="do not show what a failed call should have given")


def run(arguments: argparse.Namespace, choose: Chooser = targets) -> int:
    """`choose` says what the names mean that were given."""
    require_isolation(arguments)
    delivery.refuse(arguments)
    course = own_course()
    for name in arguments.exercises:
        course.find(name)  # one that means nothing is told before a folder is looked for
    folder = submission_folder(arguments.submission, course, arguments.exercises)
    with open_ledger() as ledger, Engine() as engine:
        report = _judge(course, folder, ledger, engine, arguments, choose)
    delivery.deliver(report, arguments)
    return report.exit_status


def _judge(
    course: Course, folder: Path, ledger: Ledger, engine: Engine, arguments: argparse.Namespace, choose: Chooser
) -> Report:
    chosen = choose(course, arguments.exercises, folder)
    session = Session(course, folder, ledger, engine, options_from(arguments))
    if session.needs_engine(chosen):
        engine.start()  # PyTorch is imported there while the rest is done here
    require_whole_data(course, ledger, arguments.data)
    # Before this run's own answers are among them; one who names an exercise knows where they are.
    was = None if arguments.exercises else was_at(ledger.attempts(session.learner), stub_digests(course), time.time())
    from grader.progress import Bar

    with Bar(len(chosen)) as bar:
        results, faults = session.run(chosen, bar)
    paths = {target.exercise.name: short(target.path) for target in chosen}
    report = msgspec.structs.replace(session.report(results, faults, folder), paths=paths, was=was)
    return report.unrevealed() if arguments.no_reveal else report
