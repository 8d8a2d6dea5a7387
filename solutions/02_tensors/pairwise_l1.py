"""The mean absolute difference of all pairs of rows."""

from torch import Tensor


def pairwise_l1(a: Tensor, b: Tensor) -> Tensor:
    """(n, d) and (m, d) to (n, m)."""
    if a.shape[1] != b.shape[1]:
        raise ValueError(f"wanted rows of one length, but got {tuple(a.shape)} and {tuple(b.shape)}")
    # (n, 1, d) against (1, m, d): every row of a meets every row of b.
    differences = a[:, None, :] - b[None, :, :]
    return differences.abs().mean(dim=2)
