from itertools import pairwise

import pytest
import torch

from grader.expect import close, refuses


def parabola(draw, as_tensor):
    """A random parabola with its lowest point between 0 and 1, that gives floats, or tensors of shape ()."""
    a, low, c = draw.number(0.5, 2), draw.number(0, 1), draw.number(1, 3)

    def f(x):
        y = a * (x - low) ** 2 + c
        return torch.tensor(float(y)) if as_tensor else y

    return f


@pytest.mark.parametrize("as_tensor", [False, True], ids=["float", "tensor"])
def test_slope_is_rise_over_run(submission, draw, as_tensor):
    """The slope is rise over run, a plain float, whether `f` gives a float or a tensor."""
    f, x = parabola(draw, as_tensor), draw.number(1.5, 2)
    for old, new in [(x, x + draw.number(0.2, 1)), (-x, 0.0), (x, -0.5)]:
        close(submission.slope(f, old, new), float((f(new) - f(old)) / (new - old)))
    close(submission.slope(lambda t: 0 * f(t) + 4, x, x + 1), 0.0)


def test_slope_refuses_equal_points(submission, draw):
    """There is no slope between a point and itself."""
    x = draw.number(-2, 2)
    for as_tensor in (False, True):
        with refuses(ValueError):
            submission.slope(parabola(draw, as_tensor), x, x)


def test_flat_share_compares_neighbours(submission, draw):
    """Each point is compared with the next one, and the equal pairs are counted as a share of all pairs."""
    heights = [0, 0, 0, 1, 1, 2, 0, 0, 3, 3, 1, 1, 1, 4, 0, 2, 2, 2]
    turn = draw.integer(0, 9)
    heights = heights[turn:] + heights[:turn]
    flat = [here == there for here, there in pairwise(heights)]
    places = draw.permutation(len(heights)).tolist()  # the points need not go from left to right
    height_at = dict(zip(places, heights, strict=True))
    xs = [float(place) for place in places]
    close(submission.flat_share(lambda x: float(height_at[round(x)]), xs), sum(flat) / len(flat))
    close(submission.flat_share(lambda x: 4.0, xs), 1.0)
    close(submission.flat_share(lambda x: 4.0, xs[:2]), 1.0)


def test_accuracy_is_flat_and_a_loss_is_not(submission, draw):
    """An accuracy hardly ever changes from one point to the next, a loss always does."""
    ink = draw.uniform(6)
    limits = [i / 40 for i in range(41)]

    def accuracy(limit):
        return ((ink > limit) == (ink > 0.5)).float().mean()

    def loss(limit):
        return ((ink + limit) ** 2).mean()

    steps = [bool(accuracy(a) == accuracy(b)) for a, b in pairwise(limits)]
    close(submission.flat_share(accuracy, limits), sum(steps) / len(steps))
    close(submission.flat_share(loss, limits), 0.0)


def test_flat_means_exactly_equal(submission, draw):
    """A tiny change is a change: it still says which way is down."""
    start = draw.integer(0, 9)
    xs = [float(start + i) for i in range(5)]
    close(submission.flat_share(lambda x: 1 + x * 2.0**-20, xs), 0.0)
    close(submission.flat_share(lambda x: torch.tensor(x * 1e-9), xs), 0.0)
    # Around a number that float32 rounds up or down, so that these differ in float32 too.
    close(submission.flat_share(lambda x: 1 + 2.0**-24 + (round(x) % 2 - 0.5) * 2.0**-39, xs), 0.0)


def test_flat_share_refuses_fewer_than_two_points(submission, draw):
    """One point has no neighbour, so a list of one point or none is refused."""
    f = parabola(draw, False)
    for xs in ([draw.number(-2, 2)], []):
        with refuses(ValueError):
            submission.flat_share(f, xs)
