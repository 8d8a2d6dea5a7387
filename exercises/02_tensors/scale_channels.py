"""Put the numbers on the right axis

A colour image is three tables: how much red, how much green, how much blue. They are
called *channels*. A stack of colour images has four axes:

    (n, c, h, w)      which image, which channel, row, column

A photograph taken by candle light is too red. Turn the red down and the blue up, by
multiplying each channel with a number of its own, its *gain*:

    gains     0.8   1.0   1.5           shape (c,): red, green, blue

    a pixel (200, 100, 60)    becomes   (160, 100, 90)

Three numbers have to reach every row and every column of every image. But broadcasting
lines shapes up at the right:

    images     n  c  h  w
    gains               c               wrong: this is the axis of the columns

When an image happens to be as wide as it has channels, PyTorch is content and the
result is nonsense. Otherwise it is an error, and that is the lucky case.

The cure is to put the number on the right axis: give `gains` axes of size 1 where it
should be stretched. Indexing with `None` makes a new axis of size 1 at that place, and
so does `unsqueeze`, and so does `view`:

    >>> row = torch.tensor([1, 2, 3])
    >>> row[:, None].shape
    torch.Size([3, 1])
    >>> row.view(1, 3, 1).shape
    torch.Size([1, 3, 1])

Write the shape you need below (n, c, h, w), with a 1 for each axis that is to be
stretched, and use `broadcast_shape` in your head to see that it fits. No loop is
needed.
"""

import torch
from torch import Tensor


def scale_channels(images: Tensor, gains: Tensor) -> Tensor:
    """Each channel of every image, multiplied by its gain.

    images: shape (n, c, h, w). gains: shape (c,), floats of the same type.
    Returns shape (n, c, h, w), of that type. No loop.
    """
    raise NotImplementedError
