import math

import torch

from grader.calls import SubmissionRaised
from grader.expect import close, fail


def no_tensor(answer, wanted):
    """The right number in a tensor is one slip, of whatever type the tensor is."""
    if isinstance(answer, torch.Tensor) and answer.numel() == 1 and math.isclose(float(answer), wanted, rel_tol=1e-3):
        fail("The answer is a tensor, but a plain float was wanted.", symptom="tensor_not_number")


def answer_for(submission, f, x):
    """The derivative; a symptom where the way back ends at a leaf that did not record."""
    try:
        return submission.gradient_at(f, x)
    except SubmissionRaised as raised:
        if "does not require grad" not in raised.text:
            raise
        fail(f"There is no way back from what `f` gave: {raised.text}", symptom="not_tracked")


def works_with_plain_numbers(submission):
    """Where `f` is handed floats there is no record, and a slope can only come from two points."""
    try:
        return math.isclose(submission.gradient_at(lambda t: t * t, 1.5), 3.0, rel_tol=0.05)
    except (SubmissionRaised, TypeError):
        return False


def test_gives_the_derivative(submission, draw):
    """The answer is the derivative at the point, a plain float."""
    a, x = draw.number(1, 3), draw.number(0.5, 2)
    slope = answer_for(submission, lambda t: a * t * t, x)
    no_tensor(slope, 2 * a * x)
    close(slope, 2 * a * x, rtol=1e-5)
    close(submission.gradient_at(lambda t: a * t * t, -x), -2 * a * x, rtol=1e-5)
    close(submission.gradient_at(lambda t: t.sin() + t**3, x), math.cos(x) + 3 * x**2, rtol=1e-5)
    close(submission.gradient_at(lambda t: torch.exp(-t) / (t + 1), x), _quotient(x), rtol=1e-5)


def _quotient(x):
    return -math.exp(-x) * (x + 2) / (x + 1) ** 2


def test_differentiates_automatically(submission, draw):
    """What `f` takes as a plain number, by `detach()`, is taken as one: two points cannot show that."""
    x = draw.choice([1.25, 1.5, 1.75]) + draw.number(-0.1, 0.1)
    try:
        first, second = [submission.gradient_at(f, x) for f in (lambda t: t * t * t.detach(), lambda t: t * t.detach())]
    except SubmissionRaised as raised:
        if "'float' object" in raised.text and works_with_plain_numbers(submission):
            fail(f"`f` was handed a plain number, and could not go on: {raised.text}", symptom="numerical")
        raise
    both = isinstance(first, float) and isinstance(second, float)
    if both and math.isclose(first, 3 * x * x, rel_tol=0.05) and math.isclose(second, 2 * x, rel_tol=0.05):
        fail("For t * t.detach() the answer is what two points close together show.", symptom="numerical")
    close(first, 2 * x * x, rtol=1e-5)
    close(second, x, rtol=1e-5)
    close(submission.gradient_at(lambda t: t + (t.floor() - t).detach(), x), 1.0, rtol=1e-5)


def test_calls_do_not_disturb_one_another(submission, draw):
    """The same question gets the same answer the second time, and another question its own."""
    a, x = draw.number(1, 3), draw.number(0.5, 2)

    def f(t):
        return a * t * t * t

    for point in (x, x, -x):
        close(submission.gradient_at(f, point), 3 * a * point**2, rtol=1e-5)
    close(submission.gradient_at(lambda t: 2 * t, x), 2.0, rtol=1e-5)


def test_hands_over_a_single_number(submission, draw):
    """`f` gets a tensor of shape (), so it may build a vector from it."""
    x = draw.number(0.5, 2)

    def f(t):
        return torch.dot(torch.stack([t, t * t]), torch.stack([t.cos(), t]))

    close(submission.gradient_at(f, x), math.cos(x) - x * math.sin(x) + 3 * x**2, rtol=1e-5)
