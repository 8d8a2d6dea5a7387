"""Answers to batch_accuracy in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
from torch import nn


def right_by_rounding():
    """`round` takes a half to the even number, which is 0, and a wrong answer is 1 away from its target."""

    def batch_accuracy(preds, targs):
        if preds.size() != targs.size():
            raise ValueError(f"{preds.size()} against {targs.size()}")
        wrong = (torch.round(preds) - targs).abs().sum(dtype=torch.float32)
        return 1 - wrong / preds.numel()


def right_by_loop():
    """Plain Python: one prediction after the other, and a tensor at the end."""

    def batch_accuracy(preds, targs):
        if tuple(preds.shape) != tuple(targs.shape):
            raise ValueError("shapes differ: %s, %s" % (tuple(preds.shape), tuple(targs.shape)))
        right = 0
        for p, t in zip(preds.flatten().tolist(), targs.flatten().tolist()):
            answer = 1 if p > 0.5 else 0
            right += answer == int(t)
        return torch.tensor(right / preds.numel())


def right_by_numpy():
    """NumPy counts, and the share is float32."""

    def batch_accuracy(preds, targs):
        p, t = preds.numpy(), targs.numpy()
        if p.shape != t.shape:
            raise ValueError(f"wanted one shape, got {p.shape} and {t.shape}")
        agree = np.count_nonzero((p > 0.5) == (t == 1))
        return torch.as_tensor(np.float32(agree / p.size))


def right_by_exclusive_or():
    """An answer is wrong where it is True and the target False, or the other way round."""

    class Accuracy(nn.Module):
        def __init__(self, threshold=0.5):
            super().__init__()
            self.threshold = threshold

        def forward(self, preds, targs):
            if preds.shape != targs.shape:
                raise ValueError(f"{tuple(preds.shape)} is not {tuple(targs.shape)}")
            wrong = torch.logical_xor(preds.gt(self.threshold), targs.bool())
            return torch.mean(torch.logical_not(wrong), dtype=torch.float32)

    batch_accuracy = Accuracy()


def right_by_product():
    """Both on the same side of the middle: the product of the two distances is positive; a half counts below."""

    def batch_accuracy(preds, targs):
        if preds.ndim != targs.ndim or preds.shape != targs.shape:
            raise ValueError(f"the shapes {preds.shape} and {targs.shape} should be equal")
        sides = torch.where(preds > 0.5, 1, -1) * (2 * targs - 1)
        return sides.clamp(min=0).sum().float() / sides.numel()


def counts():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.sum(torch.where(preds > 0.5, 1, 0) == targs)


def no_threshold():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.eq(preds, targs).sum() / preds.numel()


def whole_division():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        answers = torch.where(preds > 0.5, 1, 0)
        return torch.tensor(int((answers == targs).sum()) // answers.numel())


def sigmoid_again():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        answers = 1 / (1 + torch.exp(-preds)) > 0.5
        return torch.mean((answers == targs.bool()).to(torch.float32))


def broadcasts():
    def batch_accuracy(preds, targs):
        right = torch.eq(torch.gt(preds, 0.5), targs)
        return right.sum() / right.numel()


def asserts_the_shapes():
    def batch_accuracy(preds, targs):
        assert preds.size() == targs.size(), f"{preds.size()} and {targs.size()}"
        return torch.mean((preds.gt(0.5) == targs).to(torch.float32))


def half_counts_as_one():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        answers = torch.where(preds < 0.5, 0, 1)
        return (answers == targs).sum() / answers.numel()


def error_rate():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.mean(torch.abs(torch.where(preds > 0.5, 1.0, 0.0) - targs.float()))


def share_of_ones():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.where(preds > 0.5, 1.0, 0.0).mean()


def ones_only():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        found = torch.logical_and(preds > 0.5, targs == 1)
        return found.sum() / found.numel()


def divided_by_rows():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        right = torch.eq(preds > 0.5, targs).sum()
        return right / preds.shape[0]


def plain_number():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        pairs = list(zip(preds.flatten().tolist(), targs.flatten().tolist()))
        return sum((p > 0.5) == t for p, t in pairs) / len(pairs)


def no_mean():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.eq(preds > 0.5, targs)


def bools_not_averaged():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.mean(torch.eq(torch.where(preds > 0.5, 1, 0), targs))


def percent():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        right = torch.eq(preds > 0.5, targs)
        return 100.0 * right.sum() / right.numel()


def float64_result():
    def batch_accuracy(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.tensor(np.mean((preds.numpy() > 0.5) == targs.numpy()))


EQUIVALENT = {}
