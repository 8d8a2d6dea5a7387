"""The optimizer: it steps, and remembers

`sgd_step` took one step and forgot everything. An optimizer is an object that stays. It
holds the parameters and the learning rate, so that the training loop need not know
them. And it can remember how it came here, which is called momentum.

Think of a ball that rolls downhill. It does not only follow the slope under it, it also
keeps a part of its speed. For each parameter there is a velocity, which starts at 0. At
each step it keeps the share `momentum` of what it was, and the gradient is added. Then
the parameter moves against the velocity:

    velocity  <-  momentum * velocity + gradient
    parameter <-  parameter - lr * velocity

By hand, with lr = 0.1 and momentum = 0.5, for a parameter that starts at 1:

    gradient     4.0    2.0    0.0
    velocity     4.0    4.0    2.0       0.5 * 4 + 2 = 4     0.5 * 4 + 0 = 2
    parameter    0.6    0.2    0.0       the third step has no slope, and still moves

With momentum 0 the velocity is just the gradient, and these are plain steps. On a
straight way the velocity grows, up to twice the gradient for 0.5 and to ten times for
0.9. That is why momentum is quick.

The learning rate stands outside of the velocity. So it can be changed at any time,
which many people do during training, and the next step obeys.

One trap: `model.parameters()` hands the parameters out one after the other, and only
once. Who wants to step twice has to keep them:

    >>> numbers = (n for n in [3, 4])
    >>> sum(numbers)
    7
    >>> sum(numbers)              # used up
    0

`torch.optim` holds such optimizers. Here it is off limits.
"""

import torch


class SGD:
    """Gradient descent with momentum; the same as `torch.optim.SGD`, step by step.

    params: tracked leaf tensors, in a list or anything that `for` can go through, maybe
    only once. None at all: ValueError.
    lr: the learning rate, above 0; otherwise ValueError. It is also an attribute `lr`,
    which may be given another value between two steps.
    momentum: the share of a velocity that is kept.
    """

    def __init__(self, params, lr, momentum=0.0):
        raise NotImplementedError

    def step(self):
        """Move each parameter in place, along its velocity, and leave `.grad` as it is.

        A parameter whose `.grad` is None stays where it is, and so does its velocity.
        """
        raise NotImplementedError

    def zero_grad(self):
        """Clear the gradients: afterwards each `.grad` is None or all zeros."""
        raise NotImplementedError
