import pytest
import torch

from grader.calls import SubmissionRaised
from grader.expect import check_that, equal, fail
from grader.show import dtype_name, kind, with_article

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
    at_once = "answers_at_once" if isinstance(classify, torch.Tensor) else None
    check_that(callable(classify), f"`pixel_similarity` gave {kind(classify)}, but a function was wanted.", at_once)
    return classify


def is_right(answers, wanted):
    return isinstance(answers, torch.Tensor) and answers.dtype == torch.bool and answers.tolist() == wanted.tolist()


def no_numbers(answers, wanted):
    """Right answers are True and False: one symptom for numbers of any type."""
    if isinstance(answers, torch.Tensor) and answers.dtype != torch.bool and is_right(answers != 0, wanted):
        name = dtype_name(answers.dtype)
        fail(f"The answer has numbers of type {name}, but bool was wanted.", symptom="numbers_not_bools")


def answers_for(submission, first, second, images):
    """What a classifier says; a symptom where it needs as many images as there were in the stacks."""
    fewest = min(len(first), len(second))
    classify = classifier(submission, first, second)
    try:
        answers = classify(images)
    except SubmissionRaised as raised:
        n = min(fewest, len(images))
        classifier(submission, first[:n], second[:n])(images[:n])  # if that raises too, the learner is told so
        came = f"{with_article(raised.kind)} came: {raised.text}"
        fail(f"{len(images)} new images were asked about. {came}", symptom="compares_with_training_images")
    if fewest < len(images) and isinstance(answers, torch.Tensor) and answers.shape == (fewest,):
        fail(
            f"There are {fewest} answers for {len(images)} new images: as many as there were images in a stack.",
            symptom="compares_with_training_images",
        )
    return answers


def looks_at_the_stacks(answers, swapped):
    """With the stacks swapped, the answers cannot stay as they are (but for those that are all the same)."""
    many = isinstance(answers, torch.Tensor) and answers.numel() > 30  # few may be the same by luck
    same = many and is_right(swapped, answers) and bool(answers.any() and not answers.all())
    told = "The answers are the same with both stacks swapped, so they do not depend on the stacks."
    check_that(not same, told, symptom="threes_and_sevens_only")


def judge_both_ways(submission, first, second, images, wanted):
    """The answers of two classifiers, the second of which got the stacks the other way round."""
    answers = answers_for(submission, first, second, images)
    swapped = answers_for(submission, second, first, images)
    no_numbers(answers, wanted)
    looks_at_the_stacks(answers, swapped)
    equal(answers, wanted)
    equal(swapped, ~wanted, "the answer with both stacks swapped")


def unscaled(images):
    return images


def scaled(images):
    return images / 255


# Odd numbers of training images have one median, however it is taken: so whoever took it is told so.
@pytest.mark.parametrize(("scale", "count"), [(unscaled, 241), (scaled, 81)], ids=["uint8", "float"])
def test_recognises_unseen_digits(submission, draw, digits, scale, count):
    """For any two digits, each unseen image goes to the kind whose average is nearer."""
    one, other = two_kinds(draw)
    first = scale(some(digits.train, [one], count, draw))
    second = scale(some(digits.train, [other], count // 4 * 2 + 1, draw))
    images, wanted = clear_cases(scale(some(digits.test, [one, other], count - 10, draw)), first, second)
    judge_both_ways(submission, first, second, images, wanted)


def test_answers_for_each_image_of_a_batch(submission, draw, digits):
    """A batch of k images gets k answers, True or False, however many were trained on."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 12, draw), some(digits.train, [other], 7, draw)
    images, wanted = clear_cases(some(digits.test, [one, other], 60, draw), first, second, WIDE)
    classify = classifier(submission, first, second)
    counts = (5, 1, 12, len(images))
    given = [(count, classify(images[:count])) for count in counts]
    swapped = classifier(submission, second, first)(images)
    for count, answers in given:
        equal(answers, wanted[:count], f"the answer for a batch of {count}")
    equal(swapped, ~wanted, "the answer with both stacks swapped")


def test_measures_distance_by_l1(submission, draw):
    """The distance is L1: a few big misses do not count more than many small ones of the same sum."""
    black, grey = torch.zeros(4, 28, 28), torch.full((3, 28, 28), 0.15)
    # So many pixels are white: below a half is nearer to black by L1, and by L2 only what is below 0.08.
    whites = torch.tensor([0.04, 0.1, 0.4, 0.65, 0.7]).view(5, 1, 1)
    speckled = (draw.uniform(5, 28, 28) < whites).float()
    levels = torch.tensor([0.02, 0.1, 0.05, 0.13, 0.06]).view(5, 1, 1).expand(5, 28, 28)
    images, wanted = clear_cases(torch.cat([speckled, levels])[draw.permutation(10)], black, grey)
    judge_both_ways(submission, black, grey, images, wanted)


def test_averages_the_whole_stack(submission, draw):
    """The average is over all images of a stack, and each counts as much as any other."""
    # The averages are 96 and 60. The first image of the first stack is 200, and its median 0.
    light, dark = torch.full((120, 28, 28), 200, dtype=torch.uint8), torch.zeros(130, 28, 28, dtype=torch.uint8)
    first, second = torch.cat([light, dark]), torch.full((110, 28, 28), 60, dtype=torch.uint8)
    levels = torch.cat([draw.integers(20, 72, 5), draw.integers(84, 140, 5)])[draw.permutation(10)]
    images, wanted = clear_cases(levels.to(torch.uint8).view(10, 1, 1).repeat(1, 28, 28), first, second)
    judge_both_ways(submission, first, second, images, wanted)
    low = draw.integer(5, 30)  # averages between whole numbers, low + 0.5 and low + 10.5, with 5 to either side
    pairs = torch.tensor([[low, low + 1], [low + 10, low + 11]], dtype=torch.uint8)
    first, second = pairs.view(2, 2, 1, 1).expand(2, 2, 28, 28)
    images = (low + draw.permutation(12)).to(torch.uint8).view(12, 1, 1).repeat(1, 28, 28)
    judge_both_ways(submission, first, second, *clear_cases(images, first, second))


def test_keeps_classifiers_apart(submission, draw, digits):
    """Two classifiers do not disturb each other: each remembers its own stacks."""
    one, other = two_kinds(draw)
    first, second = some(digits.train, [one], 9, draw), some(digits.train, [other], 8, draw)
    images, wanted = clear_cases(some(digits.test, [one, other], 60, draw), first, second, WIDE)
    classify, reverse = classifier(submission, first, second), classifier(submission, second, first)
    answers, reversed_answers = classify(images), reverse(images)
    equal(answers, wanted, "what the first classifier says")
    equal(reversed_answers, ~wanted, "what the second classifier says")
