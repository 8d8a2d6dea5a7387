"""Rise over run, and how much of the way is flat."""

from itertools import pairwise


def slope(f, x_old: float, x_new: float) -> float:
    """Rise over run of `f` between two points."""
    if x_old == x_new:
        raise ValueError(f"two different points are needed, but both are {x_old}: the run would be 0")
    rise, run = f(x_new) - f(x_old), x_new - x_old
    return float(rise / run)


def flat_share(f, xs: list[float]) -> float:
    """The share of neighbouring pairs of `xs` over which `f` does not change at all."""
    if len(xs) < 2:
        raise ValueError(f"two points or more are needed, but there are {len(xs)}")
    values = [float(f(x)) for x in xs]
    # n points have n - 1 pairs of neighbours: each value with the one after it.
    flat = [here == there for here, there in pairwise(values)]
    return sum(flat) / len(flat)
