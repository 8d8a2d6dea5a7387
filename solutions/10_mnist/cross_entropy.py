"""Cross-entropy by hand."""

import torch
from torch import Tensor


def cross_entropy(logits: Tensor, targs: Tensor) -> Tensor:
    """The mean of - log(probability of the right label)."""
    _check(logits, targs)
    # A constant taken from a row leaves its probabilities as they are. With the largest at 0, no power overflows,
    # and the sum of the powers is at least 1, so its log is never of 0.
    shifted = logits - logits.amax(dim=1, keepdim=True)
    log_sums = shifted.exp().sum(dim=1).log()
    # log(power / sum) = logit - log(sum), so the right logit is never raised to a power that might be 0.
    return (log_sums - shifted[torch.arange(len(targs)), targs]).mean()


def _check(logits: Tensor, targs: Tensor) -> None:
    if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
        came = f"logits {tuple(logits.shape)} and targets {tuple(targs.shape)}"
        raise ValueError(f"{came} came, but (n, c) and (n,) were wanted")
    classes = logits.shape[1]
    if targs.min() < 0 or targs.max() >= classes:
        raise ValueError(f"targets from {targs.min()} to {targs.max()} came, but 0 to {classes - 1} were wanted")
