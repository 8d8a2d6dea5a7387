"""batches in other styles: right answers, and the known mistakes as somebody else would write them."""

import random
from itertools import islice

import torch
from torch.utils.data import DataLoader


def right_by_the_loader():
    """Leaves the work to PyTorch's own loader."""

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError("batch_size: %s came, 1 or more is wanted" % batch_size)
            self.loader = DataLoader(dataset, batch_size, shuffle, drop_last=drop_last, generator=generator)

        def __len__(self):
            return len(self.loader)

        def __iter__(self):
            for xb, yb in self.loader:
                yield xb, yb


def right_by_an_iterator_of_its_own():
    """A class for one epoch, with `__next__`."""

    class _Epoch:
        def __init__(self, dataset, parts):
            self.dataset, self.parts, self.at = dataset, parts, 0

        def __iter__(self):
            return self

        def __next__(self):
            if self.at == len(self.parts):
                raise StopIteration
            xs, ys = zip(*(self.dataset[int(i)] for i in self.parts[self.at]))
            self.at += 1
            return [torch.stack(xs), torch.stack(ys)]

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if not batch_size >= 1:
                raise ValueError(f"got a batch size of {batch_size}, expected at least 1")
            self.dataset, self.options = dataset, (batch_size, shuffle, drop_last, generator)

        def _cut(self, order):
            size, _, drop_last, _ = self.options
            parts = list(order.split(size))
            return parts[:-1] if drop_last and len(parts[-1]) < size else parts

        def __len__(self):
            return len(self._cut(torch.arange(len(self.dataset))))

        def __iter__(self):
            _, shuffle, _, generator = self.options
            n = len(self.dataset)
            return _Epoch(
                self.dataset, self._cut(torch.randperm(n, generator=generator) if shuffle else torch.arange(n))
            )


def right_by_islice():
    """Takes slices of one long iterator over the positions, and sorts random numbers for an order."""

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"{batch_size} is no batch size: it has to be 1 or more")
            self.d, self.b, self.s, self.l, self.g = dataset, batch_size, shuffle, drop_last, generator

        def __len__(self):
            n = len(self.d)
            return n // self.b if self.l else -(-n // self.b)

        def __iter__(self):
            n = len(self.d)
            keys = torch.rand(n, generator=self.g, dtype=torch.float64) if self.s else torch.arange(n)
            positions = iter(sorted(range(n), key=lambda i: keys[i].item()))
            while part := list(islice(positions, self.b)):
                if self.l and len(part) < self.b:
                    return
                yield tuple(torch.stack([self.d[i][k] for i in part]) for k in (0, 1))


def iterates_once():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.epoch = map(self.fetch, self.cut(self.order()))

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            return self.epoch


def goes_on_after_break():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.left = []

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            if not self.left:
                self.left = self.cut(self.order())
            while self.left:
                yield self.fetch(self.left.pop(0))


def same_order_each_epoch():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.parts = self.cut(self.order())

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.parts:
                yield self.fetch(part)


def shuffled_at_the_end():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.positions = self.order()

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.positions):
                yield self.fetch(part)
            if self.mix:
                self.positions = self.order()


def length_in_examples():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            total = 0
            for part in self.cut(list(range(len(self.data)))):
                total += len(part)
            return len(self.data)

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def length_rounded_down():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return int(len(self.data) / self.size)

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def length_rounded_up():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return 1 + len(self.data) // self.size

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def last_batch_lost():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def drop_last_ignored():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            return [positions[at : at + self.size] for at in range(0, len(positions), self.size)]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def full_last_batch_dropped():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            if self.drop:
                parts.pop()
            return parts

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def shuffled_apart():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.other = list(range(len(dataset)))

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            other = self.order()
            for part, theirs in zip(self.cut(self.order()), self.cut(other)):
                yield self.fetch(part)[0], self.fetch(theirs)[1]


def shuffle_ignored():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            return [at for at, _ in enumerate(range(len(self.data)))]

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def always_shuffled():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            return [int(at) for at in torch.randperm(len(self.data), generator=self.gen)]

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def generator_ignored():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            positions = list(range(len(self.data)))
            if self.mix:
                random.shuffle(positions)
            return positions

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def seed_fixed():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.gen = torch.Generator().manual_seed(42)

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def drawn_with_repeats():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            n = len(self.data)
            if self.mix:
                return torch.randint(0, n, (n,), generator=self.gen).tolist()
            return list(range(n))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def whole_batches_shuffled():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            parts = self.cut(self.order())
            if self.mix:
                parts = [parts[at] for at in torch.randperm(len(parts), generator=self.gen).tolist()]
            for part in parts:
                yield self.fetch(part)


def shuffled_within_batches():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                if self.mix:
                    part = [part[at] for at in torch.randperm(len(part), generator=self.gen).tolist()]
                yield self.fetch(part)


def not_stacked():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            pairs = [self.data[at] for at in part]
            return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def concatenated():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            pairs = [self.data[at] for at in part]
            return torch.cat([pair[0] for pair in pairs]), torch.cat([pair[1] for pair in pairs])

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def targets_first():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs = torch.stack([self.data[at][0] for at in part])
            targets = torch.stack([self.data[at][1] for at in part])
            return targets, inputs

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def batch_size_not_refused():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


def lists_only():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                return torch.randperm(len(self.data), generator=self.gen).tolist()
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            order = self.order()
            mixed = self.data if not self.mix else [self.data[at] for at in order]
            for start in range(0, self.size * len(self), self.size):
                xs, ys = zip(*mixed[start : start + self.size])
                yield torch.stack(xs), torch.stack(ys)


def shuffles_the_data_itself():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data = dataset
            self.size = batch_size
            self.mix = shuffle
            self.drop = drop_last
            self.gen = generator
            self.chance = random.Random(generator.initial_seed() if generator is not None else None)

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def order(self):
            if self.mix:
                for at in range(len(self.data) - 1, 0, -1):
                    other = self.chance.randrange(at + 1)
                    self.data[at], self.data[other] = self.data[other], self.data[at]
            return list(range(len(self.data)))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def fetch(self, part):
            inputs, targets = [], []
            for at in part:
                one, other = self.data[at]
                inputs.append(one)
                targets.append(other)
            return torch.stack(inputs), torch.stack(targets)

        def __iter__(self):
            for part in self.cut(self.order()):
                yield self.fetch(part)


# Slips in the solution (`grade dev mutants`) that answer as it does, with the reason.
def a_list_to_walk_through():
    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size <= 0:
                raise ValueError("wanted a batch size of 1 or more, got %d" % batch_size)
            self.data, self.size, self.mix, self.drop, self.gen = dataset, batch_size, shuffle, drop_last, generator

        def __len__(self):
            return len(self.cut(list(range(len(self.data)))))

        def cut(self, positions):
            parts = [positions[at : at + self.size] for at in range(0, len(positions), self.size)]
            return [part for part in parts if not self.drop or len(part) == self.size]

        def __iter__(self):
            n = len(self.data)
            order = torch.randperm(n, generator=self.gen).tolist() if self.mix else list(range(n))
            return [tuple(map(torch.stack, zip(*(self.data[i] for i in part)))) for part in self.cut(order)]


EQUIVALENT = {
    "Batches.__iter__: xs, ys = zip(*examples, strict=True) => xs, ys = zip(*examples)": "examples are pairs",
    "Batches.__iter__: xs, ys = zip(*examples, strict=True) => xs, ys = zip(*examples, strict=False)": "examples are pairs",
    "Batches._order: return torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n)) => "
    "return torch.randperm(n, generator=self.generator) if self.shuffle else list(range(n))": "a tensor of positions will do",
}
