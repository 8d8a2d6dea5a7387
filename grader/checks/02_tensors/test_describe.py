import pytest
import torch

from grader.expect import equal

TYPES = [torch.float32, torch.float64, torch.int64, torch.uint8, torch.bool]


@pytest.mark.parametrize("axes", [1, 2, 4])
def test_tells_shape_and_rank(submission, draw, axes):
    """The shape comes first, then the rank: how many axes there are."""
    shape = tuple(draw.sizes(axes, low=5, high=10))
    equal(submission.describe(torch.zeros(shape)), (shape, axes, torch.float32))


def test_works_for_rank_0(submission, draw):
    """A single number has the shape () and the rank 0."""
    equal(submission.describe(torch.tensor(draw.number(1, 2))), ((), 0, torch.float32))


@pytest.mark.parametrize("dtype", TYPES, ids=[str(dtype).removeprefix("torch.") for dtype in TYPES])
def test_tells_the_element_type(submission, draw, dtype):
    """The third thing is the type of the elements."""
    n = draw.integer(3, 9)
    equal(submission.describe(torch.ones(n, 2, dtype=dtype)), ((n, 2), 2, dtype))
