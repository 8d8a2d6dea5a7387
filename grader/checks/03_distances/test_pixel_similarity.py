import pytest
import torch

from grader.expect import check_that, equal, is_tensor
from grader.show import kind

MARGIN = 1e-4  # of the scale: nearer than this, right answers may differ
WIDE = 0.02  # so clear that other ways to measure agree


def some(split, kinds, count, draw):
    """Images of these kinds of digit, taken at random."""
    rows = torch.isin(split.labels, torch.tensor(kinds)).nonzero()[:, 0]
    return split.images[rows[draw.permutation(len(rows))[:count]]]


def two_kinds(draw):
    """Any two digits but threes and sevens."""
    first, second = draw.permutation(8)[:2]
    others = [0, 1, 2, 4, 5, 6, 8, 9]
    return others[first], others[second]


def clear_cases(images, first, second, margin=MARGIN):
    """The images that are clearly nearer to one average, and whether it is the average of `first`."""
    scale = 255 if images.dtype == torch.uint8 else 1
    far = [(images.double() - stack.double().mean(dim=0)).abs().mean(dim=(1, 2)) for stack in (first, second)]
    clear = (far[0] - far[1]).abs() > margin * scale
    return images[clear], (far[0] < far[1])[clear]


def classifier(submission, first, second):
    classify = submission.pixel_similarity(first, second)
    check_that(callable(classify), f"`pixel_similarity` gave {kind(classify)}, but a function was wanted.")
    return classify


def judge_both_ways(submission, first, second, images, wanted):
    """The answers of two classifiers, the second of which got the stacks the other way round."""
    answers = classifier(submission, first, second)(images)
    swapped = classifier(submission, second, first)(images)
    equal(answers, wanted)
    equal(swapped, ~wanted, "the answer with both stacks swapped")


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
    equal(classifier(submission, first, second)(images), wanted)


def test_answers_for_each_image_of_a_batch(submission, draw, digits):
    """A batch of k images gets k answers, True or False, however many were trained on."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 12, draw), some(digits.train, [other], 7, draw)
    images, wanted = clear_cases(some(digits.test, [one, other], 60, draw), first, second, WIDE)
    classify = classifier(submission, first, second)
    for count in (5, 1, 12):
        answers = is_tensor(classify(images[:count]), shape=(len(images[:count]),), dtype=torch.bool)
        equal(answers, wanted[:count])


def test_measures_distance_by_l1(submission, draw):
    """The distance is L1: a few big misses do not count more than many small ones of the same sum."""
    black, grey = torch.zeros(4, 28, 28), torch.full((3, 28, 28), 0.15)
    speckled = (draw.uniform(5, 28, 28) < 0.1).float()  # by L1 nearer to black, by L2 nearer to grey
    levels = torch.tensor([0.02, 0.1, 0.05, 0.13, 0.06]).view(5, 1, 1).expand(5, 28, 28)
    images, wanted = clear_cases(torch.cat([speckled, levels])[draw.permutation(10)], black, grey)
    judge_both_ways(submission, black, grey, images, wanted)


def test_averages_the_whole_stack(submission, draw):
    """The average is over all images of a stack, and each counts as much as any other."""
    dark, light = [torch.full((150, 28, 28), level, dtype=torch.uint8) for level in (0, 200)]
    first, second = torch.cat([dark, light]), torch.full((110, 28, 28), 60, dtype=torch.uint8)  # averages 100 and 60
    levels = torch.cat([draw.integers(20, 76, 5), draw.integers(85, 140, 5)])[draw.permutation(10)]
    images, wanted = clear_cases(levels.to(torch.uint8).view(10, 1, 1).repeat(1, 28, 28), first, second)
    judge_both_ways(submission, first, second, images, wanted)


def test_keeps_classifiers_apart(submission, draw, digits):
    """Two classifiers do not disturb each other: each remembers its own stacks."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 9, draw), some(digits.train, [other], 8, draw)
    images, wanted = clear_cases(some(digits.test, [one, other], 60, draw), first, second, WIDE)
    classify, reverse = classifier(submission, first, second), classifier(submission, second, first)
    answers, reversed_answers = classify(images), reverse(images)
    equal(answers, wanted, "what the first classifier says")
    equal(reversed_answers, ~wanted, "what the second classifier says")
