"""The six files of a new exercise, written so that `grade dev check` says what is left to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

from grader.catalog import Course
from grader.errors import UsageError

STUB = '''"""{title}

What it is for, in a few plain sentences. Then one idea, and one worked example that
can be checked by hand:

    >>> 1 + 1
    2

How it connects to the exercise before.
"""

from torch import Tensor


def {slug}(x: Tensor) -> Tensor:
    """What comes back, with shapes, for `x` (n,). Raises ValueError for ..."""
    raise NotImplementedError
'''

SOLUTION = '''"""{title}"""

from torch import Tensor


def {slug}(x: Tensor) -> Tensor:
    """What comes back, with shapes, for `x` (n,)."""
    return x
'''

CHECKS = '''from grader.expect import close


def test_gives_the_right_values(submission, draw):
    """A sentence that the learner reads: what holds when this check passes."""
    x = draw.normal(4)
    close(submission.{slug}(x), x)
'''

MISTAKES = '''"""Known wrong answers to {slug}: each function is one of them."""


def negated():
    """One sentence that names the misconception.

    Then 40 to 140 words: what follows from it, in a small example with numbers, and one way forward. Never the
    code of the answer.
    """

    def {slug}(x):
        return -x
'''

VARIANTS = '''"""{slug} in other styles: right answers, and the known mistakes as somebody else would write them."""


def right_by_addition():
    """What is different about it."""

    def {slug}(x):
        return x + 0


def right_by_copy():
    """What is different about it."""

    def {slug}(x):
        return x.clone()


def negated():
    def {slug}(x):
        return 0 - x


# Slips in the solution (`grade dev mutants`) that answer as it does, with the reason.
EQUIVALENT = {{}}
'''

ENTRY = """
[[chapter.exercise]]
slug = "{slug}"
title = "{title}"
hints = [
    "A gentle nudge: where to look.",
    "The idea, in words.",
    "Almost there: which function, but not how.",
]
"""


def scaffold(course: Course, name: str) -> list[Path]:
    """Write the files of `chapter/slug`, and give their paths. Raises UsageError, with nothing written."""
    chapter, slug = _parts(course, name)
    words = {"slug": slug, "title": slug.replace("_", " ").capitalize()}
    files = {
        course.exercises / chapter / f"{slug}.py": STUB,
        course.solutions / chapter / f"{slug}.py": SOLUTION,
        course.checks / chapter / f"test_{slug}.py": CHECKS,
        course.mistakes / chapter / f"{slug}.py": MISTAKES,
        course.variants / chapter / f"{slug}.py": VARIANTS,
    }
    for path in files:
        if path.exists():
            raise UsageError(f"{path} is there already.")
    catalog = course.catalog_path
    before = catalog.read_text(encoding="utf-8") if catalog.exists() else _new_catalog(course)
    listed = with_entry(before, chapter, ENTRY.format(**words))
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.format(**words), encoding="utf-8")
    catalog.write_text(listed, encoding="utf-8")
    return [*files, catalog]


def with_entry(catalog: str, chapter: str, entry: str) -> str:
    """The catalogue's text with an entry at the end of a chapter, which is made at the end where there is none."""
    pieces = re.split(r"(?m)^(?=\[\[chapter\]\])", catalog)
    for number, piece in enumerate(pieces):
        if re.search(rf'(?m)^name = "{chapter}"$', piece):
            pieces[number] = f"{piece.rstrip()}\n{entry}\n"
            return "".join(pieces).rstrip() + "\n"
    title = chapter.split("_", 1)[-1].replace("_", " ").capitalize()
    return f'{catalog.rstrip()}\n\n[[chapter]]\nname = "{chapter}"\ntitle = "{title}"\n{entry}'


def _new_catalog(course: Course) -> str:
    """The beginning of a course's catalogue: a title, which its folder's name is until it has a better one."""
    return f"title = {json.dumps(course.exercises.parent.name)}\n"


def _parts(course: Course, name: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\d\d_[a-z0-9_]+)/([a-z][a-z0-9_]*)", name)
    if found is None:
        raise UsageError(f"{name!r} is no new exercise's name: chapter/slug was wanted, such as 04_losses/huber_loss.")
    chapter, slug = found.groups()
    if course.catalog_path.exists() and any(exercise.slug == slug for exercise in course.all):
        raise UsageError(f"There is an exercise {slug} already.")
    return chapter, slug
