import pytest
import torch

from grader.expect import equal, no_loop

MARGIN = 1e-3


def distances(images, mean):
    return (images - mean).abs().mean(dim=(-2, -1))


def clear_cases(draw, count):
    """Images that are clearly nearer to one of two averages, the averages, and which are nearer to the first."""
    h, w = draw.sizes(2, 4, 9)
    images, mean3, mean7 = draw.uniform(count * 20, h, w), draw.uniform(h, w), draw.uniform(h, w)
    apart = distances(images, mean3) - distances(images, mean7)
    clear = apart.abs() > MARGIN
    return images[clear][:count], mean3, mean7, (apart < 0)[clear][:count]


@pytest.mark.parametrize("n", [40, 2, 1])
def test_answers_for_each_image_of_a_batch(submission, draw, n):
    """A batch (n, h, w) gets n answers, True where the image is nearer to the three."""
    images, mean3, mean7, nearer = clear_cases(draw, n)
    equal(submission.is_three(images, mean3, mean7), nearer)


def test_answers_for_a_single_image(submission, draw):
    """A single image (h, w) gets a single answer of shape ()."""
    images, mean3, mean7, nearer = clear_cases(draw, 4)
    for image, wanted in zip(images, nearer, strict=True):
        equal(submission.is_three(image, mean3, mean7), wanted)
    equal(submission.is_three(mean3, mean3, mean7), torch.tensor(True))
    equal(submission.is_three(mean7, mean3, mean7), torch.tensor(False))


def test_says_no_to_a_tie(submission, draw):
    """An image that is as far from one average as from the other is not called a three."""
    images, mean, _, _ = clear_cases(draw, 5)
    equal(submission.is_three(images, mean, mean.clone()), torch.zeros(len(images), dtype=torch.bool))
    equal(submission.is_three(images[0], mean, mean.clone()), torch.tensor(False))


def test_measures_how_far_each_pixel_is_off(submission, draw):
    """Distances are L1: a pixel counts by how far it is off, not by the square of it, and not just by yes or no."""
    mixed = draw.permutation(20)
    few_big_misses = (mixed < 2).float().view(4, 5)
    black, grey = torch.zeros(4, 5), torch.full((4, 5), 0.15)
    equal(submission.is_three(few_big_misses, black, grey), torch.tensor(True))
    most = (mixed < 12).view(4, 5)
    image = torch.full((4, 5), 0.5)
    mean3, mean7 = torch.where(most, 0.6, 0.5), torch.where(most, 0.55, 0.9)
    equal(submission.is_three(image, mean3, mean7), torch.tensor(True))


def test_needs_no_loop(submission, draw):
    """A larger batch takes no more steps than a small one."""
    small, large = draw.uniform(3, 5, 6), draw.uniform(60, 5, 6)
    mean3, mean7 = draw.uniform(5, 6), draw.uniform(5, 6)
    no_loop(
        submission,
        lambda: submission.is_three(small, mean3, mean7),
        lambda: submission.is_three(large, mean3, mean7),
    )
