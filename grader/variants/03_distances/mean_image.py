"""Answers to mean_image in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch


def right_by_numpy():
    """NumPy averages, in float64 inside, and the answer is float32 again."""

    def mean_image(images):
        return torch.from_numpy(images.numpy().mean(axis=0, dtype=np.float64).astype(np.float32))


def right_by_adding_up():
    """One image after the other is added to a black one, in place on a tensor of its own."""

    def mean_image(images):
        total = torch.zeros(images.shape[1:])
        for image in images:
            total += image
        return total.div_(images.shape[0])


def right_by_running_average():
    """The average so far moves a little towards each new image; nothing is added up."""

    def mean_image(images):
        average = images[0].to(torch.float32)
        for seen, image in enumerate(images[1:], start=2):
            average = average + (image.to(torch.float32) - average) / seen
        return average


def right_by_weights():
    """A weighted sum, with the same weight for every image."""

    def mean_image(images):
        n = images.size(0)
        return torch.einsum("n,nhw->hw", torch.full((n,), 1 / n), images.to(torch.float32))


def right_by_pixel():
    """Nested lists of Python numbers: each pixel's values are gathered and averaged."""

    def mean_image(images):
        stack = images.tolist()
        rows = [[sum(pixels) / len(stack) for pixels in zip(*lines)] for lines in zip(*stack)]
        return torch.tensor(rows, dtype=torch.float32)


def right_by_whole_numbers():
    """uint8 pixels are added up as whole numbers, and `/` makes floats of the sum; one code for floats, too."""

    def mean_image(images):
        return torch.sum(images, 0).true_divide(len(images))


def mean_of_everything():
    def mean_image(images):
        return images.sum().float() / images.numel()


def mean_of_each_image():
    def mean_image(images):
        return torch.stack([image.float().mean() for image in images])


def wrong_axis():
    def mean_image(images):
        x = images.to(torch.float32)
        return torch.sum(x, 1) / x.shape[1]


def last_axis_averaged():
    def mean_image(images):
        return torch.mean(images.to(torch.float32), -1)


def median_image():
    def mean_image(images):
        return torch.quantile(images.to(torch.float32), 0.5, dim=0)


def sum_image():
    def mean_image(images):
        total = torch.zeros(images.shape[1], images.shape[2])
        for i in range(images.shape[0]):
            total = total + images[i]
        return total


def integer_result():
    def mean_image(images):
        return torch.mean(images.to(torch.float32), 0).to(torch.int32)


def whole_division():
    def mean_image(images):
        n, total = images.shape[0], images.sum(axis=0)
        return torch.floor_divide(total, n)


def back_to_uint8():
    def mean_image(images):
        average = images.numpy().mean(axis=0)
        return torch.from_numpy(average.astype(images.numpy().dtype))


def sum_wraps_around():
    def mean_image(images):
        return sum(images) / len(images)


def fails_on_uint8():
    def mean_image(images):
        return torch.mean(images, dim=0)


def keeps_the_axis():
    def mean_image(images):
        return (images.to(torch.float32).sum(0) / len(images)).unsqueeze(0)


def scaled():
    def mean_image(images):
        return torch.mean(images / 255.0, dim=0)


def float64_result():
    def mean_image(images):
        stack = np.array(images.tolist())
        return torch.from_numpy(stack.mean(axis=0))


EQUIVALENT = {}
