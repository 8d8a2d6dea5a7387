"""Answers to as_rows in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
from torch import nn


def right_flattened():
    """The axes from the second on are made one."""

    def as_rows(images):
        return images.flatten(1)


def right_rest_worked_out():
    """`reshape` with the number of images and a -1."""

    def as_rows(images):
        return images.reshape(len(images), -1)


def right_module():
    """A layer that flattens."""

    as_rows = nn.Flatten()


def right_through_numpy():
    """NumPy looks at the same memory and cuts it anew."""

    def as_rows(images):
        n, h, w = images.shape
        return torch.from_numpy(images.numpy().reshape(n, h * w))


def right_by_strides():
    """Sizes and strides are given by hand."""

    def as_rows(images):
        n, h, w = images.size()
        return images.as_strided((n, h * w), (h * w, 1))


def one_row_of_everything():
    def as_rows(images):
        return images.flatten()[None, :]


def no_axis_for_the_images():
    def as_rows(images):
        return images.reshape(images.numel())


def a_copy():
    def as_rows(images):
        rows = torch.empty(len(images), images[0].numel(), dtype=images.dtype)
        for i, image in enumerate(images):
            rows[i] = image.flatten()
        return rows


def made_float():
    def as_rows(images):
        n, h, w = images.shape
        return images.to(torch.float32).view(n, h * w)


def down_the_columns():
    def as_rows(images):
        n, h, w = images.shape
        return images.permute(0, 2, 1).reshape(n, w * h)


def images_as_columns():
    def as_rows(images):
        return images.flatten(start_dim=1).transpose(0, 1)


def always_28_by_28():
    def as_rows(images):
        return images.reshape(images.shape[0], 28 * 28)


def assumes_squares():
    def as_rows(images):
        side = images.size(-1)
        return images.view(len(images), side**2)


def rows_of_pixels():
    def as_rows(images):
        n, h, w = images.shape
        return images.reshape(n * h, w)


def single_image_squeezed():
    def as_rows(images):
        if images.shape[0] == 1:
            return images.view(-1)
        return images.view(images.shape[0], -1)


EQUIVALENT = {}
