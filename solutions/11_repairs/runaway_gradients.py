"""Repaired: each step uses the gradients of its own batch only."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def fit(
    model: nn.Module,
    batches: list[tuple[Tensor, Tensor]],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    lr: float,
    epochs: int,
) -> list[float]:
    """Train `model` with plain gradient descent; the mean loss per example of each epoch."""
    history = []
    for _ in range(epochs):
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            # `backward()` adds to what lies in `.grad`. Cleared right before it, the sum holds this batch's
            # gradients alone: not the last batch's, nor anything left over from before the call.
            model.zero_grad()
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= lr * p.grad
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return history
