"""Answers to split in other styles: right ones, and the known mistakes as somebody else would write them."""

import math
import random

import numpy as np
import torch
from torch.utils.data import random_split

EQUIVALENT = {}


def right_from_the_other_end():
    """The validation rows are the last ones of the order."""

    def split(x, y, share, generator):
        n = x.shape[0]
        order = torch.randperm(n, generator=generator)
        cut = n - int(share * n + 0.5)
        return x[order[:cut]], y[order[:cut]], x[order[cut:]], y[order[cut:]]


def right_by_mask():
    """Some rows are marked, and each side keeps the old order."""

    def split(x, y, share, generator):
        held = torch.zeros(len(x), dtype=torch.bool)
        held[torch.randperm(len(x), generator=generator)[: round(len(x) * share)]] = True
        return x[~held], y[~held], x[held], y[held]


def right_by_random_numbers():
    """Every row draws a number, and those with the smallest are held out."""

    def split(x, y, share, generator):
        order = torch.rand(len(x), generator=generator, dtype=torch.float64).argsort()
        valid, train = order.tensor_split([round(share * len(x))])
        return x[train], y[train], x[valid], y[valid]


def right_by_random_split():
    """PyTorch's own helper divides the row numbers."""

    def split(x, y, share, generator):
        k = round(share * len(x))
        train, valid = random_split(range(len(x)), [len(x) - k, k], generator=generator)
        train, valid = (torch.tensor(list(part), dtype=torch.int64) for part in (train, valid))
        return x[train], y[train], x[valid], y[valid]


def right_by_python_shuffle():
    """Python shuffles, with a seed that the generator draws."""

    def split(x, y, share, generator):
        seed = int(torch.randint(0, 2**31, (), generator=generator))
        rows = list(range(len(x)))
        random.Random(seed).shuffle(rows)
        k = round(share * len(x))
        valid, train = rows[:k], rows[k:]
        return x[train], y[train], x[valid], y[valid]


def right_by_set():
    """A few rows are sampled, and the others are what is left."""

    def split(x, y, share, generator):
        n = len(x)
        held = set(torch.randperm(n, generator=generator)[: round(share * n)].tolist())
        train = [i for i in range(n) if i not in held]
        valid = sorted(held)
        return x[train], y[train], x[valid], y[valid]


def right_by_shuffling_both_with_one_order():
    """Both tensors are put into the new order first, and then cut with `split`."""

    def split(x, y, share, generator):
        order = torch.randperm(len(x), generator=generator)
        sizes = [len(x) - round(share * len(x)), round(share * len(x))]
        x_train, x_valid = x[order].split(sizes)
        y_train, y_valid = y[order].split(sizes)
        return x_train, y_train, x_valid, y_valid


def right_by_numpy():
    """NumPy's generator, seeded by PyTorch's."""

    def split(x, y, share, generator):
        order = np.random.default_rng(generator.initial_seed()).permutation(len(x))
        valid, train = np.split(order, [round(share * len(x))])
        return x[train], y[train], x[valid], y[valid]


def two_drawings():
    def split(x, y, share, generator):
        n, k = len(x), round(share * len(x))
        first = torch.rand(n, generator=generator).argsort()[: n - k]
        second = torch.rand(n, generator=generator).argsort()[:k]
        return x[first], y[first], x[second], y[second]


def trains_on_everything():
    def split(x, y, share, generator):
        valid = torch.randperm(len(x), generator=generator)[: round(share * len(x))]
        return x.clone(), y.clone(), x[valid], y[valid]


def one_row_on_both_sides():
    def split(x, y, share, generator):
        cut = len(x) - round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[: cut + 1], order[cut:]
        return x[train], y[train], x[valid], y[valid]


def one_row_lost():
    def split(x, y, share, generator):
        cut = len(x) - round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[: max(0, cut - 1)], order[cut:]
        return x[train], y[train], x[valid], y[valid]


def drawn_with_replacement():
    def split(x, y, share, generator):
        n, k = len(x), round(share * len(x))
        train = torch.randint(n, (n - k,), generator=generator)
        valid = torch.randint(n, (k,), generator=generator)
        return x[train], y[train], x[valid], y[valid]


def permuted_apart():
    def split(x, y, share, generator):
        k = round(share * len(x))
        x = x[torch.randperm(len(x), generator=generator)]
        y = y[torch.randperm(len(y), generator=generator)]
        return x[k:], y[k:], x[:k], y[:k]


def only_inputs_shuffled():
    def split(x, y, share, generator):
        cut = len(x) - round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        return x[order[:cut]], y[:cut], x[order[cut:]], y[cut:]


def only_targets_shuffled():
    def split(x, y, share, generator):
        cut = len(x) - round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        return x[:cut], y[order[:cut]], x[cut:], y[order[cut:]]


def generator_ignored():
    def split(x, y, share, generator):
        rows = list(range(len(x)))
        random.shuffle(rows)
        k = round(share * len(x))
        return x[rows[k:]], y[rows[k:]], x[rows[:k]], y[rows[:k]]


def never_shuffled():
    def split(x, y, share, generator):
        k = round(share * len(x))
        return x[k:], y[k:], x[:k], y[:k]


def always_the_same():
    def split(x, y, share, generator):
        torch.manual_seed(5)
        order = torch.randperm(len(x))
        k = round(share * len(x))
        return x[order[k:]], y[order[k:]], x[order[:k]], y[order[:k]]


def only_neighbours():
    def split(x, y, share, generator):
        n, k = len(x), round(share * len(x))
        start = torch.randint(0, n - k + 1, (), generator=generator).item()
        held = torch.zeros(n, dtype=torch.bool)
        held[start : start + k] = True
        return x[~held], y[~held], x[held], y[held]


def sides_swapped():
    def split(x, y, share, generator):
        k = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return x[:k], y[:k], x[k:], y[k:]


def rounded_down():
    def split(x, y, share, generator):
        k = math.floor(len(x) * share)
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return x[k:], y[k:], x[:k], y[:k]


def rounded_up():
    def split(x, y, share, generator):
        cut = int(len(x) * (1 - share))
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return x[:cut], y[:cut], x[cut:], y[cut:]


def a_coin_for_each_row():
    def split(x, y, share, generator):
        coins = torch.bernoulli(torch.full((len(x),), share), generator=generator).bool()
        train, valid = (~coins).nonzero().flatten(), coins.nonzero().flatten()
        return x[train], y[train], x[valid], y[valid]


def cut_from_the_end():
    def split(x, y, share, generator):
        k = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return x[:-k], y[:-k], x[-k:], y[-k:]


def never_empty():
    def split(x, y, share, generator):
        k = round(share * len(x)) or 1
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return x[k:], y[k:], x[:k], y[:k]


def in_another_order():
    def split(x, y, share, generator):
        k = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        x, y = x[order], y[order]
        return y[k:], x[k:], y[:k], x[:k]
