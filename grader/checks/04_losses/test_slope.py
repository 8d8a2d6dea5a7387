import math
from itertools import pairwise

import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, check_that, close, refuses


def parabola(draw, as_tensor):
    """A random parabola with its lowest point between 0 and 1, that gives floats, or tensors of shape ()."""
    a, low, c = draw.number(0.5, 2), draw.number(0, 1), draw.number(1, 3)

    def f(x):
        y = a * (x - low) ** 2 + c
        return torch.tensor(float(y)) if as_tensor else y

    return f


def is_refused(call, if_not, if_number):
    """A ValueError comes; else one symptom for a division by zero in whatever form, another for a number."""
    try:
        answer = call()
    except SubmissionRaised as raised:
        symptom = if_not if raised.kind in ("ZeroDivisionError", "IndexError") else None
    else:
        is_number = isinstance(answer, float | int) or (isinstance(answer, torch.Tensor) and answer.numel() == 1)
        symptom = if_number if is_number and math.isfinite(float(answer)) else if_not
    try:
        with refuses(ValueError):
            call()
    except Mismatch as mismatch:
        mismatch.symptom = symptom
        raise


@pytest.mark.parametrize("as_tensor", [False, True], ids=["float", "tensor"])
def test_slope_is_rise_over_run(submission, draw, as_tensor):
    """The slope is rise over run, a plain float, whether `f` gives a float or a tensor."""
    f, x = parabola(draw, as_tensor), draw.number(1.5, 2)
    for old, new in [(x, x + draw.number(0.2, 1)), (-x, 0.0), (x, -0.5), (x, x + 0.02)]:
        close(submission.slope(f, old, new), float((f(new) - f(old)) / (new - old)))
    close(submission.slope(lambda t: 0 * f(t) + 4, x, x + 1), 0.0)


def test_slope_refuses_equal_points(submission, draw):
    """There is no slope between a point and itself."""
    x = draw.number(-2, 2)
    for as_tensor in (False, True):
        f = parabola(draw, as_tensor)
        is_refused(lambda f=f: submission.slope(f, x, x), "same_point_not_refused", "zero_for_same_point")


def test_flat_share_compares_neighbours(submission, draw):
    """Each point is compared with the next one, and the equal pairs are counted as a share of all pairs."""
    heights = [0, 0, 0, 1, 1, 2, 0, 0, 3, 3, 1, 1, 1, 4, 0, 2, 2, 2]
    turn = draw.integer(0, 9)
    heights = heights[turn:] + heights[:turn]
    flat = [here == there for here, there in pairwise(heights)]
    places = draw.permutation(len(heights)).tolist()  # the points need not go from left to right
    height_at = dict(zip(places, heights, strict=True))
    xs = [float(place) for place in places]
    constant = [submission.flat_share(lambda x: 4.0, points) for points in (xs, xs[:2])]
    # The last call is the one that is shown.
    share = submission.flat_share(lambda x: float(height_at[round(x)]), xs)
    counted = isinstance(share, float | int) and share == sum(flat)
    check_that(not counted, "The answer is how many pairs are flat, but their share was wanted.", "counts")
    close(share, sum(flat) / len(flat))
    close(constant, [1.0, 1.0], what="the answers for a function that never changes")


def test_accuracy_is_flat_and_a_loss_is_not(submission, draw):
    """An accuracy hardly ever changes from one point to the next, a loss always does."""
    ink = draw.uniform(6)
    limits = [i / 12 for i in range(13)]

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
    shares = [
        submission.flat_share(lambda x: 1 + x * 2.0**-20, xs),
        submission.flat_share(lambda x: torch.tensor(x * 1e-9), xs),
        # Around a number that float32 rounds up or down, so that these differ in float32 too.
        submission.flat_share(lambda x: 1 + 2.0**-24 + (round(x) % 2 - 0.5) * 2.0**-49, xs[:2]),
    ]
    constant = submission.flat_share(lambda x: 4.0, xs)
    numbers = [share for share in (*shares, constant) if isinstance(share, float | int)]
    forgiving = len(numbers) == 4 and constant == 1 and max(numbers[:3]) > 0
    check_that(not forgiving, "A change that is tiny is counted as none.", "nearly_equal_counts")
    close(shares, [0.0, 0.0, 0.0], what="the answers for functions that hardly change")
    close(constant, 1.0, what="the answer for a function that never changes")


def test_flat_share_refuses_fewer_than_two_points(submission, draw):
    """One point has no neighbour, so a list of one point or none is refused."""
    f = parabola(draw, False)
    for xs in ([draw.number(-2, 2)], []):
        is_refused(lambda xs=xs: submission.flat_share(f, xs), "too_few_points_not_refused", "zero_for_too_few_points")
