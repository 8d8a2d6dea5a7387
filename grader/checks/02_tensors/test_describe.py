import pytest
import torch

from grader.expect import Mismatch, check_that, equal, is_type

TYPES = [torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool]


def expect_facts(found, shape, rank, dtype):
    """The three in a tuple, in this order, or the name of the slip that gives what came."""
    try:
        expect_three(found, shape, rank, dtype)
    except Mismatch as slip:
        slip.symptom = slip_in(found, shape, dtype)
        raise


def slip_in(found, shape, dtype):
    if isinstance(found, list):
        return "answer_as_list"
    if not isinstance(found, tuple) or len(found) != 3:
        return None
    longer = [size for size in shape if size != 1]
    slips = {
        "shape_and_rank_swapped": isinstance(found[0], int) and isinstance(found[1], tuple | list),
        "shape_as_list": isinstance(found[0], list),
        "axes_of_size_1_dropped": len(longer) < len(shape) and (found[0] == tuple(longer) or found[1] == len(longer)),
        "type_as_text": isinstance(found[2], str),
        "always_float32": found[2] == torch.float32 != dtype,
    }
    return next((name for name, slipped in slips.items() if slipped), None)


def expect_three(found, shape, rank, dtype):
    is_type(found, tuple)
    check_that(len(found) == 3, f"Three things were wanted, but the tuple has {len(found)}.")
    equal(found[0], shape, what="the shape")
    equal(found[1], rank, what="the rank")
    equal(found[2], dtype, what="the element type")


@pytest.mark.parametrize("axes", [1, 2, 4])
def test_tells_shape_and_rank(submission, draw, axes):
    """The shape comes first, then the rank: how many axes there are."""
    first, *others = sorted(draw.sizes(axes, low=5, high=10))
    shape = (first, *reversed(others))  # of four axes neither the first nor the last is the longest
    expect_facts(submission.describe(torch.zeros(shape)), shape, axes, torch.float32)


def test_counts_axes_of_size_1(submission, draw):
    """An axis of size 1 is an axis like any other."""
    one, two, three = draw.sizes(3, low=4, high=9)
    shape = (1, one, two, 1, three)
    expect_facts(submission.describe(torch.zeros(shape)), shape, 5, torch.float32)


def test_works_for_rank_0(submission, draw):
    """A single number has the shape () and the rank 0."""
    expect_facts(submission.describe(torch.tensor(draw.number(1, 2))), (), 0, torch.float32)


@pytest.mark.parametrize("dtype", TYPES, ids=[str(dtype).removeprefix("torch.") for dtype in TYPES])
def test_tells_the_element_type(submission, draw, dtype):
    """The third thing is the type of the elements."""
    n = draw.integer(5, 9)
    expect_facts(submission.describe(torch.ones(2, n, 4, dtype=dtype)), (2, n, 4), 3, dtype)
