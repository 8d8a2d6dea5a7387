"""Known wrong answers to `slope` and `flat_share`. Each docstring is what the learner is told."""

from itertools import pairwise

SYMPTOMS = {
    "same_point_not_refused": "same_point_not_refused",
    "zero_for_same_point": "zero_for_same_point",
    "counts": "counts",
    "nearly_equal_counts": "nearly_equal_counts",
    "too_few_points_not_refused": "too_few_points_not_refused",
    "zero_for_too_few_points": "zero_for_too_few_points",
}


def run_over_rise():
    """You divide the run by the rise; it is the other way round.

    From (1, 3) to (4, 9) the rise is 6 and the run is 3, so the slope is 6 / 3 = 2. You give 3 / 6 =
    0.5. The slope says how much the *result* changes for each step to the side, so the result belongs
    on top. Your way, flat ground would mean a division by zero.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return float((x_new - x_old) / (f(x_new) - f(x_old)))


def missing_parentheses():
    """Parentheses are missing around the rise and the run.

    Python divides before it subtracts. So `9 - 3 / 4 - 1` is read as `9 - 0.75 - 1`, which is 7.25,
    where 6 / 3 = 2 was meant. Put the whole rise into parentheses, and the whole run as well, or give
    each of them a name on a line of its own.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return float(f(x_new) - f(x_old) / x_new - x_old)


def missing_parentheses_below():
    """Parentheses are missing around the run: you divide by the new point and then subtract the old one.

    Python divides before it subtracts. So `(9 - 3) / 4 - 1` is read as 6 / 4 and then minus 1, which is
    0.5, where 6 / 3 = 2 was meant. On paper the long line of the fraction holds together what stands
    below it; in code only parentheses do. Or give the run a name on a line of its own.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"twice the point {x_old}")
        return float((f(x_new) - f(x_old)) / x_new - x_old)


def opposite_orders():
    """The rise goes from old to new, but the run goes from new to old, so the sign is wrong.

    From (1, 3) to (4, 9) the rise is 9 - 3 = 6 and the run is 4 - 1 = 3. If one of them is turned
    round, you get -2 and not 2. The ground would seem to fall where it climbs, and training would walk
    uphill. Which point comes first does not matter, as long as it is the same one above and below the
    line.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return float((f(x_new) - f(x_old)) / (x_old - x_new))


def rise_only():
    """You give the rise, and do not divide by the run.

    From (1, 3) to (4, 9) the result grows by 6, but it takes 3 steps to the side to do so. The slope is
    the change for *one* step: 6 / 3 = 2. Without the division a long way would always look steeper than
    a short one. Divide by the distance between the two points.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return float(f(x_new) - f(x_old))


def never_downhill():
    """You drop the sign, so that downhill looks like uphill.

    From (1, 9) to (4, 3) the result falls by 6 over a run of 3: the slope is -2. You give 2. The sign
    is the most important part of a slope. It says which way to go: with a slope of -2, a step to the
    right makes the result smaller. Leave out `abs`, and subtract the old result from the new one.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return float(abs((f(x_new) - f(x_old)) / (x_new - x_old)))


def slope_as_tensor():
    """Where `f` gives a tensor, you give a tensor too; a plain float was asked for.

    A tensor of shape () and a number print nearly alike, but they are different things:
    `statistics.mean`, a spreadsheet or JSON can work with a float and not with a tensor. The contract
    promises a float whatever `f` returns. There is a built-in function, and a tensor method as well,
    that takes the number out.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            raise ValueError(f"both are {x_old}")
        return (f(x_new) - f(x_old)) / (x_new - x_old)


def same_point_not_refused():
    """Two equal points are not refused with a `ValueError`.

    Between a point and itself the run is 0, and nothing can be divided by 0. Python stops with a
    `ZeroDivisionError`, or, with tensors, gives `nan` and says nothing. Neither tells the reader what
    was wrong with the question. Compare `x_old` and `x_new` first, and raise a `ValueError` that names
    the number.
    """

    def slope(f, x_old, x_new):
        return float((f(x_new) - f(x_old)) / (x_new - x_old))


def zero_for_same_point():
    """For two equal points you give 0 where a `ValueError` was asked for.

    A slope of 0 means "flat", and that is a statement about the ground. Between a point and itself
    there is no ground to speak of, so 0 is as wrong as any other number, and it hides the mistake of
    whoever called. Raise a `ValueError` that says that two different points are needed.
    """

    def slope(f, x_old, x_new):
        if x_old == x_new:
            return 0.0
        return float((f(x_new) - f(x_old)) / (x_new - x_old))


def all_pairs():
    """You compare each point with every other one, not only with its neighbour.

    With 6 points there are 15 pairs, but only 5 of them are neighbours: first and second, second and
    third, and so on. Two points far apart may have the same accuracy by chance, and that says nothing
    about whether a *small* step changes anything. Go through the list once, and compare each point with
    the one right after it.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        pairs = [(i, j) for i in range(len(xs)) for j in range(i)]
        return sum(values[i] == values[j] for i, j in pairs) / len(pairs)


