import re

import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import equal, fail, shares_memory

TYPES = [torch.uint8, torch.float64, torch.bool, torch.int64]


@pytest.mark.parametrize(("n", "h", "w"), [(4, 3, 3), (5, 3, 4), (1, 2, 6), (3, 7, 1)])
def test_gives_a_row_for_each_image(submission, draw, n, h, w):
    """(n, h, w) becomes (n, h·w): each image in one row, pixel by pixel along its rows."""
    images = draw.normal(n, h, w)
    try:
        rows = submission.as_rows(images)
    except SubmissionRaised as error:
        slip = size_in(error.text, h, w)
        if not slip:
            raise
        line = f" (line {error.frames[-1].line})" if error.frames else ""
        fail(f"Images of {h} by {w} pixels end in {error.kind}: {error.text}{line}", symptom=slip)
    equal(rows, images.reshape(n, h * w))


def size_in(text, h, w):
    """Which slip gives a row the size that PyTorch complains of."""
    shape, complaint, _ = text.partition("is invalid for input of size")
    sizes = {int(size) for size in re.findall(r"\d+", shape)} if complaint else set()
    if sizes & {28, 784}:
        return "always_28_by_28"
    return "assumes_squares" if h != w and sizes & {h * h, w * w} else None


@pytest.mark.parametrize("dtype", TYPES, ids=[str(dtype).removeprefix("torch.") for dtype in TYPES])
def test_keeps_the_type(submission, draw, dtype):
    """The numbers keep their type, whatever it is."""
    images = draw.integers(0, 256, 4, 2, 3).to(dtype)
    equal(submission.as_rows(images), images.reshape(4, 6))


@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32], ids=["uint8", "float32"])
def test_is_a_view(submission, draw, dtype):
    """The rows are a view: they share memory with the images."""
    images = draw.pixels(3, 5, 2).to(dtype)
    rows = submission.as_rows(images)
    equal(rows, images.reshape(3, 10))
    shares_memory(rows, images)
