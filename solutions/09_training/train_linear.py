"""A linear model for two kinds of digit: the seven steps of gradient descent, by hand."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

_PASSES, _BATCH, _RATE = 20, 128, 0.1


def train_linear(x: Tensor, y: Tensor) -> Callable:
    """A model from rows (m, 784) to logits (m, 1), above 0 for a 1."""
    # Initialise: zeros will do, for one layer alone has no twins that would have to be told apart.
    weights = torch.zeros(x.shape[1], 1, requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    for rows in _batches(len(x)):
        # Predict, and measure how wrong that was. This loss is -log of the probability of the truth.
        loss = binary_cross_entropy_with_logits(x[rows] @ weights + bias, y[rows])
        loss.backward()
        _step([weights, bias])
    # Without the history of gradients: from now on nothing is learnt.
    weights, bias = weights.detach(), bias.detach()
    return lambda images: images @ weights + bias


def _batches(n: int) -> list[Tensor]:
    """The row numbers of every batch, each pass in a new order: sorted rows would be learnt one after the other."""
    return [rows for _ in range(_PASSES) for rows in torch.randperm(n).split(_BATCH)]


def _step(params: list[Tensor]) -> None:
    """Each parameter goes a little against its gradient, which is then forgotten."""
    with torch.no_grad():
        for p in params:
            p -= _RATE * p.grad
            p.grad = None
