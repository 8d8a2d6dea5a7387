"""`grade watch [EXERCISE]`: a verdict on every save."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import add_submission, one_exercise, open_ledger, submission_folder, targets
from grader.commands.run import add_how, refuse_isolation, say, screen, verify
from grader.engine import Engine
from grader.judge import Options
from grader.session import Target
from grader.watch.desk import Desk
from grader.watch.judging import Setting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", nargs="?", metavar="EXERCISE", help="where to begin (default: where you were)")
    add_submission(parser)
    parser.add_argument("--lines", action="store_true", help="line by line, as on a pipe: for screen readers")
    add_how(parser)


def run(arguments: argparse.Namespace) -> int:
    refuse_isolation(arguments)
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    start = _start(course, folder, arguments.exercise)
    options = Options(arguments.device, arguments.data, arguments.seed)
    setting = Setting(course, folder, options, reveal=not arguments.no_reveal)
    with open_ledger() as ledger, Engine() as engine:
        engine.start()  # PyTorch is imported there while the screen is built here
        verify(course, ledger, arguments)
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
    one_exercise(course, name)
    return targets(course, [name], folder)[0]


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
