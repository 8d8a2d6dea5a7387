"""How far off is each answer?

A program looks at images and says how sure it is that each is a three: 0.9 means
"almost certainly", 0.1 means "hardly". We know the truth: 1 for a three, 0 for
anything else. How far is each answer from it?

    answer  p       0.9   0.4   0.2   0.6
    truth           1     0     1     0
    distance        0.1   0.4   0.8   0.6

Where the truth is 1, the answer should have been 1, and it is 1 - p short of it.
Elsewhere it should have been 0, and it is p away. Two rules, and for each place one
of them holds.

The last exercise welcomed loops. Here a loop would hold an `if`, and a tensor with a
million places would take seconds, one place after the other. PyTorch does the same
thing to all places at once: `torch.where` gets a condition and two tensors, and
takes each place from the first tensor where the condition holds, from the second
where it does not.

    >>> rainy = torch.tensor([True, False, True])
    >>> umbrella = torch.tensor([1.0, 1.0, 1.0])
    >>> sunglasses = torch.tensor([5.0, 6.0, 7.0])
    >>> torch.where(rainy, umbrella, sunglasses)
    tensor([1., 6., 1.])

Both tensors are worked out for all places, and then one of them is picked for each.

The condition has to be a tensor of booleans. Comparing a tensor with a number makes
one, whatever type the tensor had, which is handy: the truth may come as whole numbers,
as floats or as booleans.

    >>> torch.tensor([3.0, 0.0]) > 2
    tensor([ True, False])

The shapes stay as they are: one distance for each answer, no average yet. That comes
in chapter 4, where these distances become a loss.
"""

import torch
from torch import Tensor


def distance_from_target(preds: Tensor, targs: Tensor) -> Tensor:
    """Each prediction's distance from its target: 1 - p where that is 1, p elsewhere.

    preds: probabilities between 0 and 1, any shape.
    targs: 0 or 1, the same shape; whole numbers, floats or booleans.
    Returns one distance for each prediction, in the shape and type of `preds`. No loop.
    """
    raise NotImplementedError
