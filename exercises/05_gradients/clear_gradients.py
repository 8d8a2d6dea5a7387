"""Gradients add up

Ask for a slope twice, and the second answer is too large. It is the best-known trap
of PyTorch: `backward()` does not replace what lies in `.grad`, it adds to it.

Take w = 2 and the loss w * w. Its slope is 2 * w = 4, every time you ask:

    backward()       4 arrives     .grad is 4       right
    backward()       4 arrives     .grad is 8       twice as long a step
    backward()       4 arrives     .grad is 12      and so on

    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> for _ in range(3):
    ...     (w * w).backward()
    >>> w.grad
    tensor(12.)

That is no fault. It lets you add up the gradients of several small batches, and take
one step for all of them. But it means that somebody has to clear up between a step
and the next prediction. That is what happens at "repeat":

    predict -> loss -> gradient -> step -> CLEAR -> predict -> ...

There are two ways of being clear: zeros, or nothing at all, which is None. Both are
right, since the next `backward()` starts from an empty place either way.

Here the notes on the web need care. Many were written when zeros were the rule. Since
PyTorch 2.0 optimizers leave None behind, and what was right then now stops at the
first parameter that has no gradient: None has no methods. Multiplying by zero is not
clearing, either. If a calculation went wrong once, `.grad` holds NaN ("not a number"),
and it stays there:

    >>> torch.tensor([5.0, float("nan"), float("inf")]) * 0
    tensor([0., nan, nan])

And the slopes lie in the tensor `.grad`, the values in the tensor itself. Only the
first are to go.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def clear_gradients(params: Iterable[Tensor]) -> None:
    """Clear the gradient of each parameter: afterwards its `.grad` is None or zero.

    params: leaf tensors, in a list or anything else that `for` can go through (maybe
    only once). Some may have no gradient, and it makes no difference what a gradient
    holds, or whether its tensor is tracked at the moment.
    The values, and all else about the tensors, stay as they are.
    """
    raise NotImplementedError
