import pytest
import torch

from grader.expect import by_hand, check_that, close, refuses


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


def expect_all_digits(found, wanted):
    """A float64 answer that was never rounded to float32."""
    close(found, wanted)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(torch.allclose(found, wanted, 1e-9, 1e-9), rounded)


@pytest.mark.parametrize(("n", "k", "m"), [(2, 3, 4), (5, 2, 3), (1, 4, 1), (3, 1, 2)])
def test_multiplies_rows_by_columns(submission, draw, n, k, m):
    """(n, k) by (k, m) gives (n, m): the sum over k of a[i, k] * b[k, j]."""
    a, b = draw.normal(n, k), turned(draw.normal(k, m))
    close(submission.matmul(a, b), a @ b)


def test_multiplies_squares(submission, draw):
    """Square tables are multiplied like all others."""
    a, b = draw.normal(3, 3), draw.normal(3, 3)
    close(submission.matmul(a, b), a @ b)


def test_keeps_float64(submission, draw):
    """Inputs of type float64 give a float64 answer."""
    a, b = draw.normal(2, 4, dtype=torch.float64), draw.normal(4, 3, dtype=torch.float64)
    expect_all_digits(submission.matmul(a, b), a @ b)


@pytest.mark.parametrize(("a", "b"), [((2, 3), (2, 3)), ((4, 3), (1, 2)), ((2, 1), (3, 4)), ((3, 4), (5, 3))])
def test_refuses_inner_sizes_that_differ(submission, draw, a, b):
    """Inner sizes that differ are refused with a ValueError."""
    with refuses(ValueError):
        submission.matmul(draw.normal(*a), draw.normal(*b))


def test_is_built_by_hand(submission, draw):
    """No ready-made matrix product does the work."""
    a, b = draw.normal(2, 2), draw.normal(2, 3)
    close(submission.matmul(a, b), a @ b)
    by_hand(submission, "@", "mm", "matmul", "imatmul", "einsum", "dot")
