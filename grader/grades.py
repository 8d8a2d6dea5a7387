"""Grades out of a gradebook: points by the catalogue, what is late or missing, and an instructor's own word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from grader.catalog import Course
from grader.errors import UsageError
from grader.gradebook import Entry, Gradebook, Override
from grader.result import Verdict

Due = Mapping[str, datetime]


class Grade(msgspec.Struct, frozen=True):
    """What one learner gets for one exercise.

    earned: the points that were judged. points: the same, or those of an override. state: "in time", "late", "missing",
    or "handed in" where nothing was due. submitted: None where nobody knows.
    """

    learner: str
    exercise: str
    verdict: Verdict
    earned: float
    points: float
    max_points: float
    state: str
    submitted: datetime | None
    reason: str = ""


def grades(book: Gradebook, due: Due) -> list[Grade]:
    """By learner and exercise."""
    overrides = book.overrides()
    return [_grade(entry, due, overrides.get((entry.learner, entry.exercise))) for entry in book.entries()]


def _grade(entry: Entry, due: Due, override: Override | None) -> Grade:
    earned = float(entry.result.points)
    at = entry.handed.submitted
    submitted = None if at is None else datetime.fromtimestamp(at).astimezone()
    return Grade(
        learner=entry.learner,
        exercise=entry.exercise,
        verdict=entry.result.verdict,
        earned=earned,
        points=earned if override is None else override.points,
        max_points=float(entry.result.max_points),
        state=_state(entry, submitted, due.get(entry.exercise)),
        submitted=submitted,
        reason="" if override is None else override.reason,
    )


def _state(entry: Entry, submitted: datetime | None, due: datetime | None) -> str:
    if entry.result.verdict is Verdict.MISSING:
        return "missing"
    if entry.handed.late:
        return "late"
    if due is None or submitted is None:
        return "handed in"
    return "late" if submitted > due else "in time"


def due_times(course: Course, file: Path | None) -> dict[str, datetime]:
    """When each exercise is due: by the catalogue, and by a file's word before that.

    The file is TOML, `"04_losses" = 2026-12-01T18:00:00` for a chapter or an exercise; a time without a zone is local.
    Raises UsageError where it cannot be read.
    """
    known = {exercise.name: _aware(exercise.due) for exercise in course.all if exercise.due is not None}
    for name, time in ({} if file is None else _read_due(file)).items():
        known |= {exercise.name: time for exercise in course.find(name)}
    return known


def _read_due(file: Path) -> dict[str, datetime]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file} cannot be read as TOML: {error}") from None
    for name, time in found.items():
        if not isinstance(time, datetime):
            raise UsageError(f"{file}: {name} = {time!r} is no time. Wanted: {name} = 2026-12-01T18:00:00")
    return {name: _aware(time) for name, time in found.items()}


def _aware(time: datetime) -> datetime:
    return time.astimezone() if time.tzinfo is None else time


class Total(msgspec.Struct, frozen=True):
    """One learner's sum."""

    learner: str
    points: float
    max_points: float
    remarks: str


def totals(found: Iterable[Grade]) -> Iterator[Total]:
    """In the order of the grades."""
    of: dict[str, list[Grade]] = {}
    for grade in found:
        of.setdefault(grade.learner, []).append(grade)
    for learner, own in of.items():
        points, most = sum(grade.points for grade in own), sum(grade.max_points for grade in own)
        yield Total(learner, points, most, "; ".join(_remarks(own)))


def _remarks(own: list[Grade]) -> Iterator[str]:
    for state in ("late", "missing"):
        names = [grade.exercise for grade in own if grade.state == state]
        if names:
            yield f"{state}: {', '.join(names[:5])}{f' and {len(names) - 5} more' if len(names) > 5 else ''}"
    for grade in own:
        if grade.reason:
            yield f"{grade.exercise}: {grade.points:g} points by the instructor ({grade.reason})"
