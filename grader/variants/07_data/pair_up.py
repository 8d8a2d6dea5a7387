"""Answers to pair_up in other styles: right ones, and the known mistakes as somebody else would write them."""

import itertools
from typing import NamedTuple

import numpy as np
import torch


def right_by_place():
    """A loop over the places, with indexing."""

    def pair_up(x, y):
        n, m = len(x), len(y)
        if n < m or m < n:
            raise ValueError("got " + str(n) + " and " + str(m) + ", wanted as many")
        pairs = []
        for place in range(n):
            pairs.append((x[place], y[place]))
        return pairs


def right_strict_zip():
    """`zip` itself refuses, and a star gathers the list."""

    def pair_up(x, y):
        return [*zip(x, y, strict=True)]


def right_named_tuples():
    """Each example is a named tuple."""

    class Example(NamedTuple):
        input: object
        target: object

    def pair_up(x, y):
        if len(x) - len(y):
            raise ValueError(f"lengths {len(x)}, {len(y)} should be equal")
        return list(map(Example, x, y))


def right_by_iterators():
    """Two iterators, asked in turn until one of them ends."""

    def pair_up(x, y):
        nothing = object()
        left, right = iter(x), iter(y)
        pairs = []
        while True:
            pair = next(left, nothing), next(right, nothing)
            if pair[0] is nothing and pair[1] is nothing:
                return pairs
            if pair[0] is nothing or pair[1] is nothing:
                raise ValueError("one of the two is longer than the other, but they should be of one length")
            pairs.append(pair)


def right_with_a_list_of_its_own():
    """A subclass of list, tensors unbound first, filled in place."""

    class Data(list):
        pass

    def pair_up(x, y):
        x, y = (list(v.unbind(0)) if isinstance(v, torch.Tensor) else v for v in (x, y))
        if len({len(x), len(y)}) == 2:
            raise ValueError(f"{len(x)} against {len(y)}")
        data = Data()
        data += ((x[i], y[i]) for i in range(len(y)))
        return data


def cuts_the_longer():
    def pair_up(x, y):
        n = min(len(x), len(y))
        return [(x[i], y[i]) for i in range(n)]


def refuses_in_one_direction():
    def pair_up(x, y):
        pairs = []
        for i, one in enumerate(x):
            if i >= len(y):
                raise ValueError("there are not enough targets")
            pairs.append((one, y[i]))
        return pairs


def refuses_with_assert():
    def pair_up(x, y):
        n = len(x)
        assert n == len(y), "different lengths"
        return [(x[i], y[i]) for i in range(n)]


def repeats_the_only_one():
    def pair_up(x, y):
        n = max(len(x), len(y))
        if len(x) not in (1, n) or len(y) not in (1, n):
            raise ValueError("lengths do not fit")
        return [(x[i % len(x)], y[i % len(y)]) for i in range(n)]


def swapped():
    def pair_up(x, y):
        if not len(x) == len(y):
            raise ValueError("x and y have different lengths")
        return [(target, example) for example, target in zip(x, y)]


def an_iterator():
    def pair_up(x, y):
        n = len(x)
        if n != len(y):
            raise ValueError("x and y have different lengths")
        return ((x[i], y[i]) for i in range(n))


def a_tuple_of_tuples():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        return tuple((x[i], y[i]) for i in range(len(x)))


def lists_instead_of_tuples():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        return list(map(list, zip(x, y)))


def one_pair_of_everything():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        pairs = []
        pairs.append((x, y))
        return pairs


def every_input_with_every_target():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        pairs = []
        for a in x:
            for b in y:
                pairs.append((a, b))
        return pairs


def numbers_out_of_tensors():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")

        def plain(v):
            return v.tolist() if torch.is_tensor(v) else v

        return [(plain(a), plain(b)) for a, b in zip(plain(x), plain(y))]


def targets_as_numbers():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        pairs = []
        for a, b in zip(x, y):
            if torch.is_tensor(b) and b.numel() == 1:
                b = b.reshape(-1).tolist()[0]
            pairs.append((a, b))
        return pairs


def everything_a_tensor():
    def pair_up(x, y):
        if len(y) != len(x):
            raise ValueError("x and y have different lengths")
        x = x if torch.is_tensor(x) else torch.as_tensor(x)
        y = y if torch.is_tensor(y) else torch.as_tensor(y)
        return [(x[i], y[i]) for i in range(len(x))]


def tensors_only():
    def pair_up(x, y):
        n = x.shape[0]
        if n != y.shape[0]:
            raise ValueError("x and y have different lengths")
        return [(x[i], y[i]) for i in range(n)]


def compares_shapes():
    def pair_up(x, y):
        if torch.is_tensor(x) and torch.is_tensor(y):
            if x.shape != y.shape:
                raise ValueError("x and y have different shapes")
        elif torch.is_tensor(x) or torch.is_tensor(y):
            if tuple(np.shape(x) if torch.is_tensor(x) else [len(x)]) != tuple(
                np.shape(y) if torch.is_tensor(y) else [len(y)]
            ):
                raise ValueError("x and y have different shapes")
        elif len(x) != len(y):
            raise ValueError("x and y have different lengths")
        return list(zip(x, y))


def one_list_for_all_calls():
    def pair_up(x, y, out=[]):
        if len(x) != len(y):
            raise ValueError("x and y have different lengths")
        out.extend((x[i], y[i]) for i in range(len(x)))
        return out


EQUIVALENT = {
    "pair_up: if len(x) != len(y): ... => if False: ...": "the strict zip refuses as well",
    "pair_up: raise ValueError(f'{len(x)} inputs and {len(y)} targets came, but each input needs a target of its own') => "
    "pass": "the strict zip refuses as well",
    "pair_up: return list(zip(x, y, strict=True)) => return list(zip(x, y))": "the lengths are known to be equal",
    "pair_up: return list(zip(x, y, strict=True)) => return list(zip(x, y, strict=False))": "the lengths are known to be equal",
}
