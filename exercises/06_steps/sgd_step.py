"""One step downhill

The gradient of a parameter says in which direction the loss grows. We want it to
shrink, so we go the other way: a little, and in proportion. How little is the
learning rate, `lr`. It is the fifth of the seven steps of gradient descent:

    initialise -> predict -> loss -> gradient -> STEP -> repeat -> stop

By hand, with lr = 0.1:

    parameter     1.0     -2.0     0.5
    gradient      4.0     -1.0     0.0
    moves by     -0.4      0.1     0.0
    afterwards    0.6     -1.9     0.5

The sum is easy. The hard part is *where* to do it. The model, the optimizer and you
all hold the same tensor. If you make a new tensor with the new numbers, the model
never hears of it. So the numbers must change in the tensor that is there:

    >>> mine = torch.tensor([1.0, 2.0])
    >>> models = mine                  # two names, one tensor
    >>> mine.mul_(10)                  # in place: the same memory
    tensor([10., 20.])
    >>> models
    tensor([10., 20.])
    >>> mine = mine * 10               # a new tensor; the old one stays as it was
    >>> models
    tensor([10., 20.])

But PyTorch records everything that happens to a tracked tensor, and refuses to have a
leaf changed while it records. The step is no part of the prediction and needs no
record. Inside `torch.no_grad()` PyTorch looks away:

    >>> w = torch.tensor([3.0], requires_grad=True)
    >>> with torch.no_grad():
    ...     (w * 2).requires_grad
    False

A parameter that took no part in the loss has no gradient: its `.grad` is None. Leave
it where it is. Clearing gradients is another step, and not done here.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def sgd_step(params: Iterable[Tensor], lr: float) -> None:
    """Move each parameter by -lr times its gradient, in place.

    params: tracked leaf tensors, in a list or anything else that `for` can go
    through (maybe only once). Those whose `.grad` is None stay as they are.
    The tensors stay the same tensors, in the same memory, still tracked, and keep
    their `.grad`.
    """
    raise NotImplementedError
