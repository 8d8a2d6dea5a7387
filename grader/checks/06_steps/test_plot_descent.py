import numpy as np
import pytest
import torch

from grader.expect import check_that, fail
from grader.show import kind

POINTS = 20  # fewer are no curve
GAP = 0.12  # of the way from the first to the last place: the longest without a point of the curve


def drawn(submission, f, xs):
    """The axes of one call's picture."""
    answer = submission.plot_descent(f, xs)
    check_that(answer is not None, "The answer is None, but the figure and its axes were wanted.", "nothing_returned")
    pair = isinstance(answer, tuple) and len(answer) == 2
    check_that(pair, f"The answer is {kind(answer)}, but a tuple of two was wanted: figure, axes.", "no_pair")
    fig, ax = answer
    turned = hasattr(fig, "get_lines") and hasattr(ax, "savefig")
    check_that(not turned, "The axes come first, but the figure was wanted first.", "axes_first")
    both = hasattr(fig, "savefig") and hasattr(ax, "get_lines")
    check_that(both, f"The two are {kind(fig)} and {kind(ax)}, but a Figure and an Axes were wanted.", "no_pair")
    return fig, ax


def heights(f, xs):
    with torch.no_grad():
        return np.array([float(f(torch.tensor(float(x), dtype=torch.float64))) for x in xs])


def near(one, other, scale):
    return np.allclose(one, other, rtol=1e-3, atol=1e-3 * scale)


def on_curve(points, f, scale):
    return near(points[:, 1], heights(f, points[:, 0]), scale)


def lines(ax):
    """The points of every line that can be seen, and whether it is joined or only marks."""
    nothing = "", "None", None
    for line in ax.get_lines():
        joined = line.get_linestyle().strip() not in nothing and line.get_linewidth() > 0
        if line.get_visible() and (joined or str(line.get_marker()).strip() not in nothing):
            yield np.asarray(line.get_xydata(), dtype=float).reshape(-1, 2), joined
    for collection in ax.collections:
        if hasattr(collection, "get_segments"):
            for piece in collection.get_segments():
                yield np.asarray(piece, dtype=float).reshape(-1, 2), True


def groups(ax):
    """What may be the visited places: each line, each scatter, all single points together, and pieces end to end."""
    found = [points for points, _ in lines(ax)]
    for collection in ax.collections:
        if hasattr(collection, "get_sizes") and collection.get_visible():
            found.append(np.ma.filled(np.ma.asarray(collection.get_offsets(), dtype=float), np.nan).reshape(-1, 2))
    single = [points for points in found if len(points) == 1]
    together = [np.concatenate(single)] if len(single) > 1 else []
    return [*found, *together, *chains([points for points in found if len(points) == 2])]


def chains(pieces):
    """Pieces that begin where the one before ended, as one line."""
    found = []
    for piece in pieces:
        if found and np.array_equal(found[-1][-1], piece[0]):
            found[-1] = np.concatenate([found[-1], piece[1:]])
        else:
            found.append(piece)
    return found


def has_curve(ax, f, xs, scale):
    """A line on `f`, of many points, from the first of the places to the last."""
    low, high = min(xs), max(xs)
    pieces = [points for points, joined in lines(ax) if joined and len(points) > 1]
    on_it = [points for points in pieces if on_curve(points, f, scale)]
    many = [points for points in pieces if len(points) >= POINTS]
    if not on_it:
        fail("There is no line that shows `f`.", "another_curve" if many else "no_curve")
    # A path that is joined lies on `f` too, and makes no curve longer.
    x = np.unique(np.concatenate([points for points in on_it if len(points) >= POINTS] or on_it)[:, 0])
    flat = f"All points of the curve have the x {x[0]:.4g}, so it has no width and cannot be seen."
    check_that(len(x) > 1, flat, "no_width")
    path_only = len(x) == len(set(xs))
    few = f"The line that shows `f` has only {len(x)} points: that is no curve yet."
    check_that(len(x) >= POINTS, few, "no_curve" if path_only else None)
    slack = 1e-3 * (high - low) + 1e-6
    told = f"The curve goes from {x[0]:.4g} to {x[-1]:.4g}, but the places from {low:.4g} to {high:.4g}."
    check_that(x[0] <= low + slack and high - slack <= x[-1], told, "curve_too_short")
    inside = x[(x >= low - slack) & (x <= high + slack)]
    wide = high - low > slack and np.diff(np.concatenate([[low], inside, [high]])).max() > GAP * (high - low)
    check_that(not wide, "The curve has a long piece without points.")


