import pytest
import torch

from grader.expect import by_hand, check_that, close, finite, is_tensor

OFF_LIMITS = ("sigmoid", "sigmoid_", "Sigmoid", "expit", "logsigmoid", "LogSigmoid")
LARGEST = torch.finfo(torch.float32).max


def gradient(submission, x):
    """The gradient of the sum of the answers, and the gradient it should be."""
    x.requires_grad_()
    answers = is_tensor(submission.sigmoid(x), shape=tuple(x.shape))
    check_that(answers.requires_grad, "The answer does not know how it was made: `backward()` has nothing to follow.")
    answers.sum().backward()
    exact = torch.sigmoid(x.detach().double())
    return x.grad, (exact * (1 - exact)).float()


def either_sign(draw, numbers):
    return numbers * (1 - 2 * draw.labels(len(numbers)))


@pytest.mark.parametrize("shape", [(), (1,), (9,), (3, 4), (2, 3, 4)], ids=str)
def test_turns_numbers_into_probabilities(submission, draw, shape):
    """Each number x becomes 1 / (1 + e^(-x)), for any shape."""
    x = 3 * draw.normal(*shape)
    close(submission.sigmoid(x), torch.sigmoid(x))


def test_keeps_float64(submission, draw):
    """float64 numbers give float64 probabilities."""
    x = 3 * draw.normal(8, dtype=torch.float64)
    close(submission.sigmoid(x), torch.sigmoid(x))


def test_survives_any_number(submission, draw):
    """Even for huge numbers the answer is never NaN or infinite."""
    x = torch.tensor([0.0, 20.0, 80.0, 88.0, 89.0, 100.0, 1e4, 1e30, LARGEST])
    for signed in (x, -x, draw.uniform(6, low=-1000, high=1000)):
        answers = is_tensor(submission.sigmoid(signed), shape=tuple(signed.shape))
        finite(answers)
        close(answers, torch.sigmoid(signed))


def test_gradients_are_right(submission, draw):
    """`backward()` gives each number the slope of the curve, from -80 to 80."""
    x = torch.cat([draw.uniform(12, low=0.1, high=6), draw.uniform(12, low=6, high=80), torch.tensor([80.0])])
    for numbers in (x, -x):
        found, wanted = gradient(submission, numbers.clone())
        finite(is_tensor(found, shape=tuple(x.shape), what="the gradient"), what="the gradient")
        close(found, wanted, rtol=0, atol=1e-6, what="the gradient")


def test_the_slope_never_dies(submission, draw):
    """From -15 to 15 the gradient is small at the ends, but nowhere 0."""
    x = torch.cat([draw.uniform(9, low=0.1, high=14), draw.uniform(6, low=14, high=14.9), torch.tensor([14.95])])
    found, _ = gradient(submission, either_sign(draw, x))
    dead = is_tensor(found, shape=tuple(x.shape), what="the gradient") == 0
    check_that(not dead.any(), f"The gradient is 0 in {int(dead.sum())} of {len(x)} places between -15 and 15.")


def test_is_made_by_hand(submission, draw):
    """The curve is built from small operations, without PyTorch's own sigmoid and its relatives."""
    by_hand(submission, *OFF_LIMITS)
    x = draw.normal(4)
    close(submission.sigmoid(x), torch.sigmoid(x))
