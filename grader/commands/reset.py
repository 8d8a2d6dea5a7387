"""`grade reset EXERCISE`: the stub as it came; what was there is kept beside it. `--all` does so with all of them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from grader.catalog import Course, Exercise, own_course
from grader.commands.common import add_submission, counted, one_exercise, submission_folder
from grader.errors import UsageError
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
    changed = {path: stub for path, stub in stubs.items() if not (path.is_file() and path.read_bytes() == stub)}
    if not changed:
        what = f"All of {folder}" if arguments.all else str(next(iter(stubs)))
        print(f"{what} is as it came: there is nothing to reset.")
    elif not arguments.all or arguments.yes or _agreed(folder, changed):
        for path, stub in changed.items():
            _reset(path, stub)
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


def _reset(path: Path, stub: bytes) -> None:
    try:
        kept = _put(stub, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be reset: {error.strerror}. It was not changed.") from None
    print(f"{path} is as it came." + (f" Yours is kept in {kept}." if kept else ""))


def pristine(course: Course, exercise: Exercise, path: Path) -> bytes:
    """The stub as it came: the course's own, or, where the learner writes in that very file, git's."""
    own = course.stub_path(exercise)
    if own.resolve() != path.resolve():
        return course.stub(exercise)
    command = ["git", "show", f"HEAD:./{path.name}"]
    try:
        return subprocess.run(command, cwd=path.parent, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise UsageError(
            f"{path} is the course's only copy, and git does not know it as it came. "
            "Install the course anew, or take the file from where you got it."
        ) from None


def _put(stub: bytes, path: Path) -> Path | None:
    """Replace the file in one step; what was there gets another name first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(stub)
    kept = None
    if os.path.lexists(path):
        kept = _backup_name(path)
        os.rename(path, kept)
    os.replace(fresh, path)
    return kept


def _backup_name(path: Path) -> Path:
    now = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    names = [path.with_name(f"{path.name}.{now}{extra}.bak") for extra in ("", *(f"-{n}" for n in range(2, 100)))]
    return next(name for name in names if not name.exists())
