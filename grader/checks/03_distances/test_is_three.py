import pytest
import torch

from grader.expect import equal, no_loop

MARGIN = 1e-3


def distances(images, mean):
    return (images - mean).abs().mean(dim=(-2, -1))


def columns_first(images):
    """The same images, with their pixels in another order in memory."""
    return images.transpose(-2, -1).contiguous().transpose(-2, -1)


def clear_cases(draw, count, margin=MARGIN):
    """Images that are clearly nearer to one of two averages, the averages, and which are nearer to the first."""
    h, w = draw.sizes(2, 4, 9)
    images, mean3, mean7 = draw.uniform(count * 20, h, w), draw.uniform(h, w), draw.uniform(h, w)
    apart = distances(images, mean3) - distances(images, mean7)
    clear = apart.abs() > margin
    return columns_first(images[clear][:count]), mean3, mean7, (apart < 0)[clear][:count]


@pytest.mark.parametrize("n", [40, 2, 1])
def test_answers_for_each_image_of_a_batch(submission, draw, n):
    """A batch (n, h, w) gets n answers, True where the image is nearer to the three."""
    images, mean3, mean7, nearer = clear_cases(draw, n)
    answers, swapped = submission.is_three(images, mean3, mean7), submission.is_three(images, mean7, mean3)
    equal(answers, nearer)
    equal(swapped, ~nearer, "the answer with three and seven swapped")


def test_answers_for_a_single_image(submission, draw):
    """A single image (h, w) gets a single answer of shape ()."""
    images, mean3, mean7, nearer = clear_cases(draw, 4)
    singles = [*images, mean3, mean7]
    answers = [submission.is_three(image, mean3, mean7) for image in singles]
    for number, (answer, wanted) in enumerate(zip(answers, [*nearer.tolist(), True, False], strict=True)):
        equal(answer, torch.tensor(wanted), f"the answer for single image {number}")


def test_says_no_to_a_tie(submission, draw):
    """An image that is as far from one average as from the other is not called a three."""
    images, mean, _, _ = clear_cases(draw, 5)
    equal(submission.is_three(images, mean, mean.clone()), torch.zeros(len(images), dtype=torch.bool))


def test_measures_how_far_each_pixel_is_off(submission, draw):
    """Distances are L1: a pixel counts by how far it is off, not by the square of it, and not just by yes or no."""
    black, grey = torch.zeros(4, 5), torch.full((4, 5), 0.15)
    speckled = torch.stack([(draw.permutation(20) < 2).float().view(4, 5) for _ in range(4)])
    levels = torch.tensor([0.02, 0.1, 0.05, 0.13]).view(4, 1, 1).expand(4, 4, 5)
    mixed = draw.permutation(8)
    wanted = torch.tensor([True, True, True, True, True, False, True, False])[mixed]
    images = torch.cat([speckled, levels])[mixed]
    answers, swapped = submission.is_three(images, black, grey), submission.is_three(images, grey, black)
    equal(answers, wanted)
    equal(swapped, ~wanted, "the answer with three and seven swapped")
    most = (draw.permutation(20) < 12).view(4, 5)  # here the seven is a little nearer, and elsewhere far off
    mean3, mean7 = torch.where(most, 0.6, 0.5), torch.where(most, 0.55, 0.9)
    images = torch.stack([torch.full((4, 5), 0.5), mean7, mean3])
    equal(submission.is_three(images, mean3, mean7), torch.tensor([True, False, True]))


def test_needs_no_loop(submission, draw):
    """A larger batch takes no more steps than a small one."""
    small, large = draw.uniform(3, 5, 6), draw.uniform(60, 5, 6)
    mean3, mean7 = draw.uniform(5, 6), draw.uniform(5, 6)
    no_loop(
        submission,
        lambda: submission.is_three(small, mean3, mean7),
        lambda: submission.is_three(large, mean3, mean7),
    )
