import pytest
import torch

from grader.expect import all_digits, close, no_loop


def centred(x):
    return (x.double() - x.double().sum(0) / len(x)).to(x.dtype)


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


@pytest.mark.parametrize(("n", "d"), [(5, 3), (3, 6), (4, 1), (4, 4)])
def test_centres_every_column(submission, draw, n, d):
    """Each column is shifted so that its average becomes 0."""
    x = turned(draw.normal(n, d) + draw.normal(d) * 3 + 5)
    close(submission.center_columns(x), centred(x))


def test_works_for_a_single_row(submission, draw):
    """A table with one row becomes zeros."""
    x = draw.normal(1, 4)
    close(submission.center_columns(x), torch.zeros(1, 4))


def test_keeps_float64(submission, draw):
    """A table of type float64 stays float64."""
    x = draw.normal(6, 2, dtype=torch.float64) - 3
    all_digits(submission.center_columns(x), centred(x))


def test_has_no_loop(submission, draw):
    """All columns are shifted at once, without a loop."""
    small, large = draw.normal(5, 3), draw.normal(50, 40)
    no_loop(
        submission,
        lambda: close(submission.center_columns(small), centred(small)),
        lambda: close(submission.center_columns(large), centred(large)),
    )
