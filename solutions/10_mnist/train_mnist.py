"""Ten digits: a small convolutional network, two passes over the training images, each moved by up to a pixel."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

_PASSES, _BATCH, _RATE = 2, 256, 0.015
_MEAN, _DEVIATION = 0.1307, 0.3081  # of MNIST's pixels, on the scale from 0 to 1


def train_mnist(images: Tensor, labels: Tensor, device: torch.device) -> Callable:
    """A model from uint8 images (m, 28, 28) to scores (m, 10), trained on `device`."""
    # Features of a pixel side by side in memory: that is how convolutions are quickest on a CPU.
    net = _net().to(device, memory_format=torch.channels_last)
    moved, labels = _moves(_prepared(images.to(device))), labels.to(device)
    steps = _PASSES * (len(labels) // _BATCH)
    optimizer = torch.optim.AdamW(net.parameters())
    # The rate climbs to its peak and then sinks to almost nothing: long steps first, fine ones at the end.
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.2)
    for rows in _batches(len(labels)):
        down, right = torch.randint(0, 3, (2, _BATCH))
        # Smoothed labels, 0.91 for the truth and 0.01 for the others: no image can pull without end.
        loss = cross_entropy(net(moved[rows, :, down, right]), labels[rows], label_smoothing=0.1)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return _model(net, device)


def _net() -> nn.Sequential:
    """28 x 28 pixels -> 12 x 12 places of 16 features -> 10 x 10 of 32 -> 4 x 4 of 32 -> 2 x 2 of 64 -> 10 scores."""
    return nn.Sequential(
        *_stage(1, 16, 5, nn.MaxPool2d(2)),
        *_stage(16, 32, 3),
        *_stage(32, 32, 3, nn.MaxPool2d(2)),
        *_stage(32, 64, 3),
        nn.Flatten(),
        nn.Linear(64 * 2 * 2, 10),
    )


def _stage(inputs: int, outputs: int, size: int, *pool: nn.Module) -> list[nn.Module]:
    """Look for patterns, keep the best match of each neighbourhood, centre and scale it, drop what is below 0.

    Pooling comes early because it leaves three quarters fewer numbers to be centred and scaled.
    """
    # Batch norm subtracts each feature's mean, so a bias before it would be taken away again.
    return [nn.Conv2d(inputs, outputs, size, bias=False), *pool, nn.BatchNorm2d(outputs), nn.ReLU()]


def _prepared(images: Tensor) -> Tensor:
    """uint8 (m, 28, 28) to float (m, 1, 28, 28), with mean 0 and deviation 1 over all the pixels of the digits."""
    return (images.unsqueeze(1).float() / 255 - _MEAN) / _DEVIATION


def _moves(x: Tensor) -> Tensor:
    """Views (n, 1, 3, 3, 28, 28): each image moved by -1, 0 or 1 pixel down and to the right. No pixel is copied."""
    background = -_MEAN / _DEVIATION
    return nn.functional.pad(x, (1, 1, 1, 1), value=background).unfold(2, 28, 1).unfold(3, 28, 1)


def _batches(n: int) -> list[Tensor]:
    """The row numbers of every batch. Each pass has an order of its own, and leaves its last few rows out."""
    return [rows for _ in range(_PASSES) for rows in torch.randperm(n).split(_BATCH)[: n // _BATCH]]


def _model(net: nn.Module, device: torch.device) -> Callable:
    # From here on batch norm uses the averages that it gathered while training, not those of the batch at hand.
    net.eval()

    @torch.no_grad()
    def model(images: Tensor) -> Tensor:
        """Scores (m, 10), worked out 1,000 images at a time, so that a large m needs little memory."""
        return torch.cat([net(_prepared(part.to(device))) for part in images.split(1000)])

    return model
