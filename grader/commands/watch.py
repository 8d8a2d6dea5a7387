"""`grade watch [EXERCISE]`: a verdict on every save."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder, targets
from grader.commands.judging import add_judging, options_from, require_isolation, require_whole_data
from grader.delivery import say, screen
from grader.engine import Engine
from grader.errors import UsageError
from grader.session import Target
from grader.watch.desk import Desk
from grader.watch.judging import Setting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", nargs="?", metavar="EXERCISE", help="where to begin (default: where you were)")
    add_submission(parser)
    parser.add_argument("--lines", action="store_true", help="line by line, as on a pipe: for screen readers")
    add_judging(parser)
    parser.add_argument("--no-reveal", action="store_true", help="do not show what a failed call should have given")


def run(arguments: argparse.Namespace) -> int:
    require_isolation(arguments)
    course = own_course()
    names = [] if arguments.exercise is None else [arguments.exercise]
    folder = submission_folder(arguments.submission, course, names)
    start = _start(course, folder, arguments.exercise)
    setting = Setting(course, folder, options_from(arguments), reveal=not arguments.no_reveal)
    with open_ledger() as ledger, Engine() as engine:
        engine.start()  # PyTorch is imported there while the screen is built here
        require_whole_data(course, ledger, arguments.data)
        desk = Desk(course, folder, ledger, start)
        if arguments.lines or not _has_screen():
            _lines(setting, desk, engine)
        else:
            _screen(setting, desk, engine)
    return 0


def _start(course: Course, folder: Path, name: str | None) -> Target | None:
    """Where to begin, if that was said. Raises UsageError for a name that means none or several."""
    if name is None:
        return None
    chosen = targets(course, [name], folder)
    if len(chosen) > 1:
        slugs = ", ".join(target.exercise.slug for target in chosen)
        raise UsageError(f"{name} means {len(chosen)} exercises: {slugs}. Name one.")
    return chosen[0]


def _has_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _screen(setting: Setting, desk: Desk, engine: Engine) -> None:
    os.environ.setdefault("TEXTUAL_FPS", "120")  # a verdict waits for half as long to be painted
    from grader.watch.app import WatchApp

    if (error := WatchApp(setting, desk, engine).run()) is not None:
        raise error


def _lines(setting: Setting, desk: Desk, engine: Engine) -> None:
    from grader.watch.lines import Lines

    Lines(setting, desk, engine, lambda text: say(f"{text.rstrip()}\n\n"), screen().width).run(sys.stdin)