def counts():
    """You count the flat pairs, but do not divide by how many pairs there are.

    4 flat pairs out of 5 should give 0.8, and you give 4. A count depends on how many points were
    tried, so nobody can tell whether 4 is much. A share lies between 0 and 1. Divide by the number of
    pairs, and mind that it is not the number of points.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        return float(sum(values[i] == values[i + 1] for i in range(len(xs) - 1)))


def share_as_tensor():
    """Where `f` gives tensors, your flat share is a tensor too; a plain float was asked for.

    Comparing two tensors gives a tensor, so that `f(a) == f(b)` is tensor(True) and not True. Adding such
    answers up makes one more tensor: tensor(0.8), where 0.8 was wanted. For an `f` that gives floats
    nothing of this shows. Take the number out of its tensor somewhere on the way: out of each value, or
    out of the share at the end.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        return sum(f(here) == f(there) for here, there in pairwise(xs)) / (len(xs) - 1)


def divided_by_points():
    """You divide by the number of points, but there is one pair fewer.

    6 points in a row have 5 gaps between them, as 6 fence posts have 5 stretches of fence. If 4 of the
    5 pairs are flat, the share is 4 / 5 = 0.8, and you give 4 / 6. A function that never changes should
    have a flat share of exactly 1, which yours never reaches. Divide by the number of pairs.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        return sum(values[i] == values[i + 1] for i in range(len(xs) - 1)) / len(xs)


def share_that_changes():
    """You give the share of pairs that *do* change.

    If 4 of 5 pairs are flat, the flat share is 0.8, and you give 0.2. Both tell the same story, from
    opposite ends. But the name says which one is wanted: for an accuracy the flat share is nearly 1,
    and for a good loss it is 0. Count the pairs where both values are equal.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        return sum(values[i] != values[i + 1] for i in range(len(xs) - 1)) / (len(xs) - 1)


def nearly_equal_counts():
    """You count a very small change as no change.

    A tiny slope is still a slope: it says which way is down, and many small steps in that direction add
    up. Only where two values are exactly equal is there nothing to go by. So a function that grows by
    0.0000001 from point to point has a flat share of 0. Compare with `==`. No rounding, no `isclose`,
    no tolerance.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        return sum(abs(values[i] - values[i + 1]) < 1e-5 for i in range(len(xs) - 1)) / (len(xs) - 1)


def always_against_the_first():
    """You compare every point with the first one, not with its neighbour.

    Suppose the values are 3, 5, 5, 5. The neighbours are (3, 5), (5, 5) and (5, 5), so two of three
    pairs are flat. Against the first value, the 3, all of them differ, and you give 0. The question is
    whether a small step changes anything, so each point is compared with the one right before it.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            raise ValueError(f"{len(xs)} points")
        values = [float(f(x)) for x in xs]
        return sum(value == values[0] for value in values[1:]) / (len(xs) - 1)


def too_few_points_not_refused():
    """Fewer than two points are not refused with a `ValueError`.

    One point has no neighbour, so there are 0 pairs, and a share of 0 pairs means a division by 0.
    Python's `ZeroDivisionError` does not say what was wrong with the question; and an empty list may
    even give an answer. Look at the length of the list first, and raise a `ValueError` that says how
    many points came and how many are needed.
    """

    def flat_share(f, xs):
        values = [float(f(x)) for x in xs]
        return sum(values[i] == values[i + 1] for i in range(len(xs) - 1)) / (len(xs) - 1)


def zero_for_too_few_points():
    """For fewer than two points you give a number where a `ValueError` was asked for.

    One point has no neighbour. Nothing was compared, so no share is true: neither 0 nor 1. A number
    would look as if something had been measured, and the one who called would never learn that the list
    was too short. Raise a `ValueError` that says how many points came, and that at least two are
    needed.
    """

    def flat_share(f, xs):
        if len(xs) < 2:
            return 0.0
        values = [float(f(x)) for x in xs]
        return sum(values[i] == values[i + 1] for i in range(len(xs) - 1)) / (len(xs) - 1)
