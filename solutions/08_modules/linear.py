"""A linear layer."""

from torch import Tensor


def linear(x: Tensor, weights: Tensor, bias: Tensor) -> Tensor:
    """(n, k) by (k, m), plus (m,), to (n, m)."""
    # Each row of x meets each column of weights. Then (n, m) + (m,) lines up from the right: the bias is added to
    # every row.
    return x @ weights + bias
