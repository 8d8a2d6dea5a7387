import pytest
import torch

from grader.expect import close, refuses


def valley(draw):
    """a (t - c)² - b, whose lowest point is not 0, and a start to one of its sides.

    With a rate of s / (2 a) each step leaves 1 - s of the way to the lowest point.
    """
    a, b, c = draw.number(0.5, 2), draw.number(3, 6), draw.choice([-1, 1]) * draw.number(1, 3)
    return (lambda t: a * (t - c) ** 2 - b), a, c + draw.choice([-1, 1]) * draw.number(2, 4)


@pytest.mark.parametrize(
    ("shares", "best"),
    [
        ((0.35, 2.2, 0.8, 0.1, 1.6), 0.8),
        ((2.3, 0.9, 1.7), 0.9),
        ((0.05, 0.6, 0.2), 0.6),
        ((0.2, 1.3, 0.5, 2.1), 1.3),
    ],
)
def test_picks_the_rate_that_ends_lowest(submission, draw, shares, best):
    """Of all rates the one is picked whose last x has the lowest `f`, be it small or large."""
    f, a, x = valley(draw)
    close(submission.best_rate(f, x, [share / (2 * a) for share in shares], 4), best / (2 * a))


def even(t):
    """Nearly as steep far away as close by, so that a very long step may be the best for once."""
    return (1 + t * t).sqrt()


@pytest.mark.parametrize(
    ("rates", "steps", "best"),
    [
        ((0.01, 1.0, 0.12), 6, 0.12),
        ((0.01, 1.0, 0.5, 0.3), 1, 1.0),
        ((0.3, 1.0, 0.01, 0.5), 2, 0.5),
        # 0.7 is the best after one step, 0.6 after two, and it has been lower than any end.
        ((0.6, 0.02, 0.25, 0.7), 3, 0.25),
    ],
)
def test_compares_the_ends(submission, draw, rates, steps, best):
    """What counts is how low the last place is, after all steps, and not how low the path has been on the way."""
    far, c = draw.number(9, 11), draw.number(-3, 3)
    rates = [far * rate for rate in rates]
    close(submission.best_rate(lambda t: even(t - c), c + far, rates, steps), far * best)


def dent(t):
    """A hole in a wide plain, where it is flat."""
    return 1 - torch.exp(-t * t)


def waves(t):
    """Up and down, and down a little in all: the slope at 0 is 1.1."""
    return t.sin() + 0.1 * t


def test_tries_every_rate(submission, draw):
    """Every rate is tried: what a shorter or a longer step does tells nothing about the one between."""
    x = draw.number(0.9, 1.1)
    close(submission.best_rate(dent, x, [50.0, 0.01, 0.3], 5), 0.3)
    places = [1.57, 4.71, 7.85, 11.0]  # valley, hill, deeper valley, hill
    rates = [place / 1.1 for place in places]
    for order in ([2, 0, 1, 3], [0, 3, 1, 2]):
        close(submission.best_rate(waves, 0.0, [rates[i] for i in order], 1), rates[2])


def test_counts_an_end_above_the_start(submission, draw):
    """An end that lies higher than the start counts as long as it is finite."""
    f, a, x = valley(draw)
    close(submission.best_rate(f, x, [share / (2 * a) for share in (2.6, 2.2, 2.4)], 5), 2.2 / (2 * a))
    close(submission.best_rate(f, x, [share / (2 * a) for share in (8e3, 4e3, 6e3)], 3), 4e3 / (2 * a))
    close(submission.best_rate(f, x, [2.4 / (2 * a)], 5), 2.4 / (2 * a))


def steep(t):
    """With a long step it goes from side to side, and soon beyond all bounds, to NaN."""
    return (t - 1) ** 4


def hill(t):
    """It goes down for ever, with a long step to minus infinity."""
    return -t * t


@pytest.mark.parametrize("order", ["poor bad good", "good poor bad", "bad poor good", "worse good bad", "bad log"])
def test_never_picks_nan(submission, draw, order):
    """A rate that ends in NaN never wins, wherever it stands among the others."""
    x, good, bad = draw.number(2.5, 3.5), draw.number(0.008, 0.012), draw.number(10, 20)
    if order == "bad log":  # the long step leads to where there is no logarithm: x is a number, `f` of it is NaN
        close(submission.best_rate(lambda t: t - t.log(), x, [12.0, 1.0, 0.2], 1), 1.0)
    else:
        known = {"good": good, "poor": 0.002, "bad": bad, "worse": 2 * bad}
        close(submission.best_rate(steep, x, [known[word] for word in order.split()], 14), good)


@pytest.mark.parametrize("rates", [(1e30, 0.4, 0.9), (0.4, 0.9, 1e30)])
def test_never_picks_infinity(submission, draw, rates):
    """A rate that ends in infinity never wins, not even where `f` is minus infinity."""
    close(submission.best_rate(hill, draw.number(2.5, 3.5), list(rates), 14), 0.9)


@pytest.mark.parametrize("place", ["nowhere", "minus infinity", "none"])
def test_refuses_to_pick_from_none(submission, draw, place):
    """If every rate ends in NaN or infinity, or there is none, that is refused."""
    x, far = draw.number(2.5, 3.5), draw.number(10, 20)
    f, rates = {
        "nowhere": (steep, [far, 2 * far]),
        "minus infinity": (hill, [1e30, 1e31]),
        "none": (hill, []),
    }[place]
    with refuses(ValueError):
        submission.best_rate(f, x, rates, 14)


def test_begins_each_descent_anew(submission, draw):
    """Every rate begins at `x`, and each step has a slope of its own; `f` gets a tensor of shape ()."""
    a, x = draw.number(0.5, 2), draw.number(2, 4)

    def f(t):
        return torch.dot(torch.stack([t, t]), torch.stack([a * t, a * t]))

    rates = [share / (4 * a) for share in (0.3, 0.6, 0.1)]
    close(submission.best_rate(f, x, rates, 3), rates[1])
    close(submission.best_rate(f, -x, rates[::-1], 3), rates[1])
