"""One pass through the data

You have all the pieces: batches, a model, a loss, gradients, a step. Now they become a
loop. Going once through all batches is called an *epoch*:

    take a batch -> predict -> loss -> gradients -> step     and again, for each batch
                    '------- the graph -------'  then let it go

Each batch starts clean. `backward()` *adds* to what lies in `.grad`, so somebody must
clear it once a batch. It does not matter who does it, the optimizer or the model. But
what lay in `.grad` before your loop began must not count either.

At the end we want one number: how large was the loss, on average, per example? Take
care, for the last batch is often smaller. By hand, five examples in two batches:

    4 examples, mean loss 0.5      together 4 * 0.5 = 2.0
    1 example,  mean loss 0.2      together 1 * 0.2 = 0.2
    all 5                          (2.0 + 0.2) / 5  = 0.44

The mean of the two means would be 0.35. There the single example counts as much as the
four others together.

A loss is more than a number. Behind it hangs the graph of its batch, with everything
that `backward()` needs. Whoever adds up losses as they are keeps all those graphs:

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> total = 0.0 + w * w
    >>> total.requires_grad        # the sum still holds on to the graph
    True
    >>> total.item()               # this is only a number
    9.0

With a thousand batches that is a thousand graphs, and the memory fills up.

Last, some layers behave in one way while training and in another way when they are
used, and dropout is one of them. A model has a switch for that, and whoever trains it
turns it on. `Batches`, `gradient_at` and `sgd_step` were the steps before.
"""

import torch


def train_epoch(model, batches, loss_fn, optimizer) -> float:
    """Train `model` for one pass through `batches`, with one optimizer step a batch.

    model: an `nn.Module`. It is in training mode during the pass, and afterwards.
    batches: gives pairs (xb, yb) in a `for` loop, like `Batches` or a list; the last
    batch may be smaller than the others.
    loss_fn: `loss_fn(preds, targs)` gives a batch's mean loss, a tensor of shape ().
    optimizer: has `zero_grad()` and `step()`, like those of `torch.optim`.
    Each step uses the gradients of its own batch only, and no graph is kept longer.
    Returns the mean loss per example, as it was seen while training.
    """
    raise NotImplementedError
