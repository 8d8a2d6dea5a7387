"""Nearer to the average three than to the average seven?"""

from torch import Tensor


def _distance(images: Tensor, mean: Tensor) -> Tensor:
    # (n, h, w) - (h, w): the mean is used again for each image. Then the last two axes, the pixels,
    # are averaged away. What is left is one distance an image: (n,), or () for a single image.
    return (images - mean).abs().mean(dim=(-2, -1))


def is_three(images: Tensor, mean3: Tensor, mean7: Tensor) -> Tensor:
    """True where an image is nearer to `mean3`; (h, w) gives (), (n, h, w) gives (n,)."""
    return _distance(images, mean3) < _distance(images, mean7)
