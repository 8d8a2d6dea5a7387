import numpy as np
import pytest
import torch

from grader.expect import check_that, fail
from grader.show import kind

POINTS = 100
GAP = 0.1  # of the range: the longest way without a point
REACH = 0.001  # of the range: as near to its ends the line has to come
INK = 24  # of 255: as much another shade than the paper
SHOWN = 0.3  # of the line's points: as many at least are seen (a dotted line has gaps)


def draw_it(submission, f, *args, **kwargs):
    """The figure and the axes of one call, which are known to be just that."""
    answer = submission.plot_function(f, *args, **kwargs)
    check_that(answer is not None, "The answer is None, but the figure and its axes were wanted.", "nothing_returned")
    pair = isinstance(answer, tuple) and len(answer) == 2
    check_that(pair, f"The answer is {kind(answer)}, but a tuple of two was wanted: figure, axes.", "no_pair")
    fig, ax = answer
    order = "The axes come first, but the figure was wanted first."
    check_that(not (hasattr(fig, "get_lines") and hasattr(ax, "savefig")), order, "axes_first")
    check_that(hasattr(fig, "savefig"), f"The first of the two is {kind(fig)}, but a Figure was wanted.", "no_pair")
    check_that(hasattr(ax, "get_lines"), f"The second of the two is {kind(ax)}, but an Axes was wanted.", "no_pair")
    on_it = any(ax == other for other in fig.axes)
    check_that(on_it, "The axes are not in the figure that came with them.", "figure_and_axes_apart")
    return fig, ax


def is_line(line):
    return line.get_visible() and line.get_linestyle().strip() not in ("", "None") and line.get_linewidth() > 0


def pieces(ax):
    """The points of all that is drawn as a line, piece by piece."""
    found = [line.get_xydata() for line in ax.get_lines() if is_line(line)]
    for collection in ax.collections:
        if hasattr(collection, "get_segments"):
            found += collection.get_segments()
    found += [patch.get_path().vertices for patch in ax.patches]
    return [np.asarray(piece, dtype=float).reshape(-1, 2) for piece in found if len(piece) > 1]


def fits(piece, f):
    """Whether all points of a piece lie on the function."""
    with torch.no_grad():
        wanted = f(torch.tensor(piece[:, 0], dtype=torch.float32)).double().numpy()
    return np.allclose(piece[:, 1], wanted, rtol=1e-3, atol=1e-3)


def curve(ax, f):
    """The points of the line that shows `f`, put together if it was drawn in pieces, from left to right."""
    drawn = pieces(ax)
    check_that(bool(drawn), "There is no line in the picture.", symptom_without_line(ax))
    on_it = [piece for piece in drawn if fits(piece, f)]
    if not on_it:
        swapped = any(len(piece) >= POINTS and fits(piece[:, ::-1], f) for piece in drawn)
        check_that(not swapped, "x goes upwards and f(x) to the right: the axes are swapped.", "axes_swapped")
        fail("There is a line, but it does not show f(x) at its x.", symptom_of_other_line(drawn))
    for piece in on_it:
        steps = np.diff(piece[:, 0])
        check_that((steps >= 0).all() or (steps <= 0).all(), "The line goes to and fro.")
    return np.unique(np.concatenate(on_it), axis=0)


def symptom_without_line(ax):
    lines = [line for line in ax.get_lines() if line.get_visible()]
    marked = any(str(line.get_marker()) not in ("", "None") for line in lines)
    if marked or any(hasattr(collection, "get_sizes") for collection in ax.collections):
        return "dots"
    return None if len(ax.get_lines()) else "nothing_drawn"


def symptom_of_other_line(drawn):
    """By what lies along x: the numbers of the points are what matplotlib takes when it is given none."""
    longest = max(drawn, key=len)
    counted = np.array_equal(longest[:, 0], np.arange(len(longest)))
    return "points_counted" if counted else None


