"""Normal random numbers for a parameter to begin with."""

import torch
from torch import Tensor


def init_params(shape: tuple[int, ...], std: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
    """A tracked float32 leaf of normal numbers with mean 0 and deviation `std`."""
    # Stretching comes first: the recording has to begin with the finished numbers.
    return (torch.randn(shape, generator=generator) * std).requires_grad_()
