"""The assertions that checks are written with. Each failure is a sentence for the learner.

Type, rank, shape, dtype and tracking are told before values. Nothing broadcasts; NaN equals nothing.
"""

from __future__ import annotations

import builtins
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor

from grader.calls import SubmissionRaised
from grader.mismatch import ANSWER, Mismatch, start, wrong_kind, wrong_shape, wrong_tensor, wrong_value
from grader.show import code, dtype_name, kind, with_article
from grader.submission import Evidence, Submission

__all__ = [
    "Mismatch", "all_digits", "at_least", "backward", "by_hand", "check_that", "close", "equal", "fail", "finite",
    "is_tensor", "is_type", "no_loop", "refuses", "shares_memory", "slip_with", "tracked_leaf", "untracked",
]  # fmt: skip

DtypeChoice = torch.dtype | tuple[torch.dtype, ...] | None
FORGIVEN = 8  # tensor operations or lines that a larger input may cost without being a loop
SAME_AS_EXPECTED: Any = object()


def fail(sentence: str, symptom: str | None = None) -> None:
    raise Mismatch(sentence, symptom=symptom)


def check_that(condition: bool, sentence: str, symptom: str | None = None) -> None:
    if not condition:
        raise Mismatch(sentence, symptom=symptom)


def is_type(actual: Any, wanted: type | tuple[type, ...], what: str = ANSWER) -> Any:
    """`actual`, which is a `wanted`; a bool is no number."""
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    if not isinstance(actual, kinds) or (isinstance(actual, bool) and bool not in kinds):
        names = " or ".join(one.__name__ for one in kinds)
        raise wrong_kind(what, kind(actual), f"a {names}", actual)
    return actual


def is_tensor(
    actual: Any, *, shape: tuple[int, ...] | None = None, dtype: DtypeChoice = None, what: str = ANSWER
) -> Tensor:
    """`actual`, which is a tensor of this shape and type. Raises Mismatch, for rank and shape before the type."""
    if not isinstance(actual, Tensor):
        raise wrong_kind(what, kind(actual), "a tensor", actual)
    if shape is not None and tuple(actual.shape) != tuple(shape):
        wrong_shape(actual, tuple(shape), what)
    allowed = (dtype,) if isinstance(dtype, torch.dtype) else dtype
    if allowed is not None and actual.dtype not in allowed:
        names = " or ".join(map(dtype_name, allowed))
        raise Mismatch(f"{start(what)} has numbers of type {dtype_name(actual.dtype)}, but {names} was wanted.")
    return actual


def close(
    actual: Any,
    expected: Any,
    *,
    rtol: float = 1e-4,
    atol: float = 1e-5,
    dtype: DtypeChoice = SAME_AS_EXPECTED,
    what: str = ANSWER,
) -> None:
    """`actual` is `expected` up to rounding: |actual - expected| <= atol + rtol |expected|, element by element.

    Tensors of whole numbers have to be equal.
    """
    if isinstance(expected, Tensor):
        is_tensor(
            actual,
            shape=tuple(expected.shape),
            dtype=expected.dtype if dtype is SAME_AS_EXPECTED else dtype,
            what=what,
        )
        _close_tensors(actual, expected, rtol, atol, what)
    elif isinstance(expected, np.ndarray):
        _is_array(actual, expected, what)
        _close_tensors(torch.from_numpy(actual.copy()), torch.from_numpy(expected.copy()), rtol, atol, what)
    elif isinstance(expected, list | tuple):
        _same_length(actual, expected, what)
        for number, (one, other) in enumerate(zip(actual, expected, strict=True)):
            close(one, other, rtol=rtol, atol=atol, dtype=dtype, what=f"element {number} of {what}")
    else:
        is_type(actual, (float, int), what)
        if not abs(actual - expected) <= atol + rtol * abs(expected) and actual != expected:
            raise wrong_value(what, actual, expected)


def all_digits(actual: Any, expected: Tensor, *, rtol: float = 1e-9, atol: float = 1e-9) -> None:
    """`actual` is float64 as `expected` is, and was never rounded to float32 on the way."""
    close(actual, expected)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(torch.allclose(actual, expected, rtol, atol), rounded, "float32_on_the_way")


