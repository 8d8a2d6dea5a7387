"""A picture as one row of numbers

The first networks of this course do not care that an image is a square. They want
one row of numbers for each image: all of its pixels, one after the other, row after
row as we read a page.

    stack (2, 2, 3)                rows (2, 6)

    image 0    1 2 3
               4 5 6               1 2 3 4 5 6         image 0
    image 1    7 8 9        ->     7 8 9 0 1 2         image 1
               0 1 2

Twelve numbers before, twelve after, and in the same order. Nothing has to move: the
memory of a computer is one long row anyway, and a shape is only a way to cut it. A
tensor that looks at the memory of another one is called a *view*. It costs next to
nothing, however large the stack is, and a change in one is seen in the other:

    >>> numbers = torch.arange(6)
    >>> table = numbers.view(2, 3)
    >>> table
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> numbers[0] = 70
    >>> table[0, 0].item()
    70

One of the sizes may be -1, which says "whatever is left over". Six numbers in three
rows make two columns:

    >>> numbers.view(3, -1).shape
    torch.Size([3, 2])

But say it about the right axis: the number of images has to stay, and the axes of
the pixels grow together. The size of an image is not always 28 by 28, so read it off
the tensor. (What `describe` told you helps here: rank 3 in, rank 2 out.)
"""

import torch
from torch import Tensor


def as_rows(images: Tensor) -> Tensor:
    """Each image of a stack as one row.

    images: shape (n, h, w), of any element type; its memory is one contiguous block.
    Returns shape (n, h * w), of the same type: a view that shares memory with `images`.
    """
    raise NotImplementedError
