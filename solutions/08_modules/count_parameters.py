"""How many numbers a model trains, and the shapes that they lie in."""

from torch import nn


def count_parameters(model: nn.Module) -> int:
    """How many numbers in `model` are trained, shared ones counted once."""
    # A parameter of shape (4, 3) holds 4 * 3 numbers. `parameters` gives a shared one once.
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def parameter_shapes(model: nn.Module) -> list[tuple[int, ...]]:
    """The shapes of all parameters, frozen ones too, shared ones once."""
    return [tuple(p.shape) for p in model.parameters()]
