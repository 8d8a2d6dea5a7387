import pytest
import torch

from grader.expect import equal, is_tensor

MARGIN = 1e-4  # of the scale: nearer than this, right answers may differ


def some(split, kinds, count, draw):
    """Images of these kinds of digit, taken at random."""
    rows = torch.isin(split.labels, torch.tensor(kinds)).nonzero()[:, 0]
    return split.images[rows[draw.permutation(len(rows))[:count]]]


def two_kinds(draw):
    """Any two digits but threes and sevens."""
    first, second = draw.permutation(8)[:2]
    others = [0, 1, 2, 4, 5, 6, 8, 9]
    return others[first], others[second]


def clear_cases(images, first, second):
    """The images that are clearly nearer to one average, and whether it is the average of `first`."""
    scale = 255 if images.dtype == torch.uint8 else 1
    far = [(images.double() - stack.double().mean(dim=0)).abs().mean(dim=(1, 2)) for stack in (first, second)]
    clear = (far[0] - far[1]).abs() > MARGIN * scale
    return images[clear], (far[0] < far[1])[clear]


def unscaled(images):
    return images


def scaled(images):
    return images / 255


@pytest.mark.parametrize(("scale", "count"), [(unscaled, 240), (scaled, 80)], ids=["uint8", "float"])
def test_recognises_unseen_digits(submission, draw, digits, scale, count):
    """For any two digits, each unseen image goes to the kind whose average is nearer."""
    one, other = two_kinds(draw)
    first = scale(some(digits.train, [one], count, draw))
    second = scale(some(digits.train, [other], count // 2, draw))
    images, wanted = clear_cases(scale(some(digits.test, [one, other], count - 10, draw)), first, second)
    equal(submission.pixel_similarity(first, second)(images), wanted)


def test_answers_for_each_image_of_a_batch(submission, draw, digits):
    """A batch of k images gets k answers, True or False, however many were trained on."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 12, draw), some(digits.train, [other], 7, draw)
    classify = submission.pixel_similarity(first, second)
    for count in (1, 5, 12):
        images, wanted = clear_cases(some(digits.test, [one, other], count + 9, draw), first, second)
        answers = is_tensor(classify(images[:count]), shape=(count,), dtype=torch.bool)
        equal(answers, wanted[:count])


def test_measures_distance_by_l1(submission, draw):
    """The distance is L1: a few big misses do not count more than many small ones of the same sum."""
    black, grey = torch.zeros(4, 28, 28), torch.full((3, 28, 28), 0.15)
    speckled = (draw.uniform(6, 28, 28) < 0.1).float()  # by L1 nearer to black, by L2 nearer to grey
    images = torch.cat([speckled, torch.full((2, 28, 28), 0.1)])[draw.permutation(8)]
    images, wanted = clear_cases(images, black, grey)
    equal(submission.pixel_similarity(black, grey)(images), wanted)


def test_keeps_classifiers_apart(submission, draw, digits):
    """Two classifiers do not disturb each other: each remembers its own stacks."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 9, draw), some(digits.train, [other], 8, draw)
    images, wanted = clear_cases(some(digits.test, [one, other], 20, draw), first, second)
    classify, reverse = submission.pixel_similarity(first, second), submission.pixel_similarity(second, first)
    equal(classify(images), wanted)
    equal(reverse(images), ~wanted)
