"""Gradient descent on a function of one number."""

import torch


def descend(f, x: float, lr: float, steps: int) -> list[float]:
    """Every x visited, the start included."""
    xs = [float(x)]
    for _ in range(steps):
        # A fresh leaf for each step: its `.grad` starts empty, so nothing of an earlier step is added to.
        here = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
        f(here).backward()
        # The slope points uphill, so go against it, from the place that was reached last.
        xs.append(xs[-1] - lr * here.grad.item())
    return xs
