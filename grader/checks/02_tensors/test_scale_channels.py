import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, all_digits, close, fail, no_loop

# Equal sizes first: there the wrong axes give numbers, which tell them apart, and no errors.
EQUAL_SIZES = [(3, 3, 3, 3), (2, 4, 3, 4), (2, 3, 3, 5), (3, 3, 2, 4)]


def scaled(images, gains):
    return torch.stack([image * gains.view(-1, 1, 1) for image in images])


def channels_last(images):
    """The same images, with the channels of each pixel side by side in memory."""
    return images.contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (1, 4, 2, 1), (3, 1, 5, 2)])
def test_scales_each_channel(submission, draw, shape):
    """Each channel of every image is multiplied by its own gain."""
    images, gains = channels_last(draw.normal(*shape)), draw.uniform(shape[1], low=1.5, high=3)
    found = submission.scale_channels(images, gains)
    try:
        close(found, scaled(images, gains))
    except Mismatch as slip:
        slip.symptom = slip_in(found, images, gains)
        raise


def slip_in(found, images, gains):
    """The slip that gives this answer, where it takes more forms than one."""
    if len(gains) == 1:
        return None
    right = scaled(images, gains)
    summed = [each for keep in (True, False) for each in (right.sum(1, keep), right.mean(1, keep))]
    if any(same(found, each) for each in summed):
        return "channels_summed"
    alike = same(found, images * (found / images).mean()) if same_shape(found, images) else False
    return "one_gain_for_all" if alike else None


def same_shape(found, other):
    return isinstance(found, torch.Tensor) and found.shape == other.shape and found.dtype == other.dtype


def same(found, other):
    return same_shape(found, other) and torch.allclose(found, other, 1e-4, 1e-5)


def test_is_not_fooled_by_equal_sizes(submission, draw):
    """It is right as well when an image is as wide, or as high, as it has channels."""
    cases = [(draw.normal(*shape), draw.uniform(shape[1], low=1.5, high=3)) for shape in EQUAL_SIZES]
    right = {shape for shape, case in zip(EQUAL_SIZES, cases, strict=True) if is_right(submission, *case)}
    for shape, (images, gains) in zip(EQUAL_SIZES, cases, strict=True):
        if shape not in right:
            expect_right(submission, images, gains, which_size(right))


def is_right(submission, images, gains):
    try:
        close(submission.scale_channels(images, gains), scaled(images, gains))
    except (Mismatch, SubmissionRaised):
        return False
    return True


def expect_right(submission, images, gains, symptom):
    """The same once more, so that this is the call that is shown."""
    try:
        close(submission.scale_channels(images, gains), scaled(images, gains))
    except Mismatch as slip:
        slip.symptom = symptom
        raise
    except SubmissionRaised as error:
        if not symptom:
            raise
        where = f" (line {error.frames[-1].line})" if error.frames else ""
        shape = tuple(images.shape)
        fail(f"Images of shape {shape} end in {error.kind}: {error.text}{where}", symptom=symptom)


def which_size(right):
    """Which size stands where the number of channels should, told by the cases that are right all the same."""
    lucky = {
        "only_when_width_is_channels": {(n, c, h, w) for n, c, h, w in EQUAL_SIZES if w == c},
        "only_when_width_is_channels, or height": {(n, c, h, w) for n, c, h, w in EQUAL_SIZES if h == c},
        "only_when_width_is_channels, or batch": {(n, c, h, w) for n, c, h, w in EQUAL_SIZES if n == c},
        "three_channels_only": {(n, c, h, w) for n, c, h, w in EQUAL_SIZES if c == 3},
    }
    return next((name.split(",")[0] for name, shapes in lucky.items() if right == shapes), None)


def test_keeps_float64(submission, draw):
    """Images of type float64 stay float64."""
    images, gains = draw.normal(2, 3, 2, 4, dtype=torch.float64), draw.uniform(3, dtype=torch.float64)
    all_digits(submission.scale_channels(images, gains), scaled(images, gains))


def test_has_no_loop(submission, draw):
    """All channels of all images are scaled at once, without a loop."""
    small, large = draw.normal(2, 3, 4, 2), draw.normal(12, 13, 11, 14)
    few, many = draw.uniform(3), draw.uniform(13)
    no_loop(
        submission,
        lambda: close(submission.scale_channels(small, few), scaled(small, few)),
        lambda: close(submission.scale_channels(large, many), scaled(large, many)),
    )
