"""The work horse: matrix times matrix

Why make a row of each image, as `as_rows` does? Because a network multiplies such rows
by tables of numbers. Almost all of its time goes into that, the *matrix product*. Build
it once with your own hands, and it will never be a mystery.

A price list and three shopping baskets. Each row of `a` is a basket: how many apples
and how many pears. Each column of `b` is a shop: what an apple costs there and what a
pear costs.

             apples pears                     shop 1  shop 2
    basket 0    1     2             apples       3       4
    basket 1    0     5             pears        1       2
    basket 2    2     2

What does each basket cost in each shop? For basket 0 in shop 1: 1 * 3 + 2 * 1 = 5. You
walk along a row of `a` and down a column of `b`, multiply what meets, and add it all
up.

               shop 1  shop 2
    basket 0     5       8
    basket 1     5      10
    basket 2     8      12

Three baskets and two shops make a table of 3 by 2. The fruit is gone: it was summed
over. In general (n, k) by (k, m) makes (n, m), and

    c[i, j]  =  a[i, 0] * b[0, j]  +  a[i, 1] * b[1, j]  +  ...  over all k

The two inner sizes have to agree: a basket with three kinds of fruit has no price in a
shop that knows two. Refuse that, and say which sizes came.

Multiplying two tensors with `*` is something else. It pairs the numbers that stand at
the same place:

    >>> torch.tensor([1.0, 2.0]) * torch.tensor([3.0, 1.0])
    tensor([3., 2.])

Its sum is one number of the table above. Loops are fine, all three of them. Off limits,
just this once: `@`, `mm`, `matmul`, `einsum` and `dot`, PyTorch's or anyone else's.
"""

import torch
from torch import Tensor


def matmul(a: Tensor, b: Tensor) -> Tensor:
    """The matrix product of `a` and `b`, built by hand.

    a: shape (n, k). b: shape (k, m). Floats of the same type.
    Returns shape (n, m), of that type. Raises ValueError if the inner sizes differ.
    """
    raise NotImplementedError
