"""The average absolute difference of two tensors."""

from torch import Tensor


def l1_distance(a: Tensor, b: Tensor) -> Tensor:
    """The average absolute difference between `a` and `b`: a tensor of shape ()."""
    if a.shape != b.shape:
        raise ValueError(f"a has shape {tuple(a.shape)}, but b has {tuple(b.shape)}: they must be equal")
    # uint8 has no negative numbers (3 - 7 would be 252), so turn to floats before subtracting. One of the two
    # is enough: a float minus a uint8 is a float.
    if not a.is_floating_point():
        a = a.float()
    # Without the absolute value, differences of opposite sign would cancel.
    return (a - b).abs().mean()
