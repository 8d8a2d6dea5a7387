"""A small convolutional network."""

from torch import nn


def conv_net() -> nn.Module:
    """A new network from images (n, 1, 28, 28) to logits (n, 10)."""
    # Each step of 2 halves the picture, 28 to 14 to 7, while the number of features grows.
    first = nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=1)
    second = nn.Conv2d(16, 32, kernel_size=3, stride=2, padding=1)
    # Plain scores: cross-entropy has its softmax inside.
    last = nn.Linear(32 * 7 * 7, 10)
    # `Flatten` keeps the first axis, which counts the images, so any number of them will do.
    return nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), nn.Flatten(), last)
