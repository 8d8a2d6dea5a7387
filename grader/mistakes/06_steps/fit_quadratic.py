"""Known wrong answers to fit_quadratic: each function is one of them."""

import torch

SYMPTOMS = {"still_tracked": "tracked"}


def no_zeroing():
    """The slopes of all rounds add up: nothing clears `.grad`.

    `backward()` adds to what is there already. In round 1 the slope of c may be -4, in round 2 it is -3, and `.grad`
    holds -7. So the steps get longer while they should get shorter; the path shoots past the bottom, turns late, and
    swings to and fro like a heavy pendulum. After each step, throw the slopes away: set `.grad` to `None`, or to
    zeros, before the next `backward()`.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
        return params.detach()


def wrong_sign():
    """Each step goes uphill: the slope is added where it has to be taken away.

    The slope says which way the loss grows. If the slope of c is -4, the loss grows when c gets smaller, so c has to
    get larger: 0 - 0.1 * (-4) = 0.4. You go to -0.4, where the loss is larger than before, and the next slope is
    steeper still. Print the loss of the first ten rounds, and you will see it grow. Go against the slope.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params += lr * params.grad
            params.grad = None
        return params.detach()


def l1_loss():
    """Your loss is the mean of the absolute differences; the mean of their squares was asked for.

    Both measure how wrong the predictions are, but their slopes differ. For differences 1 and 3 the absolute ones
    pull equally hard, the squared ones pull three times as hard at the 3. So the steps are others, and so is the end.
    Square the differences before you average.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).abs().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params.detach()


def closed_form():
    """You give the best parabola at once, by a formula, and not where the steps lead.

    Least squares can be solved directly, and for a parabola that is what one would do. Here the way is the point: the
    answer after 5 steps is not the best one, it is where 5 steps lead from the start that the generator gives. For a
    network there is no formula. Walk the seven steps: predict, loss, gradient, step, as often as `steps` says.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        powers = torch.stack([time**2, time, torch.ones_like(time)], dim=1)
        return torch.linalg.lstsq(powers, speed[:, None]).solution[:, 0]


def returns_losses():
    """What comes back is the loss of every round, and a, b and c were asked for.

    To watch the loss sink is the best way to see that a training works, so keep it in a list while you try things out.
    But whoever calls wants the parabola: three numbers, in one tensor. Give back the parameters, after the last step.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params, losses = torch.randn(3, generator=generator).requires_grad_(), []
        for _ in range(steps):
            a, b, c = params
            loss = (a * time**2 + b * time + c - speed).square().mean()
            loss.backward()
            losses.append(loss.item())
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return torch.tensor(losses)


def sum_of_squares():
    """Your loss is the sum of the squared differences, and their mean was asked for.

    With 30 measurements the sum is 30 times the mean, and so is its slope: every step is 30 times too long. Double the
    measurements, and the steps double too, though the parabola is the same. A mean keeps the size of the steps
    independent of the number of examples. Divide by how many there are.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().sum().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params.detach()


def generator_ignored():
    """The start is not the one that the generator gives.

    Three zeros are a possible start, and so are three numbers from somewhere else, but then nobody can repeat your
    run: two people with the same seed should begin at the same three numbers. The generator was handed over for that.
    Give it to the function that draws the normal numbers, and begin there.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.zeros(3, requires_grad=True)
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params.detach()


def order_turned_round():
    """You give c, b, a, and a, b, c were asked for.

    The numbers are right, but whoever takes the first one for `a` draws another parabola: 3·t² + 2·t + 1 in place of
    t² + 2·t + 3. At time 2 that makes 17 in place of 11. Look at which of the three is multiplied by the square of the
    time, and let it come first, from the start on.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            c, b, a = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params.detach()


def still_tracked():
    """What comes back still records gradients.

    Training is over, and three numbers are what is wanted. Handed over with their record switched on, whatever is
    computed with them is recorded as well, and `numpy()` refuses them. Cut them off from their record when all rounds
    are done: there is a method for that, and it leaves the numbers as they are.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params


def one_step_too_few():
    """You take one step less than was asked for.

    With `steps=1` you give back the start itself. `range(1, steps)` is one round short, for it begins at 1 and stops
    before `steps`. Or you stop before the last step is taken. Count with `steps=1`: one prediction, one loss, one
    gradient, one step.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(1, steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= lr * params.grad
            params.grad = None
        return params.detach()


def rate_ignored():
    """The learning rate that was given makes no difference.

    Your steps have a length of their own, whatever `lr` says. The one who calls chooses it: a large one to get ahead,
    a small one to be careful. Multiply each slope by `lr`, and let only the default be a fixed number.
    """

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).requires_grad_()
        for _ in range(steps):
            a, b, c = params
            (a * time**2 + b * time + c - speed).square().mean().backward()
            with torch.no_grad():
                params -= 1e-3 * params.grad
            params.grad = None
        return params.detach()
