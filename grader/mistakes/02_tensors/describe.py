"""Known wrong answers to `describe`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "answer_as_list": "answer_as_list",
    "shape_and_rank_swapped": "shape_and_rank_swapped",
    "shape_as_list": "shape_as_list",
    "axes_of_size_1_dropped": "axes_of_size_1_dropped",
    "type_as_text": "type_as_text",
    "always_float32": "always_float32",
}


def rank_counts_elements():
    """The rank you give is how many numbers there are, not how many axes.

    A matrix with 2 rows and 3 columns holds 6 numbers, and you give 6. But to point at one of them you say
    two things, its row and its column: the matrix has two axes, so its rank is 2. A table of a million rows
    has rank 2 as well. Look at the shape: the rank is not what its entries multiply to, it is how many
    entries there are.
    """

    def describe(t):
        return tuple(t.shape), t.numel(), t.dtype


def rank_is_first_axis():
    """The rank you give is the length of the first axis.

    Python's `len` of a tensor counts its rows. For a matrix with 5 rows and 3 columns that is 5, but the
    rank is 2, because there are two axes. And for a tensor of rank 0, a single number, there is no first
    axis, so asking for its length is an error. What you want to count is not in the tensor but in its
    shape.
    """

    def describe(t):
        return tuple(t.shape), len(t), t.dtype


def rank_is_last_axis():
    """The rank you give is the length of the last axis.

    For a tensor of shape (5, 3) you give 3, which is how many numbers stand in one row. The rank asks how
    many axes there are, whatever their lengths: here it is 2. Of a single number, with the shape (), there
    is no last axis, so your way ends in an error. Do not pick an entry of the shape, count its entries.
    """

    def describe(t):
        return tuple(t.shape), t.shape[-1], t.dtype


def single_number_has_an_axis():
    """A single number gets the rank 1, but it has no axis at all.

    To point at one number in a row you say one place, in a table two. If there is only a single number, there
    is nothing to say: no axis, so the rank is 0, and the shape is the empty tuple (). A row with one number in
    it is another thing: its shape is (1,), and its rank is 1. Your answer seems to raise the rank to 1 where it
    is 0. Count the entries of the shape and leave the count as it is.
    """

    def describe(t):
        return tuple(t.shape), max(1, t.ndim), t.dtype


def axes_of_size_1_dropped():
    """Axes of size 1 are left out, but they count like all others.

    A column of 7 numbers has the shape (7, 1) and the rank 2: to point at one of its numbers you still say
    two places, the second of which is always 0. You give the shape (7,) and the rank 1. A step such as
    `squeeze` throws away every axis of size 1, and then you describe another tensor than the one that came.
    Ask the tensor itself, as it is.
    """

    def describe(t):
        t = t.squeeze()
        return tuple(t.shape), t.ndim, t.dtype


def always_float32():
    """The element type is not read off the tensor: it is float32 whatever came.

    Most tensors of this course hold float32, so the answer looks right for a while. But a tensor of pixels
    is uint8, one of labels is int64, and one of yes and no is bool. Those are the cases for which one asks
    at all. Every tensor knows the type of its elements: it is one of its attributes, as the shape is.
    Return what the tensor says.
    """

    def describe(t):
        return tuple(t.shape), t.ndim, torch.float32


def python_type():
    """The third thing is a type of Python's, not PyTorch's type of the elements.

    Python's `type` of a tensor is always `torch.Tensor`, as every parcel is a parcel, whatever is in it.
    Taking one number out and asking for its type does not help either: Python has a single `float`, where
    PyTorch has several. float32 takes four bytes and float64 eight, and that decides what you can calculate
    with them. Ask the tensor as a whole. It has an attribute for the type of its elements, which works for
    an empty tensor as well.
    """

    def describe(t):
        return tuple(t.shape), t.ndim, type(t)


def type_as_text():
    """The element type comes as text, for example "torch.float32", not as the type itself.

    What is printed looks the same, but a string is not a type. Comparing it with `torch.float32` says that
    they differ, and no tensor can be made with it. The attribute of the tensor is right as it is. Leave the
    conversion to a string out, and also formatted strings.
    """

    def describe(t):
        return tuple(t.shape), t.ndim, str(t.dtype)


def shape_and_rank_swapped():
    """Shape and rank are there, but in each other's place.

    For a tensor of shape (5, 3) the answer begins with the shape (5, 3) and goes on with the rank 2. You
    give 2 first and the shape second. Whoever unpacks the answer into three names gets the wrong thing in
    two of them. The signature lists the parts in order: a tuple of whole numbers, one whole number, a type.
    """

    def describe(t):
        return t.ndim, tuple(t.shape), t.dtype


def shape_as_list():
    """The shape comes as a list, but a tuple is wanted.

    The numbers are right. But [5, 3] and (5, 3) are different things for Python: comparing the two gives
    False, and a list cannot be the key of a dictionary. A shape does not change, and a tuple is Python's
    way of saying that. What the tensor gives as its shape is a kind of tuple already, so nothing that makes
    a list is needed on the way.
    """

    def describe(t):
        return list(t.shape), t.ndim, t.dtype


def answer_as_list():
    """The three things come in a list, but a tuple is wanted.

    Shape, rank and type are right, and in the right order. A list is meant for things of one kind, of which
    there may be more or fewer tomorrow. Here there are always three, each with its own meaning, and for
    that Python has the tuple: the same with round brackets, or with no brackets at all behind `return`.
    """

    def describe(t):
        return [tuple(t.shape), t.ndim, t.dtype]
