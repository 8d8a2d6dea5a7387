"""How good is it, really?

A model can learn its training examples by heart. Whether it has understood anything
shows on examples that it has never seen: the validation set. After each epoch one asks
it about them, and looks at the answers without learning from them.

What is measured is up to a *metric*: a function of predictions and targets that a
person cares about, such as the share of right answers. It gives a batch's mean. By
hand, five examples in two batches:

    4 examples, 3 right    metric 0.75     together 3 right
    1 example,  0 right    metric 0.0      together 0 right
    all 5                  3 / 5 = 0.6     the mean of the two means is 0.375

Nothing is learnt here, so nothing needs to be recorded for `backward()`. That saves
time and memory.

And the model has to be in evaluation mode. In training mode dropout throws half of the
numbers away, and batch norm looks at who else is in the batch:

    >>> layer = nn.Dropout(0.5)
    >>> layer.eval()(torch.ones(5))
    tensor([1., 1., 1., 1., 1.])

But the model is only on loan, so give it back as it was. Each part of a model has its
own note `training`, and these may differ: some people keep one layer in evaluation mode
for good, while the rest trains. So it is not enough to remember a single one.

Give it back also if something goes wrong half way. A `finally` block is run however the
`try` block is left, and the error then goes on its way:

    >>> lamp = ["on"]
    >>> def darkroom():
    ...     lamp[0] = "off"
    ...     try:
    ...         return 1 / 0
    ...     finally:
    ...         lamp[0] = "on"
"""

import torch
from torch import nn


def validate(model, batches, metric) -> float:
    """The mean of `metric` over all examples of `batches`, without learning from them.

    model: an `nn.Module`. While it is asked, all its parts are in evaluation mode and
    nothing is recorded for gradients. Afterwards each part is in the mode that it had
    before, and recording is on or off as it was, also if something raises.
    batches: gives pairs (xb, yb) in a `for` loop; the last may be smaller.
    metric: `metric(preds, targs)` gives a batch's mean, a float or a tensor of shape ().
    """
    raise NotImplementedError
