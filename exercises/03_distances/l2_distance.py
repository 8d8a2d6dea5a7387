"""L2 distance: big misses count more

The L1 distance treats ten small misses like one miss that is ten times as big.
Often that is not what we want: one pixel that is black instead of white catches
the eye more than ten that are a shade too light. The L2 distance squares each
difference first, so a big one counts far more than a small one. Its other name
tells you what to do, read from right to left: root mean square.

    difference   -4     0     6
    square       16     0    36      mean = 52 / 3 = 17.3333
                                     root of 17.3333 = 4.1633

The L1 distance of the same two rows is 3.3333. L2 is never smaller than L1, and
the more uneven the misses are, the larger is the gap:

    misses        5, 5, 5, 5         0, 0, 0, 20
    L1            5                  5
    L2            5                  10

The order of the three words matters. The root undoes the square only if nothing
has happened in between:

    >>> round((9 ** 0.5 + 1 ** 0.5) / 2, 4)     # root first, then mean
    2.0
    >>> round(((9 + 1) / 2) ** 0.5, 4)          # mean first, then root
    2.2361

The first line is only the L1 distance of the misses 3 and 1, found the long way
round. The second is their L2 distance.

The traps are those of `l1_distance`: uint8 numbers cannot go below 0 (and cannot
go above 255 either, which squares do at once), and different shapes are stretched
silently, so refuse them with a message.
"""

from torch import Tensor


def l2_distance(a: Tensor, b: Tensor) -> Tensor:
    """The root of the mean squared difference between `a` and `b`.

    a, b: float or uint8 tensors of any shape, the same for both.
    Returns a float tensor of shape (), float64 if the inputs are float64.
    Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
