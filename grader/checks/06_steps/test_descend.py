import math

import torch

from grader.expect import close


def path(slope, x, lr, steps):
    """The places that gradient descent visits, by plain arithmetic."""
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - lr * slope(xs[-1]))
    return xs


def valley(draw):
    """a (t - c)², with its slope."""
    a, c = draw.number(0.5, 2), draw.number(1, 3)
    return (lambda t: a * (t - c) ** 2), (lambda x: 2 * a * (x - c)), a, c


def test_takes_each_step_from_where_it_stands(submission, draw):
    """Each x is the one before, minus the learning rate times the slope there."""
    f, slope, a, c = valley(draw)
    for start, share, steps in ((c + draw.number(2, 4), 0.2, 6), (-draw.number(1, 3), 0.35, 4)):
        lr = share / (2 * a)
        close(submission.descend(f, start, lr, steps), path(slope, start, lr, steps))
    x, lr = draw.number(0.5, 1.5), draw.number(0.1, 0.2)
    close(submission.descend(lambda t: t.exp() - t.sin(), x, lr, 5), path(wavy, x, lr, 5))


def wavy(x):
    return math.exp(x) - math.cos(x)


def test_begins_with_the_start(submission, draw):
    """The start is the first of the numbers, so there are one more than steps."""
    f, slope, a, c = valley(draw)
    x, lr = c + draw.number(1, 2), 0.3 / a
    close(submission.descend(f, x, lr, 1), path(slope, x, lr, 1))
    close(submission.descend(f, x, lr, 3), path(slope, x, lr, 3))
    close(submission.descend(f, x, lr, 0), [x])


def test_keeps_every_place(submission, draw):
    """All steps are taken and kept, also those that lead too far, and those that hardly move any more."""
    f, slope, a, c = valley(draw)
    x, far, right = c + draw.number(1, 2), draw.number(1.05, 1.2) / a, 0.5 / a
    close(submission.descend(f, x, far, 5), path(slope, x, far, 5))
    close(submission.descend(f, x, right, 5), [x, c, c, c, c, c])
    close(submission.descend(lambda t: a * (t - 1.5) ** 2, 1.5, right, 3), [1.5, 1.5, 1.5, 1.5])


def test_steps_do_not_add_up(submission, draw):
    """On an even slope all steps are equally long: no slope is left over from the step before, or the call before."""
    a, x, lr = draw.number(1, 3), draw.number(-2, 2), draw.number(0.1, 0.5)

    def f(t):
        return a * t

    for _ in range(2):
        close(submission.descend(f, x, lr, 4), [x - i * lr * a for i in range(5)])
    close(submission.descend(lambda t: -t, x, lr, 2), [x, x + lr, x + 2 * lr])


def test_hands_over_a_single_number(submission, draw):
    """`f` gets a tensor of shape (), so it may build a vector from it."""
    x, lr = draw.number(1, 2), draw.number(0.05, 0.1)

    def f(t):
        return torch.dot(torch.stack([t, t * t]), torch.stack([t, t.cos()]))

    close(submission.descend(f, x, lr, 4), path(bent, x, lr, 4))


def bent(x):
    return 2 * x + 2 * x * math.cos(x) - x * x * math.sin(x)
