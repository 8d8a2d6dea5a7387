"""The first real network

You have all the parts: the linear layer, the bend, and the module that keeps track of
the parameters. Now put them in a row:

      x             hidden numbers         after the bend        output
    (n, 784)           (n, 30)                (n, 30)            (n, 1)

      o
      o                   o                      o
      o   --- Linear -->  o   --- ReLU --->      o   --- Linear -->  o
      o                   o                      o
      o

Two linear layers alone would be one (`collapse`). With the bend between them each
hidden number becomes a little detector that says "none of my business" (0) or "this
much". The last layer weighs what the 30 detectors say. It has no bend behind it, so
that the answer may be negative: "rather not a three".

This small picture is already enough, in theory, to come as near as you like to *any*
continuous function, given enough hidden numbers. In practice 30 of them tell threes
from sevens better than anything we had so far.

PyTorch has a module for "one after the other". It is called `nn.Sequential`, and here
it is with other layers than yours:

    >>> net = nn.Sequential(nn.Flatten(), nn.Tanh())
    >>> net(torch.zeros(5, 2, 3)).shape
    torch.Size([5, 6])
    >>> net[1]
    Tanh()

How large is your network? The two weights and two biases make four parameters, with

    784 * 30  +  30  +  30 * 1  +  1   =   23,581 numbers.

The sizes are yours to choose when you call the function. The numbers above are what you
get if you do not choose.
"""

import torch
from torch import nn


def simple_net(inputs: int = 784, hidden: int = 30, outputs: int = 1) -> nn.Sequential:
    """A network with one hidden layer: Linear, ReLU, Linear, as an `nn.Sequential`.

    It takes (n, inputs) and gives (n, outputs). Each call makes a new one.
    """
    raise NotImplementedError
