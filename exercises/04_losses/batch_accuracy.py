"""Accuracy: the number for people

The loss is for the machine: smooth, and easy to improve bit by bit. For people we
want something that can be read at a glance: how many of the answers are right?
That is the accuracy. We call such a number a metric.

A probability is not an answer yet. We make it one by asking on which side of 0.5
it lies: above it the answer is 1, otherwise 0. Then we count the answers that agree
with the truth, and divide by how many there are:

    probability     0.9    0.4    0.2    0.5    0.7
    answer          1      0      0      0      1
    truth           1      0      1      0      0
    right?          yes    yes    no     yes    no      3 / 5 = 0.6

Comparing two tensors gives a tensor of True and False. They count as 1 and 0, but
they are not floats, and PyTorch does not average them until they are:

    >>> torch.tensor([0.3, 0.8]) > 0.6
    tensor([False,  True])
    >>> torch.tensor([False, True]).to(torch.float32)
    tensor([0., 1.])

Why not train on the accuracy? If the third probability moves from 0.2 up to 0.4, the
model has become better, but the accuracy is 0.6 as before. The next exercise,
`slope`, looks at that more closely.

The trap is an old friend. Answers of shape (5, 1) against truths of shape (5,) give 25
comparisons and a number that looks fine. Refuse it, and say which shapes came.
"""

import torch
from torch import Tensor


def batch_accuracy(preds: Tensor, targs: Tensor) -> Tensor:
    """The share of predictions on the right side of 0.5.

    preds: probabilities between 0 and 1, any shape. Exactly 0.5 counts as the answer 0.
    targs: 1 or 0, the same shape.
    Returns a float tensor of shape (), from 0 to 1. Raises ValueError if the shapes
    differ.
    """
    raise NotImplementedError
