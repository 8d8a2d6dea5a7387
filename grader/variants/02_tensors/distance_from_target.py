"""Answers to distance_from_target in other styles: right ones, and the known mistakes as somebody else would write
them.
"""

import numpy as np
import torch


def right_absolute_difference():
    """The size of the difference, after the targets have the predictions' type."""

    def distance_from_target(preds, targs):
        return (targs.to(preds.dtype) - preds).abs()


def right_masked_copy():
    """A copy, in which the places with target 1 are written anew."""

    def distance_from_target(preds, targs):
        ones = targs > 0
        distances = preds.clone()
        distances[ones] = 1 - preds[ones]
        return distances


def right_by_arithmetic():
    """Both distances are weighed by the target, as a number, and added."""

    def distance_from_target(preds, targs):
        t = targs.float()
        return (t * (1 - preds) + (1 - t) * preds).type_as(preds)


def right_with_numpy():
    """NumPy picks, in its own arrays."""

    def distance_from_target(preds, targs):
        p, ones = preds.numpy(), targs.numpy().astype(bool)
        return torch.from_numpy(np.where(ones, np.float32(1) - p, p))


def right_masked_fill():
    """One distance for all places, filled over where the target is 0 by a multiple of the mask."""

    def distance_from_target(preds, targs):
        zeros = targs.eq(0)
        return (1 - preds).masked_fill(zeros, 0) + preds.masked_fill(zeros.logical_not(), 0)


def branches_swapped():
    def distance_from_target(preds, targs):
        distances = preds.clone()
        zeros = targs == 0
        distances[zeros] = 1 - preds[zeros]
        return distances


def averaged():
    def distance_from_target(preds, targs):
        gaps = (preds - targs.type_as(preds)).abs()
        return float(gaps.sum() / gaps.numel())


def condition_on_predictions():
    def distance_from_target(preds, targs):
        return torch.minimum(preds, 1 - preds)


def wrong_sign():
    def distance_from_target(preds, targs):
        return preds - targs.to(preds.dtype)


def target_minus_prediction():
    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, -preds)


def squared():
    def distance_from_target(preds, targs):
        gaps = torch.where(targs > 0, 1 - preds, preds)
        return gaps * gaps


def needs_boolean_targets():
    def distance_from_target(preds, targs):
        distances = preds.clone()
        return torch.where(targs, 1 - preds, distances)


def needs_whole_number_targets():
    def distance_from_target(preds, targs):
        both = torch.stack([preds, 1 - preds], dim=-1)
        return both.gather(-1, targs.unsqueeze(-1)).squeeze(-1)


def fails_on_boolean_targets():
    def distance_from_target(preds, targs):
        return torch.abs(targs - preds)


def written_into_predictions():
    def distance_from_target(preds, targs):
        ones = targs == 1
        preds[ones] = 1 - preds[ones]
        return preds


def one_by_one():
    def distance_from_target(preds, targs):
        flat, truths = preds.flatten().tolist(), targs.flatten().tolist()
        found = []
        for p, t in zip(flat, truths, strict=True):
            found.append(1 - p if t else p)
        return torch.tensor(found, dtype=preds.dtype).view_as(preds)


def flattened():
    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).squeeze().ravel()


def order_mixed():
    def distance_from_target(preds, targs):
        p, t = preds.flatten(), targs.flatten()
        zeros, ones = p[t == 0], 1 - p[t == 1]
        return torch.hstack((zeros, ones)).reshape(preds.shape)


def if_on_a_whole_tensor():
    def distance_from_target(preds, targs):
        return preds if targs == 0 else 1 - preds


def always_float32():
    def distance_from_target(preds, targs):
        p = preds.to(torch.float32)
        return torch.where(targs == 1, 1 - p, p)


def float32_on_the_way():
    def distance_from_target(preds, targs):
        gaps = targs.float().sub(preds.float()).abs()
        return gaps.type_as(preds)


EQUIVALENT = {}
