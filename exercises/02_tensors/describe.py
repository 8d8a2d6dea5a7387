"""Shape, rank and type: ask these first

Nine out of ten bugs in PyTorch are tensors that are not what you think they are.
Before you wonder why a number is wrong, ask the tensor three questions.

1. What is its *shape*? How long is it along each axis?
2. What is its *rank*? How many axes does it have?
3. What type are its elements (*dtype*)? Fractions, whole numbers, yes or no?

    a number        7                  shape ()           rank 0
    a vector        [7, 8, 9]          shape (3,)         rank 1
    a matrix        [[7, 8, 9],
                     [1, 2, 3]]        shape (2, 3)       rank 2
    a stack         5 such matrices    shape (5, 2, 3)    rank 3

The rank is not how many numbers there are. The matrix holds six, but you need two
places to point at one of them (row and column), so its rank is 2. A single number
needs no place at all: rank 0, and its shape is the empty tuple.

The three facts are one question away. `Size` is PyTorch's tuple for shapes, and a
tuple like any other:

    >>> stack = torch.zeros(5, 2, 3)
    >>> stack.shape
    torch.Size([5, 2, 3])
    >>> isinstance(stack.shape, tuple)
    True

The type of the elements is something else than the type of the box they are in:

    >>> type(stack)
    <class 'torch.Tensor'>
    >>> torch.tensor([True, False]).dtype
    torch.bool

The stack of images of the last chapter had the shape (n, h, w). What was its rank?
Some call these numbers dimensions, but "a vector with 3 dimensions" means three
numbers in a row, so we say *axes*.
"""

import torch
from torch import Tensor


def describe(t: Tensor) -> tuple[tuple[int, ...], int, torch.dtype]:
    """What kind of tensor is `t`? Any shape, rank 0 included, and any element type.

    Returns three things in a tuple: the shape (a tuple of whole numbers), the rank (a
    whole number: how many axes), the element type (such as torch.float32).
    """
    raise NotImplementedError
