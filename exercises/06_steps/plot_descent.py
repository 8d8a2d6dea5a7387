"""See the path

Numbers such as 8, 4, 2, 1 say that something went well. A picture says how. Draw the
function as a curve, and put the places that were visited on it, in their order:

    f |o                      .        o  a visited place
      | \\                    /
      |  \\                  /         The first o is the start. The steps get
      |   o                .           shorter: it becomes less steep.
      |    `o_          _,'
      |       `o--oo--'                A rate that is too large is seen at once:
      +----------------------- x       the o leap from one side to the other.

Two things belong together here. The curve is a line through many points, close to each
other, as in `plot_function`. The visited places are few: `xs`, as `descend` gives them,
each at the height of `f` there. Below the curve, or beside it, they would be wrong.

`f` takes a tensor of shape () and gives one. So it has to be asked for one x after the
other, also for the curve:

    >>> import torch
    >>> [round(torch.tensor(x).exp().item(), 2) for x in (0.0, 0.5, 1.0)]
    [1.0, 1.65, 2.72]

How far should the curve go? At least from the smallest of `xs` to the largest: all the
places are to lie on it, and inside of the picture. And if there is only one place, or
all are the same, the curve needs some room all the same, or it is a dot.

A picture without words is a riddle a month later. Say what goes to the right, and what
goes upwards:

    >>> import matplotlib.pyplot as plt
    >>> sheet, frame = plt.subplots()
    >>> frame.set_xlabel("week"), frame.set_ylabel("rain in mm")
    (Text(0.5, 0, 'week'), Text(0, 0.5, 'rain in mm'))
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure


def plot_descent(f, xs: list[float]) -> tuple[Figure, Axes]:
    """The curve of `f` with the visited places `xs` on it, in order, and both axes labelled.

    f: takes a tensor of shape () and gives one of shape ().
    xs: at least one place. All of them lie on the curve and inside of the picture.
    Returns the figure and its axes, in this order.
    """
    raise NotImplementedError
