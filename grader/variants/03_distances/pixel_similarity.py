"""Answers to pixel_similarity in other styles: right ones, and the known mistakes as somebody else would write them."""

from functools import partial

import numpy as np
import torch
from torch import nn


def right_by_class():
    """An object that can be called, and keeps the averages as attributes."""

    class pixel_similarity:
        def __init__(self, first, second):
            self.first = torch.mean(first.to(torch.float64), 0)
            self.second = torch.mean(second.to(torch.float64), 0)

        def __call__(self, images):
            gap = torch.abs(images - self.first) - torch.abs(images - self.second)
            return gap.sum(-1).sum(-1) < 0


def right_by_module():
    """An nn.Module that is trained by being made, and the smaller column of a table of distances."""

    class Nearest(nn.Module):
        def __init__(self, *stacks):
            super().__init__()
            means = torch.stack([stack.float().mean(0).flatten() for stack in stacks])
            self.means = nn.Parameter(means, requires_grad=False)

        def forward(self, images):
            return torch.cdist(images.float().flatten(1), self.means, p=1).argmin(dim=1) == 0

    def pixel_similarity(first, second):
        return Nearest(first, second)


def right_by_partial():
    """No inner function: the averages are filled in beforehand by functools.partial."""

    def _nearer_to(one, other, images):
        flat = images.reshape(len(images), -1).double()
        return ((flat - one).abs().mean(1) - (flat - other).abs().mean(1)).lt(0)

    def pixel_similarity(first, second):
        one, other = [stack.reshape(len(stack), -1).double().mean(0) for stack in (first, second)]
        return partial(_nearer_to, one, other)


def right_by_loop():
    """Image by image, in NumPy; the exercise does not forbid a loop."""

    def pixel_similarity(first, second):
        a, b = first.numpy().mean(axis=0), second.numpy().mean(axis=0)

        def classify(batch):
            answers = []
            for image in batch.numpy():
                answers.append(bool(np.abs(image - a).mean() < np.abs(image - b).mean()))
            return torch.tensor(answers, dtype=torch.bool)

        return classify


def right_by_lambda():
    """Nothing is worked out before it is needed: the stacks are kept, and averaged when the classifier is called."""

    def pixel_similarity(first, second):
        def far(images, stack):
            average = sum(image.float() for image in stack) / len(stack)
            return torch.linalg.vector_norm(images.float() - average, ord=1, dim=(1, 2))

        return lambda images: far(images, first) < far(images, second)


def means_swapped():
    def pixel_similarity(first, second):
        m1, m2 = torch.mean(first.to(torch.float32), 0), torch.mean(second.to(torch.float32), 0)
        return lambda x: torch.abs(x - m1).sum((1, 2)) > torch.abs(x - m2).sum((1, 2))


def one_mean_for_both():
    def pixel_similarity(first, second):
        def average(stack):
            return second.double().mean(0)

        m1, m2 = average(first), average(second)
        return lambda x: torch.abs(x - m1).mean(-1).mean(-1) < torch.abs(x - m2).mean(-1).mean(-1)


def compares_with_training_images():
    def pixel_similarity(first, second):
        def classify(images):
            to_first = torch.abs(torch.sub(first.to(torch.float32), images.to(torch.float32)))
            to_second = torch.abs(torch.sub(second.to(torch.float32), images.to(torch.float32)))
            return to_first.flatten(1).sum(1) < to_second.flatten(1).sum(1)

        return classify


def threes_and_sevens_only():
    def pixel_similarity(first, second):
        def classify(images):
            x = images.double()
            upper, lower = x[:, :14].sum((1, 2)), x[:, 14:].sum((1, 2))
            return lower > upper

        return classify


def squared():
    def pixel_similarity(first, second):
        means = torch.stack([first.double().mean(0), second.double().mean(0)]).flatten(1)
        return lambda images: torch.cdist(images.double().flatten(1), means, p=2).argmin(1) == 0


def no_abs():
    def pixel_similarity(first, second):
        m1, m2 = first.double().mean(0), second.double().mean(0)

        def classify(images):
            return (images - m1).sum((-1, -2)) < (images - m2).sum((-1, -2))

        return classify


def abs_of_the_mean():
    def pixel_similarity(first, second):
        ink1, ink2 = (stack.double().mean() for stack in (first, second))

        def classify(images):
            ink = torch.mean(images.double(), dim=(1, 2))
            return torch.abs(ink - ink1) < torch.abs(ink - ink2)

        return classify


