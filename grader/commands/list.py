"""`grade list`: all exercises and where one stands."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import Chapter, Course, Exercise, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.engine import Engine
from grader.judge import Options
from grader.ledger import Ledger
from grader.result import Verdict
from grader.session import Session
from grader.source import Missing, Unreadable, read_source

SAID = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "not yet right",
    Verdict.TODO: "",
    Verdict.BROKEN: "cannot be imported",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger:
        for chapter in course.chapters:
            print(_chapter(course, chapter, folder, ledger))
    return 0


def _chapter(course: Course, chapter: Chapter, folder: Path, ledger: Ledger) -> str:
    session = Session(course, folder, ledger, Engine(), Options())
    passed = ledger.passed(session.learner)
    lines = [f"{chapter.number} {chapter.title}"]
    for exercise in chapter.exercise:
        state = _state(course, exercise, folder, session)
        mark = "✓" if exercise.name in passed else " "
        said = state if state != "passed" or exercise.name not in passed else ""
        lines.append(f"  {mark} {exercise.slug:22} {exercise.title}{f'  [{said}]' if said else ''}")
    return "\n".join(lines) + "\n"


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
