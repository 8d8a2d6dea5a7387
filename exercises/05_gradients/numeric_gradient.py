"""Trust, but check

`backward()` gives slopes as if by magic. How do you know that they are right? You can
find them a second time, in a way that is slow and so simple that it can hardly be
wrong: wiggle a number, and look how the result moves.

Take f(t) = t * t * t at 2. The exact slope is 3 * 2 * 2 = 12. With a step of 0.1:

    f(1.9) = 6.859      f(2.0) = 8.0      f(2.1) = 9.261

    to the right     (9.261 - 8.0)   / 0.1  =  12.61      off by 0.61
    to the left      (8.0 - 6.859)   / 0.1  =  11.41      off by 0.59
    both sides       (9.261 - 6.859) / 0.2  =  12.01      off by 0.01

The two one-sided errors nearly cancel. Both sides together are called the central
difference. Mind the 0.2: from 1.9 to 2.1 it is two steps.

A tensor has many elements, and each has a slope of its own. So wiggle one at a time,
with all others at their place, and go through all of them:

    x      [1.0, 2.0, 3.0]
    up     [1.0, 2.1, 3.0]      for the slope of the one in the middle
    down   [1.0, 1.9, 3.0]

The step must be small, but not too small. f(2 + h) and f(2 - h) get so close that
their leading digits are all alike, and the difference is made of rounding. So this is
done in float64, with its 16 digits, and a step such as 0.0001. With the 7 digits of
float32 not much is left:

    >>> for t in (torch.tensor(2.0), torch.tensor(2.0, dtype=torch.float64)):
    ...     print(round((((t + 1e-4) ** 3 - (t - 1e-4) ** 3) / 2e-4).item(), 2))
    11.99
    12.0

This is how PyTorch tests itself (`torch.autograd.gradcheck`). For training it would
be hopeless: with a million parameters two million predictions for a single step.
Notes that call it "the gradient, computed by hand" mean a check, not a method.
"""

import torch
from torch import Tensor


def numeric_gradient(f, x: Tensor, eps: float = 1e-4) -> Tensor:
    """The slope of `f` for each element of `x`, by central differences.

    f: takes a tensor like `x` and gives a tensor of shape ().
    x: float64, of any shape, also (), and it may be turned, as `x.T` is. It is left as it
    came.
    eps: how far an element is moved, up and down.
    Returns a float64 tensor with the shape of `x`.
    """
    raise NotImplementedError
