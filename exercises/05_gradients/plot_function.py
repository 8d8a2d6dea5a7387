"""See the slope

A gradient is easier to believe when you see the function. So you make yourself a tool
that draws any function of one number, to be used from here to the last chapter.

A computer draws no curves. It draws many short straight lines between points, so many
that the corners cannot be seen. For f(x) = x * x between -2 and 2, with 5 points:

    x       -2    -1     0     1     2        4 |  o           o
    f(x)     4     1     0     1     4        3 |
                                              2 |
    5 points: you see every corner            1 |     o     o
    100 points: it looks round                0 |________o________
                                                  -2     0     2

All x are made at once, as one tensor, and `f` answers for all of them at once. `f` may
well be a model: then what it gives is tracked, and matplotlib, which draws here, makes
arrays of everything. The step before was about that.

    >>> torch.arange(-2.0, 2.0, 1.0)            # stops before the end
    tensor([-2., -1.,  0.,  1.])
    >>> torch.linspace(-2.0, 2.0, 5)            # both ends, and how many
    tensor([-2., -1.,  0.,  1.,  2.])

matplotlib knows two things by name. A Figure is the sheet of paper, with its size in
inches. An Axes is the frame on it with the curve, the ticks, the labels and the title.

Many notes draw with `plt.plot(...)`, which draws into whatever frame came last. That
goes well once. The second curve lands on top of the first, if nobody has begun a new
sheet. Ask for a sheet and a frame of your own, and draw into that frame:

    >>> sheet, (left, right) = plt.subplots(1, 2)
    >>> left.set_title("into this one"), right.get_title()
    (Text(0.5, 1.0, 'into this one'), '')

There need not be a screen for this. The picture is kept, and can go into a file.
"""

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def plot_function(
    f,
    tx=None,
    ty=None,
    title=None,
    min=-2.0,
    max=2.0,
    figsize=(6, 4),
) -> tuple[Figure, Axes]:
    """Draw `f` as a line from `min` to `max`, both included, in a new figure.

    f: takes a float32 tensor of shape (n,) and gives one of that shape, maybe tracked.
    tx, ty, title: the text below, at the left and above. None means that there is none.
    min, max: where the line begins and ends. It has at least 100 points.
    figsize: width and height of the figure in inches.
    Returns the figure and its axes, in this order.
    """
    raise NotImplementedError
