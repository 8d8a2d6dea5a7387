"""What several subcommands share: where the learner's folder lies, and how an exercise is named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import CATALOG, SUFFIXES, Course, Exercise
from grader.environment import course_folder
from grader.errors import UsageError
from grader.ledger import Ledger, ledger_path
from grader.notebooks import SUFFIX, exercises_in
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


def submission_folder(given: Path | None, course: Course, names: Sequence[str] = ()) -> Path:
    """The learner's folder: the one that was given, else the nearest `exercises` upward.

    A course that was named may be graded from anywhere: its own stubs. So may files (`names`) that are named by their
    paths. Raises UsageError where there is no folder.
    """
    if given is not None:
        if not given.is_dir():
            raise UsageError(f"There is no folder {given}. --submission wants one laid out like exercises/.")
        if given.is_symlink():  # in CI it lies in the learner's repository, and might lead to the solutions
            raise UsageError(f"{given} is a link. Links are not followed: name the folder itself.")
        return given
    if (found := nearest_folder()) is not None:
        return found
    if course_folder() is not None:
        return course.exercises
    if names and all(map(_own_path, names)):
        first = Path(names[0]).absolute()
        return first.parent if first.suffix == SUFFIX else first.parent.parent
    raise UsageError(
        "There is no course here. `grade init course` writes one into the folder course/; then `cd course` and `grade`."
    )


def nearest_folder() -> Path | None:
    """The nearest `exercises` upward from here; None where there is none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "exercises"):
            if candidate.name == "exercises" and (candidate / CATALOG).is_file():
                return candidate
    return None


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
        for exercise in meant(course, name):
            chosen.setdefault(exercise, Target(exercise, _own_path(name) or source_path(folder, exercise)))
    if not names:
        return [Target(exercise, source_path(folder, exercise)) for exercise in course.all]
    return list(chosen.values())


def meant(course: Course, name: str) -> tuple[Exercise, ...]:
    """The exercises that a name means; a notebook says itself which it is for."""
    path = Path(name)
    return exercises_in(course, path) if path.suffix == SUFFIX else course.find(name)


def _own_path(name: str) -> Path | None:
    """The file itself, where a name is the path of one. What a notebook's name means, no other file can answer."""
    path = Path(name)
    return path if path.suffix == SUFFIX or (path.suffix in SUFFIXES and path.exists()) else None


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 file", "3 files"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def open_ledger() -> Ledger:
    ledger = Ledger(ledger_path())
    if ledger.notice:
        print(f"grade: {ledger.notice}", file=sys.stderr)
    return ledger
