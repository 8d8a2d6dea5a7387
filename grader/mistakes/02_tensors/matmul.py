"""Known wrong answers to `matmul`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "float32_on_the_way": "float32_on_the_way",
    "uses_the_operator": "uses_the_operator",
    "whole_number_result": "whole_number_result",
    "sizes_not_checked": "sizes_not_checked",
    "ones_let_through": "ones_let_through",
    "smaller_size_used": "smaller_size_used",
    "another_error": "another_error",
}


def element_by_element():
    """Numbers at the same place are multiplied, and that is another product.

    With `*`, a[0, 0] meets b[0, 0] and a[0, 1] meets b[0, 1]. In a matrix product a whole row meets a whole
    column: for basket 0 and shop 1 of the lesson it is 1 * 3 + 2 * 1, a sum over all kinds of fruit.
    Nothing is added up in your way, and it works only when the two shapes happen to fit. Think of a single
    place (i, j) of the answer first: which numbers of `a` and which of `b` go into it?
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return a * b


def second_transposed():
    """Rows of `a` meet rows of `b`, but they should meet its columns.

    Your second place in `b` is the one that runs along, where it should be the first. For square tables
    that gives an answer, only a wrong one: it is the product with `b` turned on its side. In the lesson a
    shop is a column of `b`, and you walk down that column. Keep the column fixed while the row number runs
    along.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, None, :] * b[None, :, :]).sum(dim=2)


def never_filled():
    """The answer has the right shape, but it holds only zeros.

    You prepare a table of zeros for the result, which is a good start, and return it as it was made. Either
    the loops never write into it, or they write into something else, for instance into a plain number that
    is then forgotten. Print the table after the innermost line has run once. One of its places should have
    changed.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return torch.zeros(a.shape[0], b.shape[1], dtype=a.dtype)


def square_only():
    """It works only when all three sizes are alike.

    The answer takes one size, the number of rows of `a`, for everything. For square tables that is true by
    chance. With (2, 3) by (3, 4) there are three different sizes: 2 rows come out, 4 columns come out, and
    3 products are added up for each place. Read each size from the tensor that has it, and give the three
    of them names of their own.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        n = len(a)
        result = torch.zeros(n, n, dtype=a.dtype)
        for i in range(n):
            for j in range(n):
                for k in range(n):
                    result[i, j] += a[i, k] * b[k, j]
        return result


def whole_number_result():
    """The result is made of whole numbers, so every fraction is lost.

    You write sums such as 2.7 into a table of whole numbers, which keeps the 2. A tensor has one element
    type, chosen when it is made: from Python's whole numbers, or with an int type, it cannot hold a
    fraction ever after. The answer should have the type of the inputs. Look at the line in which the table
    for the result is made, and give it the type of `a`.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1).long()


def always_float32():
    """Inputs of type float64 come out as float32, with half of their digits gone.

    A table made with `torch.zeros` is float32 unless you say otherwise, and so is a tensor made from
    Python's numbers. Somebody who calculates in float64 wants some fifteen digits, and you hand back seven.
    What comes in as one type should go out as that type. Tell the table for the result which element type
    it should have: `a` knows.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1).float()


def float32_on_the_way():
    """Inputs of type float64 are rounded to float32 on the way, so half of their digits are lost.

    The answer is of the right type in the end, but its last digits are noise: 1/3 comes as 0.3333333433. A
    table made with `torch.zeros` is float32 unless you say otherwise, and each number that is written into
    it keeps only about seven digits. Turning the finished table into float64 cannot bring the others back.
    Give the table the type of `a` when you make it.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1).float().to(a.dtype)


def last_product_only():
    """Only the last product of each sum is kept: the earlier ones are overwritten.

    For basket 0 in shop 1 of the lesson the cost is 1 * 3 + 2 * 1 = 5. You give 2, which is the pears
    alone. In the innermost loop each product replaces what was there, where it should be added to it.
    Follow one place of the answer by hand through the loop, and note after each round what is stored in it.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return a[:, -1:] * b[-1:, :]


def averaged():
    """The products are averaged, but they should be added up.

    For basket 0 in shop 1 the products are 3 and 2. The basket costs 5, and you give 2.5, half of it,
    because there are two kinds of fruit. Every place of your answer is too small by the same factor, the
    inner size k. An average is what many losses take, but a matrix product is a sum: nobody divides by
    anything.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).mean(dim=1)


