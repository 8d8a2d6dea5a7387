"""A data set that makes its pairs when they are asked for."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    """Examples (input, target) by their place."""

    def __init__(self, x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets came, but each input needs a target of its own")
        self.x, self.y = x, y

    def __len__(self) -> int:
        """The number of examples."""
        return len(self.x)

    def __getitem__(self, i):
        """The pair of input and target at place i."""
        # A tensor counts from the end itself, and raises the IndexError that ends a loop.
        return self.x[i], self.y[i]
