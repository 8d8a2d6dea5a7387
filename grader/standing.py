"""Where a learner stands: what is known of each exercise's file as it is now. Nothing is judged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.engine import Engine
from grader.judge import Options
from grader.ledger import Ledger
from grader.result import Verdict
from grader.session import Session
from grader.source import Missing, Unreadable, read_source

SAID = {
    Verdict.FAILED: "not yet right",
    Verdict.TODO: "",
    Verdict.BROKEN: "cannot be imported",
}


class Standing(msgspec.Struct, frozen=True):
    """One exercise. passed: at some time. said: of the file as it is now, "" where there is nothing to say."""

    exercise: Exercise
    passed: bool
    said: str


def standings(course: Course, folder: Path, ledger: Ledger) -> Sequence[Standing]:
    """Of all exercises, in order."""
    session = Session(course, folder, ledger, Engine(), Options())
    passed = ledger.passed(session.learner)
    return [_standing(course, exercise, folder, session, exercise.name in passed) for exercise in course.all]


def _standing(course: Course, exercise: Exercise, folder: Path, session: Session, passed: bool) -> Standing:
    state = _state(course, exercise, folder, session)
    return Standing(exercise, passed, "" if state == "passed" and passed else state)


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
