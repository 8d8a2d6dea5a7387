"""An expectation that an answer does not meet, and the sentences for it."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from grader.show import code

ANSWER = "the answer"


class Mismatch(AssertionError):
    """An expectation that an answer does not meet.

    symptom: a name for how it fails, where answers are random or trained.
    came, wanted: shown to the learner unless nothing may be revealed.
    """

    def __init__(self, sentence: str, *, came: str = "", wanted: str = "", symptom: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.came, self.wanted, self.symptom = sentence, came, wanted, symptom
        self.answer: Any = None  # what came where a refusal was wanted, for the check that caught this


def wrong_kind(what: str, came: str, wanted: str, actual: Any) -> Mismatch:
    return Mismatch(f"{start(what)} is {came}, but {wanted} was wanted.", came="" if actual is None else code(actual))


def wrong_value(what: str, actual: Any, expected: Any) -> Mismatch:
    return Mismatch(f"{start(what)} has the wrong value.", came=code(actual), wanted=code(expected))


def start(what: str) -> str:
    return what[0].upper() + what[1:]


def wrong_tensor(came: Tensor, wanted: Tensor, apart: Tensor, what: str) -> Mismatch:
    if came.dim() == 0:
        return Mismatch(f"{start(what)} has the wrong value.", came=code(came), wanted=code(wanted))
    where = tuple(int(i) for i in apart.nonzero()[0])
    number = int(apart.sum())
    sentence = f"{start(what)} is wrong in {number} of {apart.numel()} places, first at {list(where)}."
    at = f" at {list(where)}" if came.numel() > 24 else ""
    one, other = (came, wanted) if not at else (came[where], wanted[where])
    return Mismatch(sentence, came=code(one) + at, wanted=code(other) + at)


def wrong_shape(actual: Tensor, shape: tuple[int, ...], what: str) -> None:
    came = f"shape {tuple(actual.shape)}"
    if actual.dim() != len(shape):
        axes = "1 axis" if actual.dim() == 1 else f"{actual.dim()} axes"
        came = f"{axes}, {came}"
        raise Mismatch(f"{start(what)} has {came}, but {len(shape)} with shape {shape} was wanted.", came=code(actual))
    raise Mismatch(f"{start(what)} has {came}, but {shape} was wanted.", came=code(actual))
