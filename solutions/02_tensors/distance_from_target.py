"""Each prediction's distance from its 0/1 target."""

import torch
from torch import Tensor


def distance_from_target(preds: Tensor, targs: Tensor) -> Tensor:
    """1 - p where the target is 1, p elsewhere, in the shape of `preds`."""
    # Comparing makes booleans of whole numbers, floats and booleans alike.
    return torch.where(targs == 1, 1 - preds, preds)
