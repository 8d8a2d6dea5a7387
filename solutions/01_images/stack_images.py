"""Many images in one tensor, scaled to [0, 1]."""

import torch
from torch import Tensor


def stack_images(images: list[Tensor]) -> Tensor:
    """All images in one float32 tensor of shape (n, h, w), with values between 0 and 1."""
    sizes = {tuple(image.shape) for image in images}
    if len(sizes) != 1:
        raise ValueError(f"wanted images, all of one size, but got the sizes {sorted(sizes)}")
    # A new first axis counts the images. 255 is the largest pixel, so dividing by it makes white 1;
    # `/` makes fractions of whole numbers, in PyTorch's usual type.
    return torch.stack(images) / 255
