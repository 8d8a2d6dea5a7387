"""Answers to scale_channels in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
from torch.nn import functional


def right_reshaped():
    """The gains get four axes, with ones around the channels."""

    def scale_channels(images, gains):
        return images.mul(gains.reshape(1, -1, 1, 1))


def right_channels_last():
    """The channels go to the end, where broadcasting meets them, and back again."""

    def scale_channels(images, gains):
        return (images.movedim(1, -1) * gains).movedim(-1, 1)


def right_with_einsum():
    """Each axis has a letter."""

    def scale_channels(images, gains):
        return torch.einsum("nchw,c->nchw", images, gains)


def right_as_convolution():
    """Each channel is convolved by itself with a single weight."""

    def scale_channels(images, gains):
        return functional.conv2d(images, gains[:, None, None, None], groups=len(gains))


def right_own_copy():
    """A copy that is multiplied in place by gains stretched to the full shape."""

    def scale_channels(images, gains):
        scaled = images.clone()
        scaled *= gains[..., None, None].expand_as(images)
        return scaled


def along_the_width():
    def scale_channels(images, gains):
        return images * gains[None, None, None, :]


def along_the_height():
    def scale_channels(images, gains):
        return images * gains.reshape(-1, 1)


def along_the_batch():
    def scale_channels(images, gains):
        return images * gains.reshape(-1, 1, 1, 1)


def only_when_width_is_channels():
    def scale_channels(images, gains):
        channels = images.shape[-1]
        return images * gains.reshape(1, channels, 1, 1)


def three_channels_only():
    def scale_channels(images, gains):
        red, green, blue = images[:, 0] * gains[0], images[:, 1] * gains[1], images[:, 2] * gains[2]
        return torch.stack([red, green, blue], dim=1)


def one_gain_for_all():
    def scale_channels(images, gains):
        return images * gains[0].item()


def added():
    def scale_channels(images, gains):
        n, c, h, w = images.shape
        return images + gains.view(1, c, 1, 1)


def divided():
    def scale_channels(images, gains):
        return torch.div(images, gains.view(-1, 1, 1))


def channels_summed():
    def scale_channels(images, gains):
        return (images * gains.view(1, -1, 1, 1)).sum(dim=1, keepdim=True)


def written_into_the_images():
    def scale_channels(images, gains):
        return images.mul_(gains.view(1, -1, 1, 1))


def channel_by_channel():
    def scale_channels(images, gains):
        scaled = torch.empty_like(images)
        for channel in range(images.shape[1]):
            scaled[:, channel] = images[:, channel] * gains[channel]
        return scaled


def always_float32():
    def scale_channels(images, gains):
        return images.to(torch.float32) * gains.to(torch.float32)[:, None, None]


def float32_on_the_way():
    def scale_channels(images, gains):
        factors = torch.Tensor(gains.tolist()).reshape(-1, 1, 1)
        return images * factors


EQUIVALENT = {}
