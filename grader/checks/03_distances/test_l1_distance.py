import pytest
import torch

from grader.expect import close, refuses


@pytest.mark.parametrize("shape", [(5, 3), (7,), (2, 3, 4), (1,), ()], ids=str)
def test_gives_the_average_distance(submission, draw, shape):
    """The distance is the average of how far apart the elements are, for any shape."""
    a, b = draw.normal(*shape), draw.normal(*shape[::-1])
    b = b.permute(tuple(reversed(range(b.dim()))))  # the same shape, but not row by row in memory
    close(submission.l1_distance(a, b), (a - b).abs().mean())


def test_takes_pixels_from_a_file(submission, draw):
    """uint8 pixels are compared without wrapping around: 3 and 7 are 4 apart, 0 and 255 are 255 apart."""
    a, b = draw.pixels(6, 4), draw.pixels(6, 4)
    a[0, 0], b[0, 0], a[2, 1], b[2, 1] = 0, 255, 255, 0
    close(submission.l1_distance(a, b), (a.float() - b.float()).abs().mean())


def test_is_the_same_both_ways(submission, draw):
    """From dark to light is as far as from light to dark, in floats and in uint8."""
    dark, light = torch.full((4, 3), 3, dtype=torch.uint8), torch.full((4, 3), 7, dtype=torch.uint8)
    close(submission.l1_distance(dark, light), torch.tensor(4.0))
    close(submission.l1_distance(light, dark), torch.tensor(4.0))
    a = draw.uniform(5, 2)
    close(submission.l1_distance(a, a + 0.25), torch.tensor(0.25))
    close(submission.l1_distance(a + 0.25, a), torch.tensor(0.25))


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
            submission.l1_distance(draw.normal(*one), draw.normal(*other))


def test_keeps_float64(submission, draw):
    """float64 inputs give a float64 distance, with all its digits."""
    a = 1e9 * draw.normal(4, 3, dtype=torch.float64)  # in float32 most of these gaps are rounded away
    b = a + draw.uniform(4, 3, low=1, high=5, dtype=torch.float64)
    close(submission.l1_distance(a, b), (a - b).abs().mean(), rtol=1e-6, atol=0)
