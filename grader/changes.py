"""How a sentence names the argument that a call has changed, and what of it is another."""

from __future__ import annotations

from typing import Any

import torch

from grader.calls import Call
from grader.sandbox import wire
from grader.sandbox.codec import tensors_in


def argument(name: str, call: Call | None) -> str:
    """An argument's name for a sentence, from its position or keyword."""
    named = [] if call is None else list(call.named())
    known = {**{str(place): shown for place, shown in enumerate(named)}, **{shown: shown for shown in named}}
    return f"`{known[name]}`" if name in known else "an argument"


def whose(tensor: torch.Tensor, call: Call | None) -> str:
    """Which argument holds the tensor."""
    for name, value in ({} if call is None else call.named()).items():
        if any(tensor is found or tensor is found.grad for found in tensors_in(value)):
            return f"`{name}`"
    return "an argument"


def how(tensor: torch.Tensor, change: wire.Change) -> str:
    """What of a tensor is another than it came."""
    if not change.leaf and tensor.is_leaf:
        return "it has become part of a graph"
    if change.value is not None:
        return "its numbers are others" if not change.moved else "its memory or shape is another"
    if change.tracked != tensor.requires_grad:
        return f"its `requires_grad` is now {change.tracked}"
    return "its `.grad` is another"


def copies(value: Any) -> Any:
    """Nested plain containers with a copy of each tensor, its gradient included."""
    if isinstance(value, torch.Tensor):
        copy = value.detach().clone().requires_grad_(value.requires_grad)
        copy.grad = value.grad.clone() if value.is_leaf and value.grad is not None else None
        return copy
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return type(value)(map(copies, value))
    return value