def equal(actual: Any, expected: Any, what: str = ANSWER) -> None:
    """`actual` is exactly `expected`, of the same types all the way down; a tuple subclass is a tuple."""
    if isinstance(expected, Tensor):
        is_tensor(actual, shape=tuple(expected.shape), dtype=expected.dtype, what=what)
        _close_tensors(actual, expected, 0.0, 0.0, what)
    elif isinstance(expected, np.ndarray):
        _is_array(actual, expected, what)
        if not np.array_equal(actual, expected):
            raise wrong_value(what, actual, expected)
    elif isinstance(expected, list | tuple):
        _same_length(actual, expected, what)
        for number, (one, other) in enumerate(zip(actual, expected, strict=True)):
            equal(one, other, f"element {number} of {what}")
    elif isinstance(expected, dict):
        _equal_dicts(is_type(actual, dict, what), expected, what)
    else:
        _equal_plain(actual, expected, what)


def tracked_leaf(tensor: Any, what: str = ANSWER) -> None:
    """A tensor that records gradients and that no operation made."""
    is_tensor(tensor, what=what)
    if not tensor.requires_grad:
        raise Mismatch(f"{start(what)} does not record gradients: its `requires_grad` is False.", lost=True)
    check_that(
        tensor.is_leaf,
        f"{start(what)} is no leaf: it was computed from a tracked tensor, so its `.grad` stays empty.",
    )


def untracked(tensor: Any, what: str = ANSWER) -> None:
    """A tensor without a graph behind it."""
    is_tensor(tensor, what=what)
    check_that(not tensor.requires_grad, f"{start(what)} is still tracked: its `requires_grad` is True.")


def backward(value: Any, gradient: Tensor | None = None, what: str = ANSWER) -> None:
    """`value.backward(gradient)`, for an answer that gradients can reach."""
    is_tensor(value, what=what)
    if not value.requires_grad:
        raise Mismatch(
            f"{start(what)} has no graph behind it, so no gradient can flow back: somewhere on the way PyTorch lost "
            "track (`.item()`, `.detach()`, `torch.tensor(...)` around a result, or rounding).",
            lost=True,
        )
    value.backward(gradient)


def shares_memory(out: Any, base: Tensor, what: str = ANSWER) -> None:
    """A view: a tensor on the same memory as `base`."""
    is_tensor(out, what=what)
    same = out.untyped_storage().data_ptr() == base.untyped_storage().data_ptr()
    check_that(same, f"{start(what)} is a copy: it does not share its memory with what was given.")


def finite(tensor: Any, what: str = ANSWER) -> None:
    is_tensor(tensor, what=what)
    bad = ~torch.isfinite(tensor.detach())
    if bad.any():
        found = "NaN" if torch.isnan(tensor.detach()).any() else "infinity"
        raise Mismatch(f"{start(what)} holds {found}.", came=code(tensor), symptom="nan")


def at_least(value: float, bar: float, what: str, symptom: str | None = None) -> None:
    """A share that reaches its bar, both told in percent."""
    if not value >= bar:
        raise Mismatch(f"{start(what)} is {value:.2%}; at least {bar:.2%} is wanted.", symptom=symptom)


@contextmanager
def refuses(wanted: type[Exception]) -> Iterator[None]:
    """The call in the block raises `wanted`, with a message that is not empty."""
    try:
        yield
    except SubmissionRaised as raised:
        _refused(raised, wanted)
        return
    raise Mismatch(f"This should have been refused with {with_article(wanted.__name__)}, but there was an answer.")


def slip_with(function: Callable[..., Any], *args: Any) -> Mismatch | None:
    """How these arguments are not refused with a ValueError, None where they are. It knows the answer, if one came."""
    answer = None
    try:
        with refuses(ValueError):
            answer = function(*args)
    except Mismatch as slip:
        slip.answer = answer
        return slip
    return None


