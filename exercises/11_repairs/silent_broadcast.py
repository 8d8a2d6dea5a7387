"""Repair: the loss that likes the average best

This program runs, and its number falls during training. But the model it trains ends
up giving the same answer to everything: the average of all targets. Here is what
somebody saw who gave it two sets of predictions for three houses, whose prices are
1, 2 and 3:

    targets        1   2   3

    predictions A  1   2   3     every one exactly right
    predictions B  2   2   2     always the average

                   expected loss   seen loss
    A              0.0000          1.3333
    B              0.6667          0.6667

The perfect predictions get the worse number of the two! Whoever goes downhill on such
a loss moves away from A and towards B. With 100 houses it is the same, and with a
smaller learning rate it only takes longer.

Predictions and targets come as PyTorch's layers and data sets really give them: a
linear layer with one output makes (n, 1), and a list of prices makes (n,):

    >>> layer = torch.nn.Linear(4, 1)
    >>> layer(torch.zeros(3, 4)).shape
    torch.Size([3, 1])
    >>> torch.tensor([1.0, 2.0, 3.0]).shape
    torch.Size([3])

Somebody gave both in the shape (3,), and saw 0.0000 for A. Somebody else forgot a
house and gave 3 predictions (3, 1) with 2 targets (2,), and got a number, where an
error would have saved the day.

Repair `regression_loss`. A good way to look for the bug: take A, and print what every
part of the calculation makes, one after the other, values *and* shapes.
"""

import torch
from torch import Tensor


def regression_loss(preds: Tensor, targs: Tensor) -> Tensor:
    """The mean squared error of predictions and targets, example by example.

    preds, targs: floats, both of the same shape, or one (n, 1) and the other (n,),
    either way round. The first axis counts the examples.
    Gives a tensor of shape () that gradients flow back through.
    Raises ValueError for another number of predictions than of targets.
    """
    errors = preds - targs
    return (errors**2).mean()
