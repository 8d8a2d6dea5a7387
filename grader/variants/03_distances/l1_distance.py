"""Answers to l1_distance in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
from torch import nn


def right_by_larger_and_smaller():
    """No absolute value: the larger of two numbers minus the smaller, which is safe in uint8 as well."""

    def l1_distance(a, b):
        if tuple(a.shape) != tuple(b.shape):
            raise ValueError("shapes %s and %s are not the same" % (tuple(a.shape), tuple(b.shape)))
        apart = torch.maximum(a, b) - torch.minimum(a, b)
        return apart.mean(dtype=a.dtype if a.is_floating_point() else torch.float32)


def right_by_loop():
    """One element after the other, in plain Python numbers."""

    def l1_distance(a, b):
        if a.size() != b.size():
            raise ValueError(f"cannot compare {list(a.size())} with {list(b.size())}")
        total, count = 0.0, 0
        for x, y in zip(a.reshape(-1).tolist(), b.reshape(-1).tolist()):
            total += abs(x - y)
            count += 1
        kind = torch.float64 if a.dtype == torch.float64 else torch.float32
        return torch.tensor(total / count, dtype=kind)


def right_by_numpy():
    """The work is done in NumPy, in float64, and comes back in the type that was asked for."""

    def l1_distance(a, b):
        x, y = a.numpy(), b.numpy()
        if x.shape != y.shape:
            raise ValueError(f"wanted equal shapes, got {x.shape} and {y.shape}")
        found = np.mean(np.abs(x.astype(np.float64) - y.astype(np.float64)))
        return torch.tensor(found).to(torch.float64 if a.dtype == torch.float64 else torch.float32)


def right_by_loss_module():
    """PyTorch's own L1 loss, on floats; the exercise does not ask for it to be built by hand."""

    def l1_distance(a, b):
        if a.ndim != b.ndim or any(m != n for m, n in zip(a.shape, b.shape)):
            raise ValueError(f"expected the same shape twice, got {a.shape}, {b.shape}")
        if a.dtype == torch.uint8:
            a, b = a.to(torch.float32), b.to(torch.float32)
        return nn.L1Loss()(a, b)


def right_by_norm():
    """The 1-norm of the differences, divided by how many there are."""

    class Distance:
        def __init__(self, order):
            self.order = order

        def __call__(self, a, b):
            if a.shape != b.shape:
                raise ValueError("a and b must have one shape, not " + repr((a.shape, b.shape)))
            gaps = a.double().flatten() - b.double().flatten()
            mean = torch.linalg.vector_norm(gaps, ord=self.order) / gaps.numel()
            return mean if a.dtype == torch.float64 else mean.float()

    l1_distance = Distance(1)


def no_abs():
    def l1_distance(a, b):
        if a.size() != b.size():
            raise ValueError("not the same shape: " + str(a.size()) + " and " + str(b.size()))
        first = a if a.is_floating_point() else a.to(torch.float32)
        second = b if b.is_floating_point() else b.to(torch.float32)
        return torch.sum(first - second) / first.numel()


def abs_of_the_mean():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ")
        if a.dtype == torch.uint8:
            a, b = a.float(), b.float()
        return torch.abs(torch.mean(a) - torch.mean(b))


def sum_instead_of_mean():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("I need two tensors of one shape")
        gaps = torch.sub(b.to(torch.float32), a.to(torch.float32))
        total = torch.zeros(())
        for gap in gaps.flatten():
            total = total + torch.abs(gap)
        return total


def no_mean():
    def l1_distance(a, b):
        if not a.shape == b.shape:
            raise ValueError(f"{a.shape} != {b.shape}")
        x, y = a.type(torch.float32), b.type(torch.float32)
        return torch.where(x > y, x - y, y - x)


def mean_over_one_axis():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shape mismatch")
        gaps = torch.abs(a.float() - b.float())
        if gaps.ndim == 0:
            return gaps
        return torch.sum(gaps, 0) / gaps.shape[0]


def squared():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shape mismatch")
        gap = a.float().sub(b.float())
        return torch.mean(gap * gap)


def wraps_around():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("the shapes must be equal")
        gap = torch.abs(a - b)
        return gap.sum().float() / gap.numel()


def fails_on_uint8():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("the shapes must be equal")
        gap = torch.abs(torch.subtract(a, b))
        return torch.mean(gap)


def broadcasts():
    def l1_distance(a, b):
        gap = torch.abs(a.to(torch.float32) - b.to(torch.float32))
        return torch.sum(gap) / gap.numel()


def compares_lengths_only():
    def l1_distance(a, b):
        if len(a.flatten()) != len(b.flatten()):
            raise ValueError("one of them is longer")
        return torch.mean(torch.abs(a.float() - b.float()))


def asserts_the_shapes():
    def l1_distance(a, b):
        assert a.shape == b.shape, f"shapes {a.shape} and {b.shape}"
        x, y = a.to(torch.float32), b.to(torch.float32)
        return torch.mean(torch.abs(x - y))


def plain_number():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("no")
        gaps = [abs(x - y) for x, y in zip(a.flatten().tolist(), b.flatten().tolist())]
        return sum(gaps) / len(gaps)


def rounded_to_float32():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("the shapes must be equal")
        x, y = a.to(torch.float32), b.to(torch.float32)
        return torch.nn.functional.l1_loss(x, y)


def float64_result():
    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = np.abs(a.numpy().astype(float) - b.numpy().astype(float))
        return torch.from_numpy(gaps.reshape(-1)).mean()


EQUIVALENT = {
    "l1_distance: return (a - b).abs().mean() => return (b - a).abs().mean()": "x and -x have the same absolute value",
}
