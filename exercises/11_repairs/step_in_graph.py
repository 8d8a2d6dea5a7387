"""Repair: one step, and no more

This program takes gradient descent steps. The first step is exactly right. After that
nothing moves any more. Here is what somebody saw with one parameter, w, that starts at
1, and the loss w * w, whose gradient is 2 * w:

    lr = 0.25      step 0    1        2        3
    expected w     1.0000    0.5000   0.2500   0.1250
    seen     w     1.0000    0.5000   0.5000   0.5000

The loop around it was the plain one. It is right, and no part of the repair:

    params = [w]
    for step in range(3):
        params[0].grad = None
        loss = params[0] * params[0]
        loss.backward()
        update(params, lr=0.25)

From the second step on `params[0].grad` was None, and PyTorch warned once that "the
.grad attribute of a Tensor that is not a leaf Tensor is being accessed". A leaf is a
tensor that nobody calculated, only wrote down; `backward()` fills the `.grad` of
leaves:

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> w.is_leaf, (w * 3).is_leaf
    (True, False)

There were more complaints. Somebody gave it the parameters of a model in a list, and
after the step the model answered as before. And somebody gave it `model.parameters()`
as it is, and Python stopped with a TypeError.

Repair `update`. Afterwards the very tensors that came in hold the new numbers, and
are still leaves that record gradients. A good way to look for the bug: before and
after the call, print `w` and `params[0]`, and ask Python whether the two are still
the same object: `w is params[0]`.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def update(params: Iterable[Tensor], lr: float) -> None:
    """Move each parameter by -lr times its gradient, in place.

    params: tracked leaves, in anything that `for` can go through, maybe only once.
    One whose `.grad` is None stays where it is. No `.grad` is changed.
    """
    for i, p in enumerate(params):
        if p.grad is not None:
            params[i] = p - lr * p.grad
