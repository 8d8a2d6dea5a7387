"""Repair: the loss that runs away

This program runs. It raises no error, it prints no warning, and the first step it
takes is exactly right. Then it goes wrong. Here is what somebody saw who tried to
teach a model with one weight, w, that the answer is always 0:

    one batch: input 1, target 0    loss = (w * 1 - 0)^2    w starts at 1

    lr = 0.25    step 0     1        2        3        4
    expected w   1.0000   0.5000   0.2500   0.1250   0.0625
    seen     w   1.0000   0.5000  -0.2500  -0.8750  -1.0625

The gradient of that loss is 2 * w. So each step should take w to w - 0.25 * 2 * w,
which is half of what it was. The first step does. The second moves by 0.75 instead
of 0.25, and overshoots. With a larger model the loss swings up and down, grows, and
ends in `nan`. A smaller learning rate only makes it take longer.

Find the bug and repair `fit`, so that it ends with the same parameters as plain
gradient descent, that is `torch.optim.SGD` with the same learning rate. There is one
bug. How the program averages the loss, and what it returns, is right.

A good way to look for it: take the example above, print the gradient that PyTorch
found and the one you work out on paper, for two steps, and ask where the surplus
comes from:

    >>> w = 0.5
    >>> 2 * w                   # what the second step should use
    1.0
    >>> (0.5 - -0.25) / 0.25    # what it did use
    3.0
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def fit(
    model: nn.Module,
    batches: list[tuple[Tensor, Tensor]],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    lr: float,
    epochs: int,
) -> list[float]:
    """Train `model` with plain gradient descent, one step for each batch.

    Each step moves every parameter by -lr times the gradient of that batch's loss, and
    of nothing else. What lies in `.grad` before the call does not count.
    batches: pairs (xb, yb), gone through in order, once an epoch.
    loss_fn: gives the mean loss of a batch, a tensor of shape ().
    Returns the mean loss per example of each epoch, as it was seen while training.
    """
    history = []
    for _ in range(epochs):
        total, count = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= lr * p.grad
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return history
