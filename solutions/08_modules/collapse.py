"""Two linear layers in a row are one."""

from torch import nn


def collapse(first: nn.Linear, second: nn.Linear) -> nn.Linear:
    """One layer that gives what `second(first(x))` gives."""
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs go into a layer that wants {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features)
    # W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2)
    layer.weight = nn.Parameter(second.weight @ first.weight)
    # What the two make of zeros is the constant part, whether they have biases or not.
    zeros = first.weight.new_zeros(first.in_features)
    layer.bias = nn.Parameter(second(first(zeros)))
    return layer
