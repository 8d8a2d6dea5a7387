"""Answers to mnist_loss in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def right_by_arithmetic():
    """Without a condition: the target itself chooses between the two distances."""

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"got {preds.shape} and {targs.shape}, wanted equal shapes")
        return (targs * (1 - preds) + (1 - targs) * preds).mean()


def right_by_index():
    """Two groups, picked by a mask, and put together again."""

    def mnist_loss(preds, targs):
        if list(preds.size()) != list(targs.size()):
            raise ValueError("predictions %s and targets %s differ in shape" % (preds.size(), targs.size()))
        ones = targs.bool()
        return torch.cat([1 - preds[ones], preds[~ones]]).sum() / preds.numel()


def right_by_absolute_value():
    """How far a prediction is from its target, as in l1_distance, by PyTorch's own loss."""

    def mnist_loss(preds, targs):
        if preds.ndim != targs.ndim or tuple(preds.shape) != tuple(targs.shape):
            raise ValueError("shapes differ: " + " and ".join(str(tuple(t.shape)) for t in (preds, targs)))
        return F.l1_loss(preds, targs.type_as(preds))


def right_by_loop():
    """One prediction after the other, with a Python condition; the record is kept all the same."""

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"preds {preds.shape}, targs {targs.shape}")
        distances = []
        for p, t in zip(preds.reshape(-1), targs.reshape(-1).tolist()):
            distances.append(1 - p if t == 1 else p)
        return torch.stack(distances).mean()


def right_by_module():
    """A module that can be called; the targets become signs, -1 for 1 and 1 for 0, in a copy filled in place."""

    class Loss(nn.Module):
        def forward(self, preds, targs):
            if not preds.shape == targs.shape:
                raise ValueError(f"one shape was wanted, not {preds.shape} and {targs.shape}")
            signs = torch.ones_like(preds, requires_grad=False)
            signs[targs == 1] = -1
            offset = (signs == -1).sum()
            return ((signs * preds).sum() + offset) / preds.numel()

    mnist_loss = Loss()


def branches_swapped():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: " + str((preds.shape, targs.shape)))
        return (1 - (targs - preds).abs()).mean()


def no_mean():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.abs(preds - targs)


def sum_instead_of_mean():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return (1 - preds[targs == 1]).sum() + preds[targs == 0].sum()


def divided_by_rows():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.abs(preds - targs).sum() / targs.shape[0]


def sigmoid_again():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        probabilities = 1 / (1 + torch.exp(-preds))
        return F.l1_loss(probabilities, targs.to(preds.dtype))


def plain_number():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        total = 0.0
        for p, t in zip(preds.flatten().tolist(), targs.flatten().tolist()):
            total += 1 - p if t else p
        return total / targs.numel()


def cut_from_the_graph():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        distances = [1 - p if t else p for p, t in zip(preds.flatten().tolist(), targs.flatten().tolist())]
        return torch.tensor(sum(distances) / len(distances), dtype=preds.dtype)


def numpy_in_between():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        p, t = np.array(preds), np.array(targs)
        return torch.from_numpy(np.where(t == 1, 1 - p, p)).mean()


def rounded_predictions():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        answers = (preds > 0.5).to(preds.dtype)
        return torch.mean(torch.where(targs == 1, 1 - answers, answers))


def recording_begins_too_late():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        distances = torch.where(targs > 0.5, 1 - preds, preds)
        loss = torch.mean(distances.detach())
        loss.requires_grad = True
        return loss


def broadcasts():
    def mnist_loss(preds, targs):
        distances = torch.abs(targs - preds)
        return torch.sum(distances) / distances.numel()


def asserts_the_shapes():
    def mnist_loss(preds, targs):
        assert tuple(preds.shape) == tuple(targs.shape), "not the same shape"
        return torch.mean(torch.abs(targs - preds))


def condition_on_predictions():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.minimum(preds, 1 - preds).mean()


def squared():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return F.mse_loss(preds, targs.to(preds.dtype))


def signs_cancel():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.mean(targs.to(preds.dtype)) - torch.mean(preds)


def target_as_condition():
    def mnist_loss(preds, targs):
        if preds.size() != targs.size():
            raise ValueError("shapes differ")
        far_from_one, far_from_zero = 1 - preds, preds
        return torch.mean(torch.where(targs, far_from_one, far_from_zero))


def wrong_sign():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.mean(preds - targs)


def rounded_to_float32():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return torch.mean(torch.abs(preds.to(torch.float32) - targs.to(torch.float32)))


EQUIVALENT = {}
