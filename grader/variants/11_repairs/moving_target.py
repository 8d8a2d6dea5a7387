"""Answers to normalise in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch

EQUIVALENT = {}


def right_by_helper():
    """A helper that is made once, and used for both."""

    def _scaler(train):
        deviation, mean = torch.std_mean(train)
        return lambda values: (values - mean) / deviation

    def normalise(train, valid):
        scale = _scaler(train)
        return scale(train), scale(valid)


def right_by_numbers():
    """Mean and deviation as plain Python numbers."""

    def normalise(train, valid):
        m, s = train.mean().item(), train.std().item()
        return train.sub(m).div(s), valid.sub(m).div(s)


def right_by_hand():
    """The deviation from the squares, divided by one less than there are."""

    def normalise(train, valid):
        n = train.numel()
        m = train.sum() / n
        s = (((train - m) ** 2).sum() / (n - 1)) ** 0.5
        return tuple((values - m) / s for values in (train, valid))


def right_by_numpy():
    """NumPy in float64, with the deviation that PyTorch uses."""

    def normalise(train, valid):
        exact = train.numpy().astype(np.float64)
        m, s = exact.mean(), exact.std(ddof=1)
        return tuple(torch.from_numpy((v.numpy() - m) / s).to(v.dtype) for v in (train, valid))


def right_on_copies():
    """In place, but on copies."""

    def normalise(train, valid):
        m, s = train.mean(), train.std()
        a, b = train.clone(), valid.clone()
        a -= m
        a /= s
        b.sub_(m).div_(s)
        return a, b


def right_by_flat_joined_rows():
    """Both in one long row, scaled at once, and cut apart again."""

    def normalise(train, valid):
        both = torch.cat([train.reshape(-1), valid.reshape(-1)])
        scaled = (both - train.mean()) / train.std()
        return scaled[: train.numel()].reshape(train.shape), scaled[train.numel() :].reshape(valid.shape)


def each_by_itself():
    def normalise(train, valid):
        return tuple((values - values.mean()) / values.std() for values in (train, valid))


def only_the_deviation():
    def normalise(train, valid):
        s = train.std()
        return tuple((values - values.mean()) / s for values in (train, valid))


def only_the_mean():
    def normalise(train, valid):
        m = train.mean()
        return tuple((values - m) / values.std() for values in (train, valid))


def both_together():
    def normalise(train, valid):
        s, m = torch.std_mean(torch.cat([train.reshape(-1), valid.reshape(-1)]))
        return (train - m) / s, (valid - m) / s


def by_the_validation_data():
    def normalise(train, valid):
        s, m = torch.std_mean(valid)
        return (train - m) / s, (valid - m) / s


def in_place():
    def normalise(train, valid):
        s, m = torch.std_mean(train)
        return train.sub_(m).div_(s), valid.sub_(m).div_(s)


def validation_not_scaled():
    def normalise(train, valid):
        s, m = torch.std_mean(train)
        return (train - m) / s, valid.clone()


def column_by_column():
    def normalise(train, valid):
        s, m = torch.std_mean(train, dim=0, keepdim=True)
        return (train - m) / s, (valid - m) / s


def picture_by_picture():
    def normalise(train, valid):
        def own(row):
            return (row - row.mean()) / row.std()

        return torch.stack([own(row) for row in train]), torch.stack([own(row) for row in valid])


def other_deviation():
    def normalise(train, valid):
        m, s = train.mean().item(), float(train.numpy().std())
        return (train - m) / s, (valid - m) / s


def divided_by_the_variance():
    def normalise(train, valid):
        m, s = train.mean(), train.std() ** 2
        return (train - m) / s, (valid - m) / s


def mean_never_taken_away():
    def normalise(train, valid):
        s = train.std().item()
        return train / s, valid / s


def order_swapped():
    def normalise(train, valid):
        s, m = torch.std_mean(train)
        return tuple((values - m) / s for values in (valid, train))


def always_float32():
    def normalise(train, valid):
        s, m = torch.std_mean(train)
        return tuple(((values - m) / s).to(torch.float32) for values in (train, valid))
