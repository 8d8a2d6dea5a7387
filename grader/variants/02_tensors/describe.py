"""Answers to describe in other styles: right ones, and the known mistakes as somebody else would write them."""

from typing import NamedTuple

import torch


def right_named_tuple():
    """A named tuple with the shape as PyTorch gives it: subclasses of a tuple, both."""

    class Description(NamedTuple):
        shape: torch.Size
        rank: int
        element: torch.dtype

    def describe(t):
        return Description(t.shape, len(t.shape), t.dtype)


def right_axis_by_axis():
    """The sizes are gathered one by one, which counts the axes as well."""

    def describe(t):
        sizes = ()
        rank = 0
        while rank < t.dim():
            sizes += (t.size(rank),)
            rank += 1
        return sizes, rank, t.dtype


def right_callable_object():
    """An object that can be called."""

    class Describer:
        def __call__(self, t):
            return tuple(int(size) for size in t.size()), t.dim(), getattr(t, "dtype")  # noqa: B009

    describe = Describer()


def right_lambda():
    """One expression without a name for anything."""

    describe = lambda t: tuple([(*t.shape,), t.ndimension(), t.dtype])  # noqa: E731


def rank_counts_elements():
    def describe(t):
        rank = 1
        for size in t.shape:
            rank *= size
        return tuple(t.shape), rank, t.dtype


def rank_is_first_axis():
    def describe(t):
        rank = len(t)
        return t.size(), rank, t.dtype


def rank_is_last_axis():
    def describe(t):
        shape = tuple(t.size())
        return shape, shape[len(shape) - 1], t.dtype


def single_number_has_an_axis():
    def describe(t):
        rank = len(t.shape)
        if rank == 0:
            rank = 1
        return t.shape, rank, t.dtype


def axes_of_size_1_dropped():
    def describe(t):
        sizes = [size for size in t.shape if size != 1]
        return tuple(sizes), len(sizes), t.dtype


def always_float32():
    def describe(t):
        t = t.float()
        return tuple(t.shape), t.dim(), t.dtype


def python_type():
    def describe(t):
        return tuple(t.size()), t.dim(), t.__class__


def type_as_text():
    def describe(t):
        return tuple(t.shape), len(t.shape), f"{t.dtype}".removeprefix("torch.")


def shape_and_rank_swapped():
    def describe(t):
        shape = t.size()
        return t.dim(), shape, t.dtype


def shape_as_list():
    def describe(t):
        return [size for size in t.shape], t.dim(), t.dtype


def answer_as_list():
    def describe(t):
        answer = []
        answer.append(t.size())
        answer.append(len(answer[0]))
        answer.append(t.dtype)
        return answer


EQUIVALENT = {}
