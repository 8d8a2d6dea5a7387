"""The gradient of a sum, element by element."""

import torch
from torch import Tensor


def gradient_of(f, x: Tensor) -> Tensor:
    """The gradient of the sum of `f(x)` with respect to each element of `x`."""
    # A leaf of our own with the same numbers: what happens to it never reaches the caller's tensor.
    leaf = x.detach().requires_grad_()
    # The way back starts from a single number. The slope of a sum is the sum of the slopes.
    (gradient,) = torch.autograd.grad(f(leaf).sum(), leaf)
    return gradient
