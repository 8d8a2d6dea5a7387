"""L1 distance: how far apart are two images?

A machine cannot see that two images look alike. It can compare numbers. So we go
through both images pixel by pixel, ask "how far apart?" at each place, and take
the average of the answers. That average is called the L1 distance. In `pairwise_l1`
you took it for many pairs of rows at once; now for one pair, of any shape. Here is a
row of three pixels from each image:

    a             3     7    10
    b             7     7     4
    difference   -4     0     6
    how far       4     0     6      average = 10 / 3 = 3.3333

"How far" has no sign. If the signs stayed, -4 and 6 would partly cancel, and two
very different images could end up at distance zero. A distance of zero should
mean one thing only: the images are equal.

Two traps wait on the way. Both are silent: no error, just a wrong number.

First, pixels straight from a file are uint8, whole numbers from 0 to 255. There
is no room for a minus sign, so they start again from the top, like a car's mileage
counter that is turned backwards:

    >>> torch.tensor(3, dtype=torch.uint8) - torch.tensor(7, dtype=torch.uint8)
    tensor(252, dtype=torch.uint8)

Second, three numbers in a row minus three numbers in a column do not fail. PyTorch
stretches both (this is broadcasting) and compares everything with everything:

    >>> (torch.zeros(3) - torch.zeros(3, 1)).shape
    torch.Size([3, 3])

So refuse inputs of different shapes before you compare anything, and let the error say
which shapes came.
"""

import torch
from torch import Tensor


def l1_distance(a: Tensor, b: Tensor) -> Tensor:
    """The average absolute difference between `a` and `b`.

    a, b: float or uint8 tensors of any shape, the same for both.
    Returns a float tensor of shape (), float64 if the inputs are float64.
    Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
