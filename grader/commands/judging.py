"""What the commands that judge have in common: how they are told to judge, and what has to hold before they do."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from grader.catalog import Course, shipped_course
from grader.errors import UsageError
from grader.judge import MAX_SEED, Options
from grader.ledger import Ledger
from grader.sandbox.levels import Level, level_in_force


def add_judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=seed, metavar="N", help="draw the same random inputs as a run that printed N")
    parser.add_argument("--device", default="cpu", metavar="D", help="where training runs: cpu (default), cuda, mps")
    add_data(parser)
    parser.add_argument("--no-cache", action="store_true", help="judge again what did not change")
    parser.add_argument(
        "--require-isolation",
        type=Level,
        choices=list(Level),
        metavar="LEVEL",
        help="refuse to grade below: %(choices)s",
    )


def add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, metavar="DIR", default=os.environ.get("GRADE_DATA"), help="another folder of IDX files"
    )


def options_from(arguments: argparse.Namespace) -> Options:
    return Options(arguments.device, arguments.data, arguments.seed, not arguments.no_cache)


def seed(text: str) -> int:
    number = int(text)
    if not 0 <= number < MAX_SEED:
        raise argparse.ArgumentTypeError(f"{text} is not a seed: it is a whole number from 0 to {MAX_SEED - 1}")
    return number


def require_isolation(arguments: argparse.Namespace) -> None:
    """Raise UsageError where workers would be held less than was asked for."""
    wanted = arguments.require_isolation
    level = level_in_force(arguments.device)
    if wanted is not None and not level.at_least(wanted):
        raise UsageError(
            f"Isolation here is {level}, and {wanted} was required. Nothing was judged. `grade doctor` says why."
        )


def require_whole_data(course: Course, ledger: Ledger, data: Path | None) -> None:
    """Raise BadData where the digits are damaged. They are looked through once, and again when a file changes."""
    from grader.fingerprint import data_digest

    folder = data or course.data
    if ledger.verified(data_digest(folder)):
        return
    from grader.datasets import verify

    verify(folder, own=folder == shipped_course().data)
    ledger.verify(data_digest(folder))
