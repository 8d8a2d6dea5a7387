import pytest
import torch

from grader.expect import check_that, close, finite, is_tensor

FLOATS = (torch.float32, torch.float64)


def measured(draw, n):
    """Times within [-2, 2] and speeds on a random parabola, with noise."""
    time = draw.uniform(n, low=-2.0, high=2.0)
    a, b, c = (draw.number(-3, 3) for _ in range(3))
    return time, a * time**2 + b * time + c + 0.3 * draw.normal(n)


def descended(time, speed, lr, steps, start):
    """Where gradient descent on the mean squared error ends, by the formula of its slope."""
    t, wanted, params = time.double(), speed.double(), start.double()
    powers = torch.stack([t**2, t, torch.ones_like(t)])
    for _ in range(steps):
        params = params - lr * 2 * (powers * (params @ powers - wanted)).mean(1)
    return params


def ends(submission, draw, n, lr, steps):
    """Where the submission ends and where it should, from a start that a fresh generator gives."""
    seed, (time, speed) = draw.integer(0, 10_000), measured(draw, n)
    start = torch.randn(3, generator=torch.Generator().manual_seed(seed))
    came = submission.fit_quadratic(time, speed, lr, steps, torch.Generator().manual_seed(seed))
    return came, descended(time, speed, lr, steps, start).float()


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_takes_the_steps_of_gradient_descent(submission, draw, steps):
    """After a handful of steps a, b and c are where gradient descent leads from that start."""
    came, wanted = ends(submission, draw, 30, 0.05, steps)
    close(came, wanted, rtol=0, atol=1e-3, dtype=FLOATS)


def test_ends_where_a_thousand_steps_lead(submission, draw):
    """With the usual rate and number of steps it ends where it should."""
    seed, (time, speed) = draw.integer(0, 10_000), measured(draw, 20)
    speed = 20 * speed  # so that a single step more or less is seen
    start = torch.randn(3, generator=torch.Generator().manual_seed(seed))
    came = submission.fit_quadratic(time, speed, generator=torch.Generator().manual_seed(seed))
    close(came, descended(time, speed, 1e-3, 1000, start).float(), rtol=0, atol=1e-3, dtype=FLOATS)


def test_finds_the_parabola(submission, draw):
    """With more steps than needed a, b and c are those of the parabola."""
    a, b, c = (draw.number(-2, 2) for _ in range(3))
    time = torch.linspace(-2, 2, 21)
    came = submission.fit_quadratic(time, a * time**2 + b * time + c, 0.1, 400, draw.generator())
    close(came, torch.tensor([a, b, c]), rtol=0, atol=1e-2, dtype=FLOATS)


def test_gives_three_plain_numbers(submission, draw):
    """What comes back are three numbers in a tensor, without the record of how they came about."""
    time, speed = measured(draw, 7)
    came = is_tensor(submission.fit_quadratic(time, speed, steps=3), shape=(3,), dtype=FLOATS)
    told = "What comes back still records gradients: its `requires_grad` is True."
    check_that(not came.requires_grad, told, "tracked")
    finite(came)


def test_two_starts_lead_to_two_ends(submission, draw):
    """Another seed of the generator is another start, and after few steps another end."""
    time, speed = measured(draw, 9)
    one, other = (submission.fit_quadratic(time, speed, 0.01, 2, torch.Generator().manual_seed(n)) for n in (1, 2))
    is_tensor(one, shape=(3,))
    told = "Generators with two different seeds led to the same numbers: the start does not come from the generator."
    # A formula that leaves the start out may round otherwise when it is called again.
    check_that(not torch.allclose(one, other, rtol=0, atol=1e-4), told)
