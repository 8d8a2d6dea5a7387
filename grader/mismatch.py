"""An expectation that an answer does not meet, and the sentences for it."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from grader.shapes import Shape, apart
from grader.show import code

ANSWER = "the answer"
WHOLE = 60  # characters: a tensor that fits a line is shown in full, of others the first place that differs


class Mismatch(AssertionError):
    """An expectation that an answer does not meet.

    symptom: a name for how it fails, where answers are random or trained.
    came, wanted, apart: shown to the learner; what tells of the reference is not, where nothing may be revealed.
    shape: of what came, where another was wanted or a number is wrong.
    lost: whether PyTorch lost track of gradients on the way.
    """

    def __init__(
        self,
        sentence: str,
        *,
        came: str = "",
        wanted: str = "",
        symptom: str | None = None,
        apart: str = "",
        shape: Shape | None = None,
        lost: bool = False,
    ) -> None:
        super().__init__(sentence)
        self.sentence, self.came, self.wanted, self.symptom = sentence, came, wanted, symptom
        self.apart, self.shape, self.lost = apart, shape, lost
        self.answer: Any = None  # what came where a refusal was wanted, for the check that caught this


def wrong_kind(what: str, came: str, wanted: str, actual: Any) -> Mismatch:
    return Mismatch(f"{start(what)} is {came}, but {wanted} was wanted.", came="" if actual is None else code(actual))


def wrong_value(what: str, actual: Any, expected: Any) -> Mismatch:
    came, wanted = _both(actual, expected)
    return Mismatch(f"{start(what)} has the wrong value.", came=came, wanted=wanted)


def start(what: str) -> str:
    return what[0].upper() + what[1:]


def wrong_tensor(came: Tensor, wanted: Tensor, differs: Tensor, what: str) -> Mismatch:
    shape = tuple(came.shape)
    if came.dim() == 0:
        one, other = _both(came, wanted)
        return Mismatch(f"{start(what)} has the wrong value.", came=one, wanted=other, shape=shape)
    where = tuple(int(i) for i in differs.nonzero()[0])
    number = int(differs.sum())
    sentence = f"{start(what)} is wrong in {number} of {differs.numel()} places, first at {list(where)}."
    one, other = _both(came, wanted)
    if max(len(one), len(other)) > WHOLE:
        one, other = (f"{text}   at {list(where)}" for text in _both(came[where], wanted[where]))
    return Mismatch(sentence, came=one, wanted=other, shape=shape)


def _both(came: Any, wanted: Any) -> tuple[str, str]:
    """Both as code, a single number as it is; with all digits where six do not tell them apart."""
    one, other = (v.item() if isinstance(v, Tensor) and v.dim() == 0 else v for v in (came, wanted))
    if code(one) != code(other):
        return code(one), code(other)
    one, other = (v.tolist() if isinstance(v, Tensor) else v for v in (came, wanted))
    return repr(one), repr(other)


def wrong_shape(actual: Tensor, shape: tuple[int, ...], what: str) -> None:
    found = tuple(actual.shape)
    came = f"shape {found}"
    told = apart(found, shape) if found and shape and len(found + shape) > 2 else ""
    shown = code(actual)
    shown = "" if len(shown) > WHOLE or shown.startswith("<") else shown  # the shape is told
    if actual.dim() != len(shape):
        axes = "1 axis" if actual.dim() == 1 else f"{actual.dim()} axes"
        came = f"{axes}, {came}"
        sentence = f"{start(what)} has {came}, but {len(shape)} with shape {shape} was wanted."
    else:
        sentence = f"{start(what)} has {came}, but {shape} was wanted."
    raise Mismatch(sentence, came=shown, apart=told, shape=found)
