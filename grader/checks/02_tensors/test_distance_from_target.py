import pytest
import torch

from grader.expect import Mismatch, all_digits, close, no_loop


def distances(preds, targs):
    return torch.where(targs.bool(), 1 - preds, preds)


def turned(x):
    """The same numbers; those of a table have its columns one after the other in memory."""
    return x.T.contiguous().T if x.dim() == 2 else x


@pytest.mark.parametrize("shape", [(9,), (6, 1), (3, 4), (1,)])
def test_gives_each_distance(submission, draw, shape):
    """Each prediction has its distance: 1 - p where the target is 1, p elsewhere."""
    preds, targs = turned(draw.probabilities(*shape)), draw.labels(*shape)
    found, wanted = submission.distance_from_target(preds, targs), distances(preds, targs)
    try:
        close(found, wanted)
    except Mismatch as slip:
        slip.symptom = slip_in(found, wanted)
        raise


def slip_in(found, wanted):
    """What became of the right distances, where these came in another form."""
    if isinstance(found, float) or (isinstance(found, torch.Tensor) and found.dim() == 0):
        return "averaged"
    if not isinstance(found, torch.Tensor) or found.numel() != wanted.numel() or found.dtype != wanted.dtype:
        return None
    if torch.allclose(found.flatten(), wanted.flatten()):
        return "flattened"
    mixed = torch.allclose(found.flatten().sort().values, wanted.flatten().sort().values)
    return "order_mixed" if mixed else None


@pytest.mark.parametrize("dtype", [torch.float32, torch.bool], ids=["float", "bool"])
def test_takes_targets_of_any_type(submission, draw, dtype):
    """Targets may be whole numbers, floats or booleans."""
    preds, targs = draw.probabilities(7), draw.labels(7).to(dtype)
    close(submission.distance_from_target(preds, targs), distances(preds, targs))


def test_keeps_float64(submission, draw):
    """Predictions of type float64 give float64 distances."""
    preds, targs = draw.uniform(5, low=0.05, high=0.95, dtype=torch.float64), draw.labels(5)
    all_digits(submission.distance_from_target(preds, targs), distances(preds, targs))


def test_has_no_loop(submission, draw):
    """All distances are worked out at once, without a loop."""
    few, many = draw.probabilities(4), draw.probabilities(80)
    few_targs, many_targs = draw.labels(4), draw.labels(80)
    no_loop(
        submission,
        lambda: close(submission.distance_from_target(few, few_targs), distances(few, few_targs)),
        lambda: close(submission.distance_from_target(many, many_targs), distances(many, many_targs)),
    )
