import pytest
import torch

from grader.expect import close, is_tensor

SHAPES = [(4,), (2, 3), (2, 1, 3), (1,), ()]


def numbers(draw, *shape):
    return draw.normal(*shape, dtype=torch.float64)


def ask(submission, f, x, *args, **kwargs):
    answer = is_tensor(submission.numeric_gradient(f, x, *args, **kwargs), shape=x.shape, dtype=torch.float64)
    return answer.detach()


def wanted(f, x):
    """The gradient as autograd gives it."""
    leaf = x.detach().clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_agrees_with_autograd(submission, draw, shape):
    """It agrees with `backward()` to six digits after the point, for tensors of any shape."""
    x, weights = numbers(draw, *shape), 1 + draw.uniform(*shape).double()

    def f(t):
        return (weights * t * t).sum() + (t.sin() + t).prod()

    close(ask(submission, f, x), wanted(f, x), rtol=1e-7, atol=1e-6)


def test_moves_one_element_at_a_time(submission, draw):
    """Each element is moved on its own, with all others at their place, also where `f` mixes them."""
    x, weights = numbers(draw, 3, 4), numbers(draw, 4, 3)

    def f(t):
        return (t @ weights).sin().pow(2).sum() + t[0, 1] * t[2, 3] * t[1, 0]

    close(ask(submission, f, x), wanted(f, x), rtol=1e-7, atol=1e-6)


def test_goes_as_far_on_both_sides(submission, draw):
    """It compares a point above with one below, as far apart as `eps` says."""
    x, eps = numbers(draw, 3), draw.number(0.3, 0.6)
    # Values know nothing of `detach()`. For a square the central difference is the slope, whatever the step.
    close(ask(submission, lambda t: (t * t.detach()).sum(), x), 2 * x, rtol=1e-7, atol=1e-6)
    # For a cube the central difference is the slope plus the square of the step, exactly.
    slope, beyond = 3 * x * x, torch.full((3,), eps * eps, dtype=torch.float64)
    by_place, by_name = ask(submission, _cubes, x, eps), ask(submission, _cubes, x, eps=eps)
    # Whoever goes half of `eps` to either side has a central difference too.
    halved = bool(torch.allclose(by_place - slope, beyond / 4, rtol=1e-6))
    for answer in (by_place, by_name):
        close(answer, slope + (beyond / 4 if halved else beyond), rtol=1e-7, atol=1e-7)
    unsaid = ask(submission, lambda t: 1000 * _cubes(t), x) - 1000 * slope
    close(unsaid, torch.full_like(x, 0.25e-5 if halved else 1e-5), rtol=0, atol=1e-6, what="how far it is off")


def _cubes(t):
    return (t * t * t).sum()


def test_a_straight_line_is_exact(submission, draw):
    """The slope of a straight line is found for a step of any length."""
    x, weights, eps = numbers(draw, 2, 3), numbers(draw, 2, 3), draw.number(0.5, 2)
    x[1, 0] = 0

    def f(t):
        return (weights * t).sum() + 1

    close(ask(submission, f, x, eps), weights, rtol=1e-9, atol=1e-9)
    close(ask(submission, f, x), weights, rtol=1e-7, atol=1e-6)


def test_takes_a_turned_tensor(submission, draw):
    """A tensor whose numbers do not lie row by row in memory, as those of `x.T`, will do too."""
    x, weights = numbers(draw, 4, 3).T, numbers(draw, 3, 4)

    def f(t):
        return (weights * t * t).sum() + t[0, 1] * t[2, 3]

    # For squares and products a long step is as exact as a short one, and tells more slips apart.
    close(ask(submission, f, x, 0.5), wanted(f, x), rtol=1e-7, atol=1e-6)
