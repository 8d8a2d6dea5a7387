"""`grade init DIR`: the learner's folder, written from the course or brought up to date."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path

from grader.catalog import Course, own_course
from grader.commands.common import counted
from grader.environment import course_folder
from grader.handout import HandedOut, hand_out
from grader.reports.screen import harmless

MANY = 8  # files that are named one by one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or one that `grade init` has written")


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    fresh = not (arguments.folder / "exercises").exists()
    done = hand_out(course, arguments.folder)
    lines = _begun(course, arguments.folder, done) if fresh else _updated(arguments.folder, done)
    print(harmless("\n".join(lines)))
    return 0


def _begun(course: Course, folder: Path, done: HandedOut) -> Iterator[str]:
    yield f"{course.title} is yours, in {folder}: {len(course.all)} exercises in {len(course.chapters)} chapters."
    yield from _beside(done)
    with_course = "" if (own := course_folder()) is None else f" --course {shlex.quote(str(own))}"
    yield f"Begin: cd {shlex.quote(str(folder))} && grade{with_course}"


def _updated(folder: Path, done: HandedOut) -> Iterator[str]:
    if done.notice:
        yield done.notice
    yield from _told("new", done.added)
    yield from _told("brought up to date", done.updated)
    yield from _told("no longer in the course, left as it is", done.gone)
    yield from _beside(done)
    if not (done.added or done.updated or done.gone or done.beside):
        yield f"{folder} is up to date: nothing was written."
    if done.kept:
        yield f"Left as you wrote it: {counted(len(done.kept), 'file')}."


def _beside(done: HandedOut) -> Iterator[str]:
    if done.beside:
        yield "These are not as the course wrote them, and it has others now. Yours stay; the course's lie beside them:"
        yield from (f"  {name}" for name in done.beside.values())


def _told(what: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{counted(len(names), 'file')} {what}{':' if len(names) <= MANY else ''}"
    if len(names) <= MANY:
        yield from (f"  {name}" for name in names)
