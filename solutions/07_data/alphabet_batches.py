"""The alphabet in mini-batches, by PyTorch's `DataLoader`."""

from string import ascii_lowercase

import torch
from torch.utils.data import DataLoader


def alphabet_batches(batch_size: int, shuffle: bool = False, seed: int = 0) -> list:
    """All 26 letters with their numbers, in mini-batches."""
    # A list, because a data set needs a length, and examples that can be asked for by place.
    letters = list(enumerate(ascii_lowercase))
    # A generator of its own: what others draw at random neither disturbs it nor is disturbed.
    chance = torch.Generator().manual_seed(seed)
    return list(DataLoader(letters, batch_size, shuffle, generator=chance))
