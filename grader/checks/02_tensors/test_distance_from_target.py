import pytest
import torch

from grader.expect import close, no_loop


def distances(preds, targs):
    return torch.where(targs.bool(), 1 - preds, preds)


@pytest.mark.parametrize("shape", [(1,), (9,), (6, 1), (3, 4)])
def test_gives_each_distance(submission, draw, shape):
    """Each prediction has its distance: 1 - p where the target is 1, p elsewhere."""
    preds, targs = draw.probabilities(*shape), draw.labels(*shape)
    close(submission.distance_from_target(preds, targs), distances(preds, targs))


@pytest.mark.parametrize("dtype", [torch.float32, torch.bool], ids=["float", "bool"])
def test_takes_targets_of_any_type(submission, draw, dtype):
    """Targets may be whole numbers, floats or booleans."""
    preds, targs = draw.probabilities(7), draw.labels(7).to(dtype)
    close(submission.distance_from_target(preds, targs), distances(preds, targs))


def test_keeps_float64(submission, draw):
    """Predictions of type float64 give float64 distances."""
    preds, targs = draw.probabilities(5).double(), draw.labels(5)
    close(submission.distance_from_target(preds, targs), distances(preds, targs))


def test_has_no_loop(submission, draw):
    """All distances are worked out at once, without a loop."""
    few, many = draw.probabilities(4), draw.probabilities(80)
    few_targs, many_targs = draw.labels(4), draw.labels(80)
    no_loop(
        submission,
        lambda: close(submission.distance_from_target(few, few_targs), distances(few, few_targs)),
        lambda: close(submission.distance_from_target(many, many_targs), distances(many, many_targs)),
    )
