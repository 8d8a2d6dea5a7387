"""Known wrong answers to `broadcast_shape`. Each docstring is what the learner is told."""

import itertools

import torch

SYMPTOMS = {
    "adds_tensors": "tensors made",
    "ones_never_stretched": "ones_never_stretched",
    "only_one_shape_stretched": "only_one_shape_stretched",
    "nothing_refused": "nothing_refused",
    "only_the_last_sizes_compared": "only_the_last_sizes_compared",
    "another_error": "another_error",
}


def aligned_from_the_left():
    """The shapes are compared from the left, but they are lined up at the right.

    Take (2, 3) and (3,). The single 3 of the second shape is its last axis, and it meets the last axis of
    the first: they fit. You put it below the 2, and find that they do not. A row of three numbers can be
    added to a table with three columns, however many rows that has. Fill the shorter shape up with ones in
    front, not behind, before you compare.
    """

    def broadcast_shape(a, b):
        sizes = []
        for x, y in itertools.zip_longest(a, b, fillvalue=1):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y if x == 1 else x)
        return tuple(sizes)


def ones_never_stretched():
    """A size of 1 is treated like any other, so that it fits only another 1.

    (3, 1) and (1, 4) fit: the single column is repeated four times, the single row three times, and a table
    of (3, 4) comes out. You refuse them because 3 and 1 differ. Stretching the ones is the heart of
    broadcasting. Two sizes clash only when they differ *and* neither of them is 1.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for i in range(-rank, 0):
            x = a[i] if -i <= len(a) else b[i]
            y = b[i] if -i <= len(b) else a[i]
            if x != y:
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(x)
        return tuple(sizes)


def larger_size_taken():
    """You take the larger of two sizes, which is wrong when one of them is 0.

    A size of 0 means that there is nothing along this axis. When 1 meets 0, the 1 is stretched to the other
    size, and that is 0: one row repeated no times is no row. Taking the larger gives 1, an element out of
    thin air. For all other sizes the two rules agree, which makes this easy to miss. Give way to the other
    size when yours is 1, instead of comparing which is larger.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for x, y in zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(max(x, y))
        return tuple(sizes)


def longer_shape_cut():
    """The longer shape is cut to the length of the shorter one.

    For (5, 2, 3) and (3,) the answer is (5, 2, 3), and you give (3,). Python's `zip` stops as soon as one
    of the two is used up, so the axes that only the longer shape has are never looked at. They belong to
    the answer. Make both shapes equally long first: fill the shorter one up with ones on the left.
    """

    def broadcast_shape(a, b):
        sizes = []
        for x, y in zip(reversed(a), reversed(b), strict=False):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y if x == 1 else x)
        return tuple(reversed(sizes))


def nothing_refused():
    """Shapes that do not fit get an answer, where a ValueError is wanted.

    For (2, 3) and (2, 4) there is no sensible shape: which number of the first row's three should meet the
    fourth of the other? You give one all the same. Somebody who relies on it will look for the mistake in
    the wrong place. In each column, when the sizes differ and none of them is 1, raise a `ValueError`, and
    say in its message which shapes came.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        pairs = zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True)
        return tuple(y if x == 1 else x for x, y in pairs)


def zero_stretched():
    """A size of 0 is treated as if it could be stretched, as a 1 can.

    Only a 1 can be stretched: one row can be repeated as often as you like. With 0 rows there is nothing to
    repeat, so 0 against 3 is a clash like 2 against 3, and you let it through. In Python, 0 counts as false
    in a condition, and a test such as "if both" may treat it in a special way without your noticing.
    Compare with 1, and with nothing else.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for x, y in zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True):
            if x != y and not {0, 1} & {x, y}:
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(min(x, y) if 0 in (x, y) else max(x, y))
        return tuple(sizes)


def zero_refused():
    """A size of 0 is refused, though it is a size like others.

    A tensor may have no elements along an axis: an empty batch has the shape (0, 28, 28). Against another
    0, or against a 1, it fits, and the result has a 0 there. You raise an error. The rule does not mention
    0 at all: equal sizes fit, and a 1 gives way to the other size, whatever that is. If you follow it to
    the letter, zeros need no line of their own.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for x, y in zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True):
            if 0 in (x, y) or (x != y and 1 not in (x, y)):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(max(x, y))
        return tuple(sizes)


def only_one_shape_stretched():
    """Ones are stretched in one of the two shapes only, not in the other.

    The rule treats both shapes alike: (1, 4) and (3, 4) fit, and so do (3, 4) and (1, 4). You let one of them
    stretch and refuse when it is the other that has the 1. It is like saying that 2 + 3 works and 3 + 2 does
    not. Test for a 1 on both sides, and in each case take the size of the other.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for x, y in zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True):
            if x not in (1, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y)
        return tuple(sizes)


