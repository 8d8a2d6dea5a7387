"""Repair: the loss that teaches nothing

This program runs. The losses it gives are right to the last digit, `backward()` raises
no error, and no warning is printed. But a model that is trained with it never changes.
Here is what somebody saw with one weight, w, that starts at 2. The model says
w * input, and the answer should be the input itself:

    input   2 * input   target   error   squared
    1       2           1        1       1
    2       4           2        2       4          mean squared error = 5 / 2 = 2.5

    step          0       1       2       3
    expected w    2.0000  1.5000  1.2500  1.1250         lr = 0.1
    seen     w    2.0000  2.0000  2.0000  2.0000
    expected loss 2.5000  0.6250  0.1562  0.0391
    seen     loss 2.5000  2.5000  2.5000  2.5000

How should w move? The slope of the loss is the mean of 2 * error * input:

    >>> (2 * 1 * 1 + 2 * 2 * 2) / 2
    5.0

So `w.grad` should be 5.0 after the first `backward()`, and w should go from 2 to
2 - 0.1 * 5 = 1.5. But `w.grad` was None, as if `backward()` had never been called.
The optimizer, the learning rate and the data were looked at, and all of them were fine.

Repair `loss_of`, so that `backward()` on what it gives reaches every parameter of the
model, from the first layer to the last. A good way to look for the bug: PyTorch
remembers how a tensor was made, and tells you when you print it:

    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> w * 3
    tensor(6., grad_fn=<MulBackward0>)

Print what each line makes, and compare with what you expect there.
"""

import torch
from torch import Tensor, nn


def loss_of(model: nn.Module, x: Tensor, y: Tensor) -> Tensor:
    """The mean squared error of `model(x)` and `y`.

    x: one input a row. y: the targets, of the same shape as `model(x)`.
    Gives a tensor of shape (); `backward()` on it fills the `.grad` of every parameter.
    The model is used as it is: its mode and its gradients stay as they came.
    """
    errors = model(x) - y
    loss = (errors**2).mean().item()
    return torch.tensor(loss, dtype=x.dtype, requires_grad=True)
