"""The average image: what does a typical three look like?

Take all the threes of a training set and lay them on top of each other, like
slides on a light table. Where most threes have ink, the stack is dark. Where only
a few have, it is grey. What you see is the average three: blurred, but clearly a
three. It will be our yardstick for "looks like a three".

The stack is a tensor of shape (n, h, w), as `stack_images` makes it: n images, each
h pixels high and w wide.
The average image has shape (h, w). Each of its pixels is the average of the n
pixels that lie on top of each other at that place:

    image 1      image 2      image 3           average
    0   10       0   40       0   100           0   50
    90   0       60   0       30    0           60   0

For the top right pixel: (10 + 40 + 100) / 3 = 50.

So one axis disappears, and the other two stay. In PyTorch an axis has a number,
and most functions that shrink a tensor take that number. The axis you name is the
one that goes away:

    >>> table = torch.tensor([[1.0, 2.0, 3.0], [5.0, 6.0, 7.0]])
    >>> table.max(dim=1).values
    tensor([3., 7.])
    >>> table.shape, table.max(dim=0).values.shape
    (torch.Size([2, 3]), torch.Size([3]))

Pixels from a file are uint8, whole numbers from 0 to 255. Averages fall between
whole numbers, so the answer is a float tensor in any case. And take care with sums
of uint8 numbers: 200 + 100 does not fit into 255, and comes out as 44.
"""

import torch
from torch import Tensor


def mean_image(images: Tensor) -> Tensor:
    """The average of a stack of images, pixel by pixel.

    images: (n, h, w), float or uint8, n at least 1.
    Returns a float tensor of shape (h, w), on the scale of the images.
    """
    raise NotImplementedError
