"""Mini-batches: a few examples at a time

To take one step we could look at all 60,000 digits: a good direction, but slow. Or at a
single one: quick, but the direction is mostly luck. In between lies the mini-batch, say
64 examples: quick *and* fairly good. A pass through all of them is an epoch.

With 7 examples and batches of 3, an epoch looks like this:

    examples   0 1 2 3 4 5 6        (input, target) pairs
    order      4 0 6 2 5 1 3        shuffled, anew for each epoch
    batches   [4 0 6] [2 5 1] [3]   3 batches; the last one is small

With `drop_last` the small one is left out, and there are 2 batches. In general n
examples give n / size batches: rounded up, or with `drop_last` rounded down.

Why a new order each time? Files often come sorted, all zeros first. A network that
sees only zeros for a while learns to say "zero". And in the same order each time, the
same examples would always share a batch.

The shuffled thing is the order, a list of positions, and not the data. Then each
input keeps its own target:

    >>> words = ["ant", "bee", "cat"]
    >>> [words[i] for i in [2, 0, 1]]
    ['cat', 'ant', 'bee']

Inside a batch the examples are stacked into one tensor with a new axis in front:

    >>> torch.stack([torch.zeros(4), torch.ones(4)]).shape
    torch.Size([2, 4])

`for` calls `__iter__` at the start of each loop. Written as a function with `yield`, it
starts afresh each time, also if the loop before was left with `break`:

    >>> def countdown():
    ...     yield 2
    ...     yield 1
    >>> list(countdown()), list(countdown())
    ([2, 1], [2, 1])
"""

from collections.abc import Iterator

import torch
from torch import Tensor


class Batches:
    """Mini-batches of a data set, to be gone through as often as you like.

    dataset: has a length, and `dataset[i]` gives the i-th pair (x, y) of tensors.
    batch_size: examples in a batch, 1 or more; otherwise ValueError.
    shuffle: a new order for each loop. Otherwise the order of the data set.
    drop_last: leave out the last batch if it is smaller than the others.
    generator: where the randomness comes from. Two with the same seed give the same
    orders.
    """

    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        raise NotImplementedError

    def __len__(self) -> int:
        """The number of batches in an epoch."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """One epoch: pairs (xb, yb), the stacked inputs and targets of a batch."""
        raise NotImplementedError
