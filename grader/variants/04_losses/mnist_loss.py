"""Answers to mnist_loss in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch

EQUIVALENT = {}


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


def branches_swapped():
    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: " + str((preds.shape, targs.shape)))
        return (1 - (targs - preds).abs()).mean()
