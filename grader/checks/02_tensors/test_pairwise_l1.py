import pytest
import torch

from grader.expect import by_hand, check_that, close, no_loop, refuses


def distances(a, b):
    return torch.cdist(a.double(), b.double(), p=1.0).to(a.dtype) / a.shape[1]


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


def expect_all_digits(found, wanted):
    """A float64 answer that was never rounded to float32."""
    close(found, wanted)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    # Some distances of PyTorch add 1e-6 to each difference, which is right enough.
    check_that(torch.allclose(found, wanted, 1e-10, 1e-5), rounded)


@pytest.mark.parametrize(("n", "m", "d"), [(3, 5, 4), (6, 2, 3), (1, 4, 1), (4, 4, 2)])
def test_compares_every_pair(submission, draw, n, m, d):
    """(n, d) and (m, d) give (n, m): the mean absolute difference of every pair of rows."""
    a, b = turned(draw.normal(n, d)), draw.normal(m, d)
    close(submission.pairwise_l1(a, b), distances(a, b))


def test_keeps_float64(submission, draw):
    """Rows of type float64 give float64 distances."""
    a, b = 1e6 * draw.normal(2, 3, dtype=torch.float64), 1e6 * draw.normal(4, 3, dtype=torch.float64)
    expect_all_digits(submission.pairwise_l1(a, b), distances(a, b))


@pytest.mark.parametrize(("a", "b"), [((3, 4), (3, 2)), ((5, 1), (2, 3)), ((2, 4), (3, 1)), ((3, 2), (2, 3))])
def test_refuses_rows_of_different_lengths(submission, draw, a, b):
    """Rows of different lengths are refused with a ValueError."""
    with refuses(ValueError):
        submission.pairwise_l1(draw.normal(*a), draw.normal(*b))


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
    by_hand(submission, "cdist")