def has_places(ax, f, xs, scale):
    """The places are there, on the curve and in order."""
    wanted = np.stack([np.array(xs), heights(f, xs)], axis=1)
    found = groups(ax)
    if any(len(points) == len(wanted) and near(points, wanted, scale) for points in found):
        return
    sideways = [points for points in found if len(points) == len(wanted) and near(points[:, 0], wanted[:, 0], scale)]
    check_that(not sideways, "The visited places are not on the curve.", "off_the_curve")
    for symptom, told, others in (
        ("sorted", "The places are there, but not in the order in which they were visited.", _sorted(wanted)),
        ("start_missing", "The first of the places is not drawn.", wanted[1:]),
        ("last_missing", "The last of the places is not drawn.", wanted[:-1]),
        ("last_only", "Only the last of the places is drawn.", wanted[-1:]),
    ):
        there = len(others) and any(len(points) == len(others) and near(points, others, scale) for points in found)
        check_that(not there, told, symptom)
    fail("The visited places are not drawn.", "places_missing")


def _sorted(points):
    return points[np.argsort(points[:, 0], kind="stable")]


def in_sight(ax, f, xs):
    for name, limits, values in (("x", ax.get_xlim(), np.array(xs)), ("y", ax.get_ylim(), heights(f, xs))):
        low, high = sorted(float(limit) for limit in limits)
        slack = 0.01 * (high - low)
        told = f"The {name} axis shows {low:.4g} to {high:.4g}, and a place lies outside."
        check_that(low - slack <= values.min() and values.max() <= high + slack, told, "cut_off")


def is_right(submission, f, xs):
    fig, ax = drawn(submission, f, xs)
    scale = max(1.0, float(np.abs(heights(f, xs)).max()))
    has_curve(ax, f, xs, scale)
    has_places(ax, f, xs, scale)
    in_sight(ax, f, xs)
    return fig, ax


def valley(draw):
    """A function of a single number: it does not take several at once."""
    weights, lowest = torch.tensor([draw.number(0.5, 2), draw.number(-0.3, 0.3)]).double(), draw.number(-1, 1)

    def f(t):
        away = t.double() - lowest
        return torch.dot(weights, torch.stack([away * away, away.sin()]))

    return f


@pytest.mark.parametrize("leaps", [False, True])
def test_draws_the_path_on_the_curve(submission, draw, leaps):
    """The curve of `f` is there, with all visited places on it, in their order and in sight."""
    start, shrink = draw.number(3, 5), draw.number(0.4, 0.6)
    xs = [start * (-shrink if leaps else shrink) ** i for i in range(6)]
    is_right(submission, valley(draw), xs)


def test_shows_a_path_that_climbs(submission, draw):
    """Also places far off, as a rate that is too large leads to, lie on the curve and in the picture."""
    start, grow = draw.number(0.5, 1), draw.number(1.6, 1.9)
    is_right(submission, valley(draw), [start * (-grow) ** i for i in range(7)])


def test_shows_a_single_place(submission, draw):
    """One place alone is a picture too: it lies on a curve that has some width."""
    f, x = valley(draw), draw.number(-2, 2)
    _, ax = is_right(submission, f, [x])
    low, high = sorted(float(limit) for limit in ax.get_xlim())
    check_that(high > low, "The picture has no width.")


def label(fig, ax, name):
    axis = ax.xaxis if name == "x" else ax.yaxis
    own = axis.get_label_text() if ax.axison and axis.get_visible() and axis.label.get_visible() else ""
    return (own or (fig.get_supxlabel() if name == "x" else fig.get_supylabel())).strip()


def test_labels_both_axes(submission, draw):
    """Both axes say what they show."""
    fig, ax = drawn(submission, valley(draw), [2.0, 1.0, 0.5])
    bare = [name for name in ("x", "y") if not label(fig, ax, name)]
    check_that(bare != ["x", "y"], "Neither axis has a label.", "no_labels")
    check_that(not bare, f"The {bare} axis has no label.", "one_label")


def test_keeps_pictures_apart(submission, draw):
    """A second picture leaves the first one alone."""
    first, second, xs = valley(draw), valley(draw), [2.5, 1.0, 0.4]
    fig, ax = drawn(submission, first, xs)
    count = len(list(lines(ax)))
    other_fig, other_ax = drawn(submission, second, [4.0, 3.0])
    same = fig == other_fig or ax == other_ax or len(list(lines(ax))) != count
    check_that(not same, "The second call draws into the picture of the first one.", "same_figure")
