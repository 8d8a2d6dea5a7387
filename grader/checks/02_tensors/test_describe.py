import pytest
import torch

from grader.expect import check_that, equal, is_type

TYPES = [torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool]


def expect_facts(found, shape, rank, dtype):
    """The three in a tuple, in this order."""
    is_type(found, tuple)
    check_that(len(found) == 3, f"Three things were wanted, but the tuple has {len(found)}.")
    equal(found[0], shape, what="the shape")
    equal(found[1], rank, what="the rank")
    equal(found[2], dtype, what="the element type")


@pytest.mark.parametrize("axes", [1, 2, 4])
def test_tells_shape_and_rank(submission, draw, axes):
    """The shape comes first, then the rank: how many axes there are."""
    shape = tuple(draw.sizes(axes, low=5, high=10))
    expect_facts(submission.describe(torch.zeros(shape)), shape, axes, torch.float32)


def test_counts_axes_of_size_1(submission, draw):
    """An axis of size 1 is an axis like any other."""
    shape = (1, *draw.sizes(2, low=4, high=9))
    expect_facts(submission.describe(torch.zeros(shape)), shape, 3, torch.float32)


def test_works_for_rank_0(submission, draw):
    """A single number has the shape () and the rank 0."""
    expect_facts(submission.describe(torch.tensor(draw.number(1, 2))), (), 0, torch.float32)


@pytest.mark.parametrize("dtype", TYPES, ids=[str(dtype).removeprefix("torch.") for dtype in TYPES])
def test_tells_the_element_type(submission, draw, dtype):
    """The third thing is the type of the elements."""
    n = draw.integer(3, 9)
    expect_facts(submission.describe(torch.ones(n, 2, dtype=dtype)), (n, 2), 2, dtype)
