"""A linear layer that owns its parameters."""

import torch
from torch import Tensor, nn


class Linear(nn.Module):
    """A linear layer like `nn.Linear`, by hand."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        # A sum of `inputs` random terms has a deviation sqrt(inputs) times as large as one term. Dividing by
        # that keeps the outputs about as large as the inputs. `Parameter` lets the module take note of it.
        self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor) -> Tensor:
        """x: (n, inputs). Returns (n, outputs)."""
        # (n, inputs) by (inputs, outputs): each row of `weight` makes one column of the result.
        return x @ self.weight.T + self.bias
