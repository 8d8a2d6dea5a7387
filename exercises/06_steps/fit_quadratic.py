"""The seven steps

Everything is there now; here it comes together. Somebody has timed a toboggan on a
bumpy run. Its speed first falls and then rises again, roughly like a parabola:

    speed = a * time**2 + b * time + c        plus some noise

Which a, b and c fit best? Nobody tells. So take the seven steps:

    1 initialise   three numbers by chance: whatever they are, they will be bettered
    2 predict      the speed that these three give, for every time
    3 loss         how wrong that is: the mean of the squared differences
    4 gradient     for each of the three: which way is up, and how steep
    5 step         each moves by minus the learning rate times its slope
    6 repeat       steps 2 to 5, again and again
    7 stop         after as many rounds as were asked for

By hand, with two measurements, at times 0 and 1 with speeds 2 and 2, from a = b = c = 0:

    predictions   0 and 0            differences  -2 and -2           loss (4 + 4) / 2 = 4
    slope of c    2 * (-2 - 2) / 2 = -4
    slope of b    2 * (-2 * 0 - 2 * 1) / 2 = -2         (and of a the same, for 1 * 1 = 1)

With the learning rate 0.1 the three become 0.2, 0.2 and 0.4. At time 1 that predicts 0.8
in place of 0: the right way, and not yet there.

There is a formula that finds the best parabola at once. It ends with parabolas, though:
for a network with a thousand numbers nobody knows one, and the seven steps still work.
So here they are wanted, round by round, and we look where they end.

All three numbers can live in one tensor, which has one `.grad`:

    >>> import torch
    >>> three = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> (three * torch.tensor([10.0, 20.0, 30.0])).sum().backward()
    >>> three.grad
    tensor([10., 20., 30.])
"""

import torch
from torch import Tensor


def fit_quadratic(
    time: Tensor,
    speed: Tensor,
    lr: float = 1e-3,
    steps: int = 1000,
    generator: torch.Generator | None = None,
) -> Tensor:
    """a, b and c of a·t² + b·t + c after `steps` steps of gradient descent, shape (3,).

    time, speed: (n,). The loss is the mean squared error over all n.
    The start is `torch.randn(3, generator=generator)`. What comes back is detached.
    """
    raise NotImplementedError
