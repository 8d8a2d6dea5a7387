"""Repair: the score that is too good

This program splits data in two: rows to learn from, and rows to test on. It runs, the
two sides have the right sizes, and every row has its own target. But the scores on the
validation side are too good to be true. Somebody tried it on a thousand rows whose
targets were flipped coins. Nobody can predict a coin. The model only learnt its
training rows by heart, so on new rows it is right half of the time:

    share = 0.3                  expected    seen
    accuracy on training rows    1.00        1.00
    accuracy on validation rows  about 0.50  about 0.85

Where could 0.85 come from? It would fit a model that knows 7 in 10 answers and guesses
the rest:

    >>> 0.7 + 0.3 * 0.5
    0.85

On a competition's secret test rows the same model scored 0.50.

A good way to look for the bug is to make the rows easy to recognise. Here the rows
are the numbers 0 to 9, the share is 0.3, and the generator's seed is 0. This came out,
put into order:

    training    0  2  3  5  6  8  9
    validation  3  4  9

Seven rows and three rows, as was asked for. Look at each number from 0 to 9: where
did it go, and how often? Then make such a list for some more seeds.

Repair `split`, so that every row lands on exactly one side. The shuffling is needed and
stays: data often comes sorted, all threes before all sevens. And the same seed should
give the same split, so that another day's result can be compared.
"""

import torch
from torch import Tensor


def split(
    x: Tensor,
    y: Tensor,
    share: float,
    generator: torch.Generator,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Divide rows at random into a training side and a validation side.

    x: inputs, one a row. y: their targets, as many.
    share: how much of the rows goes to validation, from 0 to 1; the number of rows is
    rounded to the nearest whole number.
    generator: where all randomness comes from.
    Gives (x_train, y_train, x_valid, y_valid). Every row is on exactly one side.
    """
    held_out = round(share * len(x))
    train = torch.randperm(len(x), generator=generator)[held_out:]
    valid = torch.randperm(len(x), generator=generator)[:held_out]
    return x[train], y[train], x[valid], y[valid]
