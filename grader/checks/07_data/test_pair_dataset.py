from itertools import islice

import pytest
from torch.utils.data import Dataset

from grader.calls import SubmissionRaised
from grader.expect import check_that, equal, fail, is_type, refuses

MOST = 40  # examples that are asked for in a loop, should it never end


def data(draw, n):
    """n images with a label each."""
    return draw.normal(n, 3, 2), draw.integers(0, 10, n)


def is_pair(item, x, y, place):
    what = f"the example at place {place}"
    is_type(item, (tuple, list), what)
    check_that(len(item) == 2, f"{what.capitalize()} has {len(item)} parts, where a pair was wanted.")
    equal(item[0], x[place], f"the input at place {place}")
    equal(item[1], y[place], f"the target at place {place}")


def test_is_a_data_set(submission, draw):
    """It is one of PyTorch's data sets, a `Dataset`."""
    made = submission.PairDataset(*data(draw, 3))
    check_that(submission.isinstance(made, Dataset), "It is not a `Dataset`: the class is not built upon PyTorch's.")


@pytest.mark.parametrize(("x", "y"), [((5, 3), (5,)), ((2, 7), (2, 1)), ((1, 4, 6), (1, 2)), ((6,), (6, 3))])
def test_length_counts_the_examples(submission, draw, x, y):
    """`len` is the number of examples, whatever their shape."""
    made = submission.PairDataset(draw.normal(*x), draw.normal(*y))
    equal(len(made), x[0], f"the length for inputs of shape {x} and targets of shape {y}")


@pytest.mark.parametrize("n", [4, 1])
def test_gives_the_pair_at_a_place(submission, draw, n):
    """`data[i]` is the pair of the i-th input and the i-th target, in any order and as often as you like."""
    x, y = data(draw, n)
    made = submission.PairDataset(x, y)
    for place in [*reversed(range(n)), *range(n)]:
        is_pair(made[place], x, y, place)


def test_targets_may_have_axes(submission, draw):
    """Inputs and targets keep their shape and type: rows of pixels, and targets of shape (1,)."""
    x, y = draw.pixels(3, 5), draw.normal(3, 1)
    made = submission.PairDataset(x, y)
    is_pair(made[1], x, y, 1)


def test_counts_from_the_end(submission, draw):
    """Negative places count from the end: `data[-1]` is the last pair."""
    x, y = data(draw, 4)
    made = submission.PairDataset(x, y)
    for place in range(-1, -5, -1):
        is_pair(made[place], x, y, place)


def refused(made, places):
    """There are 4 examples, and none at any of these places."""
    for place in places:
        try:
            made[place]
        except IndexError:
            continue
        except SubmissionRaised as raised:
            if raised.todo:
                raise
            fail(f"With 4 examples `data[{place}]` raised {raised.kind}, where an IndexError was wanted.")
        fail(f"With 4 examples there is no place {place}, but `data[{place}]` raised no IndexError.")


def test_ends_after_the_last(submission, draw):
    """A place beyond the last one raises IndexError, so that a `for` loop ends."""
    x, y = data(draw, 4)
    made = submission.PairDataset(x, y)
    refused(made, [5, 4, 11])
    items = list(islice(iter(made), MOST))
    equal(len(items), 4, "the number of examples in a `for` loop over 4 of them")
    for place, item in enumerate(items):
        is_pair(item, x, y, place)


def test_ends_before_the_first(submission, draw):
    """A place before the first one raises IndexError too: with 4 examples there is no `data[-5]`."""
    refused(submission.PairDataset(*data(draw, 4)), [-5, -9])


def test_two_data_sets_are_apart(submission, draw):
    """A second data set leaves the first one as it is."""
    x, y = data(draw, 3)
    first, second = submission.PairDataset(x, y), submission.PairDataset(*data(draw, 5))
    equal((len(first), len(second)), (3, 5), "the pair of the two lengths")
    is_pair(first[2], x, y, 2)


@pytest.mark.parametrize(("n", "m"), [(4, 3), (3, 4), (5, 1), (1, 5)])
def test_refuses_different_lengths(submission, draw, n, m):
    """As many targets as inputs, otherwise it cannot be made."""
    x, y = data(draw, n)[0], data(draw, m)[1]
    with refuses(ValueError):
        submission.PairDataset(x, y)
