import pytest
import torch

from grader.expect import close, refuses


def partly_right(draw, *shape):
    """Probabilities and targets, of which some agree and some do not, but not half of them."""
    preds = draw.probabilities(*shape)
    right = torch.zeros(preds.numel(), dtype=torch.bool)
    right[: max(1, preds.numel() // 3)] = True
    right = right[draw.permutation(preds.numel())].view(shape)
    return preds, torch.where(right, preds > 0.5, preds <= 0.5).long(), right


@pytest.mark.parametrize("shape", [(), (1,), (9,), (7, 1), (3, 5), (2, 3, 4)], ids=str)
def test_gives_the_share_of_right_answers(submission, draw, shape):
    """The accuracy is the share of predictions on the side of their target, for any shape."""
    preds, targs, right = partly_right(draw, *shape)
    close(submission.batch_accuracy(preds, targs), right.float().mean())


def test_takes_float_targets(submission, draw):
    """Targets may be whole numbers or floats."""
    preds, targs, right = partly_right(draw, 11)
    close(submission.batch_accuracy(preds, targs.float()), right.float().mean())


def test_counts_one_half_as_zero(submission, draw):
    """A probability of exactly 0.5 counts as the answer 0."""
    mixed = draw.permutation(7)
    preds = torch.tensor([0.5, 0.5, 0.5, 0.5, 0.9, 0.8, 0.1])[mixed]
    targs = torch.tensor([0, 0, 0, 1, 1, 0, 0])[mixed]
    close(submission.batch_accuracy(preds, targs), torch.tensor(5 / 7))


def test_refuses_other_shapes(submission, draw):
    """Predictions and targets of different shapes are refused."""
    n = draw.integer(2, 9)
    for one, other in [((n, 1), (n,)), ((n,), (n, 1)), ((n,), (n + 1,)), ((n, 3), (3,))]:
        with refuses(ValueError):
            submission.batch_accuracy(draw.probabilities(*one), draw.labels(*other))
