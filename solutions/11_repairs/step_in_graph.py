"""Repaired: the numbers change in the tensors that are there, and nothing is recorded."""

from collections.abc import Iterable

import torch
from torch import Tensor


def update(params: Iterable[Tensor], lr: float) -> None:
    """Move each parameter by -lr times its gradient, in place."""
    # The step is no part of the prediction. Recorded, its result would be a new tensor that is no leaf any more.
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad
