"""Shift every column so that its average is 0."""

from torch import Tensor


def center_columns(x: Tensor) -> Tensor:
    """(n, d) to (n, d): how far each value lies above its column's average."""
    # Averaging over axis 0 leaves one number a column, (d,), which is stretched over all n rows.
    return x - x.mean(dim=0)
