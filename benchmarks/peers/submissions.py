"""The hundred submissions: 80 honest ones, right and wrong, and 20 that try to be given marks they have not earned."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.known import Answer, known_mistakes, variants
from tests import attacks
from tests.attacks import attacks_in

EXERCISES = ("l1_distance", "mnist_loss", "sgd_step")
HONEST = 80
RIGHT = 13  # of each exercise
BROKEN = b"def (:\n"


class Submission(msgspec.Struct, frozen=True):
    """One learner's answer to one exercise. idea: what is right, wrong or tried; full_marks: what it deserves."""

    learner: str
    exercise: str
    idea: str
    source: str
    full_marks: bool
    honest: bool


def submissions(course: Course, seed: int = 0) -> list[Submission]:
    """All of them in a random order, no two sources alike. The seed decides which mistakes are made."""
    draw = random.Random(seed)
    honest = [_honest(course, course.find(name)[0], draw) for name in EXERCISES]
    turns = cycle(honest)
    made = [next(next(turns)) for _ in range(HONEST)] + list(_dishonest())
    draw.shuffle(made)
    return [_by(number, one) for number, one in enumerate(made)]


def _by(number: int, one: Submission) -> Submission:
    source = f"# Handed in by learner {number}.\n{one.source}"
    return msgspec.structs.replace(one, learner=f"learner-{number:03}", source=source)


def _honest(course: Course, exercise: Exercise, draw: random.Random) -> Iterator[Submission]:
    """Right answers in all styles, the stub, one that is no Python, and then mistakes in all styles."""
    styles = variants(course, exercise)
    right = [Answer("solution", "", course.solution_path(exercise).read_bytes()), *(s for s in styles if s.right)]
    wrong = [*known_mistakes(course, exercise), *(s for s in styles if not s.right)]
    draw.shuffle(wrong)
    unfinished = [Answer("stub", "", course.stub(exercise)), Answer("no Python", "", BROKEN)]
    for answer in (*islice(cycle(right), RIGHT), *unfinished, *wrong):
        full_marks = answer.right or answer.name == "solution"
        yield Submission("", exercise.slug, answer.name, answer.source.decode(), full_marks, honest=True)


def _dishonest() -> Iterator[Submission]:
    """Attacks on whatever runs its tests in the answer's own process."""
    for name, source in attacks_in(Path(attacks.__file__).with_name("in_one_process.py")):
        exercise, idea = name.split("__")
        yield Submission("", exercise, idea, source, full_marks=False, honest=False)
