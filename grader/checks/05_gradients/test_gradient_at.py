import math

import torch

from grader.expect import close


def test_gives_the_derivative(submission, draw):
    """The answer is the derivative at the point, a plain float."""
    a, x = draw.number(1, 3), draw.number(0.5, 2)
    close(submission.gradient_at(lambda t: a * t * t, x), 2 * a * x, rtol=1e-5)
    close(submission.gradient_at(lambda t: a * t * t, -x), -2 * a * x, rtol=1e-5)
    close(submission.gradient_at(lambda t: t.sin() + t**3, x), math.cos(x) + 3 * x**2, rtol=1e-5)
    close(submission.gradient_at(lambda t: torch.exp(-t) / (t + 1), x), _quotient(x), rtol=1e-5)


def _quotient(x):
    return -math.exp(-x) * (x + 2) / (x + 1) ** 2


def test_differentiates_automatically(submission, draw):
    """What `f` takes as a plain number, by `detach()`, is taken as one: two points cannot show that."""
    x = draw.choice([1.25, 1.5, 1.75]) + draw.number(-0.1, 0.1)
    close(submission.gradient_at(lambda t: t * t * t.detach(), x), 2 * x * x, rtol=1e-5)
    close(submission.gradient_at(lambda t: t * t.detach(), x), x, rtol=1e-5)
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
