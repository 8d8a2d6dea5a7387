"""A data set is a list of pairs

So far all inputs lay in one tensor and all targets in another. Row 2 here belongs to
row 2 there, and nothing but the order says so. Sort one of the two, and the knowledge
is lost. A data set keeps together what belongs together: one example is one pair.

    inputs     3.0   5.0   8.0
    targets    "a"   "b"   "c"
                |     |     |
    pairs    (3.0, "a")   (5.0, "b")   (8.0, "c")

PyTorch asks very little of a data set. It must have a length, and give the example at
a place when you ask for that place. A plain Python list of pairs does both:

    >>> data = [(3.0, "a"), (5.0, "b"), (8.0, "c")]
    >>> len(data)
    3
    >>> data[1]
    (5.0, 'b')

The input comes first and the target second; everybody relies on that. And a pair is a
tuple, which cannot be changed later, so nobody can pull it apart by accident.

Python has `zip`, which walks through two things side by side, like the two halves of a
zipper. Two things have to be known about it. What it gives has no length and no places.
It can be walked through only once, and then it is empty:

    >>> walk = zip("ab", "xy")
    >>> [letter for letter, _ in walk], [letter for letter, _ in walk]
    (['a', 'b'], [])

And it stops in silence at the end of the shorter one, which well-known notes pass over.
With 100 images and 99 labels a label was lost somewhere, perhaps the very first, and
then *all* pairs are wrong. So compare the lengths first, and refuse what does not fit.

Walking through a tensor works as with a list: it gives one row after the other.
"""


def pair_up(x, y) -> list[tuple]:
    """The examples (input, target), in order, as a list of tuples.

    x: the inputs, a tensor with n rows or a list of n things.
    y: the targets, a tensor or a list as well, and of the same length.
    Each input and target stays what it is: a tensor's row stays a tensor.
    Raises ValueError if the lengths differ.
    """
    raise NotImplementedError
