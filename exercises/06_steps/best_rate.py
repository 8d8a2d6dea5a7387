"""How long should a step be?

The learning rate is a number that nobody learns: you choose it. Too small, and you
hardly move. Too large, and you leap across the valley, and land higher than before.
For f(x) = x * x from x = 8, two steps with each rate:

    rate     path                   f at the end
    0.01     8    7.84    7.68      59            hardly moved
    0.25     8    4       2          4            well on its way
    0.4      8    1.6     0.32       0.1          the best of these
    0.9      8   -6.4     5.12      26            leaps, and still comes down
    1.1      8   -9.6    11.52     133            higher than at the start

There is no rule that small is good, or large. It depends on how steep `f` is. So try
some, each from the same start, and look where they arrive. What counts is how low that
is. Whether x itself is small says nothing: the valley may be anywhere.

                o                 o
                 \\     rate 0.1   /    What is compared is the height of the
        rate 2.1  o             /     last place. How low the path has been
                   \\_         _o      on the way does not count.
                     `--___--'

A rate that is far too large goes beyond all bounds. Each leap is longer than the one
before, until the number is too large for the computer: infinity. And infinity minus
infinity is NaN, "not a number". Such a rate must not win, and NaN is treacherous,
because it is not smaller than anything, and not larger either:

    >>> nan = float("inf") - float("inf")
    >>> nan < 5.0, nan > 5.0, nan == nan
    (False, False, False)
    >>> min([nan, 5.0]), min([5.0, nan])        # whatever came first
    (nan, 5.0)

Minus infinity is another trap: it is smaller than everything. If no rate at all ends
well, there is nothing to give back. Say so, in a ValueError's message.
"""


def best_rate(f, x: float, rates: list[float], steps: int) -> float:
    """The learning rate of `rates` whose descent ends the lowest.

    f: takes a tensor of shape () and gives a tensor of shape () that depends on it.
    Every descent begins at `x` and takes `steps` steps. Their last places are compared
    by `f`, also if they lie higher than the start.
    A rate that ends in NaN or infinity never wins. If there is no other, or no rate at
    all: ValueError.
    """
    raise NotImplementedError
