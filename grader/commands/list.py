"""`grade list`: all exercises and where one stands."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from grader.catalog import Course, Exercise, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.engine import Engine
from grader.history import day, histories
from grader.judge import Options
from grader.ledger import Ledger
from grader.result import Verdict
from grader.session import Session, stub_digests
from grader.source import Missing, Unreadable, read_source

SAID = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "not yet right",
    Verdict.TODO: "",
    Verdict.BROKEN: "cannot be imported",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)
    parser.add_argument("--history", action="store_true", help="how often you tried each, and when you passed")


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger:
        session = Session(course, folder, ledger, Engine(), Options())
        passed = ledger.passed(session.learner)
        told = (
            _told_history(course, session, ledger)
            if arguments.history
            else _told_state(course, session, folder, passed)
        )
        for chapter in course.chapters:
            print(f"{chapter.number} {chapter.title}")
            for exercise in chapter.exercise:
                mark = "✓" if exercise.name in passed else " "
                print(f"  {mark} {exercise.slug:22} {told(exercise)}".rstrip())
            print()
    return 0


Telling = Callable[[Exercise], str]  # what stands beside an exercise's name


def _told_state(course: Course, session: Session, folder: Path, passed: frozenset[str]) -> Telling:
    def told(exercise: Exercise) -> str:
        said = _state(course, exercise, folder, session)
        marked = said == "passed" and exercise.name in passed  # by the tick before it
        return f"{exercise.title}{f'  [{said}]' if said and not marked else ''}"

    return told


def _told_history(course: Course, session: Session, ledger: Ledger) -> Telling:
    found, now = histories(ledger.attempts(session.learner), stub_digests(course)), time.time()

    def told(exercise: Exercise) -> str:
        if (history := found.get(exercise.name)) is None:
            return ""
        tries = "once" if history.tries == 1 else f"{history.tries} times"
        if history.passed is None:
            return f"tried {tries}, last on {day(history.last, now)}"
        return f"tried {tries}, passed on {day(history.passed, now)}"

    return told


def _state(course: Course, exercise: Exercise, folder: Path, session: Session) -> str:
    """What is known of the file as it is now."""
    try:
        source = read_source(folder, exercise)
    except Missing:
        return "no file"
    except Unreadable:
        return "cannot be read"
    if source == course.stub(exercise):
        return ""
    known = session.remembered(session.key(exercise, source))
    return SAID.get(known.verdict, known.verdict) if known else "not judged yet"
