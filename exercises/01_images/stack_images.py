"""Many images, one tensor

A list of a thousand tensors is a thousand separate things, and PyTorch would have
to visit them one by one. One tensor that holds them all can be worked on in a
single step, which is where its speed comes from. So we pile the images up like
sheets of paper. The pile has one axis more than a sheet:

    one image      (h, w)        rows, columns
    a stack        (n, h, w)     which image, rows, columns

            +-------+
          +-------+ |
        +-------+ | |   n sheets, each h high and w wide
        |       | |-+
        |       |-+
        +-------+

Laying the sheets end to end, as a long strip of n times h rows, would lose track
of where one image stops and the next one starts.

The pixels still are whole numbers from 0 to 255. Networks learn better from small
numbers, and from fractions rather than steps, so we also scale: black stays 0,
white becomes exactly 1. For one image, by hand:

    0  51  255      becomes      0.0  0.2  1.0      because 51 / 255 = 0.2

There are 256 different values, but the largest of them is 255.

PyTorch's usual type for fractions is `float32`. Dividing whole numbers of type
uint8 by one another and keeping only the whole part would be fatal here:

    >>> pixels = torch.tensor([0, 51, 255], dtype=torch.uint8)
    >>> pixels // 255
    tensor([0, 0, 1], dtype=torch.uint8)

Nearly every pixel would be black. And sheets of different sizes make no pile, nor
does no sheet at all: refuse both, with a `ValueError` that says what came. The
images are what `open_image` gave you.
"""

import torch
from torch import Tensor


def stack_images(images: list[Tensor]) -> Tensor:
    """All images in one tensor of floats between 0 and 1.

    images: uint8 tensors, all of the same shape (h, w).
    Returns float32 of shape (n, h, w); 0 becomes 0 and 255 becomes exactly 1.
    Raises ValueError for an empty list, and for images of different sizes.
    """
    raise NotImplementedError
