import pytest
import torch

from grader.expect import backward, close, is_tensor, refuses


def squared_errors(preds, targs):
    """Example by example, in one long row, whichever shapes they came in."""
    return (preds.detach().flatten() - targs.detach().flatten()) ** 2


def pair(draw, preds_shape, targs_shape, dtype=torch.float32):
    return draw.normal(*preds_shape, dtype=dtype), draw.normal(*targs_shape, dtype=dtype)


@pytest.mark.parametrize("many", [True, False])
def test_pairs_a_column_with_a_row(submission, draw, many):
    """Predictions (n, 1) and targets (n,) are paired example by example, also if there is only one."""
    n = draw.integer(4, 9) if many else 1
    preds, targs = pair(draw, (n, 1), (n,))
    close(submission.regression_loss(preds, targs), squared_errors(preds, targs).mean(), what="the loss")


@pytest.mark.parametrize("many", [True, False])
def test_pairs_a_row_with_a_column(submission, draw, many):
    """Predictions (n,) and targets (n, 1) are paired in the same way."""
    n = draw.integer(4, 9) if many else 1
    preds, targs = pair(draw, (n,), (n, 1))
    close(submission.regression_loss(preds, targs), squared_errors(preds, targs).mean(), what="the loss")


@pytest.mark.parametrize("rank", [1, 2, 3, "column", "one row", "float64"])
def test_treats_equal_shapes_as_ever(submission, draw, rank):
    """Equal shapes of any rank give the mean over all their numbers."""
    n, d, k = draw.sizes(3)
    shapes = {1: (n,), 2: (n, d), 3: (n, d, k), "column": (n, 1), "one row": (1, d), "float64": (n, d)}
    preds, targs = pair(draw, shapes[rank], shapes[rank], torch.float64 if rank == "float64" else torch.float32)
    close(submission.regression_loss(preds, targs), squared_errors(preds, targs).mean(), what="the loss")


@pytest.mark.parametrize("shapes", ["column and row", "row and column", "equal"])
def test_sends_each_prediction_its_own_gradient(submission, draw, shapes):
    """`backward()` gives each prediction the gradient of its own error, and of no other."""
    n = draw.integer(4, 9)
    column, row = (n, 1), (n,)
    chosen = {"column and row": (column, row), "row and column": (row, column), "equal": (row, row)}
    preds, targs = pair(draw, *chosen[shapes])
    preds.requires_grad_()
    backward(is_tensor(submission.regression_loss(preds, targs), shape=(), what="the loss"), what="the loss")
    wanted = 2 * (preds.detach() - targs.reshape(preds.shape)) / n
    close(preds.grad, wanted, what="the gradient of the predictions")


@pytest.mark.parametrize(
    "kind",
    ["rows", "column and row", "row and column", "one and many", "many and one", "tables", "one row and a table"],
)
def test_refuses_another_number_of_examples(submission, draw, kind):
    """Three predictions and four targets raise a ValueError, in whatever shapes, and so do one and many."""
    n, m, d = draw.sizes(3)
    shapes = {
        "rows": ((n,), (m,)),
        "column and row": ((n, 1), (m,)),
        "row and column": ((n,), (m, 1)),
        "one and many": ((1,), (n,)),
        "many and one": ((n, 1), (1,)),
        "tables": ((n, d), (m, d)),
        "one row and a table": ((1, d), (n, d)),
    }
    with refuses(ValueError):
        submission.regression_loss(*pair(draw, *shapes[kind]))
