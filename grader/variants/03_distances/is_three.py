"""Answers to is_three in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def right_by_sums_of_rows():
    """Flattened pictures and sums: both are of the same number of pixels, so the sums compare as the averages do."""

    def is_three(images, mean3, mean7):
        flat = images.flatten(start_dim=-2)
        to3 = torch.sum(torch.abs(flat - mean3.flatten()), -1)
        to7 = torch.sum(torch.abs(flat - mean7.flatten()), -1)
        return torch.lt(to3, to7)


def right_by_numpy():
    """NumPy arrays all the way, and a tensor at the end."""

    def is_three(images, mean3, mean7):
        x = images.numpy().astype(np.float64)
        near = [np.abs(x - mean.numpy()).sum(axis=(-1, -2)) for mean in (mean3, mean7)]
        return torch.as_tensor(near[0] < near[1])


def right_by_cdist():
    """A table of distances, one column for each mean, on a batch that a single image becomes for a while."""

    def is_three(images, mean3, mean7):
        batch = images if images.dim() == 3 else images[None]
        means = torch.stack([mean3, mean7]).flatten(1)
        far = torch.cdist(batch.flatten(1), means, p=1)
        answers = far[:, 1].gt(far[:, 0])
        return answers if images.dim() == 3 else answers[0]


def right_by_module():
    """An nn.Module holds the two means; PyTorch's loss gives the differences."""

    class Nearest(nn.Module):
        def __init__(self, mean3, mean7):
            super().__init__()
            self.register_buffer("means", torch.stack([mean3, mean7]))

        def far(self, images, mean):
            return F.l1_loss(images, mean.expand_as(images), reduction="none").mean(-1).mean(-1)

        def forward(self, images):
            return self.far(images, self.means[1]) - self.far(images, self.means[0]) > 0

    def is_three(images, mean3, mean7):
        return Nearest(mean3, mean7)(images)


def right_by_both_means_at_once():
    """Both means in one subtraction, on an axis of their own in front."""

    def is_three(images, mean3, mean7):
        means = torch.stack((mean3, mean7))
        while means.dim() < images.dim() + 1:
            means = means.unsqueeze(1)
        three, seven = torch.linalg.vector_norm(images - means, ord=1, dim=(-2, -1))
        return ~(three >= seven)


def averaged_over_the_batch():
    def is_three(images, mean3, mean7):
        return F.l1_loss(images, mean3.expand_as(images)) < F.l1_loss(images, mean7.expand_as(images))


def reversed_answer():
    def is_three(images, mean3, mean7):
        gap = torch.abs(images - mean7).sum((-1, -2)) - torch.abs(images - mean3).sum((-1, -2))
        return gap < 0


def only_batches():
    def is_three(images, mean3, mean7):
        n, h, w = images.shape
        pixels = images.reshape(n, h * w)
        far = [torch.abs(pixels - mean.reshape(-1)).mean(1) for mean in (mean3, mean7)]
        return far[0] < far[1]


def no_abs():
    def is_three(images, mean3, mean7):
        gap3, gap7 = images - mean3, images - mean7
        return gap3.sum(-1).sum(-1) < gap7.sum(-1).sum(-1)


def abs_of_the_mean():
    def is_three(images, mean3, mean7):
        ink = images.sum(dim=(-1, -2))
        return torch.abs(ink - mean3.sum()) < torch.abs(ink - mean7.sum())


def squared():
    def is_three(images, mean3, mean7):
        def l2(mean):
            return torch.sqrt(torch.mean((mean - images) ** 2, dim=(-1, -2)))

        return l2(mean3) < l2(mean7)


def tie_is_three():
    def is_three(images, mean3, mean7):
        to3 = torch.abs(images - mean3).sum(dim=(-1, -2))
        to7 = torch.abs(images - mean7).sum(dim=(-1, -2))
        return ~(to7 < to3)


def pixel_by_pixel():
    def is_three(images, mean3, mean7):
        return torch.lt(torch.abs(mean3 - images), torch.abs(mean7 - images))


def vote_of_pixels():
    def is_three(images, mean3, mean7):
        votes = torch.abs(images - mean3) < torch.abs(images - mean7)
        yes, no = votes.sum(dim=(-1, -2)), (~votes).sum(dim=(-1, -2))
        return yes > no


def one_axis_only():
    def is_three(images, mean3, mean7):
        three = torch.mean(torch.abs(images - mean3), -1)
        seven = torch.mean(torch.abs(images - mean7), -1)
        return seven > three


def numbers_not_bools():
    def is_three(images, mean3, mean7):
        near = torch.abs(images - mean3).sum((-1, -2)) < torch.abs(images - mean7).sum((-1, -2))
        return torch.where(near, 1.0, 0.0)


def list_of_bools():
    def is_three(images, mean3, mean7):
        if images.dim() == 2:
            return bool(torch.abs(images - mean3).mean() < torch.abs(images - mean7).mean())
        far3 = torch.abs(images - mean3).flatten(1).mean(1)
        far7 = torch.abs(images - mean7).flatten(1).mean(1)
        return [a < b for a, b in zip(far3.tolist(), far7.tolist())]


def plain_bool_for_one():
    def is_three(images, mean3, mean7):
        if images.dim() == 2:
            return float(torch.abs(images - mean3).sum()) < float(torch.abs(images - mean7).sum())
        far = torch.cdist(images.flatten(1), torch.stack([mean3, mean7]).flatten(1), p=1)
        return far[:, 0] < far[:, 1]


def single_makes_a_batch():
    def is_three(images, mean3, mean7):
        if images.ndim == 2:
            images = images.unsqueeze(0)
        far = torch.cdist(images.flatten(1), torch.stack([mean3, mean7]).flatten(1), p=1)
        return far[:, 0] < far[:, 1]


def batch_of_one_squeezed():
    def is_three(images, mean3, mean7):
        far3 = torch.abs(images - mean3).mean(dim=(-1, -2), keepdim=True)
        far7 = torch.abs(images - mean7).mean(dim=(-1, -2), keepdim=True)
        return torch.squeeze(far3 < far7)


def loops_over_images():
    def is_three(images, mean3, mean7):
        def one(image):
            return torch.abs(image - mean3).sum() < torch.abs(image - mean7).sum()

        if images.dim() == 2:
            return one(images)
        answers = torch.zeros(images.shape[0], dtype=torch.bool)
        for i in range(images.shape[0]):
            answers[i] = one(images[i])
        return answers


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
}
