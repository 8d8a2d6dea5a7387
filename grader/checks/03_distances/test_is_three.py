from contextlib import suppress

import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import equal, fail, no_loop
from grader.show import dtype_name, with_article

MARGIN = 1e-3


def distances(images, mean):
    return (images - mean).abs().mean(dim=(-2, -1))


def columns_first(images):
    """The same images, with their pixels in another order in memory."""
    return images.transpose(-2, -1).contiguous().transpose(-2, -1)


def clear_cases(draw, count, margin=MARGIN):
    """Images that are clearly nearer to one of two averages, the averages, and which are nearer to the first."""
    h, w = draw.sizes(2, 4, 9)
    mean3, mean7, share = draw.uniform(h, w), draw.uniform(h, w), draw.uniform(count * 20, 1, 1)
    noise = draw.uniform(count * 20, h, w, low=-0.4, high=0.4)
    images = (share * mean3 + (1 - share) * mean7 + noise).clamp(0, 1)  # some nearer to one, some to the other
    apart = distances(images, mean3) - distances(images, mean7)
    clear = apart.abs() > margin
    return columns_first(images[clear][:count]), mean3, mean7, (apart < 0)[clear][:count]


def is_right(answers, wanted):
    return isinstance(answers, torch.Tensor) and answers.dtype == torch.bool and answers.tolist() == wanted.tolist()


def no_numbers(answers, wanted):
    """Right answers are True and False: one symptom for numbers of any type."""
    numbers = isinstance(answers, torch.Tensor) and answers.dtype != torch.bool
    if numbers and len(wanted) > 10 and is_right(answers != 0, wanted):
        name = dtype_name(answers.dtype)
        fail(f"The answer has numbers of type {name}, but bool was wanted.", symptom="numbers_not_bools")


def single_answer(submission, image, mean3, mean7, batches_work):
    """The answer for one image; a symptom where that raises and a batch is answered rightly."""
    try:
        return submission.is_three(image, mean3, mean7)
    except SubmissionRaised as raised:
        if not batches_work:
            raise
        came = f"{with_article(raised.kind)} came: {raised.text}"
        fail(f"A batch is answered, but for a single image {came}", symptom="only_batches")


@pytest.mark.parametrize("n", [40, 2, 1])
def test_answers_for_each_image_of_a_batch(submission, draw, n):
    """A batch (n, h, w) gets n answers, True where the image is nearer to the three."""
    images, mean3, mean7, nearer = clear_cases(draw, n)
    answers, swapped = submission.is_three(images, mean3, mean7), submission.is_three(images, mean7, mean3)
    no_numbers(answers, nearer)
    equal(answers, nearer)
    equal(swapped, ~nearer, "the answer with three and seven swapped")


def test_answers_for_a_single_image(submission, draw):
    """A single image (h, w) gets a single answer of shape ()."""
    images, mean3, mean7, nearer = clear_cases(draw, 30)
    together = None
    with suppress(SubmissionRaised):  # not judged here, but a few single answers alone may coincide by luck
        together = submission.is_three(images, mean3, mean7)
        submission.is_three(images, mean7, mean3)
    works = is_right(together, nearer)
    singles, wanted = [*images[:3], mean3, mean7], [*nearer[:3].tolist(), True, False]
    answers = [single_answer(submission, image, mean3, mean7, works) for image in singles]
    for number, (answer, right) in enumerate(zip(answers, wanted, strict=True)):
        equal(answer, torch.tensor(right), f"the answer for single image {number}")


def test_says_no_to_a_tie(submission, draw):
    """An image that is as far from one average as from the other is not called a three."""
    images, mean3, mean7, nearer = clear_cases(draw, 30)
    tied = submission.is_three(images, mean3, mean3.clone())
    clear, swapped = submission.is_three(images, mean3, mean7), submission.is_three(images, mean7, mean3)
    equal(tied, torch.zeros(len(images), dtype=torch.bool))
    equal(clear, nearer, "the answer without a tie")
    equal(swapped, ~nearer, "the answer without a tie, with three and seven swapped")


def test_measures_how_far_each_pixel_is_off(submission, draw):
    """Distances are L1: a pixel counts by how far it is off, not by the square of it, and not just by yes or no."""
    black, grey = torch.zeros(4, 5), torch.full((4, 5), 0.15)
    # Of 20 pixels so many are white. By L1 fewer than 10 are nearer to black; by L2 from 2 on to grey, and by
    # the roots of the misses up to 16 to black.
    whites = (1, 8, 2, 8, 13, 14)
    speckled = torch.stack([(draw.permutation(20) < white).float().view(4, 5) for white in whites])
    levels = torch.tensor([0.02, 0.1, 0.05, 0.13]).view(4, 1, 1).expand(4, 4, 5)
    mixed = draw.permutation(10)
    wanted = torch.tensor([True, True, True, True, False, False, True, False, True, False])[mixed]
    images = torch.cat([speckled, levels])[mixed]
    answers, swapped = submission.is_three(images, black, grey), submission.is_three(images, grey, black)
    equal(answers, wanted)
    equal(swapped, ~wanted, "the answer with three and seven swapped")
    most = (draw.permutation(20) < 12).view(4, 5)  # here the seven is a little nearer, and elsewhere far off
    mean3, mean7 = torch.where(most, 0.6, 0.5), torch.where(most, 0.55, 0.9)
    others = torch.stack([mean3, mean7])[draw.labels(12)] + draw.uniform(12, 4, 5, low=-0.05, high=0.05)
    images = torch.cat([torch.full((1, 4, 5), 0.5), others])
    wanted = distances(images, mean3) < distances(images, mean7)
    equal(submission.is_three(images, mean3, mean7), wanted, "the answer where most pixels are nearer to the seven")


def test_needs_no_loop(submission, draw):
    """A larger batch takes no more steps than a small one."""
    small, large = draw.uniform(3, 5, 6), draw.uniform(60, 5, 6)
    mean3, mean7 = draw.uniform(5, 6), draw.uniform(5, 6)
    no_loop(
        submission,
        lambda: submission.is_three(small, mean3, mean7),
        lambda: submission.is_three(large, mean3, mean7),
    )
