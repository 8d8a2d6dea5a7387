"""The slope, without a second point

To find a slope with rise over run you need two points, and the answer depends on
how far apart they are. PyTorch does better. It watches how a result is made, and
then goes back through the calculation, step by step, and works out the exact slope
at a single point. That exact slope is called the derivative, or gradient, and
finding it this way is called automatic differentiation.

Take f(t) = t * t at t = 3. By hand, with two points: f(3) = 9 and f(3.1) = 9.61, so
the slope is 0.61 / 0.1 = 6.1. A point nearer by gives 6.01, then 6.001. The exact
answer is 6: the derivative of t * t is 2 * t.

There are three moves. Switch on recording for the input, make the result, and ask for
the way back. Here is the middle one, and what it leaves behind:

    >>> t = torch.tensor(3.0)
    >>> t.requires_grad, (t * t).grad_fn is None       # nothing is recorded
    (False, True)
    >>> t = torch.tensor(3.0, requires_grad=True)      # a leaf: the start of a record
    >>> (t * t).grad_fn is None
    False

The way back starts at the result with `backward()`, and leaves the slope on the leaf,
in its `.grad`. Or you ask `torch.autograd.grad` for it. One thing to know about
`.grad`: a second `backward()` does not replace what lies there, it adds to it. A
fresh leaf for each question is the simplest cure.

Automatic is not the same as "close to rise over run". A function may say that some
part of it is to be taken as a plain number, with `detach()`. For t * t.detach() the
second factor is just a number, so the answer at 1.5 is 1.5. Two points would say 3.
"""

import torch


def gradient_at(f, x: float) -> float:
    """The derivative of `f` at `x`, by automatic differentiation.

    f: takes a tensor of shape () and gives a tensor of shape () that depends on it.
    Returns a plain Python float. Calls do not influence one another.
    """
    raise NotImplementedError
