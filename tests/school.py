"""A class made up of right, wrong, mistaken, hostile and missing answers, no two sources alike; and what each must get.

Used by the tests of the batch and by `benchmarks/classroom.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.known import known_mistakes
from grader.result import Verdict

# The share of each kind of answer.
KINDS = {"right": 55, "mistaken": 25, "untouched": 8, "missing": 5, "broken": 4, "hostile": 3}
HOSTILE = (
    "import os\nos._exit(0)\n",
    "import sys\nsys.exit(0)\n",
    "class Yes(int):\n    def __eq__(self, other):\n        return True\n\n\ndef {name}(*_, **__):\n    return Yes()\n",
    "def {name}(*_, **__):\n    import subprocess\n    return subprocess.run(['true'])\n",
    "def {name}(*_, **__):\n    print('::error::' * 1000)\n    return float('nan')\n",
)


class Given(msgspec.Struct, frozen=True):
    """An answer, and the verdicts that it may get; `mistake` where a diagnosis is due."""

    source: bytes | None
    verdicts: tuple[Verdict, ...]
    mistake: str | None = None


def answer(course: Course, exercise: Exercise, draw: random.Random) -> Given:
    """One learner's answer to an exercise, made new by a comment."""
    mark = f"\n# {draw.getrandbits(64):x}\n".encode()
    (kind,) = draw.choices(list(KINDS), list(KINDS.values()))
    if kind == "right":
        return Given(course.solution_path(exercise).read_bytes() + mark, (Verdict.PASSED,))
    if kind == "mistaken":
        mistake = draw.choice(known_mistakes(course, exercise))
        return Given(mistake.source + mark, (Verdict.FAILED, Verdict.TIMED_OUT, Verdict.CRASHED), mistake.name)
    if kind == "untouched":
        verdict = Verdict.FAILED if course.is_repair(exercise) else Verdict.TODO
        return Given(course.stub(exercise) + mark, (verdict,))
    if kind == "broken":
        return Given(b"def (:\n" + mark, (Verdict.BROKEN,))
    if kind == "missing":
        return Given(None, (Verdict.MISSING,))
    names = course.public_names(exercise)
    source = draw.choice(HOSTILE).replace("{name}", names[0].name)
    return Given(source.encode() + mark, (Verdict.FAILED, Verdict.CRASHED, Verdict.BROKEN))


def school(
    course: Course, folder: Path, learners: int, exercises: Sequence[Exercise], seed: int = 0
) -> Iterator[tuple[str, str, Given]]:
    """Writes a class and yields, for each learner and exercise, what was given."""
    draw = random.Random(seed)
    for number in range(learners):
        learner = f"learner-{number:04}"
        (folder / learner).mkdir(parents=True)
        for exercise in exercises:
            given = answer(course, exercise, draw)
            if given.source is not None:
                path = folder / learner / f"{exercise.name}.py"
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(given.source)
            yield learner, exercise.name, given
