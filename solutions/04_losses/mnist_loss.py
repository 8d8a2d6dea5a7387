"""The average distance between answers and truth."""

import torch
from torch import Tensor


def mnist_loss(preds: Tensor, targs: Tensor) -> Tensor:
    """The average distance between answers and truth: a tensor of shape ()."""
    if preds.shape != targs.shape:
        raise ValueError(f"preds has shape {tuple(preds.shape)}, but targs has {tuple(targs.shape)}")
    # Where the truth is 1 the answer should be 1, so it is 1 - p away; elsewhere it is p away.
    distances = torch.where(targs == 1, 1 - preds, preds)
    # The mean, not the sum: then the size of the batch does not change the size of a step.
    return distances.mean()
