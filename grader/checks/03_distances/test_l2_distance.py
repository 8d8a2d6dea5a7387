import pytest
import torch

from grader.expect import close, refuses


def root_mean_square(a, b):
    return ((a - b) ** 2).mean().sqrt()


@pytest.mark.parametrize("shape", [(), (1,), (7,), (5, 3), (2, 3, 4)], ids=str)
def test_gives_the_root_mean_square(submission, draw, shape):
    """The distance is the root of the mean of the squared differences."""
    a, b = draw.normal(*shape), draw.normal(*shape)
    close(submission.l2_distance(a, b), root_mean_square(a, b))


def test_takes_pixels_from_a_file(submission, draw):
    """uint8 pixels are compared without wrapping around, differences and squares alike."""
    a, b = draw.pixels(6, 4), draw.pixels(6, 4)
    close(submission.l2_distance(a, b), root_mean_square(a.float(), b.float()))


def test_counts_big_misses_more(submission, draw):
    """One miss of 20 is farther than four misses of 5: the distances are 10 and 5."""
    even, uneven = torch.full((4,), 5.0), torch.tensor([0.0, 0.0, 0.0, 20.0])[draw.permutation(4)]
    a = draw.integers(0, 9, 4).float()
    close(submission.l2_distance(a, a + even), torch.tensor(5.0))
    close(submission.l2_distance(a + uneven, a), torch.tensor(10.0))


def test_refuses_other_shapes(submission, draw):
    """Tensors of different shapes are refused."""
    n = draw.integer(2, 9)
    for one, other in [((n,), (n, 1)), ((n, 1), (n,)), ((n,), (n + 1,)), ((n, 3), (3,)), ((n,), ())]:
        with refuses(ValueError):
            submission.l2_distance(draw.normal(*one), draw.normal(*other))
