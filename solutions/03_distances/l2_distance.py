"""The root of the mean squared difference of two tensors."""

from torch import Tensor


def l2_distance(a: Tensor, b: Tensor) -> Tensor:
    """The root mean square difference between `a` and `b`: a tensor of shape ()."""
    if a.shape != b.shape:
        raise ValueError(f"a has shape {tuple(a.shape)}, but b has {tuple(b.shape)}: they must be equal")
    # uint8 ends at 0 and at 255, and squares of differences leave that range at once. A float minus a uint8 is
    # a float, so turning one of them is enough.
    if not a.is_floating_point():
        a = a.float()
    # Root of the mean of the squares. The root last: it brings the squares back to the scale of a pixel.
    return ((a - b) ** 2).mean().sqrt()
