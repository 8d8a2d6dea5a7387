import pytest
import torch

from grader.expect import all_digits, backward, by_hand, check_that, close, is_tensor, refuses

OFF_LIMITS = ("mse_loss", "MSELoss")


@pytest.mark.parametrize("shape", [(3, 4), (7,), (5, 1), (2, 3, 4), (1,), ()], ids=str)
def test_gives_the_mean_squared_error(submission, draw, shape):
    """The loss is the mean of the squared misses, for any shape."""
    preds, targs = draw.normal(*shape), draw.normal(*shape[::-1])
    targs = targs.permute(tuple(reversed(range(targs.dim()))))  # the same shape, but not row by row in memory
    close(submission.mse(preds, targs), ((preds - targs) ** 2).mean())


@pytest.mark.parametrize("shape", [(9,), (3, 4)], ids=str)
def test_gradients_reach_every_prediction(submission, draw, shape):
    """`backward()` gives each prediction its own gradient: 2 / n times its miss."""
    preds, targs = draw.normal(*shape).requires_grad_(), draw.normal(*shape)
    loss = is_tensor(submission.mse(preds, targs), shape=(), what="the loss")
    backward(loss, what="the loss")
    close(preds.grad, 2 / preds.numel() * (preds.detach() - targs), what="the gradient")


def test_keeps_float64(submission, draw):
    """float64 inputs give a float64 loss, with all its digits."""
    preds, targs = draw.normal(6, dtype=torch.float64), draw.normal(6, dtype=torch.float64)
    all_digits(submission.mse(preds, targs), ((preds - targs) ** 2).mean())


def test_is_made_by_hand(submission, draw):
    """The loss is built from small operations, without `F.mse_loss` and `nn.MSELoss`."""
    by_hand(submission, *OFF_LIMITS)
    preds, targs = draw.normal(4), draw.normal(4)
    with submission.watched() as evidence:
        loss = submission.mse(preds, targs)
    used = {*evidence.functions, *evidence.operations} & set(OFF_LIMITS)
    check_that(
        not used, "While your function runs, PyTorch's own `mse_loss` is called. Here it is to be built by hand."
    )
    close(loss, ((preds - targs) ** 2).mean())


def test_refuses_other_shapes(submission, draw):
    """Predictions and targets of different shapes are refused, whether PyTorch could stretch them or not."""
    n = draw.integer(4, 9)
    pairs = [
        ((n, 3), (3,)),
        ((n,), (n, 1)),
        ((n, 1), (n,)),
        ((n, 1), (1, n)),
        ((n, 3), (1, 3)),
        ((n,), (n + 1,)),
        ((n,), ()),
    ]
    for one, other in pairs:
        with refuses(ValueError):
            submission.mse(draw.normal(*one), draw.normal(*other))