def covers(points, low, high):
    """The points are enough, and go from one end to the other without a gap."""
    x, far = points[:, 0], high - low
    if len(x) < POINTS:
        fail(f"The line has {len(x)} points, but at least {POINTS} were wanted.", "too_few_points")
    given = f"from {low:.6g} to {high:.6g}"
    where = f"The line goes from {x[0]:.6g} to {x[-1]:.6g}, but {given} was wanted."
    ends = abs(x[0] - low) / far, abs(x[-1] - high) / far
    check_that(max(ends) <= REACH, where, symptom_of_range(x, ends))
    check_that(np.diff(x).max() <= GAP * far, "The line has a long piece without points.")


def symptom_of_range(x, ends):
    if ends[0] <= REACH and ends[1] < 0.05:
        return "stops_short"
    return "range_ignored" if np.allclose([x[0], x[-1]], [-2, 2], atol=0.05) else None


def in_sight(ax, points):
    """The view of the axes holds the whole line."""
    for name, limits, values in (("x", ax.get_xlim(), points[:, 0]), ("y", ax.get_ylim(), points[:, 1])):
        low, high = sorted(float(limit) for limit in limits)
        slack = 0.01 * (high - low)
        inside = low - slack <= values.min() and values.max() <= high + slack
        sentence = f"The {name} axis shows {low:.4g} to {high:.4g}, and a part of the line lies outside."
        check_that(inside, sentence, "cut_off")


def rendered(fig, ax, points):
    """The picture without its words, as (height, width, 4), and where in it the points lie (row, column)."""
    import io

    words = fig.findobj(lambda artist: hasattr(artist, "get_fontsize") or hasattr(artist, "get_texts"))
    hidden = [artist for artist in (*words, ax.xaxis, ax.yaxis) if artist.get_visible()]
    layout = fig.get_layout_engine()
    fig.set_layout_engine("none")
    for artist in hidden:
        artist.set_visible(False)
    file = io.BytesIO()
    fig.savefig(file, format="rgba", dpi=80, bbox_inches=None)
    for artist in hidden:
        artist.set_visible(True)
    fig.set_layout_engine(layout)
    width, height = (int(side) for side in fig.get_size_inches() * 80)
    pixels = np.frombuffer(file.getvalue(), dtype=np.uint8).reshape(height, width, 4)
    placed = fig.transFigure.inverted().transform(ax.transData.transform(points))
    return pixels.copy(), np.stack([(1 - placed[:, 1]) * height, placed[:, 0] * width], axis=1)


def seen_in(pixels, places):
    """The share of places with ink close by. Paper is what large parts of the picture look like."""
    in_one = pixels[..., :3].astype(int) @ (1 << 16, 1 << 8, 1)
    colours, counts = np.unique(in_one, return_counts=True)
    papers = [(one >> 16, one >> 8 & 255, one & 255) for one in colours[counts > 0.2 * counts.sum()]]
    ink = np.ones(pixels.shape[:2], dtype=bool)
    for paper in papers:
        ink &= np.abs(pixels[..., :3].astype(int) - paper).max(axis=-1) > INK
    rows, columns = places.astype(int).T
    near = [ink[max(r - 1, 0) : r + 2, max(c - 1, 0) : c + 2].any() for r, c in zip(rows, columns, strict=True)]
    return np.mean(near)


def bend(draw):
    """A function that does not look the same from the side, and wants a float32 tensor of shape (n,)."""
    weights = torch.stack([torch.tensor(draw.number(0.5, 2)), torch.tensor(draw.number(-2, -1)), torch.ones(())])
    return lambda t: torch.stack([t, t * t, t.sin()], dim=1) @ weights


def test_draws_the_function(submission, draw):
    """The picture shows `f` as a line of at least 100 points, from -2 to 2."""
    f = bend(draw)
    fig, ax = draw_it(submission, f)
    points = curve(ax, f)
    covers(points, -2.0, 2.0)
    in_sight(ax, points)
    share = seen_in(*submission.make(rendered, fig, ax, points))
    check_that(share >= SHOWN, "The line is there, but cannot be seen in the picture.")


