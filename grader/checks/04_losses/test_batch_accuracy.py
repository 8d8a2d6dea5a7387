import pytest
import torch

from grader.expect import check_that, close, refuses

SLIPS = {
    "no_mean": "The answer tells of each prediction whether it is right, but their share was wanted.",
    "counts": "The answer is how many predictions are right, but their share was wanted.",
    "whole_division": "The answer is 0 although some predictions are right, and 1 where all of them are.",
}


def partly_right(draw, *shape):
    """Probabilities and targets, of which some agree and some do not, but not half of them."""
    preds = draw.probabilities(*shape)
    right = torch.zeros(preds.numel(), dtype=torch.bool)
    right[: max(1, preds.numel() // 3)] = True
    right = right[draw.permutation(preds.numel())].view(shape)
    return preds, torch.where(right, preds > 0.5, preds <= 0.5).long(), right


def slip_in(answer, right, answer_where_all_are_right):
    """The name of a known slip that gave this answer, of whatever type it came."""
    if not isinstance(answer, torch.Tensor | float | int) or right.numel() == 1:
        return None
    answer = torch.as_tensor(answer).double()
    if answer.shape == right.shape and torch.equal(answer, right.double()):
        return "no_mean"
    if answer.numel() == 1 and answer == right.sum():
        return "counts"
    return "whole_division" if answer.numel() == 1 and answer == 0 and answer_where_all_are_right() == 1 else None


@pytest.mark.parametrize("shape", [(7, 3), (11,), (7, 1), (2, 3, 4), (1,), ()], ids=str)
def test_gives_the_share_of_right_answers(submission, draw, shape):
    """The accuracy is the share of predictions on the side of their target, for any shape."""
    axes = tuple(reversed(range(len(shape))))
    preds, targs, right = [part.permute(axes) for part in partly_right(draw, *shape[::-1])]
    answer = submission.batch_accuracy(preds, targs.contiguous())
    slip = slip_in(answer, right, lambda: submission.batch_accuracy(preds, (preds > 0.5).long()))
    check_that(slip is None, SLIPS.get(slip, ""), slip)
    close(answer, right.float().mean())


def test_takes_float_targets(submission, draw):
    """Targets may be whole numbers or floats, and the share is float32 for float64 predictions too."""
    preds, targs, right = partly_right(draw, 8, 3)
    close(submission.batch_accuracy(preds, targs.float()), right.float().mean())
    close(submission.batch_accuracy(preds.double(), targs.double()), right.float().mean())


def test_counts_one_half_as_zero(submission, draw):
    """A probability of exactly 0.5 counts as the answer 0."""
    mixed = draw.permutation(13)
    preds = torch.tensor([0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.8, 0.7, 0.6, 0.1, 0.2, 0.3, 0.4])[mixed]
    targs = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1])[mixed]
    close(submission.batch_accuracy(preds, targs), torch.tensor(10 / 13))


def test_refuses_other_shapes(submission, draw):
    """Predictions and targets of different shapes are refused, whether PyTorch could stretch them or not."""
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
            submission.batch_accuracy(draw.probabilities(*one), draw.labels(*other))
