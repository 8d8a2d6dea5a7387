"""Where to begin

The first of the seven steps: the parameters need some numbers to begin with. Which
ones? All zeros looks fair, and is a trap: in a network with a hidden layer, numbers
that start out equal get equal gradients and take equal steps. They stay equal for
ever, and a hundred of them can do no more than one. So begin with chance.

Normal numbers are many small ones and few large ones. `std`, the standard deviation,
says how wide they spread. About 68 of 100 lie between -std and std, 95 of 100 within
2 * std, and hardly any beyond 3 * std:

                      ....|....
                   ...    |    ...
             ......       |       ......
      -------+------+-----0-----+------+-------
           -2std  -std         std    2std

`torch.randn` draws them with deviation 1, `torch.rand` draws something else: every
number from 0 to 1 is equally likely there, and none is negative.

To spread them wider, stretch them. Four numbers, by hand, three times as wide:

    -1.0   0.5   1.0  -0.5      become      -3.0   1.5   3.0  -1.5

Some notes call that factor the *variance*. It is not. The variance is the deviation
times itself: a factor of 3 makes the deviation 3, and the variance 9.

The order matters. A parameter is a *leaf*: recording begins with it. What is computed
from a tensor that records is no leaf, and its `.grad` stays empty:

    >>> heights = torch.tensor([1.8, 1.6], requires_grad=True)
    >>> heights.is_leaf, (heights - 1).is_leaf
    (True, False)

Chance can be repeated. A generator with the same seed gives the same numbers again:

    >>> torch.rand(2, generator=torch.Generator().manual_seed(7))
    tensor([0.5349, 0.1988])
    >>> torch.rand(2, generator=torch.Generator().manual_seed(7))
    tensor([0.5349, 0.1988])
"""

import torch
from torch import Tensor


def init_params(shape: tuple[int, ...], std: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
    """Normal random numbers to begin with: a float32 leaf that records gradients.

    shape: the sizes of the axes. Their product may well be 1.
    std: the standard deviation. The mean is 0.
    generator: where the chance comes from. The same seed gives the same numbers, another
    seed gives others. None: PyTorch's own.
    """
    raise NotImplementedError
