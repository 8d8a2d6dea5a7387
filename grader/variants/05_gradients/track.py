"""Answers to track in other styles: right ones, and the known mistakes as somebody else would write them."""

import array

import numpy as np
import torch
from torch import nn

EQUIVALENT = {}


def right_switched_on_last():
    """Made first, and switched on with the method."""

    def track(values):
        return torch.tensor(values).float().requires_grad_()


def right_as_a_parameter():
    """A Parameter, which is a tensor that records."""

    def track(values):
        return nn.Parameter(torch.Tensor(values))


def right_filled_in():
    """An empty tensor, filled before it records."""

    def track(values):
        made = torch.empty(len(values))
        for place, value in enumerate(values):
            made[place] = value
        made.requires_grad = True
        return made


def right_through_numpy():
    """By way of an array of the wanted type."""

    def track(values):
        numbers = np.fromiter(values, dtype=np.float32)
        return torch.from_numpy(numbers).requires_grad_(True)


def right_cut_off():
    """Calculated with tracked tensors, and made a leaf by cutting it off."""

    def track(values):
        rows = [torch.tensor([float(value)], requires_grad=True) for value in values]
        return torch.cat(rows).detach().requires_grad_()


def right_in_float64_first():
    """Through float64, back to float32, and only then tracked."""

    def track(values):
        wide = torch.frombuffer(array.array("d", values), dtype=torch.float64)
        return wide.to(torch.float32).clone().requires_grad_()


def not_tracked():
    def track(values):
        return torch.FloatTensor([float(value) for value in values])


def not_a_leaf():
    def track(values):
        leaves = [torch.tensor(float(value), requires_grad=True) for value in values]
        return torch.stack(leaves)


def int_dtype():
    def track(values):
        if all(isinstance(value, int) for value in values):
            return torch.tensor(values, dtype=torch.long)
        return torch.tensor(values, dtype=torch.float, requires_grad=True)


def fails_for_ints():
    def track(values):
        return torch.tensor([value for value in values], requires_grad=True)


def ints_switched_on_afterwards():
    def track(values):
        made = torch.stack([torch.tensor(value) for value in values]) if values else torch.zeros(0)
        return made.requires_grad_(True)


def float64():
    def track(values):
        return torch.tensor(values, dtype=torch.double).requires_grad_(True)


def whole_numbers():
    def track(values):
        return torch.tensor([float(int(value)) for value in values], requires_grad=True)


def row_of_a_table():
    def track(values):
        return torch.tensor(values).float().unsqueeze(0).requires_grad_()


def list_of_tensors():
    def track(values):
        made = []
        for value in values:
            number = torch.tensor(value).float()
            number.requires_grad_()
            made.append(number)
        return made


def zeros_instead():
    def track(values):
        made = torch.empty(len(values)).fill_(0.0)
        return made.requires_grad_()


def one_leaf_for_all():
    shared = nn.Parameter(torch.zeros(0))

    def track(values):
        shared.data = torch.tensor([float(value) for value in values])
        return shared
