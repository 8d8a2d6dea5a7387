import pytest
import torch

from grader.expect import check_that, close, is_tensor
from grader.show import dtype_name


def average(images):
    return images.double().mean(dim=0).float()


def columns_first(images):
    """The same stack, with its pixels in another order in memory."""
    return images.permute(2, 1, 0).contiguous().permute(2, 1, 0)


@pytest.mark.parametrize("dtype", [torch.float32, torch.uint8], ids=["float", "uint8"])
def test_gives_one_float_image(submission, draw, dtype):
    """A stack (n, h, w) gives one image (h, w) of floats, also for uint8 images."""
    n, h, w = draw.sizes(3)
    answer = is_tensor(submission.mean_image(draw.pixels(n, h, w).to(dtype)), shape=(h, w))
    cut = dtype.is_floating_point and not answer.is_floating_point()
    name = dtype_name(answer.dtype)
    check_that(not cut, f"The answer has whole numbers ({name}), where floats came in.", symptom="integer_result")
    is_tensor(answer, dtype=torch.float32)


# An odd number of images has one median, however it is taken: so whoever took it is told so.
@pytest.mark.parametrize("shape", [(5, 4, 3), (3, 4, 7), (1, 6, 4), (3, 1, 5)], ids=str)
def test_averages_the_images(submission, draw, shape):
    """Each pixel is the average of the pixels at its place in all images."""
    images = columns_first(draw.uniform(*shape))
    close(submission.mean_image(images), average(images))


@pytest.mark.parametrize("n", [3, 1, 400])
def test_averages_pixels_from_a_file(submission, draw, n):
    """uint8 images are averaged as exactly as floats, however many there are."""
    images = draw.pixels(n, 3, 2)
    close(submission.mean_image(images), average(images))
