"""Repaired: the model is in evaluation mode while it is judged, and afterwards as it was."""

import torch
from torch import Tensor, nn


def evaluate(model: nn.Module, batches: list[tuple[Tensor, Tensor]]) -> float:
    """The share of examples whose largest logit is that of the label."""
    # In training mode dropout throws numbers away at random, and batch norm measures each batch by itself and learns
    # from it. Every module has a mode of its own, so each one's is kept.
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    right, count = 0, 0
    with torch.no_grad():
        for xb, yb in batches:
            right += (model(xb).argmax(dim=1) == yb).sum().item()
            count += len(yb)
    for module, mode in modes:
        module.training = mode
    return right / count
