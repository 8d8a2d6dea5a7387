"""Answers to center_columns in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch


def right_by_sums():
    """The sum of each column over the number of rows, with the axis kept."""

    def center_columns(x):
        means = x.sum(0, keepdim=True) / x.size(0)
        return torch.sub(x, means)


def right_own_copy():
    """A copy of the table, changed in place."""

    def center_columns(x):
        centred = x.clone()
        centred -= centred.mean(0)
        return centred


def right_with_numpy():
    """NumPy's arrays have means along an axis as well."""

    def center_columns(x):
        table = np.array(x)
        return torch.from_numpy(table - table.mean(axis=0))


def right_turned():
    """Columns become rows, lose their means, and become columns again: no contiguous tensor."""

    def center_columns(x):
        columns = x.transpose(0, 1)
        return (columns - columns.mean(-1)[:, None]).T


def right_float64_inside():
    """Everything is computed in float64 and comes back in the type of the table."""

    def center_columns(x):
        fine = x.double()
        return (fine - torch.mean(fine, 0).expand_as(fine)).to(x.dtype)


def mean_over_everything():
    def center_columns(x):
        total = x.sum() / x.numel()
        return x - total


def mean_over_rows():
    def center_columns(x):
        return (x.T - x.T.mean(0)).T


def row_means_on_columns():
    def center_columns(x):
        means = x.sum(dim=-1) / x.shape[-1]
        return x - means


def written_into_the_table():
    def center_columns(x):
        means = x.mean(dim=0)
        return x.sub_(means)


def divided_by_deviation():
    def center_columns(x):
        mean, std = x.mean(0, keepdim=True), x.std(0, keepdim=True)
        return (x - mean).div(std)


def means_only():
    def center_columns(x):
        return x.sum(0) / len(x)


def sum_subtracted():
    def center_columns(x):
        totals = torch.sum(x, 0, keepdim=True)
        return x - totals


def median_subtracted():
    def center_columns(x):
        middle = torch.median(x, 0)[0]
        return x - middle.unsqueeze(0)


def sign_flipped():
    def center_columns(x):
        return -(x - x.mean(0))


def column_by_column():
    def center_columns(x):
        centred = x.clone()
        for column in range(x.shape[1]):
            centred[:, column] -= x[:, column].mean()
        return centred


def always_float32():
    def center_columns(x):
        x = x.to(torch.float32)
        return x - x.mean(0, keepdim=True)


def float32_on_the_way():
    def center_columns(x):
        means = x.to(torch.float32).mean(0)
        return x - means


EQUIVALENT = {}
