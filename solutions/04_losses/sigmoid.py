"""The logistic function, by hand."""

import torch
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    """1 / (1 + e^(-x)) for each element; any shape."""
    # This form needs e^(-x), which is harmless for large x: it goes to 0, and 1 / (1 + 0) is 1.
    # For very negative x it would be infinite. The value, 1 / inf = 0, is still right, but going backwards
    # PyTorch meets 0 * inf, which is NaN. Below -80 the curve is flat (e^-80 is 1e-35), so stop x there.
    return 1 / (1 + torch.exp(-x.clamp(min=-80)))
