"""Which line of the learner's a failure is about."""

from __future__ import annotations

import pytest

from grader.calls import Call
from grader.sandbox.wire import Frame
from grader.wording import line_of, where
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


def test_all_of_the_learners_lines_that_led_to_an_exception_are_shown(judge: Judge) -> None:
    source = FIRST + HELPER + mnist_loss("return torch.stack([helper(preds)])", "")
    message = judge("mnist_loss", source).message
    check = judge("mnist_loss", source).checks[0]
    assert check.message is not None and message == check.message.splitlines()[0]
    assert check.message.splitlines()[1:] == [
        "      line 10: return torch.stack([helper(preds)])",
        "    →  line 5: return x.nothing",
    ]


def test_a_line_that_fails_alone_comes_with_the_one_before_it(judge: Judge) -> None:
    check = judge("mnist_loss", mnist_loss("preds.nothing")).checks[0]
    assert check.message is not None and check.message.splitlines()[1:] == [
        """      line 5:     raise ValueError(f"{preds.shape} and {targs.shape} differ")""",
        "    → line 6: preds.nothing",
    ]


@pytest.mark.parametrize("number", [-5, 0, 3, 999, 2**40])
def test_a_line_that_the_source_does_not_have_is_named_and_no_more(number: int) -> None:
    assert where([Frame(number, "f")], b"x = 1\ny = 2") == f"\n    line {number}"


@pytest.mark.parametrize("head", [HEAD, f"{HEAD}import os\nos.fork()\n"])
def test_who_meets_the_sandbox_is_told_of_it(judge: Judge, head: str) -> None:
    result = judge("mnist_loss", mnist_loss("import os; os.fork()", head))
    told = [result.message, *(check.message or "" for check in result.checks)]
    assert any("PermissionError" in text and "Answers run in a sandbox" in text for text in told)


def test_no_line_of_ours_is_shown(judge: Judge) -> None:
    for body in ("return torch.zeros(2).view(9)", "return F.softmax(targs)", "raise KeyError(1)", "import nowhere"):
        for check in judge("mnist_loss", mnist_loss(body, f"{HEAD}import torch.nn.functional as F\n\n")).checks:
            text = f"{check.message}{check.failure}"
            assert "Traceback" not in text and "grader" not in text and "site-packages" not in text


@pytest.mark.parametrize("name", ["f", "f.method", "(.*)+", "a"])
def test_a_name_that_is_nowhere_defined_has_no_line(name: str) -> None:
    assert line_of(AssertionError(), b"x = 1\nprint(f)\n", Call(name, (), {}, ())) is None
