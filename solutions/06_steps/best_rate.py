"""Which learning rate descends the deepest?"""

import math

import torch


def best_rate(f, x: float, rates: list[float], steps: int) -> float:
    """The rate whose last place lies the lowest."""
    ends = [(rate, _descend(f, x, rate, steps)) for rate in rates]
    # With NaN every comparison is False, so it has to be sorted out before anything is compared.
    heights = [(height, rate) for rate, (end, height) in ends if math.isfinite(end) and math.isfinite(height)]
    if not heights:
        raise ValueError(f"none of the rates {rates} ends at a finite place, and at least one is wanted")
    return min(heights)[1]


def _descend(f, x: float, rate: float, steps: int) -> tuple[float, float]:
    """The last place of a descent, and how high it lies."""
    for _ in range(steps):
        here = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        f(here).backward()
        x -= rate * here.grad.item()
    return x, f(torch.tensor(x, dtype=torch.float64)).item()
