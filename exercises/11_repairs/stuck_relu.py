"""Repair: the network that sees no negatives

This program builds a network, layer by layer. It runs, and for some starts it even
learns half of what it should. Here is what somebody saw who trained it on five points,
to answer with its own input. The sizes were [1, 8, 1], and every start got 3000 steps
of gradient descent on the mean squared error:

    input           -2     -1      0      1      2       loss
    expected        -2     -1      0      1      2       0
    seen, start 0    0.0    0.0    0.0    1.0    2.0     1.0
    seen, start 1    0.0    0.0    0.0    0.0    0.0     2.0
    seen, start 2    0.0    0.0    0.0    0.0    0.0     2.0
    seen, start 3    0.0    0.0    0.0    0.0    0.0     2.0

The losses fit the answers. Start 0 misses -2 and -1, and 0 is all start 1 ever says:

    >>> (2**2 + 1**2) / 5
    1.0
    >>> (2**2 + 1**2 + 1**2 + 2**2) / 5
    2.0

Once an answer is 0.0 for all five points, training does not move it any more. Every
gradient is then exactly 0, in all layers, and no number of steps helps. More hidden
units did not help either, nor another learning rate. With targets 2, 3, 4, 5, 6 the
same network did well, most of the time.

Somebody asked for the sizes [1, 1] too: one linear layer, a straight line. That could
not learn y = x either.

Repair `make_net`. A good way to look for the bug: print the network, and follow one
number, -3 say, through each line of it by hand. Remember what each part is there for:
a linear layer mixes and moves numbers, and a ReLU bends, so that two linear layers in
a row are more than one.
"""

from itertools import pairwise

from torch import nn


def make_net(sizes: list[int]) -> nn.Module:
    """A network of linear layers with a ReLU between every two.

    sizes: at least two numbers. The first is how many numbers an example has, the last
    how many come out, and those between are the sizes of the hidden layers. The sizes
    [4, 3, 2] make a layer from 4 to 3, a ReLU, and a layer from 3 to 2.
    Takes (n, sizes[0]) to (n, sizes[-1]), and may answer with any number.
    """
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers)
