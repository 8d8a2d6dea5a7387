"""The seven steps of gradient descent, for a parabola."""

import torch
from torch import Tensor


def fit_quadratic(
    time: Tensor,
    speed: Tensor,
    lr: float = 1e-3,
    steps: int = 1000,
    generator: torch.Generator | None = None,
) -> Tensor:
    """a, b and c, shape (3,)."""
    params = torch.randn(3, generator=generator).requires_grad_()
    for _ in range(steps):
        a, b, c = params
        loss = (a * time**2 + b * time + c - speed).square().mean()
        loss.backward()
        with torch.no_grad():
            params -= lr * params.grad
        # The next round shall have its own slopes, and not the sum of all.
        params.grad = None
    return params.detach()
