"""The hundred submissions: 80 honest ones, right and wrong, and 20 that try to be given marks they have not earned."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.known import known_mistakes, variants
from tests import attacks
from tests.attacks import attacks_in

EXERCISES = ("l1_distance", "mnist_loss", "sgd_step")
HONEST = 80
RIGHT = 13  # of each exercise
BROKEN = "def (:\n"


class Submission(msgspec.Struct, frozen=True):
    """One learner's answer to one exercise. full_marks: what it deserves."""

    learner: str
    exercise: str
    source: str
    full_marks: bool
    honest: bool = True


def submissions(course: Course, seed: int = 0) -> list[Submission]:
    """All of them in a random order, no two sources alike. The seed decides which mistakes are made."""
    draw = random.Random(seed)
    honest = [_honest(course, course.find(name)[0], draw) for name in EXERCISES]
    turns = cycle(honest)
    made = [(*next(next(turns)), True) for _ in range(HONEST)]
    made += [(exercise, source, False, False) for exercise, source in _dishonest()]
    draw.shuffle(made)
    return [
        Submission(f"learner-{number:03}", exercise, f"# Handed in by learner {number}.\n{source}", *rest)
        for number, (exercise, source, *rest) in enumerate(made)
    ]


def _honest(course: Course, exercise: Exercise, draw: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Right answers in all styles, the stub, one that is no Python, and then mistakes in all styles."""
    styles = variants(course, exercise)
    right = [course.solution_path(exercise).read_bytes(), *(style.source for style in styles if style.right)]
    wrong = [mistake.source for mistake in known_mistakes(course, exercise)]
    wrong += [style.source for style in styles if not style.right]
    draw.shuffle(wrong)
    for source in islice(cycle(right), RIGHT):
        yield exercise.slug, source.decode(), True
    for source in (course.stub(exercise), BROKEN.encode(), *wrong):
        yield exercise.slug, source.decode(), False


def _dishonest() -> Iterator[tuple[str, str]]:
    """Exercise and source of attacks on whatever runs its tests in the answer's own process."""
    for name, source in attacks_in(Path(attacks.__file__).with_name("in_one_process.py")):
        yield name.split("__")[0], source
