"""Answers to l2_distance in other styles: right ones, and the known mistakes as somebody else would write them."""

import math

import numpy as np
import torch
import torch.nn.functional as F


def right_by_norm():
    """The length of the arrow from a to b, divided by the root of the number of elements."""

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"one has {tuple(a.shape)}, the other {tuple(b.shape)}")
        x, y = (t if t.is_floating_point() else t.to(torch.float32) for t in (a, b))
        return torch.linalg.vector_norm(x - y) / math.sqrt(x.numel())


def right_by_loop():
    """Plain Python numbers, one pair after the other, and a tensor only at the end."""

    def l2_distance(a, b):
        if list(a.shape) != list(b.shape):
            raise ValueError(f"shapes do not agree: {list(a.shape)}, {list(b.shape)}")
        squares = [(x - y) ** 2 for x, y in zip(a.flatten().tolist(), b.flatten().tolist())]
        kind = a.dtype if a.is_floating_point() else torch.float32
        return torch.tensor(math.sqrt(sum(squares) / len(squares)), dtype=kind)


def right_by_numpy():
    """NumPy, in float64 inside, and the type that was asked for at the end."""

    def l2_distance(a, b):
        x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
        if x.shape != y.shape:
            raise ValueError(f"expected equal shapes but got {x.shape} and {y.shape}")
        root = np.sqrt(np.square(x - y).mean())
        return torch.as_tensor(root, dtype=torch.float64 if a.dtype is torch.float64 else torch.float32)


def right_by_mse_loss():
    """PyTorch's mean squared error and a root: nothing is off limits here."""

    def l2_distance(a, b):
        if a.dim() != b.dim() or a.shape != b.shape:
            raise ValueError("cannot compare " + " with ".join(str(tuple(t.shape)) for t in (a, b)))
        if a.dtype == torch.uint8:
            a, b = a.float(), b.float()
        return F.mse_loss(a, b).sqrt()


def right_by_dot_product():
    """The differences, in whole numbers for pixels, multiplied with themselves."""

    def l2_distance(a, b):
        if a.size() != b.size():
            raise ValueError(f"{a.size()} is not {b.size()}")
        wide = torch.int64 if a.dtype == torch.uint8 else a.dtype
        gaps = (a.to(wide) - b.to(wide)).reshape(-1)
        squares = torch.dot(gaps, gaps)
        result = (squares / gaps.numel()) ** 0.5
        return result.to(torch.float64) if a.dtype == torch.float64 else result.to(torch.float32)


def root_of_each_square():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("the shapes must be the same")
        x, y = a.to(torch.float32), b.to(torch.float32)
        return torch.sqrt(torch.pow(y - x, 2))


def mean_of_the_root():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("the shapes must be the same")
        roots = [math.sqrt((x - y) ** 2) for x, y in zip(a.flatten().tolist(), b.flatten().tolist())]
        return torch.tensor(sum(roots) / len(roots))


def no_root():
    def l2_distance(a, b):
        if not a.size() == b.size():
            raise ValueError(str(a.size()))
        return F.mse_loss(a.to(torch.float32), b.to(torch.float32))


def sum_of_squares():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = (a.float() - b.float()).flatten()
        return torch.dot(gaps, gaps)


def root_of_the_sum():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        return torch.norm(a.to(torch.float32) - b.to(torch.float32))


def square_of_the_mean():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        mean = torch.mean(a.float()) - torch.mean(b.float())
        return torch.sqrt(mean * mean)


def root_without_square():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = torch.sub(a.to(torch.float32), b.to(torch.float32))
        return torch.sqrt(torch.sum(gaps) / gaps.numel())


def wraps_around():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = a - b
        gaps = gaps.to(torch.float32)
        return torch.sqrt(torch.mean(gaps * gaps))


def squares_wrap_around():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = a - b
        squares = gaps * gaps
        return torch.sqrt(torch.sum(squares.float()) / squares.numel())


def fails_on_uint8():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        return torch.sqrt(torch.mean(torch.square(a - b)))


def broadcasts():
    def l2_distance(a, b):
        gaps = a.to(torch.float32) - b.to(torch.float32)
        return torch.sqrt(torch.sum(gaps * gaps) / gaps.numel())


def asserts_the_shapes():
    def l2_distance(a, b):
        assert tuple(a.shape) == tuple(b.shape), "the shapes must be the same"
        return torch.mean((a.float() - b.float()) ** 2) ** 0.5


def plain_number():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        squares = [(x - y) ** 2 for x, y in zip(a.flatten().tolist(), b.flatten().tolist())]
        return math.sqrt(sum(squares) / len(squares))


def rounded_to_float32():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = a.type(torch.float32) - b.type(torch.float32)
        return torch.sqrt(torch.mean(gaps * gaps))


def float64_result():
    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("different shapes")
        gaps = np.subtract(a.numpy().astype(float), b.numpy().astype(float))
        return torch.tensor(np.sqrt(np.mean(gaps**2)))


EQUIVALENT = {
    "l2_distance: return ((a - b) ** 2).mean().sqrt() => return ((b - a) ** 2).mean().sqrt()": (
        "x and -x have the same square"
    ),
}
