"""Mean squared error: the loss for numbers

Not every question has the answer "three" or "seven". How fast is the roller coaster
after two seconds? How warm will it be tomorrow? There the prediction is a number, and
so is the truth, and we need one number that says how good the predictions are as a
whole. The usual choice is the mean squared error, MSE:

    prediction      2.0    5.0    1.0
    truth           3.0    5.0   -1.0
    miss           -1.0    0.0    2.0
    squared         1.0    0.0    4.0      mean = 5 / 3 = 1.6667

It is the L2 distance without the root at the end. Leaving the root out changes
nothing about which predictions are best: if the root gets smaller, so does what is
under it. But it makes the slope simple. For n predictions, the slope of the loss for
one of them is 2 / n times its own miss. The larger the miss, the steeper the
way down, and a perfect prediction is left in peace:

    slope         -0.667   0.0    1.333

To get from the loss to such slopes, PyTorch follows the calculation backwards. That
works as long as you use PyTorch's own operations on tensors, from the predictions to
the loss:

    >>> t = torch.tensor(3.0, requires_grad=True)
    >>> (5 * t + 1).requires_grad
    True

As always: (3,) against (3, 1) would compare each prediction with each truth. Refuse
different shapes, and say which ones came.

PyTorch has this loss ready-made. Here you write it yourself, so `F.mse_loss` and
`nn.MSELoss` are off limits.
"""

import torch
from torch import Tensor


def mse(preds: Tensor, targs: Tensor) -> Tensor:
    """The mean squared error of `preds`, by hand.

    preds, targs: float tensors of any shape, the same for both.
    Returns a tensor of shape () on which `backward()` works.
    Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
