"""Train, measure, repeat, and know when to stop

`train_epoch` goes through the training batches once, and `validate` tells how good the
model has become. Put one after the other, repeat, and write down what you see. That is
a learner: an object that keeps everything together, so that one line trains.

    fit(3)   epoch   loss    metric
               1     0.52     0.91      train, then measure
               2     0.31     0.95      train, then measure
               3     0.11     0.93      train, then measure

Each row is a tuple of two numbers, and they come from different places. The loss is that
of the training batches, as it was seen while training. The metric is that of the
validation batches, after the epoch's training. Look at the last row: the loss still
sinks, and the metric falls. The model begins to learn its examples by heart. This is
how one knows when to stop, the last of the seven steps.

Maybe you want to go on. A second `fit` goes on where the first one ended, with the model
as it is now. It returns its own rows, and `history` holds them all:

    >>> first = [(0.52, 0.91), (0.31, 0.95)]     # what fit(2) returned
    >>> second = [(0.11, 0.93)]                  # what fit(1) returned after that
    >>> first + second                           # the history
    [(0.52, 0.91), (0.31, 0.95), (0.11, 0.93)]

Mind the mode. While it trains the model has to be in training mode, in each epoch, and
while it is measured in evaluation mode. So the switch goes to and fro.

And mind what belongs to whom. What is assigned on `self` in `__init__` belongs to one
learner. What is assigned in the body of the class is shared by all:

    >>> class Shop:
    ...     sold = []
    >>> one, other = Shop(), Shop()
    >>> one.sold.append("bread")
    >>> other.sold
    ['bread']

This file stands alone: bring along what you need of `train_epoch` and `validate`.
"""

import torch


class Learner:
    """Trains a model epoch by epoch, and keeps a history.

    model: an `nn.Module`; this very model is trained.
    train_batches, valid_batches: give pairs (xb, yb) in a `for` loop, again and again;
    the last batch may be smaller than the others.
    loss_fn: `loss_fn(preds, targs)` gives a batch's mean loss, a tensor of shape ().
    optimizer: has `zero_grad()` and `step()`; one step a batch.
    metric: `metric(preds, targs)` gives a batch's mean, a float or a tensor of shape ().
    history: a list of all rows so far, those of every `fit`.
    """

    def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
        raise NotImplementedError

    def fit(self, epochs) -> list[tuple[float, float]]:
        """Train for so many epochs more, and return a row for each of them.

        A row is (training loss, metric): the mean loss per example over the training
        batches, as it was seen while training, and then the metric's mean over all
        examples of the validation batches, with the model in evaluation mode.
        """
        raise NotImplementedError
