"""A data set of your own: a length, and a place for each example

`pair_up` made a list of all pairs at once. With 60,000 images that is 60,000 tuples,
before anybody has asked for one. A data set can wait. It keeps the two tensors as they
are, and makes a pair at the moment somebody asks for it:

    x   3.0   5.0   8.0           len(data)   3
    y    1     0     1            data[1]     (5.0, 0)
         ^                        data[-1]    (8.0, 1), the last one
    place 0                       data[3]     IndexError: there is no such place

PyTorch's class for this is `Dataset`, and it is nearly empty. Whoever builds upon it
writes two methods. Python calls them for you: `len(data)` calls `data.__len__()`, and
`data[1]` calls `data.__getitem__(1)`. Here is a data set without any memory:

    >>> class Squares(Dataset):
    ...     def __len__(self):
    ...         return 4
    ...     def __getitem__(self, i):
    ...         if i >= 4:
    ...             raise IndexError(f"{i} is beyond the last place, 3")
    ...         return i * i
    >>> squares = Squares()
    >>> len(squares), squares[3]
    (4, 9)

The IndexError is more than politeness. How does a `for` loop know where to end? Not by
the length! It asks for place 0, then 1, then 2, and goes on until an IndexError comes.
A data set that answers to every number makes a loop that never ends.

    >>> [number for number in squares]
    [0, 1, 4, 9]

Negative places count from the end, as everywhere in Python. Tensors and lists know all
this by themselves: they count from the end, and raise IndexError beyond it.

And as in `pair_up`: 100 inputs with 99 targets are refused, at the beginning.
"""

import torch
from torch.utils.data import Dataset


class PairDataset(Dataset):
    """Examples (input, target) by their place.

    x: the inputs, a tensor with n rows. y: the targets, as many rows.
    Making one raises ValueError if there are not as many targets as inputs.
    """

    def __init__(self, x, y):
        raise NotImplementedError

    def __len__(self) -> int:
        """The number of examples."""
        raise NotImplementedError

    def __getitem__(self, i):
        """The pair of input and target at place i, where -1 is the last one.

        Raises IndexError beyond either end.
        """
        raise NotImplementedError
