"""When shapes differ: the rule of broadcasting

Adding a single number to a matrix works, and so does adding a row to each row of it.
PyTorch stretches the smaller tensor, without copying anything. That is called
*broadcasting*. It saves loops, and it is behind many silent bugs, so it pays to know
the rule by heart:

1. Write the two shapes one below the other, flush **right**.
2. Where one shape is shorter, fill it up with ones on the left.
3. Compare the sizes in each column. Equal sizes: fine. One of them is 1: it is
   stretched to the other. Anything else: an error.

    a           8  1  6            a        2  3              a        2  3
    b              7  1            b           2              b     4  1  3
    filled      1  7  1            filled   1  2              filled a  1  2  3
    ---------------------          ------------------         ------------------
    result      8  7  6            error: 3 against 2         4  2  3

In the middle, the 2 stands below the 3, although the first shape has a 2 as well: only
the place from the right counts.

Nothing in the rule says "take the larger one". A size of 0 means that there are no
elements along that axis, as in a list that is still empty. A 1 against a 0 is
stretched to 0, and 2 against 0 is an error like 2 against 3.

Tuples can be added and repeated, which is all it takes to fill one up:

    >>> (1,) * 2 + (7, 5)
    (1, 1, 7, 5)

The last exercise kept all shapes equal. From here on they may differ, on purpose. No
tensors are needed: work on the tuples alone, and leave PyTorch's and NumPy's functions
for this out, too.
"""


def broadcast_shape(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    """The shape of what comes out when tensors of shapes `a` and `b` meet, by hand.

    a, b: shapes of any length, the empty one included, with sizes of 0 and more.
    Returns a tuple of whole numbers. Raises ValueError if the shapes do not fit; say
    which shapes came and on which axis they clash.
    """
    raise NotImplementedError
