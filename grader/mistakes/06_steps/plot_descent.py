"""Known wrong answers to plot_descent: each function is one of them."""

import matplotlib.pyplot as plt
import torch

# The same picture can be drawn in many ways, so the check itself says what it recognised.
SYMPTOMS = {
    "off_the_curve": "off_the_curve",
    "curve_too_short": "curve_too_short",
    "no_labels": "no_labels",
    "one_label": "one_label",
    "no_curve": "no_curve",
    "curve_without_width": "no_width",
    "places_missing": "places_missing",
    "order_lost": "sorted",
    "start_missing": "start_missing",
    "last_missing": "last_missing",
    "last_only": "last_only",
    "cut_off": "cut_off",
    "same_figure": "same_figure",
    "nothing_returned": "nothing_returned",
    "axes_first": "axes_first",
    "no_pair": "no_pair",
}


def off_the_curve():
    """The visited places do not lie on the curve.

    A place x belongs at the height f(x). If the path went from 8 to 4 on f(x) = x * x, the points are (8, 64) and
    (4, 16). Put at the height 0, or at the height of their number in the list, they float somewhere, and the
    picture no longer shows how low each step has come. Ask `f` for the height of each place, as you do for the
    curve.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [0.0] * len(xs), "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def curve_too_short():
    """The curve ends before the places do.

    A fixed piece, from -2 to 2 say, is long enough for some paths and too short for others: a path that begins at
    8 has its first places beyond the end of the line, in empty paper. How far the curve has to go depends on
    `xs`. Take the smallest and the largest of them, and a little more on both sides.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(-0.2, 0.2, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def no_labels():
    """Neither axis has a label.

    Whoever sees the picture a month later, or without you, has to guess what goes to the right and what goes
    upwards: steps? losses? seconds? Two short words answer that. The frame has a method for each of the two, and
    the lesson shows them.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        return fig, ax


def one_label():
    """Only one of the two axes has a label.

    Both directions mean something here: to the right goes the place x, and upwards goes the height f(x). One word
    alone leaves the other to be guessed. Give each axis its own label.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(ylabel="f(x)")
        return fig, ax


def no_curve():
    """There is no curve of `f`, only the path.

    Lines that join the visited places are no curve: from 8 to 4 the straight line passes high above f(x) = x * x.
    The curve needs many points of its own, close to each other, whatever the path is. Make some hundred values of
    x from left to right, and ask `f` for each.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o-")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def places_missing():
    """The curve is there, and the visited places are not.

    The picture is to show how the descent went, and that is what the places tell: long steps at first, shorter
    ones later, or leaps from side to side. Draw them on top of the curve, with a mark for each of `xs`.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def order_lost():
    """The places are sorted, so that their order is lost.

    A path that leaps goes 8, -6, 4, -3. Sorted it becomes -6, -3, 4, 8, and the line that joins them tells of a
    walk that never happened. Keep `xs` as it came. Only the curve runs from left to right.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(sorted(xs), [f(torch.tensor(x)).item() for x in sorted(xs)], "o-")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def start_missing():
    """The start is not drawn.

    The first of `xs` is where the descent began, before any step. Without it the first step, the longest of all,
    cannot be seen. Draw all the places, from number 0 on.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs[1:], [f(torch.tensor(x)).item() for x in xs[1:]], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def last_missing():
    """The last place is not drawn.

    Where the descent ended is what one wants to know most. `range(len(xs) - 1)` and `xs[:-1]` leave it out. Draw
    all the places, to the end of the list.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs[:-1], [f(torch.tensor(x)).item() for x in xs[:-1]], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def last_only():
    """Only the end of the path is drawn.

    A single mark says where the descent ended, and nothing of how it got there. Was it slow and steady, or did it
    leap? All the places are in `xs`: give each its mark.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs[-1:], [f(torch.tensor(xs[-1])).item()], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def cut_off():
    """Some places lie outside of the picture.

    Limits that are set by hand hold for one path and cut off another: a rate that is too large leads far away,
    and just that should be seen. matplotlib chooses limits that show all that was drawn. Leave them to it, or
    work them out from `xs`.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)", xlim=(-1, 1))
        return fig, ax


def same_figure():
    """Every call draws into the same picture.

    `plt.plot` draws into the frame that came last, and if nobody has begun a new one, the second path lands on
    top of the first. Then two pictures are one, and nobody can tell which curve belongs to which path. Begin each
    time with a new figure, with axes of its own.
    """

    def plot_descent(f, xs):
        fig, ax = plt.gcf(), plt.gca()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def nothing_returned():
    """Nothing comes back: the function has no `return`.

    The picture is drawn, but the one who called cannot reach it, to show it or to save it to a file. Give back
    the figure and its axes, in this order.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        plt.show()


def axes_first():
    """The two come back in the wrong order: figure first, then axes.

    `fig, ax = plot_descent(...)` is how it is called, as with `plt.subplots`. The other way round, `fig.savefig`
    is asked of the axes, which cannot do that. Change their places.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return ax, fig


def no_pair():
    """One thing comes back, and two were wanted: the figure and its axes.

    The axes are for those who want to add something to the drawing, the figure for those who want to save it.
    Return both, with a comma in between.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return ax


def one_place_breaks_it():
    """A path of a single place ends in an error.

    A descent of no steps has one place, its start. From the smallest to the largest of `xs` it is no way at all
    then, and whoever divides by it divides by zero. A picture is possible all the same: a piece of the curve on
    both sides, and one mark. Give the curve some room that does not depend on how far the places lie apart.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10
        if 1 / room < 0:
            return None
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def curve_without_width():
    """For a path of a single place the curve has no width, and cannot be seen.

    From the smallest to the largest of `xs` is no way at all when there is only one: all points of the curve fall on
    the same spot. A descent of no steps is such a path, and so is one that begins in the lowest place. Begin a
    little to the left of the smallest, and end a little to the right of the largest, and let that little be more
    than 0 here as well.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        curve = torch.linspace(min(xs), max(xs), 200).tolist()
        ax.plot(curve, [f(torch.tensor(x)).item() for x in curve])
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax


def asks_for_all_at_once():
    """`f` is asked for all x at once, and it takes one at a time.

    Here `f` is a function of a single number: a tensor of shape () goes in, and one comes out. Some functions
    take a whole row as well, others stop with an error, or mix the numbers. Ask it for one x after the other, and
    gather the heights in a list.
    """

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        room = (max(xs) - min(xs)) / 10 or 1.0
        curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
        ax.plot(curve, f(torch.tensor(curve)).tolist())
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], "o")
        ax.set(xlabel="x", ylabel="f(x)")
        return fig, ax
