"""Every row against every row

Which of the stored digits looks most like this one? To find out, you compare each new
image with each stored one. With 5 new and 7 stored images that makes 35 comparisons,
and they fit in a table of 5 by 7.

How far apart are two rows of numbers? Take the difference at each place, forget its
sign, and average. This is called the L1 distance (some leave it as a sum; here it is
the mean, so that it does not depend on how many numbers there are):

    row of a     1   5   2
    row of b     4   5   0
    apart        3   0   2          mean = 5 / 3 = 1.667

Now for all pairs at once, without a loop. Broadcasting can do it, if each row of `a`
can meet each row of `b`. Think of a multiplication table. A column of numbers meets a
row of numbers, both are stretched, and every number meets every other:

    >>> column = torch.tensor([[1], [2], [3]])
    >>> row = torch.tensor([[10, 20]])
    >>> column * row
    tensor([[10, 20],
            [20, 40],
            [30, 60]])

    column   3  1
    row      1  2
    result   3  2

Do the same here, with one axis more, which holds the numbers inside a row:

    a        n  ?  d
    b        ?  m  d
    apart    n  m  d      and then the mean over d is left: n  m

Rows with different numbers of columns cannot be compared. Refuse them, and say which
sizes came: when d is 1 on one side only, broadcasting would stretch it and say nothing.
PyTorch has a function for all this, `cdist`. Leave it out, it is what you are building.
"""

import torch
from torch import Tensor


def pairwise_l1(a: Tensor, b: Tensor) -> Tensor:
    """The mean absolute difference of every row of `a` to every row of `b`.

    a: shape (n, d). b: shape (m, d). Floats of the same type.
    Returns shape (n, m), of that type. No loop, by hand.
    Raises ValueError if the rows have different lengths.
    """
    raise NotImplementedError
