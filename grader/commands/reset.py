"""`grade reset EXERCISE`: the stub as it came; what was there is kept beside it. `--all` does so with all of them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from grader.catalog import own_course
from grader.commands.common import add_submission, counted, one_exercise, submission_folder
from grader.errors import UsageError
from grader.restore import is_pristine, pristine, put_back
from grader.source import source_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("exercise", nargs="?", metavar="EXERCISE", help="chapter/slug, a slug, or a path")
    which.add_argument("--all", action="store_true", help="every exercise; asks first")
    parser.add_argument("--yes", action="store_true", help="with --all: do not ask")
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    chosen = course.all if arguments.all else (one_exercise(course, arguments.exercise),)
    folder = submission_folder(arguments.submission, course)
    # All are looked up before anything is written: where one is not to be had, none is changed.
    stubs = {path: pristine(course, exercise, path) for exercise in chosen for path in [source_path(folder, exercise)]}
    changed = {path: stub for path, stub in stubs.items() if not is_pristine(path, stub)}
    if not changed:
        what = f"All of {folder}" if arguments.all else str(next(iter(stubs)))
        print(f"{what} is as it came: there is nothing to reset.")
    elif not arguments.all or arguments.yes or _agreed(folder, changed):
        for path, stub in changed.items():
            print(put_back(path, stub))
    else:
        print("Nothing was changed.")
    return 0


def _agreed(folder: Path, changed: dict[Path, bytes]) -> bool:
    """Ask. Raises UsageError where there is nobody to answer."""
    there = counted(sum(map(os.path.lexists, changed)), "file")
    question = f"This puts {counted(len(changed), 'exercise')} in {folder} back. What is there now is kept: {there}."
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Nobody is here to be asked, so nothing was changed: --yes says that it is meant.")
    try:
        return input(f"{question} Go on? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:  # Ctrl-D
        print()
        return False
