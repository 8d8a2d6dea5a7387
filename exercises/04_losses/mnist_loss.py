"""A loss: one number to make small

A network looks at an image and answers with a probability: how sure it is that
this is a three. We know the truth, so we can say how far off each answer is.
`distance_from_target` did that, one distance an image. To improve the network
we need a *single* number that sums up the whole batch, and that moves a little
whenever any answer moves a little. The average distance does both.

By hand, for three images of which the first and the last are threes:

    answers (preds)    0.9    0.4    0.2
    truth   (targs)    1      0      1
    distance           0.1    0.4    0.8      average = 1.3 / 3 = 0.4333

Why not the accuracy, which is also one number? Because it stands still: nudge
0.2 up to 0.25 and the third answer is as wrong as before, so the accuracy gives
no hint that the nudge was a good idea. The average distance went down.

PyTorch keeps track of how the number was made, so that it can tell afterwards
which way each answer should move. That only works while everything stays a
tensor:

    >>> answer = torch.tensor([0.9, 0.4], requires_grad=True)
    >>> answer.max().requires_grad
    True
    >>> type(answer.max().item())
    <class 'float'>

A plain `float` has forgotten where it came from.

One trap: (3,) against (3, 1) does not fail in PyTorch, it quietly compares
every answer with every target and makes 9 distances. Refuse it, and say which shapes came.
"""

import torch
from torch import Tensor


def mnist_loss(preds: Tensor, targs: Tensor) -> Tensor:
    """The average distance between answers and truth.

    preds: probabilities between 0 and 1, any shape.
    targs: 1 for a three, 0 for anything else, the same shape.
    Returns a tensor of shape (). Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