def different_lengths_refused():
    """Shapes of different lengths are refused, but they may well fit.

    A table of shape (2, 3) and a row of shape (3,) can be added: the row goes to each line of the table. You
    raise an error as soon as one shape is longer than the other. The rule deals with that case before it
    compares anything: the shorter shape is filled up with ones on its left, so (3,) becomes (1, 3). After that
    both have the same length, whatever came.
    """

    def broadcast_shape(a, b):
        if len(a) != len(b):
            raise ValueError(f"{a} and {b} differ in length")
        sizes = []
        for x, y in zip(a, b, strict=True):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y if x == 1 else x)
        return tuple(sizes)


def only_the_last_sizes_compared():
    """Only the last sizes are compared, so a clash further left is not noticed.

    (5, 2, 3) and (5, 4, 3) agree at the end, but 2 stands against 4 on the axis before, and that is an
    error too. The rule looks at every pair of sizes, from the right end to the left one. You test one pair
    and take the others on trust. Put the test inside the loop that walks over the pairs, so that it sees
    each of them.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        pairs = list(zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True))
        if pairs and pairs[-1][0] != pairs[-1][1] and 1 not in pairs[-1]:
            raise ValueError(f"{a} and {b} do not fit on the last axis")
        return tuple(y if x == 1 else x for x, y in pairs)


def ones_dropped():
    """A size of 1 in the answer is left out, as if it were no axis.

    For (3, 1) and (1, 1) the answer is (3, 1), and you give (3,). When both shapes have a 1 on some axis,
    there is nothing to stretch it to, so it stays a 1. It still is an axis: a table with a single column is
    not a row of numbers, and it will meet the next shape in another way. Keep one size for each axis,
    whatever its value.
    """

    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        sizes = []
        for x, y in zip((1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b, strict=True):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y if x == 1 else x)
        return tuple(size for size in sizes if size != 1)


def order_reversed():
    """The sizes come in reversed order.

    For (2, 3) and (3,) you give (3, 2), where (2, 3) was wanted. Walking through the shapes from the right
    is a good way to line them up, but what you collect on the way begins with the last axis. Each size is
    right and stands in the wrong place. Turn the collected sizes around once more at the end, or add each
    new one in front.
    """

    def broadcast_shape(a, b):
        sizes = []
        for x, y in itertools.zip_longest(reversed(a), reversed(b), fillvalue=1):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.append(y if x == 1 else x)
        return tuple(sizes)


def list_returned():
    """The shape comes as a list, but a tuple is wanted.

    The sizes are right. A list is practical while you collect them, since it can grow. A finished shape is
    a tuple in PyTorch and in the signature here, and for Python [2, 3] and (2, 3) are not equal. Turn the
    list into a tuple in the line where you return it.
    """

    def broadcast_shape(a, b):
        sizes = []
        for x, y in itertools.zip_longest(reversed(a), reversed(b), fillvalue=1):
            if x != y and 1 not in (x, y):
                raise ValueError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.insert(0, y if x == 1 else x)
        return sizes


def another_error():
    """You refuse shapes that clash, but with another kind of error than ValueError.

    The test is there, and so is the message: that is the larger part. But whoever calls has to know which
    error to expect. Python has kinds of errors with a meaning each. TypeError says "this is not the kind of
    thing I take", AssertionError says "I, the program, have a bug", and ValueError says "the right kind of
    thing, but this one will not do". Shapes came, as they should, and only their sizes will not do. Raise the
    kind that says so.
    """

    def broadcast_shape(a, b):
        sizes = []
        for x, y in itertools.zip_longest(reversed(a), reversed(b), fillvalue=1):
            if x != y and 1 not in (x, y):
                raise RuntimeError(f"{a} and {b} do not fit: {x} against {y}")
            sizes.insert(0, y if x == 1 else x)
        return tuple(sizes)


def ready_made_function():
    """A ready-made function does the work, which is off limits here.

    The answer is right, and in a program of your own you may well ask PyTorch or NumPy like that. But this
    exercise is about the rule itself: once you have written it down, you can tell in your head what two
    shapes give, and you will see a silent stretching coming. Work on the two tuples with plain Python,
    without tensors or arrays. Begin by making them equally long.
    """

    def broadcast_shape(a, b):
        try:
            return tuple(torch.broadcast_shapes(a, b))
        except RuntimeError as error:
            raise ValueError(f"{a} and {b} do not fit") from error


def adds_tensors():
    """Tensors or arrays are made on the way to the shape, where the two tuples are all you need.

    Bringing two tensors of these shapes together lets PyTorch apply the rule that you are asked to write
    down, and for (1000000, 1000000) it would also need more memory than the computer has. Turning the
    tuples themselves into arrays hides the rule behind other functions. A shape is just a tuple of numbers.
    Work on the two tuples with plain Python: line them up at the right, fill up with ones, and compare the
    sizes pair by pair.
    """

    def broadcast_shape(a, b):
        try:
            return tuple((torch.empty(a) + torch.empty(b)).shape)
        except RuntimeError as error:
            raise ValueError(f"{a} and {b} do not fit") from error
