"""Repaired: one order is drawn, and both sides are cut from it."""

import torch
from torch import Tensor


def split(x: Tensor, y: Tensor, share: float, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Divide rows at random into a training side and a validation side."""
    held_out = round(share * len(x))
    # Every row stands in a permutation once, so it lies on one side of the cut. Two permutations know nothing of each
    # other: most rows that the second one holds out were not held out by the first.
    order = torch.randperm(len(x), generator=generator)
    train, valid = order[held_out:], order[:held_out]
    return x[train], y[train], x[valid], y[valid]
