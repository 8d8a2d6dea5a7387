"""Repair: nobody is bad at anything

This program tells for each class how well a model does on it. It runs, and the numbers
look good, always. Then somebody looked at the pictures. Here is what was seen, with
ten pictures of three kinds, 0 (cats), 1 (dogs) and 2 (owls):

    truth        0  0  0  0  0  0  1  1  1  2
    prediction   0  0  0  0  0  0  1  1  0  1

                 expected                       seen
    class 0      6 of 6 right    1.0000         0.9000
    class 1      2 of 3 right    0.6667         0.8000
    class 2      0 of 1 right    0.0000         0.9000

The model never once said "owl". It cannot tell an owl from a dog, and yet its score
for owls is 0.9, better than for dogs. The rarer a class was, the better its score
looked:

    >>> 999 / 1000      # seen: one owl in a thousand pictures, called a dog
    0.999
    >>> 0 / 1           # expected
    0.0

And when somebody asked for a fourth class, of which there was no picture at all,
the score was 1.0. There is nothing to be right or wrong about then, so there is no
such score, and the question should be refused.

Repair `accuracy_per_class`. The score of a class answers one question: of the
pictures that really are of this class, what share was recognised? A good way to look
for the bug: take class 2 in the example above, with its one owl. Write down which
pictures the program looks at for it, and which of these it counts as right.
"""

import torch
from torch import Tensor


def accuracy_per_class(preds: Tensor, targs: Tensor, classes: int) -> Tensor:
    """For each class, the share of its examples that was predicted right.

    preds, targs: class numbers from 0 to classes - 1, int64, of shape (n,).
    Gives float32 numbers of shape (classes,).
    Raises ValueError, which names the class, if a class has no examples in `targs`.
    """
    shares = []
    for c in range(classes):
        agree = (preds == c) == (targs == c)
        shares.append(agree.float().mean())
    return torch.stack(shares)
