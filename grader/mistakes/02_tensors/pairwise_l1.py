"""Known wrong answers to `pairwise_l1`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "float32_on_the_way": "float32_on_the_way",
    "never_averaged": "never_averaged",
    "wrong_axis_averaged": "wrong_axis_averaged",
    "one_number": "one_number",
    "root_of_summed_squares": "root_of_summed_squares",
    "uses_cdist": "uses_cdist",
    "lengths_not_checked": "lengths_not_checked",
    "ones_let_through": "ones_let_through",
    "another_error": "another_error",
}


def summed():
    """The absolute differences are added up, but their average was wanted.

    For the rows of the lesson the differences are 3, 0 and 2. Their sum is 5, which you give, and their
    mean is 5 / 3. With 784 pixels a sum gets large and with 9 it stays small, so two tables made from
    images of different sizes could not be compared. Divide by the number of places, or use the operation
    that does both.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().sum(dim=2)


def transposed():
    """The table is turned on its side: rows and columns are swapped.

    Row i of the answer belongs to row i of `a`, and column j to row j of `b`, so 5 rows against 7 make a
    table of 5 by 7. You give 7 by 5. All distances are right, but each stands in its mirrored place. The
    axis that you add to `a` and the one that you add to `b` have changed roles: write the two shapes below
    one another as in the lesson.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (b[:, None] - a[None]).abs().mean(dim=2)


def rows_paired_one_to_one():
    """Row 0 meets row 0 only, row 1 meets row 1 only: the other pairs are missing.

    With `a` and `b` as they came, their rows are lined up side by side. That gives one distance for each
    row, and an error when there are 5 rows here and 7 there. Every row of `a` should meet every row of `b`,
    as in a multiplication table. Give each of the two an axis of size 1, in different places, so that
    broadcasting stretches both.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a - b).abs().mean(dim=1)


def squared():
    """The differences are squared, but only their sign should be forgotten.

    A difference of -3 should count as 3, and you count it as 9. Squares make the few large differences
    weigh more than all the small ones together. That is another distance, which you will meet in the next
    chapter. Here the size of each difference counts as it is: take the absolute value.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return ((a[:, None] - b[None]) ** 2).mean(dim=2)


def root_of_squares():
    """The root of the mean square is taken, which is the L2 distance and not L1.

    The differences 3, 0 and 2 have the mean 1.667. You square them (9, 0, 4), average (4.333) and take the
    root: 2.082. It looks as if root and square cancelled out, but there is an average between them, and so
    they do not. For L1 nothing is squared: forget the sign of each difference, and average.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return ((a[:, None] - b[None]) ** 2).mean(dim=2).sqrt()


def root_of_summed_squares():
    """The root of the summed squares is taken, which is a straight line's length and not L1.

    The differences 3, 0 and 2 have the mean 1.667. You square them (9, 0, 4), add up (13) and take the root:
    3.606. That is how far apart two points lie as the crow flies, and it grows with the number of places.
    L1 walks along the streets: it takes the size of each difference, without squares and roots. And as an
    average is wanted, the number of places cancels out.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return ((a[:, None] - b[None]) ** 2).sum(dim=2).sqrt()


def sign_kept():
    """The differences keep their signs, so that they cancel each other out.

    Take the rows (1, 5) and (5, 1). They are 4 apart in both places, but with signs the differences are -4
    and 4, and their mean is 0: two very different rows look alike. And a distance can even be negative.
    Forget the sign of each difference, at each place, before you average.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).mean(dim=2)


def sign_forgotten_too_late():
    """The absolute value is taken after the average, but it has to come before.

    For the rows (1, 5) and (5, 1) the differences are -4 and 4. Their mean is 0, and forgetting the sign of
    0 does not help any more: what has cancelled out is gone. The order of the two steps matters. First make
    each difference positive, at each place, and then average.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).mean(dim=2).abs()


def never_averaged():
    """The differences of all pairs are there, place by place, but they are not averaged.

    5 rows against 7, with 3 numbers in each, should give a table of 5 by 7. You give (5, 7, 3): for each pair
    the three differences, one behind the other. Up to here everything is right, and the last step is missing:
    a single number has to be made of the three. Take the mean along the axis that has to disappear, the last
    of the three.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs()


def wrong_axis_averaged():
    """The average runs over the rows of one of the tables, but it should run over the places in a row.

    Before the average there are three axes: the rows of `a`, the rows of `b`, and the places. 5 rows against 7
    should leave (5, 7), so it is the places that have to disappear. You let one of the other two disappear:
    what is left tells how far all rows together are away at each place, and its shape holds the length of a
    row. Count the axes from 0, or from the end with -1, and name the one that counts the places.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=1)


def one_number():
    """Everything is averaged into a single number, but a table of distances was wanted.

    5 rows against 7 make 35 distances. You average over all axes at once, over the pairs as well, and one
    number is left. The mean should run only over the numbers inside a row, the last of the three axes. Tell
    it which axis should disappear, and the table (n, m) is what remains.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean()


