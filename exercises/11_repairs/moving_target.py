"""Repair: one picture, two meanings

This program brings numbers to a common scale: around 0, with a spread of about 1. It
runs, and the training numbers come out right. But a model that is good on training
data does badly on validation data that somebody took with a brighter lamp. Here is what
was seen, with three training numbers and three validation numbers:

    train    2   4   6       mean 4     deviation 2
    valid    6  10  14       mean 10    deviation 4

                       expected           seen
    train becomes      -1   0   1         -1   0   1
    valid becomes       1   3   5         -1   0   1

The 6 is in both. In training the model learnt that a 6 looks like 1. In validation
the same 6 looked like -1. And that the whole validation set is brighter, which the
model should have noticed, cannot be seen any more. The deviation is PyTorch's `std()`,
and can be worked out by hand:

    >>> ((2 - 4) ** 2 + 0**2 + (6 - 4) ** 2) / (3 - 1)
    4.0
    >>> torch.tensor([2.0, 4.0, 6.0]).std()      # the root of that
    tensor(2.)

With a single validation picture that was white all over, everything became `nan`.

Repair `normalise`. Think of the two numbers, mean and deviation, as part of the
model: they are learnt from the training data. When the model is in use, one picture at
a time comes in, and is treated as the training pictures were.
"""

import torch
from torch import Tensor


def normalise(train: Tensor, valid: Tensor) -> tuple[Tensor, Tensor]:
    """Bring training and validation data to the scale of the training data.

    train, valid: floats, of any shapes. One mean and one deviation serve for all of
    both.
    Gives the two in the order they came, as new tensors of the same shapes.
    """
    return (
        (train - train.mean()) / train.std(),
        (valid - valid.mean()) / valid.std(),
    )
