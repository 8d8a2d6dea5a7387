import pytest
import torch

from grader.expect import check_that, close, no_loop


def scaled(images, gains):
    return torch.stack([image * gains.view(-1, 1, 1) for image in images])


def channels_last(images):
    """The same images, with the channels of each pixel side by side in memory."""
    return images.contiguous(memory_format=torch.channels_last)


def expect_all_digits(found, wanted):
    """A float64 answer that was never rounded to float32."""
    close(found, wanted)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(torch.allclose(found, wanted, 1e-9, 1e-9), rounded)


@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (1, 4, 2, 1), (3, 1, 5, 2)])
def test_scales_each_channel(submission, draw, shape):
    """Each channel of every image is multiplied by its own gain."""
    images, gains = channels_last(draw.normal(*shape)), draw.uniform(shape[1], low=1.5, high=3)
    close(submission.scale_channels(images, gains), scaled(images, gains))


# Equal sizes first: there the wrong axes give numbers, which tell them apart, and no errors.
@pytest.mark.parametrize("shape", [(3, 3, 3, 3), (2, 4, 3, 4), (2, 3, 3, 5), (3, 3, 2, 4)])
def test_is_not_fooled_by_equal_sizes(submission, draw, shape):
    """It is right as well when an image is as wide, or as high, as it has channels."""
    images, gains = draw.normal(*shape), draw.uniform(shape[1], low=1.5, high=3)
    close(submission.scale_channels(images, gains), scaled(images, gains))


def test_keeps_float64(submission, draw):
    """Images of type float64 stay float64."""
    images, gains = draw.normal(2, 3, 2, 4, dtype=torch.float64), draw.uniform(3, dtype=torch.float64)
    expect_all_digits(submission.scale_channels(images, gains), scaled(images, gains))


def test_has_no_loop(submission, draw):
    """All channels of all images are scaled at once, without a loop."""
    small, large = draw.normal(2, 3, 4, 2), draw.normal(30, 40, 3, 2)
    few, many = draw.uniform(3), draw.uniform(40)
    no_loop(
        submission,
        lambda: close(submission.scale_channels(small, few), scaled(small, few)),
        lambda: close(submission.scale_channels(large, many), scaled(large, many)),
    )
