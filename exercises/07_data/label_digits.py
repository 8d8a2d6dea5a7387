"""From two stacks of images to inputs and targets

We have a stack of threes and a stack of sevens. Which is which, we know from the folder
they came from. The network gets one table with an image in each row. So what we know
has to be written down as numbers: 1 for the first kind, 0 for the second.

With tiny images of 2 by 2 pixels, two of the first kind and one of the second:

    first   [[1, 2],   [[5, 6],       second  [[9, 8],
             [3, 4]]    [7, 8]]                [7, 6]]

    x    1  2  3  4         y    1
         5  6  7  8              1
         9  8  7  6              0

Three images of four pixels make a table of shape (3, 4), and a column of targets of
shape (3, 1). Row 2 of the one belongs to row 2 of the other.

Each image becomes a row: its lines of pixels are laid one behind the other. Well-known
notes do this with `view(1, 28*28)`. That is right for one image. A stack of n images
has n * 784 numbers, and they do not go into a single row of 784:

    >>> stack = torch.zeros(3, 28, 28)
    >>> stack.view(1, 28 * 28)
    Traceback (most recent call last):
    RuntimeError: shape '[1, 784]' is invalid for input of size 2352

The images stay apart if the first size is the number of them: it is kept, and only the
two axes of the picture become one.

Why is y a column, and not just a list of numbers? A network gives one number for each
row of x, as a column. If the shapes of its answers and of y differ, broadcasting
compares everything with everything. And y is float32, as the answers are, though it
holds only 0 and 1: losses calculate with both.

The pixels keep their values, whatever they are. Scaling is a step of its own.
"""

import torch
from torch import Tensor


def label_digits(first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
    """Inputs and targets from two stacks of images.

    first: (n, 28, 28), uint8 or float. second: (m, 28, 28), of the other kind of digit.
    Returns x and y. x: (n + m, 784), float32, all of first and then all of second, in
    order, their values kept. y: (n + m, 1), float32, 1 for the first kind, 0 for the
    second.
    """
    raise NotImplementedError