@pytest.mark.parametrize("ends", [(-1.0, 3.0), (0.5, 4.0), (-6.0, -2.5)], ids=str)
def test_keeps_to_the_range(submission, draw, ends):
    """The line begins at `min` and ends at `max`."""
    f, low, high = bend(draw), ends[0] + draw.number(-0.2, 0.2), ends[1] + draw.number(-0.2, 0.2)
    _, ax = draw_it(submission, f, min=low, max=high)
    points = curve(ax, f)
    covers(points, low, high)
    in_sight(ax, points)


def label(ax, axis):
    """The label of one axis, "" where the axis is not drawn."""
    drawn = ax.axison and axis.get_visible() and axis.label.get_visible()
    return axis.get_label_text() if drawn else ""


def texts(fig, ax):
    """All that is written below, at the left and above, wherever matplotlib keeps it."""
    below, left = [fig.get_supxlabel(), label(ax, ax.xaxis)], [fig.get_supylabel(), label(ax, ax.yaxis)]
    above = [ax.get_title(loc=place) for place in ("center", "left", "right")] + [fig.get_suptitle()]
    return [[text for text in group if text] for group in (below, left, above)]


def test_writes_labels_and_title(submission, draw):
    """`tx` stands below, `ty` at the left, and the title above."""
    f, words = bend(draw), [f"{word} {draw.integer(10, 99)}" for word in ("time", "height", "a throw")]
    written = texts(*draw_it(submission, f, *words))
    told(written, words)
    for given, word in (("ty", words[1]), ("title", words[2]), ("tx", words[0])):
        fig, ax = draw_it(submission, f, **{given: word})
        wanted = [word if name == given else None for name in ("tx", "ty", "title")]
        told(texts(fig, ax), wanted)


def told(written, wanted):
    below, left, above = written
    tx, ty, title = wanted
    check_that(not (tx in left and ty in below and tx and ty), "The labels are swapped.", "labels_swapped")
    for name, group, text in (("tx", below, tx), ("ty", left, ty), ("title", above, title)):
        if text is None:
            check_that("None" not in group, f"`{name}` was not given, and the picture says None.", "says_none")
        elif text not in group:
            symptom = f"without_{name}" if not group else None
            fail(f"`{name}` is {text!r}, but in its place stands {group[0] if group else 'nothing'!r}.", symptom)


def test_makes_a_new_figure_each_time(submission, draw):
    """Each call gives a new figure, of the size asked for, and leaves the earlier ones alone."""
    first, second, size = bend(draw), bend(draw), (draw.integer(3, 6), draw.integer(7, 9))
    fig, ax = draw_it(submission, first)
    before = len(pieces(ax))
    other_fig, other_ax = draw_it(submission, second, figsize=size)
    new = fig != other_fig and ax != other_ax
    check_that(new, "The second call gives the figure of the first one again.", "same_figure")
    check_that(len(pieces(ax)) == before, "The second call changes the picture of the first one.", "same_figure")
    curve(other_ax, second)
    curve(ax, first)
    sizes = [tuple(float(side) for side in one.get_size_inches()) for one in (fig, other_fig)]
    symptom = "size_ignored" if sizes[0] == sizes[1] else None
    for inches, wanted in zip(sizes, [(6, 4), size], strict=True):
        sentence = f"The figure is {inches[0]:g} by {inches[1]:g} inches, but {wanted[0]} by {wanted[1]} was wanted."
        check_that(np.allclose(inches, wanted, atol=0.01), sentence, symptom)


def test_draws_a_tracked_function(submission, draw):
    """`f` may give a tracked tensor, as a model does."""
    weight = draw.uniform(1, low=1, high=2).requires_grad_()

    def f(t):
        return weight * t * t + t

    _, ax = draw_it(submission, f)
    covers(curve(ax, f), -2.0, 2.0)
