"""What a submission answered in one check, and whether another answered alike."""

from __future__ import annotations

import math
from pathlib import Path, PurePath
from typing import Any

import msgspec
import numpy as np
import torch

RTOL, ATOL = 1e-4, 1e-5
HANDLE = "an object that stays in the worker"
PLAIN = (
    type(None), bool, int, float, str, bytes, slice, set, frozenset, PurePath, type(...),
    np.ndarray, torch.dtype, torch.device,
)  # fmt: skip


class Seen(msgspec.Struct, frozen=True):
    """A tensor as it came back: what tells it from others."""

    values: torch.Tensor
    shape: tuple[int, ...]
    dtype: torch.dtype
    tracked: bool
    leaf: bool
    grad: torch.Tensor | None
    shares: bool


class Entry(msgspec.Struct, frozen=True):
    """One call: on what, what came back, and what became of the tensors that went along."""

    label: str
    op: str
    outcome: Any
    changes: tuple[Any, ...] = ()


def seen(value: Any, arguments: frozenset[int] = frozenset(), folder: Path | None = None) -> Any:
    """A snapshot of a value.

    arguments: the storages of the call's arguments.
    folder: where files lie that were made for the call; paths are kept as they are below its subfolders.
    """
    if isinstance(value, torch.Tensor):
        return _tensor_seen(value, arguments)
    if isinstance(value, (list, tuple)):
        return type(value).__name__, *(seen(item, arguments, folder) for item in value)
    if isinstance(value, dict):
        return "dict", *((key, seen(item, arguments, folder)) for key, item in value.items())
    if isinstance(value, PurePath | str) and folder is not None:
        return _below(value, folder)
    return value if isinstance(value, PLAIN) else HANDLE


def _below(value: PurePath | str, folder: Path) -> PurePath | str:
    path = PurePath(value)
    if not path.is_relative_to(folder):
        return value
    return type(value)("/".join(path.relative_to(folder).parts[1:]))


def _tensor_seen(value: torch.Tensor, arguments: frozenset[int]) -> Seen:
    meta = value.device.type == "meta"
    shares = not meta and value.numel() > 0 and value.untyped_storage().data_ptr() in arguments
    grad = value.grad.clone() if value.is_leaf and value.grad is not None else None
    plain = value.detach().clone()
    return Seen(plain, tuple(value.shape), value.dtype, value.requires_grad, value.is_leaf, grad, shares)


def alike(one: list[Entry], other: list[Entry]) -> bool:
    """Whether two transcripts tell of the same behaviour, to a check's tolerance."""
    return len(one) == len(other) and all(map(_same_entry, one, other))


def _same_entry(a: Entry, b: Entry) -> bool:
    return (a.label, a.op) == (b.label, b.op) and same(a.outcome, b.outcome) and same(a.changes, b.changes)


def same(a: Any, b: Any) -> bool:
    if isinstance(a, Seen) and isinstance(b, Seen):
        return _same_tensor(a, b)
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, torch.Tensor) and isinstance(b, torch.Tensor):
        return a.shape == b.shape and _close(a, b)
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and np.allclose(a, b, RTOL, ATOL, equal_nan=True)
    if type(a) is float and type(b) is float:
        return a == b or math.isclose(a, b, rel_tol=RTOL, abs_tol=ATOL) or (math.isnan(a) and math.isnan(b))
    return type(a) is type(b) and bool(a == b)


def _same_tensor(a: Seen, b: Seen) -> bool:
    facts_a = a.shape, a.dtype, a.tracked, a.leaf, a.shares, a.grad is None
    facts_b = b.shape, b.dtype, b.tracked, b.leaf, b.shares, b.grad is None
    return facts_a == facts_b and _close(a.values, b.values) and (a.grad is None or same(a.grad, b.grad))


def _close(a: torch.Tensor, b: torch.Tensor) -> bool:
    if a.device.type == "meta" or b.device.type == "meta":
        return a.device == b.device
    return (
        bool(torch.allclose(a.double(), b.double(), RTOL, ATOL, equal_nan=True))
        if not a.is_complex()
        else bool(torch.allclose(a, b.to(a.dtype), RTOL, ATOL, equal_nan=True))
    )
