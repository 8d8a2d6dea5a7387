"""A small convolutional network

A linear layer has a weight for each pixel. Move a seven by three pixels, and it meets
other weights, as if it was another picture. But a stroke is a stroke, wherever it is. A
convolution has a few weights only, and lays them on every place, like a small stamp:

    picture      stamp      what comes out
    0 0 9 0      -1 1       0  18  -18
    0 0 9 0      -1 1       0  18  -18
    0 0 9 0

Lay the stamp on the upper left corner, multiply and add: -0 + 0 - 0 + 0 = 0. One step
to the right it is -0 + 9 - 0 + 9 = 18. This stamp finds left edges.

    >>> picture = torch.tensor([[0., 0, 9, 0]] * 3).view(1, 1, 3, 4)
    >>> stamp = torch.tensor([[-1., 1]] * 2).view(1, 1, 2, 2)
    >>> torch.conv2d(picture, stamp)[0, 0]
    tensor([[  0.,  18., -18.],
            [  0.,  18., -18.]])

`nn.Conv2d(1, 8, 3)` is a layer with 8 stamps of 3 by 3 that it learns. One channel goes
in, the grey values, and 8 come out, one a stamp. A step of 2 (`stride`) and an edge of
1 (`padding`) halve the picture: 28 becomes 14. Layers like this, with a ReLU between
them, make the picture smaller and the channels more. In the end a linear layer gives
the ten scores. Count with a pencil: 16 channels of 7 by 7 are 784 numbers, and with ten
outputs that takes 784 * 10 + 10 = 7850 parameters.

The scores are logits, any numbers at all. Well-known notes put a softmax at the end.
But cross-entropy has it inside, and a second one makes the network learn slowly.

Two more traps. The first axis counts the images, and it may be any number: who writes
down 64 fails at the last batch. And a single image should do in training too, though
batch norm behind the flattening cannot take its mean over one value.
"""

import torch
from torch import Tensor, nn


def conv_net() -> nn.Module:
    """A new network from images (n, 1, 28, 28) to logits (n, 10), for any n from 1 on.

    It has at most 200,000 parameters, and works in training and in evaluation mode.
    Among the operations that it runs is a convolution of PyTorch, such as `nn.Conv2d`
    or `torch.conv2d`; patches that are cut out and multiplied by hand do not count.
    Every call gives a network of its own.
    """
    raise NotImplementedError
