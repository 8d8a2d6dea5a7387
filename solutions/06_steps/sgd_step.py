"""One step of gradient descent, in place."""

from collections.abc import Iterable

import torch
from torch import Tensor


def sgd_step(params: Iterable[Tensor], lr: float) -> None:
    """Move each parameter by -lr times its gradient, in place and unrecorded."""
    # The step is not part of the prediction: nothing of it may be recorded.
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                # The gradient points uphill, so subtract. `-=` changes the tensor itself, and the model
                # that holds it sees the new numbers; `p = p - ...` would only make another tensor.
                p -= lr * p.grad
