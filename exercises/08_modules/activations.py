"""Look inside: what does each layer say?

A network is no black box. You can open it and read every number on its way from the
input to the answer. The numbers that a layer calculates are its *activations*. Unlike
the weights they are not kept anywhere: other input, other activations.

The network of `collapse`, now with a bend between its layers, and 5 as the input:

     x          Linear          ReLU           Linear
               2x + 1
     5   ->                ->          ->   3 h1 + h2 + 4
              -x + 3

             [11, -2]       [11, 0]            [37]
                 |              |                |
                 v              v                v
    answer: [ first output,  second output,  third output ]

Each layer gets what the one before it gave, and only the first layer gets x. The answer
is a list with one tensor for each layer: three layers, three tensors. The input itself
is not among them.

What is this good for? People who look inside find out which pictures a hidden number
likes best, which numbers are always 0 (a dead bend, it learns nothing any more), and at
which layer the numbers explode or fade away. When training goes wrong, this is where to
look first.

The same layer may stand at two places of a network, and it gives two outputs then. And
since we only look, nothing needs to be recorded for `backward()`. Your list should hold
plain numbers, without the trail that would keep half of the network in memory:

    >>> weight = torch.tensor(2.0, requires_grad=True)
    >>> with torch.no_grad():
    ...     out = 3 * weight
    >>> out.requires_grad, (3 * weight).requires_grad
    (False, True)

Leave the model as you found it: its mode, its parameters, and nothing attached to it.
"""

import torch
from torch import Tensor, nn


def activations(model: nn.Sequential, x: Tensor) -> list[Tensor]:
    """The output of each layer of `model` in order, when x goes through all of it.

    As many tensors as there are layers; none of them records gradients.
    """
    raise NotImplementedError
