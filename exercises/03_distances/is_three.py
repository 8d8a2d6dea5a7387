"""Nearer to which average?

Now two earlier pieces fit together. `mean_image` gives a typical three and a
typical seven. `l1_distance` says how far apart two images are. So here is a rule
that reads handwriting: an image is a three if it is nearer to the typical three
than to the typical seven.

With images of one row and three pixels:

    typical three   0.0  0.8  0.4
    typical seven   0.9  0.1  0.2
    image           0.2  0.6  0.1

    how far from the three   (0.2 + 0.2 + 0.3) / 3 = 0.2333    nearer: a three
    how far from the seven   (0.7 + 0.5 + 0.1) / 3 = 0.4333

An image as far from one as from the other is not called a three.

A loop over thousands of images would be slow. PyTorch can compare a whole stack of
shape (n, h, w) with one average of shape (h, w) in a single step: it lines up the
shapes from the right, and uses the average again for each image (broadcasting).

    images          n  h  w
    average            h  w

What must come out is one answer an image. So the averaging may use up the two
axes of the picture, and has to leave the axis of the stack alone. It helps that
axes can also be counted from the end, whatever stands in front of them:

    >>> one, many = torch.zeros(28, 30), torch.zeros(5, 28, 30)
    >>> one.shape[-1], many.shape[-1]
    (30, 30)
    >>> one.amax(dim=(-2, -1)).shape, many.amax(dim=(-2, -1)).shape
    (torch.Size([]), torch.Size([5]))

That is how one and the same line serves a single image and a whole stack.
"""

import torch
from torch import Tensor


def is_three(images: Tensor, mean3: Tensor, mean7: Tensor) -> Tensor:
    """Is each image nearer (L1 distance) to `mean3` than to `mean7`?

    images: floats in [0, 1], one image (h, w) or a batch (n, h, w).
    mean3, mean7: the two average images, floats (h, w).
    Returns a bool tensor: shape () for one image, (n,) for a batch. A tie is False.
    No Python loop over the images.
    """
    raise NotImplementedError
