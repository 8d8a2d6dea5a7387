"""Answers to slope in other styles: right ones, and the known mistakes as somebody else would write them."""

import math
from itertools import combinations

import numpy as np
import torch


def right_by_numbers_first():
    """Each value becomes a plain number at once, and the points may stand in any order."""

    def slope(f, x_old, x_new):
        low, high = min(x_old, x_new), max(x_old, x_new)
        if not low < high:
            raise ValueError(f"wanted two points that differ, got {x_old} twice")
        return (float(f(high)) - float(f(low))) / (high - low)

    def flat_share(f, xs):
        n = len(xs) - 1
        if n <= 0:
            raise ValueError("fewer than two points: %d" % len(xs))
        flat, before = 0, float(f(xs[0]))
        for x in xs[1:]:
            after = float(f(x))
            flat += after == before
            before = after
        return flat / n


def right_by_numpy():
    """NumPy's `diff`: a pair is flat where the difference is 0."""

    def slope(f, x_old, x_new):
        run = np.diff([x_old, x_new]).item()
        if run == 0:
            raise ValueError(f"{x_old} and {x_new} are the same point")
        return np.diff([float(f(x_old)), float(f(x_new))]).item() / run

    def flat_share(f, xs):
        if len(xs) in (0, 1):
            raise ValueError(f"got {len(xs)} points, at least 2 are needed")
        values = np.array([float(f(x)) for x in xs], dtype=np.float64)
        return float(np.mean(values[1:] == values[:-1]))


def right_by_tensors():
    """All values in one float64 tensor, compared with themselves, one place further on."""

    def slope(f, x_old, x_new):
        x = torch.tensor([x_old, x_new], dtype=torch.float64)
        y = torch.tensor([float(f(x_old)), float(f(x_new))], dtype=torch.float64)
        if x[0] == x[1]:
            raise ValueError("no run between " + str(x_old) + " and itself")
        return torch.div(y[1] - y[0], x[1] - x[0]).item()

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{xs} has no pair of neighbours")
        y = torch.stack([torch.as_tensor(f(x), dtype=torch.float64) for x in xs])
        return torch.eq(y[:-1], y[1:]).double().mean().item()


def right_by_recursion():
    """Callable objects; `f` is asked for two values for each pair, by an index."""

    class Slope:
        def __call__(self, f, x_old, x_new):
            if abs(x_new - x_old) == 0:
                raise ValueError(f"{x_old!r} == {x_new!r}")
            return float(f(x_old) - f(x_new)) / (x_old - x_new)

    class FlatShare:
        def __call__(self, f, xs):
            if not xs or len(xs) == 1:
                raise ValueError("too few points: " + repr(xs))
            return len([i for i in range(1, len(xs)) if bool(f(xs[i]) == f(xs[i - 1]))]) / (len(xs) - 1)

    slope, flat_share = Slope(), FlatShare()


def run_over_rise():
    def slope(f, x_old, x_new):
        if x_new - x_old == 0:
            raise ValueError("the same point")
        rise = f(x_new) - f(x_old)
        run = x_new - x_old
        return float(run / rise)


def missing_parentheses():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        y_old, y_new = float(f(x_old)), float(f(x_new))
        return y_new - y_old / x_new - x_old


def missing_parentheses_below():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        rise = float(f(x_new)) - float(f(x_old))
        return rise / x_new - x_old


def opposite_orders():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        rise = float(f(x_old)) - float(f(x_new))
        run = x_new - x_old
        return rise / run


def rise_only():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        before, after = float(f(x_old)), float(f(x_new))
        return after - before


def never_downhill():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        rise, run = math.fabs(f(x_new) - f(x_old)), math.fabs(x_new - x_old)
        return rise / run


def slope_as_tensor():
    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError("the same point")
        rise = f(x_new) - f(x_old)
        return rise / (x_new - x_old)


def same_point_not_refused():
    def slope(f, x_old, x_new):
        return (float(f(x_new)) - float(f(x_old))) / (x_new - x_old)


def zero_for_same_point():
    def slope(f, x_old, x_new):
        run = x_new - x_old
        return (float(f(x_new)) - float(f(x_old))) / run if run else 0


def all_pairs():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        flat = [float(f(a)) == float(f(b)) for a, b in combinations(xs, 2)]
        return flat.count(True) / len(flat)


def counts():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        count = 0
        for i in range(len(xs) - 1):
            if f(xs[i]) == f(xs[i + 1]):
                count += 1
        return count


def share_as_tensor():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        flat = 0
        for i in range(len(xs) - 1):
            flat = flat + (f(xs[i + 1]) == f(xs[i]))
        return flat / (len(xs) - 1)


def divided_by_points():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        values = [float(f(x)) for x in xs]
        return sum(a == b for a, b in zip(values, values[1:])) / len(values)


def share_that_changes():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        values = np.array([float(f(x)) for x in xs])
        return float(np.count_nonzero(np.diff(values)) / (len(xs) - 1))


def nearly_equal_counts():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        values = [float(f(x)) for x in xs]
        return sum(math.isclose(a, b) for a, b in zip(values, values[1:])) / (len(values) - 1)


def always_against_the_first():
    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError("too few points")
        flat = 0
        for x in xs[1:]:
            flat += 1 if float(f(x)) == float(f(xs[0])) else 0
        return flat / (len(xs) - 1)


def too_few_points_not_refused():
    def flat_share(f, xs):
        values = np.array([float(f(x)) for x in xs])
        return float(np.mean(values[1:] == values[:-1]))


def zero_for_too_few_points():
    def flat_share(f, xs):
        values = [float(f(x)) for x in xs]
        pairs = list(zip(values, values[1:]))
        return sum(a == b for a, b in pairs) / max(1, len(pairs))


EQUIVALENT = {}
