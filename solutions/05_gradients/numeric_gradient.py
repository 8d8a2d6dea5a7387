"""The gradient by central differences."""

import itertools

import torch
from torch import Tensor


def numeric_gradient(f, x: Tensor, eps: float = 1e-4) -> Tensor:
    """The slope of `f` for each element of `x`, by central differences."""
    slopes = torch.zeros_like(x)
    # Every place of a tensor with any number of axes; for shape () there is one, the empty tuple.
    for place in itertools.product(*map(range, x.shape)):
        shift = torch.zeros_like(x)
        shift[place] = eps
        # Rise over run. From one eps below to one above, the run is two eps long.
        slopes[place] = (f(x + shift) - f(x - shift)).item() / (2 * eps)
    return slopes
