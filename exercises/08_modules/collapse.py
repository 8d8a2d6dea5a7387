"""Two linear layers in a row are one

If one linear layer is good, two must be better? Try it with plain numbers, one input
and one output each:

    first     h = 2x + 1
    second    y = 3h + 4

    together  y = 3 (2x + 1) + 4  =  6x + 7

That is a straight line again, and a single layer with weight 6 and bias 7 does it too.
Ten layers in a row would be no better: one line in the end. Only a bend between them, a
`relu`, makes a second layer worth having. That is why every network has one there.

With more than one hidden number it works the same. Two of them:

                   2         h1 = 2x + 1         3
            x  ---------->   ------------   ---------->   y = 3 h1 + h2 + 4
               ---------->   h2 = -x + 3    ---------->
                  -1                             1

    y  =  3 (2x + 1)  +  1 (-x + 3)  +  4
       =  (3 * 2 + 1 * -1) x    +    3 * 1 + 1 * 3 + 4
       =        5 x             +         10

The new weight sums over the hidden numbers: the second layer's weight for each, times
the first layer's weight into it. In the new bias, each hidden number's own bias is
weighed by the second layer before the last bias is added.

You are given two `nn.Linear` and build the one that equals them. Their weights have the
shape (outputs, inputs), and each may have been made without a bias:

    >>> layer = nn.Linear(3, 2, bias=False)
    >>> layer.weight.shape, layer.bias, layer.in_features, layer.out_features
    (torch.Size([2, 3]), None, 3, 2)

The second takes what the first one gives, so these sizes have to meet. The two layers
stay as they are, and the new one has numbers of its own.
"""

import torch
from torch import nn


def collapse(first: nn.Linear, second: nn.Linear) -> nn.Linear:
    """One layer that gives what `second(first(x))` gives, for every x.

    Raises ValueError if `second` does not take as many inputs as `first` has outputs.
    Where neither layer has a bias, the new one has none, or one of zeros.
    """
    raise NotImplementedError
