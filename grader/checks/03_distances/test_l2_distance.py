import pytest
import torch

from grader.expect import close, refuses


def root_mean_square(a, b):
    return ((a - b) ** 2).mean().sqrt()


@pytest.mark.parametrize("shape", [(5, 3), (7,), (2, 3, 4), (1,), ()], ids=str)
def test_gives_the_root_mean_square(submission, draw, shape):
    """The distance is the root of the mean of the squared differences, for any shape."""
    a, b = draw.normal(*shape), draw.normal(*shape[::-1])
    b = b.permute(tuple(reversed(range(b.dim()))))  # the same shape, but not row by row in memory
    close(submission.l2_distance(a, b), root_mean_square(a, b))


def test_takes_pixels_from_a_file(submission, draw):
    """uint8 pixels are compared without wrapping around, differences and squares alike."""
    a, b = draw.pixels(6, 4), draw.pixels(6, 4)
    a[0, 0], b[0, 0], a[2, 1], b[2, 1] = 0, 255, 255, 0
    close(submission.l2_distance(a, b), root_mean_square(a.float(), b.float()))


def test_counts_big_misses_more(submission, draw):
    """One miss of 20 is farther than four misses of 5: the distances are 10 and 5."""
    even, uneven = torch.full((4,), 5.0), torch.tensor([0.0, 0.0, 0.0, 20.0])[draw.permutation(4)]
    a = draw.integers(0, 9, 4).float()
    close(submission.l2_distance(a, a + even), torch.tensor(5.0))
    close(submission.l2_distance(a + uneven, a), torch.tensor(10.0))


def test_refuses_other_shapes(submission, draw):
    """Tensors of different shapes are refused, whether PyTorch could stretch them or not."""
    n = draw.integer(4, 9)
    pairs = [
        ((n, 3), (3,)),
        ((n,), (n, 1)),
        ((n, 1), (n,)),
        ((n, 1), (1, n)),
        ((n, 3), (1, 3)),
        ((n,), (n + 1,)),
        ((n,), ()),
    ]
    for one, other in pairs:
        with refuses(ValueError):
            submission.l2_distance(draw.normal(*one), draw.normal(*other))


def test_keeps_float64(submission, draw):
    """float64 inputs give a float64 distance, with all its digits."""
    a = 1e9 * draw.normal(4, 3, dtype=torch.float64)  # in float32 most of these gaps are rounded away
    b = a + draw.uniform(4, 3, low=1, high=5, dtype=torch.float64)
    close(submission.l2_distance(a, b), root_mean_square(a, b), rtol=1e-6, atol=0)
