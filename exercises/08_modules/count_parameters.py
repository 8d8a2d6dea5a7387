"""How large is a network?

"A model with seven billion parameters": how do they know? They count. A module finds
all the parameters that were put on it, and on the modules within it, however deep. Two
layers, from 3 inputs to 4 hidden numbers to 2 outputs:

                     shape     numbers
    first   weight   (4, 3)      12
            bias     (4,)         4
    second  weight   (2, 4)       8
            bias     (2,)         2
                              total 26

There are 4 parameters here (tensors) and 26 numbers in them. When people say how large
a model is, they mean the numbers.

Two things make counting less simple than it looks.

*Frozen* parameters. Often a part of a network is taken over from elsewhere and shall
stay as it is. Its parameters are told to record no gradients, so no step moves them:

    >>> layer = nn.Linear(3, 4)
    >>> layer.bias = nn.Parameter(torch.zeros(4), requires_grad=False)
    >>> [(name, p.requires_grad) for name, p in layer.named_parameters()]
    [('weight', True), ('bias', False)]

*Shared* parameters. The same layer may stand at two places of a network, or two layers
may use the same weight. There is only one tensor in memory, and one step moves both.

    net:   [ layer A ] -> [ bend ] -> [ layer A ] -> [ layer B ]
                 \\________ one weight ________/

Write two functions. `count_parameters` tells how many numbers training can move, each
of them counted once. `parameter_shapes` lists the shape of every parameter, the frozen
ones too, each of them once, in the order of the module itself.

A module may own other numbers as well, such as a running average. What is not a
parameter does not count.
"""

import torch
from torch import nn


def count_parameters(model: nn.Module) -> int:
    """How many numbers in `model` are trained, shared ones counted once."""
    raise NotImplementedError


def parameter_shapes(model: nn.Module) -> list[tuple[int, ...]]:
    """The shapes of all parameters, frozen ones too, shared ones once.

    In the order in which the module gives its parameters.
    """
    raise NotImplementedError
