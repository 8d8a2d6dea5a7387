"""The bend: a rectified linear unit

The output of a linear layer is a straight line of its input: twice the input, twice the
rise. With straight lines alone not much can be told apart. So between two linear layers
every network puts something that bends. The favourite is so simple that it sounds like
a joke: keep the positive numbers, and put 0 in place of the negative ones. It is called
*ReLU*, a rectified linear unit.

      out
       |        /
       |       /         x     -2    -0.5    0.5     3
       |      /          out    0     0      0.5     3
       |     /
    ___|____/______ x
            0

Why does that help? It is an either-or. Left of the bend nothing comes through: "there
is no dark stroke here". Right of it, the more the sum says, the more comes through.
With many such bends at different places a network can trace any curve, in little
straight pieces, as a polygon traces a circle.

And the slope? Where x is positive the output moves exactly as x does: the slope is 1.
Where x is negative nothing moves: 0. At the bend itself there is no slope, and nobody
minds. So your function must leave a trail for `backward()`. A comparison leaves none:

    >>> x = torch.tensor([-2.0, 3.0], requires_grad=True)
    >>> (x > 0).requires_grad
    False

PyTorch has this function ready, under the names `relu`, `relu_`, `nn.ReLU`, and as a
special case of `threshold`, `leaky_relu`, `elu` and others of the family. All of those
are off limits here. `clamp`, `maximum` and `where` are welcome.
"""

import torch
from torch import Tensor


def relu(x: Tensor) -> Tensor:
    """Positive numbers as they are, 0 in place of negative ones. x is left as it is.

    x: floats, any shape. Returns the same shape and type. The gradient is 1 where x is
    positive and 0 where it is negative.
    """
    raise NotImplementedError
