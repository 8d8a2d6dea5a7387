"""`grade list`: all exercises and where one stands."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from grader.catalog import Course, Exercise, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.history import day, histories
from grader.ledger import Ledger
from grader.session import stub_digests
from grader.standing import standings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)
    parser.add_argument("--history", action="store_true", help="how often you tried each, and when you passed")


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger:
        passed = ledger.passed(str(folder.resolve()))
        told = _told_history(course, folder, ledger) if arguments.history else _told_state(course, folder, ledger)
        for chapter in course.chapters:
            print(f"{chapter.number} {chapter.title}")
            for exercise in chapter.exercise:
                mark = "✓" if exercise.name in passed else " "
                print(f"  {mark} {exercise.slug:22} {told(exercise)}".rstrip())
            print()
    return 0


Telling = Callable[[Exercise], str]  # what stands beside an exercise's name


def _told_state(course: Course, folder: Path, ledger: Ledger) -> Telling:
    known = {one.exercise: one for one in standings(course, folder, ledger)}

    def told(exercise: Exercise) -> str:
        said = known[exercise].said
        return f"{exercise.title}{f'  [{said}]' if said else ''}"

    return told


def _told_history(course: Course, folder: Path, ledger: Ledger) -> Telling:
    found, now = histories(ledger.attempts(str(folder.resolve())), stub_digests(course)), time.time()

    def told(exercise: Exercise) -> str:
        if (history := found.get(exercise.name)) is None:
            return ""
        tries = "once" if history.tries == 1 else f"{history.tries} times"
        if history.passed is None:
            return f"tried {tries}, last on {day(history.last, now)}"
        return f"tried {tries}, passed on {day(history.passed, now)}"

    return told
