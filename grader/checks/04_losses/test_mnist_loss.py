import pytest
import torch

from grader.expect import all_digits, backward, close, is_tensor, refuses


def distances(preds, targs):
    return torch.where(targs == 1, 1 - preds, preds)


@pytest.mark.parametrize("shape", [(7,), (32, 1), (3, 4), (1,), ()], ids=str)
def test_gives_the_average_distance(submission, draw, shape):
    """The loss is the average distance between answers and truth."""
    preds, targs = draw.probabilities(*shape), draw.labels(*shape[::-1])
    targs = targs.permute(tuple(reversed(range(targs.dim()))))  # the same shape, but not row by row in memory
    close(submission.mnist_loss(preds, targs), distances(preds, targs).mean())


def test_takes_float_targets(submission, draw):
    """Targets may be whole numbers or floats."""
    preds, targs = draw.probabilities(3, 4), draw.labels(3, 4).float()
    close(submission.mnist_loss(preds, targs), distances(preds, targs).mean())


def test_gradients_reach_every_prediction(submission, draw):
    """`backward()` gives each prediction its own gradient."""
    preds, targs = draw.probabilities(32).requires_grad_(), draw.labels(32)
    loss = is_tensor(submission.mnist_loss(preds, targs), shape=(), what="the loss")
    backward(loss, what="the loss")
    close(preds.grad, torch.where(targs == 1, -1.0, 1.0) / 32, what="the gradient")


def test_keeps_float64(submission, draw):
    """float64 predictions give a float64 loss, with all its digits."""
    preds, targs = draw.uniform(8, low=0.1, high=0.9, dtype=torch.float64), draw.labels(8).double()
    all_digits(submission.mnist_loss(preds, targs), distances(preds, targs).mean())


def test_refuses_other_shapes(submission, draw):
    """Answers and targets of different shapes are refused, whether PyTorch could stretch them or not."""
    n = draw.integer(4, 9)
    pairs = [
        ((n, 3), (3,)),
        ((n, 1), (n,)),
        ((n,), (n, 1)),
        ((n, 1), (1, n)),
        ((n, 3), (1, 3)),
        ((n,), (n + 1,)),
        ((n,), ()),
    ]
    for one, other in pairs:
        with refuses(ValueError):
            submission.mnist_loss(draw.probabilities(*one), draw.labels(*other))
