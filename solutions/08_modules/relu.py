"""A rectified linear unit."""

from torch import Tensor


def relu(x: Tensor) -> Tensor:
    """max(x, 0), element by element."""
    # Nothing comes out below 0. Where x is above, it is handed through, and so is its gradient.
    return x.clamp(min=0)
