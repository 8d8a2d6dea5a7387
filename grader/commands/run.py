"""`grade [EXERCISE ...]`: judge answers, show how far one has come and what is next."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder, targets
from grader.engine import Engine
from grader.errors import UsageError
from grader.judge import MAX_SEED, Options
from grader.ledger import Ledger
from grader.result import Report
from grader.sandbox.levels import Level, level_in_force
from grader.session import Session

if TYPE_CHECKING:
    from grader.reports import Screen

FORMATS = ("terminal", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="chapter/slug, a slug, a chapter or a path")
    add_submission(parser)
    parser.add_argument("--format", choices=FORMATS, default="terminal", help="how the report is written")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report there, not on the terminal")
    parser.add_argument("--no-cache", action="store_true", help="judge again what did not change")
    add_how(parser)


def add_how(parser: argparse.ArgumentParser) -> None:
    """How answers are judged, here and in `grade watch`."""
    parser.add_argument("--seed", type=_seed, metavar="N", help="draw the same random inputs as a run that printed N")
    parser.add_argument("--device", default="cpu", metavar="D", help="where training runs: cpu (default), cuda, mps")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=os.environ.get("GRADE_DATA"),
        help="another folder of IDX files",
    )
    parser.add_argument("--no-reveal", action="store_true", help="do not show what a failed call should have given")
    parser.add_argument(
        "--require-isolation",
        type=Level,
        choices=list(Level),
        metavar="LEVEL",
        help="refuse to grade below: %(choices)s",
    )


def run(arguments: argparse.Namespace) -> int:
    _refuse(arguments)
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger, Engine() as engine:
        report = _judge(course, folder, ledger, engine, arguments)
    _write(report, arguments)
    return report.exit_status


def _seed(text: str) -> int:
    seed = int(text)
    if not 0 <= seed < MAX_SEED:
        raise argparse.ArgumentTypeError(f"{text} is not a seed: it is a whole number from 0 to {MAX_SEED - 1}")
    return seed


def _refuse(arguments: argparse.Namespace) -> None:
    """Raise UsageError for what cannot be done, before anything is judged."""
    refuse_isolation(arguments)
    if arguments.output is not None and not arguments.output.resolve().parent.is_dir():
        raise UsageError(f"There is no folder {arguments.output.resolve().parent} to write {arguments.output.name} in.")


def refuse_isolation(arguments: argparse.Namespace) -> None:
    """Raise UsageError where workers are not held as strongly as was required."""
    wanted = arguments.require_isolation
    level = level_in_force(arguments.device)
    if wanted is not None and not level.at_least(wanted):
        raise UsageError(
            f"Isolation here is {level}, and {wanted} was required. Nothing was judged. `grade doctor` says why."
        )


def verify(course: Course, ledger: Ledger, arguments: argparse.Namespace) -> None:
    """Raises BadData where the digits are not whole. Those that were found whole before are not read again."""
    from grader.fingerprint import data_digest

    folder = arguments.data or course.data
    if ledger.verified(data_digest(folder)):
        return
    from grader import datasets

    datasets.verify(folder, own=arguments.data is None)
    ledger.verify(data_digest(folder))


def _judge(course: Course, folder: Path, ledger: Ledger, engine: Engine, arguments: argparse.Namespace) -> Report:
    chosen = targets(course, arguments.exercises, folder)
    options = Options(arguments.device, arguments.data, arguments.seed, not arguments.no_cache)
    session = Session(course, folder, ledger, engine, options)
    if session.needs_engine(chosen):
        engine.start()  # PyTorch is imported there while the rest is done here
    verify(course, ledger, arguments)
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


def say(text: str) -> None:
    """To a terminal of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def screen() -> Screen:
    from rich.console import Console

    from grader.reports import Screen

    console = Console()
    return Screen(console.width, console.is_terminal and not console.no_color and console.color_system is not None)
