"""Repaired: each prediction meets its own target only."""

from torch import Tensor


def regression_loss(preds: Tensor, targs: Tensor) -> Tensor:
    """The mean squared error of predictions and targets, example by example."""
    if len(preds) != len(targs):
        raise ValueError(f"got {len(preds)} predictions and {len(targs)} targets, wanted as many of both")
    # A column (n, 1) against a row (n,) would be stretched to all n * n pairs. In the same shape nothing is stretched.
    errors = preds - targs.reshape(preds.shape)
    return (errors**2).mean()
