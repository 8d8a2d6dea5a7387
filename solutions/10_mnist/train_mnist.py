"""Ten digits: a small convolutional network, four passes over the shifted training images."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

EPOCHS, BATCH, PEAK_RATE = 4, 128, 0.01
MEAN, DEVIATION = 0.1307, 0.3081  # of MNIST's pixels, on the scale from 0 to 1


def train_mnist(images: Tensor, labels: Tensor, device: torch.device) -> Callable[[Tensor], Tensor]:
    """A model from uint8 images (m, 28, 28) to scores (m, 10), trained on `device`."""
    net = _net().to(device, memory_format=torch.channels_last)
    x, y = _prepare(images.to(device)), labels.to(device)
    steps = EPOCHS * (len(x) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters())
    # The learning rate climbs to its peak and then sinks to almost nothing: big steps first, fine ones at the end.
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=steps, pct_start=0.2)
    for rows in _batches(len(x), steps):
        loss = F.cross_entropy(net(_shifted(x[rows.to(device)])), y[rows.to(device)])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return _predictor(net, device)


def _net() -> nn.Sequential:
    """28 x 28 pixels -> 12 x 12 places of 16 features -> 5 x 5 of 32 -> 3 x 3 of 64 -> 10 scores."""
    return nn.Sequential(
        *_stage(1, 16, 5, nn.MaxPool2d(2)),
        *_stage(16, 32, 3, nn.MaxPool2d(2)),
        *_stage(32, 64, 3, nn.Identity()),
        nn.Flatten(),
        nn.Linear(64 * 3 * 3, 10),
    )


def _stage(inputs: int, outputs: int, size: int, pool: nn.Module) -> list[nn.Module]:
    """Look for patterns, keep the best match of each neighbourhood, centre and scale it, drop what is below 0.

    Pooling comes first because it leaves three quarters fewer numbers to be centred and scaled.
    """
    # Batch norm subtracts each feature's mean, so a bias before it would be taken away again.
    return [nn.Conv2d(inputs, outputs, size, bias=False), pool, nn.BatchNorm2d(outputs), nn.ReLU()]


def _prepare(images: Tensor) -> Tensor:
    """uint8 (m, 28, 28) to float (m, 1, 28, 28) with mean 0 and deviation 1 over all the training pixels."""
    return (images.unsqueeze(1).float() / 255 - MEAN) / DEVIATION


def _batches(n: int, steps: int) -> list[Tensor]:
    """`steps` batches of row numbers. Each pass has an order of its own, and leaves its last few rows out."""
    a_pass = n // BATCH
    return [rows for _ in range(steps // a_pass) for rows in torch.randperm(n).split(BATCH)[:a_pass]]


def _shifted(x: Tensor) -> Tensor:
    """The whole batch moved by up to one pixel: still the same digits, yet never the same numbers."""
    down, right = torch.randint(0, 3, (2,)).tolist()
    background = -MEAN / DEVIATION
    return F.pad(x, (1, 1, 1, 1), value=background)[:, :, down : down + 28, right : right + 28]


def _predictor(net: nn.Module, device: torch.device) -> Callable[[Tensor], Tensor]:
    # From here on batch norm uses the averages that it gathered while training, not those of the batch at hand.
    net.eval()

    @torch.no_grad()
    def predict(images: Tensor) -> Tensor:
        """Scores (m, 10), worked out 1,000 images at a time, so that a large m needs little memory."""
        return torch.cat([net(_prepare(part.to(device))) for part in images.split(1000)])

    return predict
