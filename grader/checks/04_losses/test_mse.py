import pytest
import torch

from grader.expect import by_hand, check_that, close, is_tensor, refuses


@pytest.mark.parametrize("shape", [(), (1,), (7,), (5, 1), (3, 4), (2, 3, 4)], ids=str)
def test_gives_the_mean_squared_error(submission, draw, shape):
    """The loss is the mean of the squared misses, for any shape."""
    preds, targs = draw.normal(*shape), draw.normal(*shape)
    close(submission.mse(preds, targs), ((preds - targs) ** 2).mean())


def test_keeps_float64(submission, draw):
    """float64 inputs give a float64 loss."""
    preds, targs = draw.normal(6, dtype=torch.float64), draw.normal(6, dtype=torch.float64)
    close(submission.mse(preds, targs), ((preds - targs) ** 2).mean())


@pytest.mark.parametrize("shape", [(9,), (3, 4)], ids=str)
def test_gradients_reach_every_prediction(submission, draw, shape):
    """`backward()` gives each prediction its own gradient: 2 / n times its miss."""
    preds, targs = draw.normal(*shape).requires_grad_(), draw.normal(*shape)
    loss = is_tensor(submission.mse(preds, targs), shape=())
    check_that(loss.requires_grad, "The loss does not know how it was made: `backward()` has nothing to follow.")
    loss.backward()
    close(preds.grad, 2 / preds.numel() * (preds.detach() - targs), what="the gradient")


def test_is_made_by_hand(submission, draw):
    """The loss is built from small operations, without `F.mse_loss` and `nn.MSELoss`."""
    by_hand(submission, "mse_loss", "MSELoss")
    preds, targs = draw.normal(4), draw.normal(4)
    close(submission.mse(preds, targs), ((preds - targs) ** 2).mean())


def test_refuses_other_shapes(submission, draw):
    """Predictions and targets of different shapes are refused."""
    n = draw.integer(2, 9)
    for one, other in [((n,), (n, 1)), ((n, 1), (n,)), ((n,), (n + 1,)), ((n, 3), (3,)), ((n,), ())]:
        with refuses(ValueError):
            submission.mse(draw.normal(*one), draw.normal(*other))
