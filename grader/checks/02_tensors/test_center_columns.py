import pytest
import torch

from grader.expect import check_that, close, no_loop


def centred(x):
    return (x.double() - x.double().sum(0) / len(x)).to(x.dtype)


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


def expect_all_digits(found, wanted):
    """A float64 answer that was never rounded to float32."""
    close(found, wanted)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(torch.allclose(found, wanted, 1e-9, 1e-9), rounded, symptom="float32_on_the_way")


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
    expect_all_digits(submission.center_columns(x), centred(x))


def test_has_no_loop(submission, draw):
    """All columns are shifted at once, without a loop."""
    small, large = draw.normal(5, 3), draw.normal(50, 40)
    no_loop(
        submission,
        lambda: close(submission.center_columns(small), centred(small)),
        lambda: close(submission.center_columns(large), centred(large)),
    )
