"""Which line of the learner's a failure is about."""

from __future__ import annotations

import pytest

from grader.submission import Call
from grader.wording import line_of
from tests.answers import HEAD, RIGHT, SWAPPED, mnist_loss
from tests.conftest import Judge

FIRST = f"# a comment\n{HEAD}"
HELPER = "def helper(x):\n    return x.nothing\n\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (RIGHT, None),
        (SWAPPED, "def mnist_loss(preds, targs):"),
        (mnist_loss("return preds @ torch.zeros(99, 2)"), "    return preds @ torch.zeros(99, 2)"),
        (
            FIRST + "def helper(x):\n    return x.nothing\n" + mnist_loss("return helper(preds)", ""),
            "    return x.nothing",
        ),
        (FIRST + "def mnist_loss(preds, targs:\n    return 1\n", "def mnist_loss(preds, targs:"),
        (FIRST + "1 / 0\n", "1 / 0"),
        (FIRST + "mnist_loss = lambda preds, targs: preds.mean()\n", "mnist_loss = lambda preds, targs: preds.mean()"),
        ("mnist_loss = None\n" + SWAPPED, "def mnist_loss(preds, targs):"),
        ("def mnist_lost(preds, targs):\n    return 1\n", None),
        (mnist_loss("import os; os._exit(0)"), "def mnist_loss(preds, targs):"),
    ],
)
def test_a_failure_knows_the_learners_line(judge: Judge, source: str, line: str | None) -> None:
    result = judge("mnist_loss", source)
    assert (None if result.at is None else source.splitlines()[result.at - 1]) == line


@pytest.mark.parametrize("name", ["f", "f.method", "(.*)+", "a"])
def test_a_name_that_is_nowhere_defined_has_no_line(name: str) -> None:
    assert line_of(AssertionError(), b"x = 1\nprint(f)\n", Call(name, (), {}, ())) is None
