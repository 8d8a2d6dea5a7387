"""Sigmoid: any number becomes a probability

A model adds and multiplies, so its raw answer can be any number: -7, 0.2, 85. A
loss such as `mnist_loss` wants probabilities, between 0 and 1. The sigmoid turns the
one into the other. It is a smooth S: large numbers come out near 1, large negative
ones near 0, and 0 comes out as exactly 0.5.

    1.0 |                 _____-----
        |            .--'
    0.5 |- - - - - /- - - - - - - -          sigmoid(x) = 1 / (1 + e^(-x))
        |      .--'
    0.0 |-----'
        +------------------------------
         -6        0         6

By hand, with e^(-2) = 0.1353: sigmoid(2) = 1 / 1.1353 = 0.8808. The curve is the
same from both sides, so sigmoid(-2) = 1 - 0.8808 = 0.1192.

On paper there are many ways to write it, and they are all equal. In a computer they
are not. A float32 number ends at about 3.4e38, and e^x gets there when x is only 89.
Everything beyond is `inf`, and `inf` can spoil what comes after it:

    >>> torch.exp(torch.tensor([88.0, 89.0]))
    tensor([1.6516e+38,        inf])
    >>> big = torch.tensor(float("inf"))
    >>> 1 / big, big / big
    (tensor(0.), tensor(nan))

One over infinity is harmless. Infinity over infinity is `nan`, not a number, and
one `nan` ruins a whole training run. So choose a form that survives any input.

Cutting x off is no way out if you cut too early: where x is cut, the curve is flat,
and PyTorch finds a slope of 0. The true slope at 12 is small, but it is not 0.

`torch.sigmoid` and its relatives (`expit`, `logsigmoid`) are off limits here.
"""

import torch
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    """1 / (1 + e^(-x)) for each element, by hand.

    x: a float tensor of any shape, any finite numbers.
    Returns a tensor of the same shape without NaN or infinity. Gradients are right
    for numbers from -80 to 80, and are not 0 for those from -15 to 15.
    """
    raise NotImplementedError
