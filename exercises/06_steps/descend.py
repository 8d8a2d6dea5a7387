"""Step after step

One step downhill makes the loss a little smaller. Take another, and another: that is
gradient descent, and the sixth of the seven steps.

    initialise -> predict -> loss -> gradient -> step -> REPEAT -> stop
                     ^                                      |
                     +--------------------------------------+

Here there is one number, x, and `f` says how high it lies. By hand, for f(x) = x * x,
whose slope is 2 * x, from x = 8, with the learning rate 0.25:

    x         8      4      2      1
    slope    16      8      4      2
    moves    -4     -2     -1   -0.5         3 steps, 4 places: 8, 4, 2, 1

Near the bottom it is less steep, so the steps get shorter by themselves. The path is
what we want to see: every x that was visited, the start included. The last one alone
would not tell whether we went straight down, or leapt to and fro across the valley.

Some well-known notes write the step as `x = x.grad * lr`. That is no step: it throws
away the place where you stand. In the table above it gives the right numbers, by luck.
With rate 0.1 it leads from 8 to 0.1 * 16 = 1.6, and the step leads to 8 - 1.6 = 6.4.
What is meant is `x -= lr * x.grad`: from where you stand, a little downhill.

A loop has a trap of its own. `backward()` adds to what lies in `.grad`:

    >>> t = torch.tensor(8.0, requires_grad=True)
    >>> (t * t).backward()
    >>> (t * t).backward()
    >>> t.grad                          # 16 and 16 again
    tensor(32.)

And keep numbers. A tensor that is changed in place changes in every list it is in:

    >>> place = torch.tensor(8.0)
    >>> kept = [place, place.item()]
    >>> place -= 4
    >>> kept
    [tensor(4.), 8.0]
"""

import torch


def descend(f, x: float, lr: float, steps: int) -> list[float]:
    """Every x that gradient descent visits, from the start on: steps + 1 numbers.

    f: takes a tensor of shape () and gives a tensor of shape () that depends on it.
    Each step moves x by minus the learning rate `lr` times the slope of `f` there.
    Returns plain Python floats.
    """
    raise NotImplementedError
