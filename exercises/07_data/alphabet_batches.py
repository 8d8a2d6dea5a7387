"""PyTorch's own batches, tried out on the alphabet

PyTorch's `DataLoader` cuts a data set into mini-batches, and shuffles it if you like.
You will write one yourself next. First see what it does, with a data set so small that
you can read all of it: the 26 letters, each with its number.

    examples   (0, "a")  (1, "b")  (2, "c")  (3, "d")  ...  (25, "z")
    batches    [0 1 2] with a b c     [3 4 5] with d e f     ...

Each batch is a pair: all numbers, and all letters. Numbers are gathered in a tensor.
For letters there is no tensor, so they stay as they are, side by side. With batches of
3 the last one is small: 26 = 8 * 3 + 2, so it holds y and z alone.

    >>> animals = [(2, "hen"), (4, "cow"), (6, "bee")]
    >>> for legs, names in DataLoader(animals, batch_size=2):
    ...     print(legs, names)
    tensor([2, 4]) ('hen', 'cow')
    tensor([6]) ('bee',)

Well-known notes use a `DataLoader` of another library here, and it differs. PyTorch's
own wants a data set: a length, and examples by place. Python's `enumerate` numbers
things, but it can only be walked through, once. PyTorch's refuses it:

    >>> DataLoader(enumerate("abc"), batch_size=2, shuffle=True)
    Traceback (most recent call last):
    TypeError: object of type 'enumerate' has no len()

You know from `pair_up` what to do about that. And PyTorch makes each batch a list of
two things, where others make a tuple. Both can be taken apart as `numbers, letters`.

Shuffled means: in another order every time. That is good for training, and bad for
finding a fault, which may never show again. So chance gets a seed. A generator is a
machine for random numbers, and with the same seed it gives the same ones again:

    >>> one, other = torch.Generator(), torch.Generator()
    >>> torch.rand(3, generator=one.manual_seed(7)).equal(
    ...     torch.rand(3, generator=other.manual_seed(7)))
    True
"""

from string import ascii_lowercase

import torch
from torch.utils.data import DataLoader


def alphabet_batches(batch_size: int, shuffle: bool = False, seed: int = 0) -> list:
    """All 26 letters with their numbers, 0 for a to 25 for z, in mini-batches.

    batch_size: letters in a batch. The last batch holds what is left, and may be small.
    shuffle: in a random order, each number still with its own letter. Else a to z.
    seed: the same seed gives the same order in every call, another seed another order.
    Returns a list of pairs: a tensor of numbers, and a tuple or list of the letters.
    """
    raise NotImplementedError
