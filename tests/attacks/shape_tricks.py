"""Answers that would be right if only their shape were spread out."""


def distance_from_target__one_number_for_all():
    """A single number of rank 0, in the hope that the comparison broadcasts it."""

    def distance_from_target(preds, targs):
        return preds.mean()


def matmul__expanded():
    """One column, expanded to the shape that is wanted."""

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("sizes differ: these and those")
        column = (a * b[:, 0]).sum(1, keepdim=True)
        return column.expand(a.shape[0], b.shape[1])


def mnist_loss__one_element_too_deep():
    """The right number, but of shape (1,)."""
    import torch

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        return torch.where(targs == 1, 1 - preds, preds).mean().reshape(1)


def mean_image__empty():
    """No numbers at all: nothing in them is wrong."""
    import torch

    def mean_image(images):
        return torch.empty(0)


def as_rows__strides_of_zero():
    """A view of the right shape whose rows are all the same memory."""

    def as_rows(images):
        n, h, w = images.shape
        return images[:1].reshape(1, h * w).expand(n, h * w)


def pairwise_l1__other_way_round():
    """The transposed answer, with strides that make it look like the right one."""
    import torch

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError("sizes differ: these and those")
        right = (a[:, None] - b[None]).abs().mean(-1)
        return right.t().contiguous().as_strided(right.shape, right.stride())


def stack_images__zero_images():
    """A stack with no images in it."""
    import torch

    def stack_images(images):
        if not images or len({tuple(i.shape) for i in images}) > 1:
            raise ValueError("images of one size are wanted, these came")
        return torch.zeros(0, *images[0].shape)
