import pytest
import torch

from grader.expect import check_that, close, is_tensor, refuses

SIZES = [
    [(3, 4), (2, 5)], [(3, 4), (1, 4)], [(2, 6), (3, 4)], [(4, 3), (3, 4)], [(3, 4), (3, 5)],
    [(3, 4), (3, 4), (2, 6), (3, 4)], [(3, 4), (3, 4), (3, 4), (1, 4)],
]  # fmt: skip


def turned(image):
    """The same image, with its columns one after the other in memory."""
    return image.T.contiguous().T


@pytest.mark.parametrize(("n", "h", "w"), [(5, 3, 4), (2, 6, 1), (1, 2, 7)])
def test_stacks_and_scales(submission, draw, n, h, w):
    """n images (h, w) become one float tensor (n, h, w): each pixel divided by 255."""
    stack = draw.pixels(n, h, w).clamp(max=230)
    close(submission.stack_images([turned(image) for image in stack]), stack.float() / 255)


def test_white_becomes_one(submission):
    """Black becomes exactly 0 and white exactly 1."""
    black, white = torch.zeros(3, 2, dtype=torch.uint8), torch.full((3, 2), 255, dtype=torch.uint8)
    stack = is_tensor(submission.stack_images([black, white]), shape=(2, 3, 2), dtype=torch.float32)
    darkest, brightest = stack[0].max().item(), stack[1].min().item()
    check_that(bool((stack[0] == 0).all()), f"Black should become exactly 0, but came as {darkest!r}.")
    check_that(bool((stack[1] == 1).all()), f"White should become exactly 1, but came as {brightest!r}.")


def test_refuses_an_empty_list(submission):
    """An empty list is refused with a ValueError."""
    with refuses(ValueError):
        submission.stack_images([])


@pytest.mark.parametrize("sizes", SIZES)
def test_refuses_different_sizes(submission, draw, sizes):
    """Images of different sizes are refused with a ValueError."""
    with refuses(ValueError):
        submission.stack_images([draw.pixels(*size) for size in sizes])
