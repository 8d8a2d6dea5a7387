import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, all_digits, by_hand, close, no_loop, slip_with

CLASHES = {
    "as many rows": ((3, 4), (3, 2)),
    "first of single numbers": ((5, 1), (2, 3)),
    "second of single numbers": ((2, 4), (3, 1)),
    "turned": ((3, 2), (2, 3)),
}
ONES = {"first of single numbers", "second of single numbers"}


def distances(a, b):
    return torch.cdist(a.double(), b.double(), p=1.0).to(a.dtype) / a.shape[1]


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


@pytest.mark.parametrize(("n", "m", "d"), [(3, 5, 4), (6, 2, 3), (1, 4, 1), (4, 4, 2)])
def test_compares_every_pair(submission, draw, n, m, d):
    """(n, d) and (m, d) give (n, m): the mean absolute difference of every pair of rows."""
    a, b = turned(draw.normal(n, d)), draw.normal(m, d)
    found = submission.pairwise_l1(a, b)
    try:
        close(found, distances(a, b))
    except Mismatch as slip:
        slip.symptom = slip_in(found, a, b)
        raise


def slip_in(found, a, b):
    """The slip that gives this answer, where it takes more forms than one."""
    sizes = (a[:, None] - b).abs()
    slips = {
        "never_averaged": sizes,
        "wrong_axis_averaged": sizes.mean(0),
        "wrong_axis_averaged, the second": sizes.mean(1),
        "one_number": sizes.mean(),
        "one_number, the sum": sizes.sum(),
        "root_of_summed_squares": (sizes**2).sum(2).sqrt(),
    }
    known = (name.split(",")[0] for name, other in slips.items() if same(found, other))
    return next(known, None) if a.shape[1] > 1 else None


def same(found, other):
    alike = isinstance(found, torch.Tensor) and found.shape == other.shape and found.dtype == other.dtype
    return alike and torch.allclose(found, other, 1e-4, 1e-5)


def test_keeps_float64(submission, draw):
    """Rows of type float64 give float64 distances."""
    a, b = 1e6 * draw.normal(2, 3, dtype=torch.float64), 1e6 * draw.normal(4, 3, dtype=torch.float64)
    # Some distances of PyTorch add 1e-6 to each difference, which is right enough.
    all_digits(submission.pairwise_l1(a, b), distances(a, b), rtol=1e-10, atol=1e-5)


def test_has_no_loop(submission, draw):
    """All pairs are compared at once, without a loop."""
    a, b = draw.normal(2, 3), draw.normal(3, 3)
    more_a, more_b = draw.normal(40, 3), draw.normal(50, 3)
    no_loop(
        submission,
        lambda: close(submission.pairwise_l1(a, b), distances(a, b)),
        lambda: close(submission.pairwise_l1(more_a, more_b), distances(more_a, more_b)),
    )


def test_is_built_by_hand(submission, draw):
    """No ready-made function for distances does the work."""
    a, b = draw.normal(2, 3), draw.normal(3, 3)
    close(submission.pairwise_l1(a, b), distances(a, b))
    try:
        by_hand(submission, "cdist")
    except Mismatch as slip:
        slip.symptom = "uses_cdist"
        raise


def test_refuses_rows_of_different_lengths(submission, draw):
    """Rows of different lengths are refused with a ValueError."""
    pairs = {name: (draw.normal(*a), draw.normal(*b)) for name, (a, b) in CLASHES.items()}
    slips = {name: slip_with(submission.pairwise_l1, *pair) for name, pair in pairs.items()}
    through = {name: slip for name, slip in slips.items() if slip}
    symptom = which_test(through) if through and compares(submission, draw) else None
    for name in list(through)[:1]:
        again = slip_with(submission.pairwise_l1, *pairs[name])  # so that this call is the one that is shown
        again.symptom = symptom
        raise again


def compares(submission, draw):
    """Whether rows that fit are compared rightly: only then is what it refuses worth a diagnosis."""
    a, b = draw.normal(3, 4), draw.normal(2, 4)
    try:
        close(submission.pairwise_l1(a, b), distances(a, b), dtype=None)
    except (Mismatch, SubmissionRaised):
        return False
    return True


def which_test(through):
    """The slip that lets just these pairs through."""
    errors = [slip.__cause__ for slip in through.values() if slip.__cause__]
    answered = {name for name, slip in through.items() if isinstance(slip.answer, torch.Tensor)}
    if len(errors) == len(through) and all(error.own and error.kind != "ValueError" for error in errors):
        return "another_error"
    if set(through) == answered == ONES:
        return "ones_let_through"
    stumbled = any(not error.own for error in errors)
    return "lengths_not_checked" if set(through) == set(CLASHES) and stumbled else None
