"""Random inputs for checks, from the run's seed and the check's name: the same seed draws the same again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

import torch
from torch import Tensor

T = TypeVar("T")
MARGIN = 0.02  # how far probabilities keep from 0, 1/2 and 1, where right answers may differ


class Draw:
    """A check's own source of random inputs. Every method draws further numbers from it."""

    def __init__(self, seed: int, name: str) -> None:
        digest = hashlib.sha256(f"{seed}:{name}".encode()).digest()
        self._random = torch.Generator().manual_seed(int.from_bytes(digest[:8], "little") >> 1)

    def normal(self, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
        """Standard normal numbers."""
        return torch.randn(shape, generator=self._random, dtype=dtype)

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0, dtype: torch.dtype = torch.float32) -> Tensor:
        """Numbers in [low, high)."""
        return low + (high - low) * torch.rand(shape, generator=self._random, dtype=dtype)

    def probabilities(self, *shape: int) -> Tensor:
        """Numbers strictly between 0 and 1, away from both and from a half."""
        side = torch.randint(0, 2, shape, generator=self._random) / 2
        return side + MARGIN + (0.5 - 2 * MARGIN) * torch.rand(shape, generator=self._random)

    def labels(self, *shape: int) -> Tensor:
        """Whole numbers 0 and 1; both are there when there are at least two."""
        made = torch.randint(0, 2, shape, generator=self._random)
        flat = made.view(-1)
        if flat.numel() > 1 and flat.min() == flat.max():
            flat[self.integer(0, flat.numel())] = 1 - int(flat[0])
        return made

    def integers(self, low: int, high: int, *shape: int) -> Tensor:
        """int64 numbers in [low, high)."""
        return torch.randint(low, high, shape, generator=self._random)

    def pixels(self, *shape: int) -> Tensor:
        """uint8 numbers from 0 to 255."""
        return torch.randint(0, 256, shape, generator=self._random, dtype=torch.uint8)

    def integer(self, low: int, high: int) -> int:
        """A whole number in [low, high)."""
        return int(torch.randint(low, high, (), generator=self._random))

    def number(self, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * float(torch.rand((), generator=self._random, dtype=torch.float64))

    def choice(self, items: Sequence[T]) -> T:
        return items[self.integer(0, len(items))]

    def sizes(self, count: int, low: int = 2, high: int = 9) -> list[int]:
        """Different whole numbers from [low, high)."""
        return [low + int(step) for step in torch.randperm(high - low, generator=self._random)[:count]]

    def permutation(self, n: int) -> Tensor:
        return torch.randperm(n, generator=self._random)

    def generator(self) -> torch.Generator:
        """A seeded generator to be given to a submission."""
        return torch.Generator().manual_seed(self.integer(0, 2**31))