def lengths_not_checked():
    """Rows of different lengths do not raise a ValueError.

    A row of 3 numbers and one of 4 cannot be compared place by place. You leave it to PyTorch to notice,
    which raises an error of another kind. And when one of the lengths is 1, it notices nothing: the single
    number is stretched and compared with all others. Compare the two lengths first, and raise a
    `ValueError` that shows both shapes.
    """

    def pairwise_l1(a, b):
        return (a[:, None] - b[None]).abs().mean(dim=2)


def ones_let_through():
    """Rows of different lengths are let through when one of the lengths is 1.

    Perhaps you wait for PyTorch to complain, and turn its error into a `ValueError`. But where a length is
    1, it does not complain: it stretches that axis. Rows of 3 numbers against rows of a single one then
    give distances, as if that number stood there three times. Nobody said so. Compare the two lengths
    yourself before you calculate, and refuse whenever they differ.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1] and 1 not in (a.shape[1], b.shape[1]):
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2)


def shapes_compared():
    """Tables with different numbers of rows are refused, though they can be compared.

    5 new images against 7 stored ones make a table of 5 by 7: that is the purpose of the function. Your
    test looks at the numbers of rows, alone or together with the rest of the shapes, and raises an error
    when they differ. Only the lengths of the rows have to agree, the last size of each shape. Compare
    those, and let the numbers of rows be what they are.
    """

    def pairwise_l1(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2)


def inner_sizes_compared():
    """The last size of `a` is compared with the first size of `b`, as for a matrix product.

    There, a row of `a` walks down a column of `b`. Here a row of `a` meets a *row* of `b`, so (5, 3) and
    (7, 3) go together: 5 rows, 7 rows, 3 numbers in each. You refuse them because 3 is not 7. And (3, 2)
    with (2, 3), whose rows have different lengths, is let through. What has to agree is the last size of
    both.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2)


def single_row_squeezed():
    """The table loses an axis when one of its sizes is 1.

    One new image against 4 stored ones should give the shape (1, 4): a table that happens to have a single
    row. You give (4,). Whoever asks for row 0 then gets one number where four were meant. A step such as
    `squeeze` throws away every axis of size 1, whatever it stands for. Leave it out: the mean over the last
    axis has removed that axis already.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2).squeeze()


def another_error():
    """You refuse rows of different lengths, but with another kind of error than ValueError.

    The test is there, and so is the message: that is the larger part. But whoever calls has to know which
    error to expect. Python has kinds of errors with a meaning each. TypeError says "this is not the kind of
    thing I take", AssertionError says "I, the program, have a bug", and ValueError says "the right kind of
    thing, but this one will not do". Tables came, as they should, and only their sizes will not do. Raise the
    kind that says so.
    """

    def pairwise_l1(a, b):
        assert a.shape[1] == b.shape[1], f"{a.shape} and {b.shape}"
        return (a[:, None] - b[None]).abs().mean(dim=2)


def row_by_row():
    """The table is right, but a loop fills it row by row or pair by pair.

    With 60,000 stored images the loop goes round 60,000 times, and Python takes part in each round.
    Broadcasting can bring all pairs together in one subtraction: `a` as n rows that each meet one block,
    `b` as one block of m rows. Look at the little multiplication table in the lesson, and give both tensors
    one axis of size 1.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return torch.stack([(row - b).abs().mean(dim=1) for row in a])


def uses_cdist():
    """PyTorch's ready-made function for distances does the work, which is off limits here.

    The answer is right, and in a program of your own that function is a good choice. But this exercise is
    about bringing every row together with every other by broadcasting, which you will need again where no
    function is ready. Give `a` and `b` an axis of size 1 each, subtract, forget the signs, average.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return torch.cdist(a, b, p=1.0) / a.shape[1]


def always_float32():
    """Rows of type float64 come out as float32.

    Somebody who calculates in float64 wants some fifteen digits, and you hand back seven. What comes in as
    one type should go out as that type. Subtracting, forgetting the sign and averaging all keep the type by
    themselves. Look for a conversion, or for a way of making a new tensor that always gives float32, and
    leave it out.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2).float()


def float32_on_the_way():
    """Rows of type float64 are rounded to float32 on the way, so half of their digits are lost.

    The answer is of the right type in the end, but its last digits are noise: 1/3 comes as 0.3333333433.
    Somewhere a step turns numbers into float32, which keeps about seven digits. Making float64 of the result
    adds digits again, but not the ones that were there before. The same happens when only one of two inputs is
    converted: what was rounded once stays rounded. Look for a conversion, and leave it out.
    """

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}")
        return (a[:, None] - b[None]).abs().mean(dim=2).float().to(a.dtype)
