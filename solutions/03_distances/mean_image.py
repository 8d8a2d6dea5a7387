"""The average of a stack of images."""

from torch import Tensor


def mean_image(images: Tensor) -> Tensor:
    """The average image (h, w) of a stack (n, h, w), as floats."""
    # Axis 0 counts the images. It is the one to average away, so that the pixels stay apart.
    return images.float().mean(dim=0)
