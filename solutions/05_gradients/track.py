"""Numbers as a tracked leaf."""

import torch
from torch import Tensor


def track(values: list[float]) -> Tensor:
    """The numbers as a float32 tensor that records."""
    # The type is set and the tracking switched on as the tensor is made: nothing is computed, so it is a leaf.
    return torch.tensor(values, dtype=torch.float32, requires_grad=True)