def result_transposed():
    """The answer is turned on its side: rows and columns are swapped.

    Three baskets and two shops should give a table of 3 by 2, a row for each basket. You give 2 by 3. Each
    number is right, but it stands at (j, i) where (i, j) was wanted. The rows of the answer come from the
    rows of `a`, and its columns from the columns of `b`. Check in which order you name the two sizes when
    you make the result, and the two places when you fill it.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1).T


def sizes_not_checked():
    """Inner sizes that differ do not raise a ValueError.

    A basket with three kinds of fruit has no price in a shop that knows two. You calculate anyway: then
    PyTorch complains with an error of another kind, or, when one of the sizes is 1, it stretches that one
    and a table of nonsense comes out without a word. Compare the last size of `a` with the first size of
    `b` before anything else, and raise a `ValueError` that shows both shapes.
    """

    def matmul(a, b):
        return (a[:, :, None] * b[None, :, :]).sum(dim=1)


def other_sizes_compared():
    """Sizes are compared that may differ, so products that exist are refused.

    (2, 3) by (3, 4) is fine: 2 baskets, 3 kinds of fruit, 4 shops. You raise an error for it, because your
    test looks at the whole shapes or at the two outer sizes. How many baskets and how many shops there are
    has nothing to do with one another. Only the fruit has to agree: the *last* size of `a` and the *first*
    size of `b`. Compare those two, and no others.
    """

    def matmul(a, b):
        if a.shape != b.shape:
            raise ValueError(f"shapes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1)


def ones_let_through():
    """Inner sizes that differ are let through when one of them is 1.

    Perhaps you wait for PyTorch to complain, and turn its error into a `ValueError`. But where a size is 1,
    it does not complain: it stretches that axis. (4, 3) by (1, 2) then gives an answer, as if the shop
    asked the same price for all three kinds of fruit. Nobody said so. Compare the two inner sizes yourself
    before you calculate, and refuse whenever they differ.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0] and 1 not in (a.shape[1], b.shape[0]):
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return (a[:, :, None] * b[None, :, :]).sum(dim=1)


def smaller_size_used():
    """When the inner sizes differ, you quietly go on with the smaller one.

    Walking along both only as far as the shorter reaches gives an answer, but it leaves a part of the
    longer one out: a fruit that lies in the basket and is never paid. Two sizes that do not fit mean that
    somebody made a mistake before. Better to stop here than to hide it. Compare the sizes first, and raise
    a `ValueError` with a message that shows them.
    """

    def matmul(a, b):
        k = min(a.shape[1], b.shape[0])
        return (a[:, :k, None] * b[None, :k, :]).sum(dim=1)


def another_error():
    """You refuse sizes that do not fit, but with another kind of error than ValueError.

    The test is there, and so is the message: that is the larger part. But whoever calls has to know which
    error to expect. Python has kinds of errors with a meaning each. TypeError says "this is not the kind of
    thing I take", AssertionError says "I, the program, have a bug", and ValueError says "the right kind of
    thing, but this one will not do". Tables came, as they should, and only their sizes will not do. Raise the
    kind that says so.
    """

    def matmul(a, b):
        assert a.shape[1] == b.shape[0], f"inner sizes differ: {a.shape} and {b.shape}"
        return (a[:, :, None] * b[None, :, :]).sum(dim=1)


def uses_the_operator():
    """The work is left to PyTorch's own matrix product, which is off limits here.

    The answer is right, and from the next chapter on you should write it just like that. But this exercise
    is about what the operator does, so it may not do the work itself: neither as a sign, nor as one of its
    names, in PyTorch or in NumPy. Start with three loops, over the rows of `a`, over the columns of `b`,
    and over what lies between. They may be as slow as they like.
    """

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes differ: {a.shape} and {b.shape}")
        return a @ b
