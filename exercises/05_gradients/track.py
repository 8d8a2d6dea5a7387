"""A tensor that remembers

Until now a tensor was a table of numbers and no more. To find out which way is down,
PyTorch has to know where a result came from. So you may ask a tensor to record: from
then on, whatever is calculated with it carries a note of how that was done.

Training starts here. It is the first of the seven steps of gradient descent:

    INITIALISE -> predict -> loss -> gradient -> step -> repeat -> stop

The tensor that a record starts from is called a leaf. What is calculated from it is
tracked too, but it is no leaf: it is a place on the way.

    w  leaf, [2, 5]        you made it         its slope is kept, in w.grad
    |  times 3
    y  [6, 15]             PyTorch made it     its slope is passed on, not kept
    |  sum
    s  21                  the result          the way back starts here

    >>> w = torch.ones(2, requires_grad=True)
    >>> (w * 3).requires_grad, w.is_leaf, (w * 3).is_leaf
    (True, True, False)

So the order matters. Make the numbers first, as you want them, and switch on the
recording last. If you switch it on and then go on calculating, what you hold in the
end is a place on the way, and its `.grad` stays empty.

Only numbers with a fraction can have a slope, and a list of whole numbers makes a
tensor of whole numbers. PyTorch's usual type is float32:

    >>> torch.tensor([2, 5]).dtype, torch.tensor([2.0, 5.0]).dtype
    (torch.int64, torch.float32)

Old notes on the web wrap such a tensor in a `Variable`. That has done nothing since
2018: a tensor can record by itself.
"""

import torch
from torch import Tensor


def track(values: list[float]) -> Tensor:
    """The numbers as a float32 tensor of shape (n,) that records: a tracked leaf.

    values: n numbers, of which some or all may be ints.
    Each call makes a new tensor.
    """
    raise NotImplementedError
