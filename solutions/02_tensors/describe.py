"""Shape, rank and element type of a tensor."""

import torch
from torch import Tensor


def describe(t: Tensor) -> tuple[tuple[int, ...], int, torch.dtype]:
    """The shape, the rank and the element type of `t`."""
    # The rank counts the axes; it is the length of the shape.
    return tuple(t.shape), t.ndim, t.dtype
