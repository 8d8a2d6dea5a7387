"""The derivative at a point, by automatic differentiation."""

import torch


def gradient_at(f, x: float) -> float:
    """The derivative of `f` at `x`, a plain float."""
    # A fresh leaf for each call: its `.grad` starts empty, so nothing of an earlier call is added to.
    t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    f(t).backward()
    return t.grad.item()
