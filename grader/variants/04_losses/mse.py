"""Answers to mse in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def right_by_dot_product():
    """The misses, in one long row, multiplied with themselves."""

    def mse(preds, targs):
        if preds.size() != targs.size():
            raise ValueError(f"{list(preds.size())} predictions against {list(targs.size())} targets")
        misses = preds.reshape(-1) - targs.reshape(-1)
        return misses @ misses / misses.numel()


def right_by_norm():
    """The length of the arrow between them, squared again, and the number of elements as a product."""

    def mse(preds, targs):
        if tuple(preds.shape) != tuple(targs.shape):
            raise ValueError("different shapes: " + repr(tuple(preds.shape)) + ", " + repr(tuple(targs.shape)))
        count = 1
        for size in preds.shape:
            count *= size
        return torch.linalg.vector_norm(preds - targs).square() / count


def right_by_loop():
    """Element after element, with tensors of shape (), so that the record is kept."""

    def mse(preds, targs):
        if preds.dim() != targs.dim() or preds.shape != targs.shape:
            raise ValueError(f"expected two tensors of one shape, got {preds.shape} and {targs.shape}")
        total, count = 0, 0
        for p, t in zip(preds.flatten(), targs.flatten()):
            total = total + (p - t) * (p - t)
            count += 1
        return total / count


def right_by_own_function():
    """A function that works out its own gradient, which is enough for one `backward()`."""

    class _Squares(torch.autograd.Function):
        @staticmethod
        def forward(ctx, preds, targs):
            misses = preds - targs
            ctx.save_for_backward(misses)
            return misses.square().mean()

        @staticmethod
        def backward(ctx, grad):
            (misses,) = ctx.saved_tensors
            pull = grad * 2 * misses / misses.numel()
            return pull, -pull

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"wanted {preds.shape} twice, got {targs.shape}")
        return _Squares.apply(preds, targs)


def right_by_module():
    """A module of its own; the three terms of the square one by one, in float64, and back."""

    class Loss(nn.Module):
        def forward(self, preds, targs):
            if preds.shape != targs.shape:
                raise ValueError(f"{preds.shape} and {targs.shape} are not the same")
            p, t = preds.double(), targs.double()
            return (p * p - 2 * p * t + t * t).mean().to(preds.dtype)

    mse = Loss()


def right_by_huber():
    """Half the square is what the Huber loss is for misses below its limit; only two names are off limits."""

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        return 2 * F.huber_loss(preds, targs, delta=1e6)


def sum_instead_of_mean():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        misses = torch.flatten(preds - targs)
        return torch.dot(misses, misses)


def with_root():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        misses = torch.sub(preds, targs)
        return torch.mean(misses * misses) ** 0.5


def absolute_not_squared():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        return F.l1_loss(preds, targs)


def no_square():
    def mse(preds, targs):
        if not preds.shape == targs.shape:
            raise ValueError("the shapes differ")
        misses = preds - targs
        return misses.sum() / misses.numel()


def square_of_the_mean():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        error = torch.mean(preds) - torch.mean(targs)
        return error * error


def no_mean():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        return torch.square(torch.subtract(targs, preds))


def divided_by_rows():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        n = preds.shape[0]
        return torch.sum(torch.pow(preds - targs, 2)) / n


def halved():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        squares = (targs - preds).pow(2)
        return torch.sum(squares) / (2 * squares.numel())


def plain_number():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        squares = [(p - t) ** 2 for p, t in zip(preds.flatten().tolist(), targs.flatten().tolist())]
        return sum(squares) / len(squares)


def cut_from_the_graph():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        with torch.no_grad():
            misses = preds - targs
            return torch.mean(misses * misses)


def numpy_in_between():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        misses = np.asarray(preds) - np.asarray(targs)
        return torch.from_numpy(misses).square().mean()


def recording_begins_too_late():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        squares = [(p - t) ** 2 for p, t in zip(preds.flatten().tolist(), targs.flatten().tolist())]
        return torch.tensor(sum(squares) / len(squares), dtype=preds.dtype, requires_grad=True)


def broadcasts():
    def mse(preds, targs):
        misses = preds - targs
        return torch.sum(misses * misses) / misses.numel()


def asserts_the_shapes():
    def mse(preds, targs):
        assert preds.size() == targs.size(), "the shapes differ"
        return torch.mean(torch.square(preds - targs))


def ready_made():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        loss = nn.MSELoss(reduction="mean")
        return loss(preds, targs)


def rounded_to_float32():
    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("the shapes differ")
        misses = preds.to(torch.float32) - targs.to(torch.float32)
        return torch.mean(misses * misses)


EQUIVALENT = {
    "mse: return ((preds - targs) ** 2).mean() => return ((targs - preds) ** 2).mean()": (
        "x and -x have the same square"
    ),
}
