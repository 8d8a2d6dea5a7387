"""What several subcommands share: where the learner's folder lies, and how an exercise is named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import SUFFIXES, Course, Exercise
from grader.errors import UsageError
from grader.ledger import Ledger, ledger_path
from grader.session import Target
from grader.source import source_path


def add_exercise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="EXERCISE", help="chapter/slug, a slug, or a path")


def add_submission(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--submission",
        type=Path,
        metavar="DIR",
        help="a folder laid out like exercises/ (default: the nearest exercises/)",
    )


def submission_folder(given: Path | None, course: Course) -> Path:
    """The learner's folder: the one that was given, else the nearest `exercises` upward, else the course's own."""
    if given is not None:
        if not given.is_dir():
            raise UsageError(f"There is no folder {given}. --submission wants one laid out like exercises/.")
        return given
    here = Path.cwd()
    for folder in (here, *here.parents):
        if folder.name == "exercises" and (folder / "catalog.toml").is_file():
            return folder
        if (folder / "exercises" / "catalog.toml").is_file():
            return folder / "exercises"
    return course.exercises


def one_exercise(course: Course, name: str) -> Exercise:
    """The exercise of this name. Raises UsageError where it means several."""
    found = course.find(name)
    if len(found) > 1:
        raise UsageError(f"{name} means {len(found)} exercises: {', '.join(e.slug for e in found)}. Name one.")
    return found[0]


def targets(course: Course, names: Sequence[str], folder: Path) -> list[Target]:
    """What the names mean, each once: all exercises where there are none."""
    chosen: dict[Exercise, Target] = {}
    for name in names:
        for exercise in course.find(name):
            chosen.setdefault(exercise, Target(exercise, _own_path(name) or source_path(folder, exercise)))
    if not names:
        return [Target(exercise, source_path(folder, exercise)) for exercise in course.all]
    return list(chosen.values())


def _own_path(name: str) -> Path | None:
    """The file itself, where a name is the path of one."""
    path = Path(name)
    return path if path.suffix in SUFFIXES and path.exists() else None


def save(path: Path, text: str) -> None:
    """Write a report. Raises UsageError where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. The ledger has the results.") from None


def open_ledger() -> Ledger:
    ledger = Ledger(ledger_path())
    if ledger.notice:
        print(f"grade: {ledger.notice}", file=sys.stderr)
    return ledger
