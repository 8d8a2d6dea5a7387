import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, all_digits, by_hand, check_that, close, slip_with

CLASHES = {
    "both": ((2, 3), (2, 3)),
    "first of one row": ((4, 3), (1, 2)),
    "second of one column": ((2, 1), (3, 4)),
    "outer sizes": ((3, 4), (5, 3)),
}
ONES = {"first of one row", "second of one column"}


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


@pytest.mark.parametrize(("n", "k", "m"), [(2, 3, 4), (5, 2, 3), (1, 4, 1), (3, 1, 2)])
def test_multiplies_rows_by_columns(submission, draw, n, k, m):
    """(n, k) by (k, m) gives (n, m): the sum over k of a[i, k] * b[k, j]."""
    a, b = draw.normal(n, k), turned(draw.normal(k, m))
    found = submission.matmul(a, b)
    whole = isinstance(found, torch.Tensor) and found.shape == (n, m) and not found.is_floating_point()
    kind = "The answer is made of whole numbers, but floats were wanted."
    check_that(not whole, kind, symptom="whole_number_result")
    close(found, a @ b)


def test_multiplies_squares(submission, draw):
    """Square tables are multiplied like all others."""
    a, b = draw.normal(3, 3), draw.normal(3, 3)
    close(submission.matmul(a, b), a @ b)


def test_keeps_float64(submission, draw):
    """Inputs of type float64 give a float64 answer."""
    a, b = draw.normal(2, 4, dtype=torch.float64), draw.normal(4, 3, dtype=torch.float64)
    all_digits(submission.matmul(a, b), a @ b)


def test_is_built_by_hand(submission, draw):
    """No ready-made matrix product does the work."""
    a, b = draw.normal(2, 2), draw.normal(2, 3)
    close(submission.matmul(a, b), a @ b)
    try:
        by_hand(submission, "@", "mm", "matmul", "imatmul", "einsum", "dot")
    except Mismatch as slip:
        slip.symptom = "uses_the_operator"
        raise


def test_refuses_inner_sizes_that_differ(submission, draw):
    """Inner sizes that differ are refused with a ValueError."""
    pairs = {name: (draw.normal(*a), draw.normal(*b)) for name, (a, b) in CLASHES.items()}
    slips = {name: slip_with(submission.matmul, *pair) for name, pair in pairs.items()}
    through = {name: slip for name, slip in slips.items() if slip}
    symptom = which_test(through) if through and multiplies(submission, draw) else None
    for name in list(through)[:1]:
        again = slip_with(submission.matmul, *pairs[name])  # so that this call is the one that is shown
        again.symptom = symptom
        raise again


def multiplies(submission, draw):
    """Whether tables that fit are multiplied rightly: only then is what it refuses worth a diagnosis."""
    a, b = draw.normal(3, 2), draw.normal(2, 4)
    try:
        close(submission.matmul(a, b), a @ b, dtype=None)
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
    if set(through) == answered == set(CLASHES):
        return "smaller_size_used"
    stumbled = any(not error.own for error in errors)
    return "sizes_not_checked" if set(through) == set(CLASHES) and stumbled else None
