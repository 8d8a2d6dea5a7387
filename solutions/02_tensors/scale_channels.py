"""Multiply each channel by a gain of its own."""

from torch import Tensor


def scale_channels(images: Tensor, gains: Tensor) -> Tensor:
    """(n, c, h, w) times (c,): one gain for each channel."""
    # (c,) becomes (c, 1, 1), which lines up with the last three axes and is stretched over h, w and n.
    return images * gains[:, None, None]
