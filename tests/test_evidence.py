"""What is shown of a call that failed."""

from __future__ import annotations

import pytest

from grader.result import CheckResult, Failure, first_told
from tests.answers import HEAD, REFUSAL, mnist_loss
from tests.conftest import Judge


def told(judge: Judge, exercise: str, source: str) -> tuple[CheckResult, Failure]:
    """The first check that has something to say, and its call."""
    check = first_told(judge(exercise, source).checks)
    assert check is not None and check.failure is not None
    return check, check.failure


def test_the_first_number_that_differs_is_shown(judge: Judge) -> None:
    source = "import torch\n\ndef center_columns(x):\n    return x - x.mean()\n"
    check, failure = told(judge, "center_columns", source)
    assert check.message is not None and "in 15 of 15 places, first at [0, 0]" in check.message
    assert failure.came.endswith("at [0, 0]") and failure.wanted.endswith("at [0, 0]")


def test_shapes_stand_below_one_another(judge: Judge) -> None:
    source = HEAD + "def as_rows(images):\n    return images.view(1, -1)\n"
    _, failure = told(judge, "as_rows", source)
    assert failure.apart.splitlines()[0].split() == ["came", "1", "36"]
    assert failure.apart.splitlines()[1].split() == ["wanted", "4", "9"]
    assert failure.unrevealed().apart == failure.unrevealed().wanted == ""
    assert failure.unrevealed().call == failure.call


def test_a_broadcast_of_the_arguments_is_told(judge: Judge) -> None:
    source = HEAD + "def regression_loss(preds, targs):\n    return ((preds - targs) ** 2).mean()\n"
    _, failure = told(judge, "silent_broadcast", source)
    assert failure.note == "`preds` (4, 1) with `targs` (4,) broadcasts to (4, 4): 16 numbers."


def test_arguments_that_do_not_broadcast_are_shown(judge: Judge) -> None:
    source = HEAD + "def scale_channels(images, gains):\n    return images * gains\n"
    check, failure = told(judge, "scale_channels", source)
    assert check.message is not None and "→ line 4: " in check.message
    assert failure.came == "" and failure.note.splitlines()[1] == "`gains`            3"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("return torch.where(targs == 1, 1 - preds, preds).detach().mean()", "line 6: return torch.where(targs == 1"),
        (
            "return torch.tensor(torch.where(targs == 1, 1 - preds, preds).mean().item())",
            "line 6: return torch.tensor(",
        ),
    ],
)
def test_the_line_that_loses_track_is_quoted(judge: Judge, body: str, line: str) -> None:
    _, failure = told(judge, "mnist_loss", mnist_loss(body))
    assert failure.note.startswith("No gradient gets past this:\n") and line in failure.note


def test_a_change_in_place_is_shown_before_and_after_with_its_line(judge: Judge) -> None:
    source = HEAD + f"def mnist_loss(preds, targs):\n{REFUSAL}    preds -= 1\n    return preds.mean()\n"
    check, failure = told(judge, "mnist_loss", source)
    assert check.message is not None and "changed `preds`" in check.message
    came, wanted = (float(text.split(" = ")[1]) for text in (failure.came, failure.wanted))
    assert came == pytest.approx(wanted - 1, abs=1e-4)
    assert failure.note == "This writes into what it works on:\n    line 6: preds -= 1"


def test_a_list_of_numbers_is_a_curve(judge: Judge) -> None:
    source = HEAD + "def descend(f, x, lr, steps):\n    return [x / (n + 1) for n in range(steps + 1)]\n"
    _, failure = told(judge, "descend", source)
    assert len(failure.curve) > 3 and list(failure.curve) == sorted(failure.curve, reverse=True)


def test_an_inner_call_of_the_check_is_not_shown(judge: Judge) -> None:
    source = (
        "import matplotlib.pyplot as plt\n\ndef plot_descent(f, xs):\n    fig, ax = plt.subplots()\n"
        "    ax.plot(xs, [0.0 for x in xs])\n    return fig, ax\n"
    )
    check, failure = told(judge, "plot_descent", source)
    assert failure.call.splitlines()[-1].lstrip().startswith(("plot_descent(f, [", "0."))
    assert "get_lines" not in f"{check.message}{failure.call}"