def _refused(raised: SubmissionRaised, wanted: type[Exception]) -> None:
    if raised.todo:
        raise raised
    found = getattr(builtins, raised.kind, Exception)
    if not issubclass(found, wanted):
        came = f"{with_article(raised.kind)} came: {raised.text}"
        raise Mismatch(f"This should have been refused with {with_article(wanted.__name__)}, but {came}") from raised
    if not raised.text.strip():
        raise Mismatch(f"The {raised.kind} has no message. Say what came and what was wanted.") from raised


def by_hand(submission: Submission, *names: str) -> None:
    """The source uses none of these names, as function, method, import or operator, nor a way round them."""
    banned = set(names)
    for mention in submission.facts.mentions:
        if mention.kind != "dynamic" and mention.text in banned:
            raise Mismatch(
                f"{submission.place(mention.line).capitalize()} uses `{mention.text}`, "
                "which does the work that this exercise is about. "
                "Here it is to be built by hand."
            )
    for mention in submission.facts.mentions:
        if mention.kind == "dynamic":
            raise Mismatch(
                f"{submission.place(mention.line).capitalize()} uses `{mention.text}`, "
                "which can reach any function without naming it. "
                "In an exercise that is to be built by hand, please write plainly what you use."
            )


def no_loop(submission: Submission, small: Callable[[], Any], large: Callable[[], Any]) -> None:
    """The work, in tensor operations and in lines run, does not grow from the small call to the large one."""
    few, many = _work(submission, small), _work(submission, large)
    for counted in ("operations", "lines"):
        before, after = getattr(few, counted), getattr(many, counted)
        before, after = (n if isinstance(n, int) else sum(n.values()) for n in (before, after))
        if after > before + FORGIVEN:
            name = "tensor operations" if counted == "operations" else "lines"
            raise Mismatch(
                f"A larger input takes more {name}: {before} for a small one, {after} for a large one. "
                "Let one tensor operation do all elements, without a loop."
            )


def _work(submission: Submission, call: Callable[[], Any]) -> Evidence:
    with submission.watched() as evidence:
        call()
    return evidence


def _is_array(actual: Any, expected: np.ndarray, what: str) -> None:
    if not isinstance(actual, np.ndarray):
        raise wrong_kind(what, kind(actual), "a numpy array", actual)
    if actual.shape != expected.shape or actual.dtype != expected.dtype:
        raise wrong_kind(what, kind(actual), kind(expected), actual)


def _close_tensors(actual: Tensor, expected: Tensor, rtol: float, atol: float, what: str) -> None:
    came, wanted = actual.detach(), expected.detach()
    if came.dtype.is_complex or wanted.dtype.is_complex:
        apart = ~torch.isclose(came.to(wanted.dtype), wanted, rtol, atol)
    elif came.dtype.is_floating_point or wanted.dtype.is_floating_point:
        apart = ~torch.isclose(came.double(), wanted.double(), rtol, atol)
    else:
        apart = came != wanted
    if apart.any():
        raise wrong_tensor(came, wanted, apart, what)


def _same_length(actual: Any, expected: list[Any] | tuple[Any, ...], what: str) -> None:
    is_type(actual, list if isinstance(expected, list) else tuple, what)
    if len(actual) != len(expected):
        raise Mismatch(
            f"{start(what)} has the length {len(actual)}, but {len(expected)} was wanted.",
            came=code(actual),
            wanted=code(expected),
        )


def _equal_dicts(actual: dict[Any, Any], expected: dict[Any, Any], what: str) -> None:
    if actual.keys() != expected.keys():
        raise wrong_value(what, actual, expected)
    for key, value in expected.items():
        equal(actual[key], value, f"element {key!r} of {what}")


def _equal_plain(actual: Any, expected: Any, what: str) -> None:
    if isinstance(actual, bool) != isinstance(expected, bool) or not isinstance(actual, type(expected)):
        raise wrong_kind(what, kind(actual), kind(expected), actual)
    same = math.isclose(actual, expected, rel_tol=0, abs_tol=0) if isinstance(expected, float) else actual == expected
    if not same:
        raise wrong_value(what, actual, expected)
