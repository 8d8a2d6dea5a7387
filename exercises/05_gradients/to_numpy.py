"""Out of PyTorch, and leave the record behind

Plots, tables and many other tools know NumPy's arrays and nothing of PyTorch. A
tensor can hand its numbers over, with `numpy()`. With a tracked tensor that stops:

    >>> w = torch.tensor([0.5, 1.0], requires_grad=True)
    >>> w.numpy()
    Traceback (most recent call last):
      ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. ...

PyTorch is being careful here. An array cannot record. If you went on calculating with
it, the way back would end there, and no gradient would get through, without a word.
So you have to say that you mean it: I want the numbers, and not the record.

Say it of the numbers that you take out, and not of the tensor. It is still needed for
training, and has to go on recording:

    w         0.5   1.0      records            stays as it is
    |  the same memory
    loose     0.5   1.0      has no record      what NumPy gets

    >>> loose = w.detach()
    >>> loose.requires_grad, w.requires_grad
    (False, True)

`detach()` copies nothing: both names look at the same memory, and a change of the one
can be seen in the other. For a plot that is all right. To keep the numbers as they
are now, copy the array.

Three things that are found in notes, and do not do what one hopes:

    w.clone().numpy()              a copy of a tracked tensor is tracked as well, and
                                   `numpy()` stops as before
    w.data                         the numbers, as well. But if they are changed, the
                                   record does not notice, and slopes come out wrong
    w.requires_grad_(False)        changes `w` itself: it will not be trained again
"""

import numpy as np
import torch
from torch import Tensor


def to_numpy(t: Tensor) -> np.ndarray:
    """The numbers of `t` as a NumPy array of the same shape and type.

    t: a tensor of any shape, tracked or not. It stays as it is: a tracked one stays
    tracked.
    The array may share its memory with `t`, or be a copy.
    """
    raise NotImplementedError
