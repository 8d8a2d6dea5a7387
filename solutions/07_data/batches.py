"""Mini-batches of a data set."""

from collections.abc import Iterator

import torch
from torch import Tensor


class Batches:
    """Mini-batches of a data set, to be gone through as often as you like."""

    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        if batch_size < 1:
            raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
        self.dataset, self.batch_size = dataset, batch_size
        self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

    def __len__(self) -> int:
        """The number of batches in an epoch."""
        full, rest = divmod(len(self.dataset), self.batch_size)
        return full if self.drop_last or rest == 0 else full + 1

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """One epoch: pairs (xb, yb)."""
        # `yield` makes this run afresh for every loop, so each epoch gets its own order.
        order = self._order()
        for i in range(len(self)):
            # Positions are shuffled, not the data: an input is always fetched along with its target.
            examples = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
            xs, ys = zip(*examples, strict=True)
            yield torch.stack(xs), torch.stack(ys)

    def _order(self) -> list[int]:
        n = len(self.dataset)
        return torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
