"""A network with one hidden layer for two kinds of digit."""

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

_HIDDEN, _PASSES, _BATCH, _RATE = 30, 20, 128, 0.1


def train_simple_net(x: Tensor, y: Tensor) -> nn.Module:
    """A module from rows (m, 784) to logits (m, 1), above 0 for a 1."""
    # `nn.Linear` starts with small random weights, so that no two features are alike.
    net = nn.Sequential(nn.Linear(x.shape[1], _HIDDEN), nn.ReLU(), nn.Linear(_HIDDEN, 1))
    # Momentum keeps nine tenths of the last step's speed: ten times the pace where the way is straight.
    optimizer = torch.optim.SGD(net.parameters(), lr=_RATE, momentum=0.9)
    for _ in range(_PASSES):
        for rows in torch.randperm(len(x)).split(_BATCH):
            loss = binary_cross_entropy_with_logits(net(x[rows]), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net
