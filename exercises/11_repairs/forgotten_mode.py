"""Repair: the accuracy that changes its mind

This program tells how often a model is right. It counts correctly, the last, smaller
batch included. But its answer cannot be trusted. Here is what somebody saw with one
trained model and the same 1000 images, again and again:

    call                    1       2       3       4
    expected accuracy       0.925   0.925   0.925   0.925
    seen     accuracy       0.837   0.834   0.840   0.829

Nothing was trained between the calls. And with a second model the number depended on
how the images were cut into batches, and with batches of one image there was an error:
"Expected more than 1 value per channel when training". Here is that second model, as
small as it gets. It takes one number, puts it through a batch norm layer that has seen
an average of 0 and a variance of 1 during training, and then says "above" for what is
positive and "below" for the rest. The labels of 1, 2 and 3 say "above", that of -9
says "below":

    batches             expected             seen
    [1, 2, 3]           3 of 3 right         1 of 3 right
    [-9, 1, 2, 3]       4 of 4 right         4 of 4 right

The 1 stays the same, but its neighbours decide whether it is recognised:

    >>> batch = torch.tensor([1.0, 2.0, 3.0])
    >>> batch - batch.mean()
    tensor([-1.,  0.,  1.])

There is one more thing. Afterwards the average in the batch norm layer was no longer 0,
though somebody had only asked for the accuracy.

Repair `evaluate`. Whoever calls it may be in the middle of training, and some layers
may have been set apart from the others, so everything in the model has to be left as it
was found.
"""

import torch
from torch import Tensor, nn


def evaluate(model: nn.Module, batches: list[tuple[Tensor, Tensor]]) -> float:
    """The share of examples whose largest logit is that of the label.

    batches: pairs (xb, yb) of inputs and class numbers (n,); the last may be smaller.
    The model gives logits (n, classes), and is left as it came, layer by layer.
    Nothing is tracked for gradients.
    """
    right, count = 0, 0
    with torch.no_grad():
        for xb, yb in batches:
            right += (model(xb).argmax(dim=1) == yb).sum().item()
            count += len(yb)
    return right / count
