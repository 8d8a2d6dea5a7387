"""Broadcasting at work: every column around zero

A table of people, one in each row. The first column is the height in centimetres, the
second the shoe size:

    180   42
    160   36
    170   39

Heights are large and shoe sizes small, only because of the units. Before a network gets
such numbers, one usually shifts each column so that its average becomes 0. The column
then says how far each person is above or below the average:

     10    3              average of column 0: 170
    -10   -3              average of column 1: 39
      0    0

One average for each column: which way is that? PyTorch asks for the axis that
*disappears*. For a table of shape (n, d), summing or averaging "over axis 0" runs down
the rows and leaves (d,), one number for each column. "Over axis 1" runs along each row
and leaves (n,).

    >>> table = torch.tensor([[180.0, 42.0], [160.0, 36.0], [170.0, 39.0]])
    >>> table.amax(dim=0)
    tensor([180.,  42.])
    >>> table.amax(dim=1)
    tensor([180., 160., 170.])

Now a table (3, 2) meets a row (2,). The rule of the last exercise lines them up at the
right, and the row is stretched over all three rows of the table. No loop is needed.

The table itself must stay as it is. An operation such as `a - b` makes a new tensor,
but `a -= b` writes into the old one, and whoever lent you the table finds other
numbers in it afterwards.
"""

import torch
from torch import Tensor


def center_columns(x: Tensor) -> Tensor:
    """The table with each column shifted so that its average is 0.

    x: floats of shape (n, d); it stays unchanged.
    Returns a new tensor of the same shape and type. No loop.
    """
    raise NotImplementedError
