"""Two stacks of images as one table of inputs, with a column of targets."""

import torch
from torch import Tensor


def label_digits(first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
    """x (n + m, 784) and y (n + m, 1): all of the first kind, labelled 1, then all of the second, labelled 0."""
    # The axis that counts the images is kept; the two axes of each picture become one.
    x = torch.cat([first, second]).flatten(start_dim=1).float()
    # A column, as a network's answers are.
    y = torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])
    return x, y
