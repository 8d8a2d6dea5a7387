"""The matrix product, by hand."""

from torch import Tensor


def matmul(a: Tensor, b: Tensor) -> Tensor:
    """(n, k) by (k, m) to (n, m): rows of `a` meet columns of `b`."""
    if a.shape[1] != b.shape[0]:
        raise ValueError(f"wanted (n, k) and (k, m), but got {tuple(a.shape)} and {tuple(b.shape)}")
    # Every product a[i, k] * b[k, j], at place (i, k, j): (n, k, 1) against (1, k, m).
    products = a[:, :, None] * b[None, :, :]
    # Summing over k leaves c[i, j].
    return products.sum(dim=1)
