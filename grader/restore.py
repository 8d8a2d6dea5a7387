"""An exercise's file as it came; what the learner wrote is kept beside it."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path

from grader.catalog import Course, Exercise
from grader.errors import UsageError


def restore(course: Course, exercise: Exercise, path: Path) -> str:
    """Put one exercise's stub back, and say what was done. Raises UsageError where that cannot be done."""
    stub = pristine(course, exercise, path)
    return f"{path} is as it came: there is nothing to reset." if is_pristine(path, stub) else put_back(path, stub)


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


def is_pristine(path: Path, stub: bytes) -> bool:
    return path.is_file() and path.read_bytes() == stub


def put_back(path: Path, stub: bytes) -> str:
    """Replace the file in one step; what was there gets another name first. Says so; raises UsageError if it cannot."""
    try:
        kept = _put(path, stub)
    except OSError as error:
        raise UsageError(f"{path} cannot be reset: {error.strerror}. It was not changed.") from None
    return f"{path} is as it came." + (f" Yours is kept in {kept}." if kept else "")


def _put(path: Path, stub: bytes) -> Path | None:
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
