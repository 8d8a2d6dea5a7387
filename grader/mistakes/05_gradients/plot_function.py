"""Known wrong answers to `plot_function`. Each docstring is what the learner is told."""

import matplotlib.pyplot as plt
import torch

# The same picture can be drawn in many ways, so the check itself says what it recognised.
SYMPTOMS = {
    "min_and_max_ignored": "range_ignored",
    "stops_short": "stops_short",
    "axes_swapped": "axes_swapped",
    "labels_swapped": "labels_swapped",
    "label_below_forgotten": "without_tx",
    "label_at_the_left_forgotten": "without_ty",
    "title_forgotten": "without_title",
    "says_none": "says_none",
    "too_few_points": "too_few_points",
    "dots": "dots",
    "points_counted": "points_counted",
    "nothing_drawn": "nothing_drawn",
    "same_figure": "same_figure",
    "size_ignored": "size_ignored",
    "nothing_returned": "nothing_returned",
    "axes_first": "axes_first",
    "no_pair": "no_pair",
    "figure_and_axes_apart": "figure_and_axes_apart",
    "cut_off": "cut_off",
}


def min_and_max_ignored():
    """The line always goes from -2 to 2, whatever the caller says.

    -2 and 2 are only what `min` and `max` are if nobody gives others. With `min=0` and `max=10` the caller
    wants to see the piece from 0 to 10. Numbers that are written into the function cannot be changed from
    outside. Setting the limits of the axes does not help either: then the line covers a small part of the
    picture. The points themselves have to lie between `min` and `max`.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(-2.0, 2.0, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def stops_short():
    """The line stops one step before the end.

    `arange` and `range` leave the end out: from -2 to 2 in steps of 1 there are -2, -1, 0 and 1, and no 2.
    With a hundred points the missing piece is short, but the curve does not reach the edge, and the value
    at `max` itself is not shown. There is a function that takes both ends and the number of points, and
    the lesson shows it.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = min + (max - min) * torch.arange(100) / 100
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def axes_swapped():
    """The curve lies on its side: f(x) goes to the right, and x goes up.

    matplotlib takes what goes to the right first, and what goes up second. For x * x you get a curve that
    is open to the right, with two heights above each point. That is no picture of a function: each x has
    just one f(x). Hand over the x first.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(f(x).detach(), x)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def labels_swapped():
    """The two labels have changed places.

    `tx` is the text for x, which goes to the right, so it stands below. `ty` is the text for f(x), which
    goes up, so it stands at the left. A picture with "time" and "height" the wrong way round tells a wrong
    story, and nothing in the curve shows it. Follow each text from the parameter to the axis.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=ty, ylabel=tx, title=title)
        return fig, ax


def label_below_forgotten():
    """`tx` was given, and nothing stands below the picture.

    A curve without labels is a riddle: is it seconds, or years? The caller says what goes along the bottom,
    and that has to be written there, also if it is the only text that was given. Look whether `tx` is
    used at all, and whether it hangs on a condition about another text. An Axes has a method that sets
    the label of its x axis.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(ylabel=ty, title=title)
        return fig, ax


def label_at_the_left_forgotten():
    """`ty` was given, and nothing stands at the left of the picture.

    The height of a curve means something: a loss, a price, degrees. The caller says what, and that has to
    be written at the left, also if it is the only text that was given. Look whether `ty` is used at
    all, and whether it hangs on a condition about another text. An Axes has a method that sets the label
    of its y axis.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, title=title)
        return fig, ax


def title_forgotten():
    """`title` was given, and nothing stands above the picture.

    Among several pictures the title tells which is which. The caller gives it, and it has to be written
    above the curve, also if no labels were given. Look whether `title` is used at all, and whether it
    hangs on a condition about the labels. An Axes has a method that sets its title.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty)
        return fig, ax


def says_none():
    """Where no text was given, the picture says "None".

    `tx`, `ty` and `title` are None unless the caller gives them. None means that nothing is to be written.
    As part of a text, in `str(title)` or an f-string, it turns into the word "None", and that word stands
    in the picture. matplotlib understands None by itself, if it gets it as it is. Or ask first whether
    there is something to write.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=f"{tx}", ylabel=f"{ty}", title=f"{title}")
        return fig, ax


