"""A network with one hidden layer."""

from torch import nn


def simple_net(inputs: int = 784, hidden: int = 30, outputs: int = 1) -> nn.Sequential:
    """Linear, ReLU, Linear."""
    # The bend stands between the two layers, where it keeps them from being one. Behind the last layer there is
    # none, so that the output can be any number.
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