def averages_scaled():
    def pixel_similarity(first, second):
        m1, m2 = [torch.mean(stack / 255.0, 0) for stack in (first, second)]
        return lambda x: torch.abs(x - m1).sum((1, 2)) < torch.abs(x - m2).sum((1, 2))


def fails_on_uint8():
    def pixel_similarity(first, second):
        means = [torch.mean(stack, dim=0) for stack in (first, second)]

        def classify(images):
            far = [torch.abs(images - mean).sum(dim=(1, 2)) for mean in means]
            return far[0] < far[1]

        return classify


def uint8_averages():
    def pixel_similarity(first, second):
        def average(stack):
            return torch.from_numpy(stack.numpy().mean(axis=0).astype(stack.numpy().dtype))

        m1, m2 = average(first), average(second)
        return lambda x: torch.abs(x - m1).double().mean((1, 2)) < torch.abs(x - m2).double().mean((1, 2))


def one_answer_for_the_batch():
    def pixel_similarity(first, second):
        m1, m2 = torch.mean(first.float(), 0), torch.mean(second.float(), 0)

        def classify(images):
            far1, far2 = torch.abs(images - m1).sum(), torch.abs(images - m2).sum()
            return far1 < far2

        return classify


def answers_at_once():
    def pixel_similarity(first, second):
        m1, m2 = torch.mean(first.float(), 0), torch.mean(second.float(), 0)

        def classify(images):
            return torch.abs(images - m1).mean((1, 2)) < torch.abs(images - m2).mean((1, 2))

        return classify(first)


def last_one_wins():
    class Classifier:
        means = None

        def __call__(self, images):
            far = [torch.abs(images - mean).mean((-1, -2)) for mean in Classifier.means]
            return far[0] < far[1]

    def pixel_similarity(first, second):
        Classifier.means = torch.mean(first.float(), 0), torch.mean(second.float(), 0)
        return Classifier()


def one_image_only():
    def pixel_similarity(first, second):
        one, other = next(iter(first)).double(), next(iter(second)).double()
        return lambda x: torch.abs(x - one).sum((1, 2)) < torch.abs(x - other).sum((1, 2))


def median_not_mean():
    def pixel_similarity(first, second):
        m1, m2 = (torch.sort(stack.float(), dim=0).values[len(stack) // 2] for stack in (first, second))
        return lambda x: torch.abs(x - m1).sum((1, 2)) < torch.abs(x - m2).sum((1, 2))


def numbers_not_bools():
    def pixel_similarity(first, second):
        m1, m2 = torch.mean(first.float(), 0), torch.mean(second.float(), 0)

        def classify(images):
            far1, far2 = torch.abs(images - m1).sum((1, 2)), torch.abs(images - m2).sum((1, 2))
            return torch.where(far1 < far2, 1.0, 0.0)

        return classify


def list_of_bools():
    def pixel_similarity(first, second):
        m1, m2 = torch.mean(first.float(), 0), torch.mean(second.float(), 0)

        def is_first(image):
            return bool(torch.abs(image - m1).sum() < torch.abs(image - m2).sum())

        return lambda images: [is_first(image) for image in images]


EQUIVALENT = {
    "_distance: return (images - mean).abs().mean(dim=(-2, -1)) => return (images - mean).abs().sum(dim=(-2, -1))": (
        "both distances are of the same number of pixels, so their sums compare as their averages do"
    ),
    "_distance: return (images - mean).abs().mean(dim=(-2, -1)) => return (mean - images).abs().mean(dim=(-2, -1))": (
        "x and -x have the same absolute value"
    ),
    "_distance: return (images - mean).abs().mean(dim=(-2, -1)) => return (images - mean).abs().mean(dim=(-1, -2))": (
        "the order of the axes does not change an average over both"
    ),
    "pixel_similarity.classify: return _distance(images, mean_first) < _distance(images, mean_second) => "
    "return _distance(images, mean_first) <= _distance(images, mean_second)": (
        "images that are as far from one average as from the other are not judged"
    ),
    "pixel_similarity.classify: return _distance(images, mean_first) < _distance(images, mean_second) => "
    "return _distance(mean_first, images) < _distance(images, mean_second)": "a distance is the same both ways",
    "pixel_similarity.classify: return _distance(images, mean_first) < _distance(images, mean_second) => "
    "return _distance(images, mean_first) < _distance(mean_second, images)": "a distance is the same both ways",
}
