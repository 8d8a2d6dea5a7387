import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import all_digits, backward, by_hand, check_that, close, fail, finite, is_tensor
from grader.show import with_article

OFF_LIMITS = ("sigmoid", "sigmoid_", "Sigmoid", "expit", "logsigmoid", "LogSigmoid")
WITNESSES = {*OFF_LIMITS, "special_expit", "log_sigmoid", "log_sigmoid_forward"}  # as PyTorch calls them inside
LARGEST = torch.finfo(torch.float32).max


def answers_and_gradient(submission, x):
    """What is answered, and the gradient of the sum of that."""
    x = x.clone().requires_grad_()
    answers = is_tensor(submission.sigmoid(x), shape=tuple(x.shape))
    backward(answers.sum() if answers.requires_grad else answers)
    return answers.detach(), is_tensor(x.grad, shape=tuple(x.shape), what="the gradient")


def slope_of_the_curve(x):
    exact = torch.sigmoid(x.double())
    return (exact * (1 - exact)).float()


def both_signs(*parts):
    numbers = torch.cat(parts)
    return torch.cat([numbers, -numbers])


def answer_for(submission, x):
    """What is answered; a symptom where a tensor with a single number is the only one that gets an answer."""
    try:
        return submission.sigmoid(x)
    except SubmissionRaised as raised:
        if x.numel() == 1:
            raise
        submission.sigmoid(x.flatten()[:1])  # if that raises too, the learner is told so
        came = f"{with_article(raised.kind)} came: {raised.text}"
        fail(f"A single number gets an answer, but for {x.numel()} of them {came}", symptom="single_numbers_only")


def cut_off(x, answers, dead):
    """The slope is lost on the outside only, where answers are nearly right, and the others are right."""
    wanted = torch.sigmoid(x)
    for side in (x < 0, x > 0):
        if dead[side].any() and not x[side & dead].abs().min() > x[side & ~dead].abs().max():
            return False
    near = (answers - wanted).abs() < torch.where(dead, 0.05, 1e-5)
    return bool(near.all())


@pytest.mark.parametrize("shape", [(3, 4), (9,), (2, 3, 4), (1,), ()], ids=str)
def test_turns_numbers_into_probabilities(submission, draw, shape):
    """Each number x becomes 1 / (1 + e^(-x)), for any shape."""
    x = 3 * draw.normal(*shape)
    close(answer_for(submission, x), torch.sigmoid(x))


def test_survives_any_number(submission, draw):
    """Even for huge numbers the answer is never NaN or infinite."""
    x = torch.tensor([0.0, 20.0, 80.0, 88.0, 89.0, 100.0, 1e4, 1e30, LARGEST])
    for signed in (x, -x, draw.uniform(6, low=-1000, high=1000)):
        answers = is_tensor(submission.sigmoid(signed), shape=tuple(signed.shape))
        finite(answers)
        close(answers, torch.sigmoid(signed))


def test_gradients_are_right(submission, draw):
    """`backward()` gives each number the slope of the curve, from -80 to 80."""
    near, far = draw.uniform(9, low=0.1, high=6), draw.uniform(9, low=6, high=80)
    x = both_signs(near, far, torch.tensor([80.0]))
    _, found = answers_and_gradient(submission, x)
    finite(found, what="the gradient")
    close(found, slope_of_the_curve(x), rtol=0, atol=1e-6, what="the gradient")


def test_the_slope_never_dies(submission, draw):
    """From -15 to 15 the gradient is small at the ends, but nowhere 0."""
    x = both_signs(
        draw.uniform(6, low=0.1, high=14), draw.uniform(4, low=14, high=14.9), torch.tensor([1.0, 3.0, 14.95])
    )
    answers, found = answers_and_gradient(submission, x)
    dead = found == 0
    where = [round(number, 2) for number in x[dead].tolist()]
    symptom = "clamped_too_early" if dead.any() and cut_off(x, answers, dead) else None
    check_that(not dead.any(), f"The gradient is 0 at {where}. From -15 to 15 it should be nowhere 0.", symptom)


def test_keeps_float64(submission, draw):
    """float64 numbers give float64 probabilities, with all their digits."""
    x = 3 * draw.normal(8, dtype=torch.float64)
    all_digits(submission.sigmoid(x), torch.sigmoid(x))


def test_is_made_by_hand(submission, draw):
    """The curve is built from small operations, without PyTorch's own sigmoid and its relatives."""
    by_hand(submission, *OFF_LIMITS)
    x = draw.normal(4)
    with submission.watched() as evidence:
        answers = submission.sigmoid(x)
    used = ", ".join(sorted(WITNESSES & {*evidence.functions, *evidence.operations}))
    check_that(not used, f"While your function runs, PyTorch's own `{used}` is called. Here it is to be built by hand.")
    close(answers, torch.sigmoid(x))
