"""Repaired: the loss stays a tensor that knows how it was made."""

from torch import Tensor, nn


def loss_of(model: nn.Module, x: Tensor, y: Tensor) -> Tensor:
    """The mean squared error of `model(x)` and `y`."""
    errors = model(x) - y
    # A number taken out of the graph, and a new tensor around it, have no way back to the parameters.
    return (errors**2).mean()
