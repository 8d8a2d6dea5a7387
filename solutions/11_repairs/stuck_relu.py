"""Repaired: the last layer may answer with any number."""

from itertools import pairwise

from torch import nn


def make_net(sizes: list[int]) -> nn.Module:
    """A network of linear layers with a ReLU between every two."""
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    # A ReLU after the last layer would turn every negative answer into 0, and let no gradient back through it.
    return nn.Sequential(*layers[:-1])