def too_few_points():
    """The line has too few points, and its corners can be seen.

    A computer draws straight lines from point to point. With 5 points x * x looks like a letter V with
    broken arms, and a function that goes up and down between two points seems to be flat. A hundred points
    cost next to nothing, and the curve looks round. Count the points, not the steps: 99 steps have
    100 points.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 50)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def dots():
    """The picture shows dots, and a line was wanted.

    `scatter`, or a format such as "o", draws each point for itself. That is right for data, where nothing is
    known about what lies between. A function has a value everywhere, and a line says so. Where the curve is
    steep, the dots are far apart, and the eye has to guess. Draw a line through them: it is what `plot`
    does if it is given no format.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.scatter(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def points_counted():
    """Along the bottom the points are counted, and your x are not used.

    If `plot` gets one thing only, it takes it for the heights, and numbers them 0, 1, 2 and so on. The curve
    has the right form, so it is easy to overlook. But its lowest point seems to be at 100, and it should be
    at 0. Give both: what goes to the right, and what goes up.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def nothing_drawn():
    """The frame that you give back is empty.

    There is an Axes, perhaps with labels and a title, but no line in it. Maybe the line went into another
    frame, or the figure was cleared after it had been shown. `plt.clf()` and `ax.clear()` wipe out what was
    drawn, and whoever gets the figure later finds nothing. Draw into the frame that you give back, and
    leave it as it is.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        f(torch.linspace(min, max, 200))
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def same_figure():
    """All calls draw into one and the same figure.

    `plt.plot`, `plt.gcf` and `plt.gca` work with whatever figure came last. The first call makes one, since
    there is none. The second finds it, and its curve lands on top of the first, or wipes it out. Somebody
    who kept the first picture finds it changed. Begin a new figure in each call, and draw into the axes
    that belong to it.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.gcf(), plt.gca()
        fig.set_size_inches(*figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def size_ignored():
    """The figure always has the same size, whatever `figsize` says.

    `figsize` is width and height in inches, and (6, 4) is only what it is if nobody gives another one. For
    a wide picture the caller may pass (12, 3). matplotlib takes the size when the figure is made: look for
    the keyword with the same name, and hand the parameter on.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=(6, 4))
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def nothing_returned():
    """The picture is drawn, but you give nothing back.

    In a notebook a picture appears as if by itself, and `plt.show()` opens a window. But the caller wants to
    go on with it: to add a point where the descent has arrived, or to save it in a file. A function without
    `return` gives None. Give back the figure and its axes, in this order.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)


def axes_first():
    """The axes come first and the figure second, and it should be the other way round.

    The caller writes `fig, ax = plot_function(...)`, as with matplotlib's own `subplots`. With the two the
    wrong way round, `fig` is the axes and `ax` the figure, and the first method that is called on one of
    them does not exist. From large to small: the sheet first, and then the frame on it.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return ax, fig


def no_pair():
    """What you give back is not a figure together with its axes.

    Two things were wanted, in a tuple: the Figure, which is the sheet, and the Axes, which is the frame with
    the curve. The caller writes `fig, ax = plot_function(...)`, and that stops with an error if only one of
    them comes. The line itself, which `plot` gives, is neither of the two. Keep a name for each of them when
    you make them, and give back both.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return ax


def figure_and_axes_apart():
    """The figure that you give back is an empty one: the axes belong to another.

    `plt.figure()` makes a figure, and `plt.subplots()` makes a second one together with its axes. With both,
    the curve is in the second, and whoever saves the first gets a white sheet. One call is enough: either
    take what `subplots` gives, both of it, or ask the figure that you made for axes of its own.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure(figsize=figsize)
        _, ax = plt.subplots()
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def cut_off():
    """A part of the line lies outside of what the axes show.

    You set limits by hand, and the curve is larger than they are. For x * x between -2 and 2 the heights go
    up to 4, and with a limit of 2 the upper half is missing. `min` and `max` speak of x, and not of the
    heights. Which heights there are depends on `f`, and matplotlib finds fitting limits by itself. Leave
    them to it.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title, ylim=(min, max))
        return fig, ax


def tracked_tensors_break_it():
    """A tracked tensor stops the drawing with an error.

    If `f` is a model, what it gives is tracked. matplotlib makes arrays of everything, and an array cannot
    record: "Can't call numpy() on Tensor that requires grad". For a picture no slope is needed. So say that
    the record may be left behind, before you hand the heights over. It was the subject of the step before.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, f(x))
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def one_point_at_a_time():
    """You call `f` with one number at a time, and it takes a whole tensor of shape (n,).

    A loop over the points hands `f` tensors of shape (), and one that stacks columns, as a model does, cannot
    work with those. It is slow too: two hundred calls instead of one. PyTorch's functions answer for all
    elements at once, so give `f` all the x in one tensor, and it gives all the heights.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200)
        ax.plot(x, [f(point).item() for point in x])
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def float64_points():
    """`f` gets a float64 tensor, and a float32 one was promised.

    NumPy's `linspace` makes float64, and `torch.from_numpy` keeps it. A model's weights are float32, and two
    types do not multiply as matrices: PyTorch stops with "expected m1 and m2 to have the same dtype", or
    words like that. If PyTorch makes the points, they have its usual type, float32.
    """

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 200, dtype=torch.float64)
        ax.plot(x, f(x).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax
