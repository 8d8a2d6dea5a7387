"""The share of predictions on the right side of 0.5."""

from torch import Tensor


def batch_accuracy(preds: Tensor, targs: Tensor) -> Tensor:
    """The share of right answers: a float tensor of shape ()."""
    if preds.shape != targs.shape:
        raise ValueError(f"preds has shape {tuple(preds.shape)}, but targs has {tuple(targs.shape)}")
    # The answer is True above 0.5. It is right where it agrees with the target (True equals 1).
    right = (preds > 0.5) == targs
    # True counts as 1 and False as 0, so the mean is the share. Booleans have no mean, floats have.
    return right.float().mean()
