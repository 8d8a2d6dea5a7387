"""`mnist_loss`, answered in every way that the verdict table names: the verdict, and a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from grader.catalog import Course
from grader.result import Verdict
from tests.answers import HEAD, REFUSAL, RIGHT, SWAPPED, mnist_loss
from tests.conftest import Judge

LYING_TENSOR = """
class Yes(torch.Tensor):
    def __eq__(self, other): return torch.ones_like(torch.as_tensor(self), dtype=torch.bool)
    def __sub__(self, other): return torch.zeros(())
    def allclose(self, *a, **k): return True
"""

WRONG = {
    "branches swapped": (SWAPPED, Verdict.FAILED, "wrong value", "branches_swapped"),
    "no mean": (
        mnist_loss("return torch.where(targs == 1, 1 - preds, preds)"),
        Verdict.FAILED,
        "shape",
        "no_mean",
    ),
    "item": (
        mnist_loss("return torch.where(targs == 1, 1 - preds, preds).mean().item()"),
        Verdict.FAILED,
        "a float",
        "plain_number",
    ),
    "detached": (
        mnist_loss("return torch.where(targs == 1, 1 - preds, preds).mean().detach()"),
        Verdict.FAILED,
        "no graph behind it",
        "cut_from_the_graph",
    ),
    "syntax error": ("def mnist_loss(preds, targs)\n    return 1\n", Verdict.BROKEN, "SyntaxError", None),
    "missing name": ("def mnist_lost(preds, targs):\n    return 1\n", Verdict.FAILED, "There is no `mnist_loss`", None),
    "endless loop": (mnist_loss("while True: pass"), Verdict.TIMED_OUT, "a loop that never ends", None),
    "exit in the call": (mnist_loss("import sys; sys.exit(0)"), Verdict.FAILED, "ended the program", None),
    "exit at import": ("import sys\nsys.exit(0)\n", Verdict.BROKEN, "ends the program", None),
    "hard exit": (mnist_loss("import os; os._exit(0)"), Verdict.CRASHED, "ended the Python process", None),
    "lying tensor": (
        HEAD
        + LYING_TENSOR
        + "def mnist_loss(preds, targs):\n"
        + REFUSAL
        + "    return torch.zeros(()).as_subclass(Yes)\n",
        Verdict.FAILED,
        "wrong value",
        None,
    ),
    "error of PyTorch's": (
        mnist_loss("return torch.zeros(2, 3) @ torch.zeros(2, 3)"),
        Verdict.FAILED,
        "`mnist_loss` raised RuntimeError",
        None,
    ),
    "own NotImplementedError of PyTorch's": (
        mnist_loss("return torch.empty(2, dtype=torch.long).uniform_()"),
        Verdict.FAILED,
        "NotImplementedError",
        None,
    ),
    "undecodable": (b"# \xff\xfe\xfa\ndef mnist_loss(): pass\n", Verdict.BROKEN, "cannot be imported", None),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_gets_its_verdict_and_its_sentence_and_harms_no_other(judge: Judge, name: str) -> None:
    source, verdict, sentence, mistake = WRONG[name]
    result = judge("mnist_loss", source)
    assert result.verdict is verdict, result.message
    assert sentence in result.message
    assert "\n" not in result.checks[0].line
    assert (result.diagnosis.mistake if result.diagnosis else None) == mistake
    assert judge("mnist_loss", RIGHT).verdict is Verdict.PASSED


def test_the_untouched_stub_is_todo_and_earns_nothing(judge: Judge, course: Course) -> None:
    stub = course.stub_path(course.find("mnist_loss")[0]).read_bytes()
    result = judge("mnist_loss", stub)
    assert (result.verdict, result.points) == (Verdict.TODO, 0)
    assert {check.verdict for check in result.checks} == {Verdict.TODO}


def test_a_right_answer_passes_whatever_it_prints(judge: Judge) -> None:
    result = judge(
        "mnist_loss", mnist_loss("print('x' * 2**20); return torch.where(targs == 1, 1 - preds, preds).mean()")
    )
    assert result.verdict is Verdict.PASSED
    assert 0 < len(result.output) <= 10_000


def test_after_the_end_of_the_worker_the_other_checks_are_not_run(judge: Judge) -> None:
    result = judge("mnist_loss", WRONG["endless loop"][0])
    assert [check.verdict for check in result.checks[1:]] == [Verdict.NOT_RUN] * (len(result.checks) - 1)
    assert result.points == 0


def test_an_exercise_with_only_some_names_filled_in_is_failed(judge: Judge, course: Course) -> None:
    (slope,) = course.find("slope")
    half = course.solution_path(slope).read_text().split("def flat_share")[0]
    untouched = "def flat_share(f, xs):\n    raise NotImplementedError\n"
    result = judge("slope", half + untouched)
    assert result.verdict is Verdict.FAILED
    assert result.points > 0


def test_a_constant_that_is_still_dots_is_not_written_yet(judge: Judge) -> None:
    result = judge("mnist_loss", "mnist_loss = ...\n")
    assert result.verdict is Verdict.FAILED or result.verdict is Verdict.TODO
    assert result.points == 0


def test_the_same_seed_gives_the_same_failure(judge: Judge) -> None:
    first, second, other = (judge("mnist_loss", SWAPPED, seed) for seed in (3, 3, 4))
    assert first.checks == second.checks
    assert first.checks[0].failure != other.checks[0].failure


def test_a_message_shows_the_call_as_code_that_can_be_pasted(judge: Judge) -> None:
    import torch  # the pasted code needs it

    failure = judge("mnist_loss", SWAPPED).checks[0].failure
    assert failure is not None and failure.call.splitlines()[-1] == "mnist_loss(preds, targs)"
    for source, told in ((SWAPPED, failure.came), (RIGHT, failure.wanted)):
        names: dict[str, Any] = {"torch": torch}
        exec(source, names)
        exec(failure.call.replace("mnist_loss(", "answer = mnist_loss("), names)
        assert float(told) == pytest.approx(names["answer"].item(), abs=1e-3)


def test_a_loop_at_import_is_stopped_too(judge: Judge) -> None:
    assert judge("mnist_loss", "while True:\n    pass\n").verdict is Verdict.TIMED_OUT
