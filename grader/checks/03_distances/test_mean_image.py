import pytest
import torch

from grader.expect import close, is_tensor


def average(images):
    return images.double().mean(dim=0).float()


@pytest.mark.parametrize("dtype", [torch.float32, torch.uint8], ids=["float", "uint8"])
def test_gives_one_float_image(submission, draw, dtype):
    """A stack (n, h, w) gives one image (h, w) of floats, also for uint8 images."""
    n, h, w = draw.sizes(3)
    is_tensor(submission.mean_image(draw.pixels(n, h, w).to(dtype)), shape=(h, w), dtype=torch.float32)


@pytest.mark.parametrize("n", [1, 2, 5])
def test_averages_the_images(submission, draw, n):
    """Each pixel is the average of the pixels at its place in all images."""
    images = draw.uniform(n, *draw.sizes(2))
    close(submission.mean_image(images), average(images))


@pytest.mark.parametrize("n", [1, 3, 40])
def test_averages_pixels_from_a_file(submission, draw, n):
    """uint8 images are averaged as exactly as floats, however many there are."""
    images = draw.pixels(n, *draw.sizes(2))
    close(submission.mean_image(images), average(images))
