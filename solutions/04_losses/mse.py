"""Mean squared error, by hand."""

from torch import Tensor


def mse(preds: Tensor, targs: Tensor) -> Tensor:
    """The mean squared error: a tensor of shape () that knows how it was made."""
    if preds.shape != targs.shape:
        raise ValueError(f"preds has shape {tuple(preds.shape)}, but targs has {tuple(targs.shape)}")
    # Squares have no sign, and a miss that is twice as big counts four times as much.
    return ((preds - targs) ** 2).mean()
