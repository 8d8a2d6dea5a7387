import pytest
import torch

from grader.expect import check_that, close, is_tensor, refuses


def distances(preds, targs):
    return torch.where(targs == 1, 1 - preds, preds)


@pytest.mark.parametrize("shape", [(1,), (7,), (32, 1), (3, 4)], ids=str)
def test_gives_the_average_distance(submission, draw, shape):
    """The loss is the average distance between answers and truth."""
    preds, targs = draw.probabilities(*shape), draw.labels(*shape)
    close(submission.mnist_loss(preds, targs), distances(preds, targs).mean())


def test_takes_float_targets(submission, draw):
    """Targets may be whole numbers or floats."""
    preds, targs = draw.probabilities(9), draw.labels(9).float()
    close(submission.mnist_loss(preds, targs), distances(preds, targs).mean())


def test_gradients_reach_every_prediction(submission, draw):
    """`backward()` gives each prediction its own gradient."""
    preds, targs = draw.probabilities(32).requires_grad_(), draw.labels(32)
    loss = is_tensor(submission.mnist_loss(preds, targs), shape=())
    check_that(loss.requires_grad, "The loss does not know how it was made: `backward()` has nothing to follow.")
    loss.backward()
    close(preds.grad, torch.where(targs == 1, -1.0, 1.0) / 32, what="the gradient")


def test_refuses_other_shapes(submission, draw):
    """Answers and targets of different shapes are refused."""
    n = draw.integer(2, 9)
    for one, other in [((n, 1), (n,)), ((n,), (n, 1)), ((n,), (n + 1,)), ((n, 3), (3,))]:
        with refuses(ValueError):
            submission.mnist_loss(draw.probabilities(*one), draw.labels(*other))
