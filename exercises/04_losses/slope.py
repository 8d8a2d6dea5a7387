"""Slope: why accuracy cannot be trained on

Training means: change a number in the model a little, see whether things get
better, and go that way. What we need to know is the slope: by how much does the
result change for each step to the side?

    slope = rise over run          result
                                     |           * (4, 9)
    from (1, 3) to (4, 9):           |        .    |
    rise = 9 - 3 = 6                 |     .       | rise 6
    run  = 4 - 1 = 3                 |  * - - - - -+
    slope = 6 / 3 = 2                | (1, 3) run 3
                                     +----------------- number in the model

A slope of 2 says: go left to make the result smaller. A slope of 0 says nothing at
all. Now compare two results we could watch. The model below says "three" when the
ink is above a limit, and we move the limit. The four images have ink 0.1, 0.2, 0.6
and 0.9, and the last two are threes.

    limit         0.25    0.35    0.45    0.55    0.65    0.75
    accuracy      1.00    1.00    1.00    1.00    0.75    0.75

There are five pairs of neighbours. In four of them the accuracy does not change at
all: 4 / 5 = 0.8 of the way is flat. Whoever stands there has no idea which way to
go. A good loss changes with every step, so that its flat share is 0. That is why we
train on a loss, and only look at the accuracy.

In Python, neighbours in a list are easy to pair up:

    >>> letters = ["a", "b", "c"]
    >>> [(letters[i], letters[i + 1]) for i in range(2)]
    [('a', 'b'), ('b', 'c')]

There is no slope between a point and itself: the run is 0. And one point alone has
no neighbour. Refuse both, and say why.
"""


def slope(f, x_old: float, x_new: float) -> float:
    """Rise over run of `f` between two points.

    f: takes a float and gives a float or a tensor of shape ().
    Returns a float. Raises ValueError if x_old and x_new are equal.
    """
    raise NotImplementedError


def flat_share(f, xs: list[float]) -> float:
    """The share of neighbouring pairs of `xs` over which `f` does not change at all.

    f: takes a float and gives a float or a tensor of shape ().
    xs: two points or more; the neighbours are the first and the second, the second
    and the third, and so on. "Not at all" means exactly equal.
    Returns a float from 0 to 1. Raises ValueError for fewer than two points.
    """
    raise NotImplementedError
