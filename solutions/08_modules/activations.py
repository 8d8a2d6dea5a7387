"""What each layer of a network gives."""

import torch
from torch import Tensor, nn


def activations(model: nn.Sequential, x: Tensor) -> list[Tensor]:
    """The output of each layer, in order."""
    outputs = []
    with torch.no_grad():
        for layer in model:
            # What this layer gives is what the next one gets.
            x = layer(x)
            outputs.append(x)
    return outputs
