"""Answers to pair_dataset in other styles: right ones, and the known mistakes as somebody else would write them."""

import operator

import torch
from torch.utils.data import Dataset, TensorDataset


def right_list_of_pairs():
    """All pairs are made at the beginning, in a list."""

    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


def right_upon_tensor_dataset():
    """PyTorch's own data set of tensors does the work."""

    class PairDataset(TensorDataset):
        def __init__(self, x, y):
            if x.size(0) != y.size(0):
                raise ValueError(f"{x.size(0)} is not {y.size(0)}")
            super().__init__(x, y)


def right_with_its_own_bounds():
    """The places are checked and counted from the end by hand; the error has no message."""

    class PairDataset(Dataset):
        def __init__(self, x, y):
            self._x, self._y, self._n = x, y, x.shape[0]
            if self._n != y.shape[0]:
                raise ValueError("as many inputs as targets, please")

        def __len__(self):
            return self._n

        def __getitem__(self, i):
            if i < 0:
                i += self._n
            if i < 0 or i >= self._n:
                raise IndexError
            return [self._x.select(0, i), self._y.select(0, i)]


def right_with_an_iterator_of_its_own():
    """It has an `__iter__` too, and takes places of any whole type."""

    class PairDataset(Dataset):
        def __init__(self, x, y):
            super().__init__()
            if abs(len(x) - len(y)) > 0:
                raise ValueError(f"lengths {len(x)} and {len(y)}")
            self.rows = x.clone().unbind(), y.clone().unbind()

        def __len__(self):
            return len(self.rows[0])

        def __iter__(self):
            yield from zip(*self.rows)

        def __getitem__(self, i):
            place = operator.index(i)
            return tuple(row[place] for row in self.rows)


def not_a_dataset():
    class PairDataset(object):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


def length_of_the_wrong_axis():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))
            self.length = list(x.size())[-1]

        def __len__(self):
            return self.length

        def __getitem__(self, i):
            return self.pairs[i]


def length_in_numbers():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))
            self.length = len(x.flatten())

        def __len__(self):
            return self.length

        def __getitem__(self, i):
            return self.pairs[i]


def length_of_input_and_target():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return sum(len(pair) for pair in self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


def swapped():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = [(target, one) for one, target in zip(x, y, strict=True)]

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


def input_alone():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            one, _ = self.pairs[i]
            return one


def keeps_an_axis():
    class PairDataset(Dataset):
        def __init__(self, inputs, targets):
            n, m = inputs.size(0), targets.size(0)
            if n != m:
                raise ValueError("not as many")
            self.both = (inputs, targets)

        def __len__(self):
            return self.both[0].size(0)

        def __getitem__(self, i):
            window = slice(i, i + 1)
            return tuple(part[window] for part in self.both)


def target_as_a_number():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.x, self.y = x, y.tolist()
            if len(self.x) != len(self.y):
                raise ValueError("not as many")

        def __len__(self):
            return len(self.y)

        def __getitem__(self, i):
            return (self.x[i], self.y[i])


def all_as_floats():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            one, target = self.pairs[i]
            return one.to(torch.float32), target.to(torch.float32)


def never_ends():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[divmod(i, len(self))[1]]


def nothing_beyond_the_end():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            try:
                return self.pairs[i]
            except IndexError:
                pass


def wrong_exception():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            try:
                return self.pairs[i]
            except IndexError:
                raise ValueError("no example there")


def refuses_negative_places():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            if i < 0:
                raise IndexError("below zero")
            return self.pairs[i]


def any_negative_place():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.pairs = list(zip(x, y, strict=True))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            while i < 0:
                i += len(self.pairs)
            return self.pairs[i]


def shared_by_all():
    class PairDataset(Dataset):
        pairs = []

        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError("not as many")
            self.pairs[:] = zip(x, y)

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


def no_refusal():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.x = x
            self.y = y

        def __len__(self):
            return self.x.shape[0]

        def __getitem__(self, i):
            one = self.x[i]
            return one, self.y[i]


def refuses_in_one_direction():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(y) - len(x) < 0:
                raise ValueError("some targets are missing")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return tuple([self.x[i], self.y[i]])


def compares_shapes():
    class PairDataset(Dataset):
        def __init__(self, x, y):
            if tuple(x.size()) != tuple(y.size()):
                raise ValueError("the shapes are different")
            self.pairs = list(zip(x, y))

        def __len__(self):
            return len(self.pairs)

        def __getitem__(self, i):
            return self.pairs[i]


EQUIVALENT = {}
