"""Known wrong answers to `pair_up`. Each docstring is what the learner is told."""

import itertools

import torch


def cuts_the_longer():
    """Different lengths are not refused, and what is left over gets lost in silence.

    `zip` stops at the end of the shorter one. With 4 inputs and 3 targets you give 3 pairs, and nobody
    is told. That would be bad enough if it was the last target that is missing. But if it was the first
    one, every input now has its neighbour's target, and a network learns nonsense from it. Compare the
    two lengths before you begin, and raise a `ValueError` that names both.
    """

    def pair_up(x, y):
        return list(zip(x, y))


def refuses_in_one_direction():
    """You notice too few targets, but not too many.

    With 4 inputs and 3 targets you refuse, as you should. With 3 inputs and 4 targets you pair three of
    them and drop the fourth. It is not clear which of the four is the wrong one, so all pairs are in
    doubt. Only equal lengths are right, so ask whether they differ, and not which of the two is larger.
    """

    def pair_up(x, y):
        if len(x) > len(y):
            raise ValueError(f"{len(x)} inputs, but only {len(y)} targets")
        return list(zip(x, y))


def refuses_with_assert():
    """Different lengths are refused, but with another exception than `ValueError`.

    `assert` raises an `AssertionError`, and it is meant for another purpose: for things that can not
    happen unless your own code is wrong. With `python -O` it is even switched off. Here somebody else
    passed 3 inputs and 4 targets. For a wrong value Python has the `ValueError`. Ask with `if`, and
    `raise` it yourself, with both lengths in the message.
    """

    def pair_up(x, y):
        assert len(x) == len(y), f"{len(x)} inputs and {len(y)} targets"
        return list(zip(x, y))


def repeats_the_only_one():
    """A single target is used for all inputs, or a single input for all targets.

    With 5 inputs and 1 target you give 5 pairs with the same target. Tensors do this when they are
    calculated with, and there it is called broadcasting. But here it hides a mistake: four targets are
    missing, and the fifth may belong to any input. Lengths that differ are refused, and 1 is no
    exception.
    """

    def pair_up(x, y):
        n, m = len(x), len(y)
        if n != m and 1 not in (n, m):
            raise ValueError(f"{n} inputs and {m} targets")
        x, y = [x[0]] * m if n == 1 else x, [y[0]] * n if m == 1 else y
        return list(zip(x, y))


def swapped():
    """The pairs are the wrong way round: the target stands before its input.

    For the input 3.0 with the target "a" you give ("a", 3.0), but (3.0, "a") was wanted. Both orders
    would do if everybody agreed. PyTorch, and every training loop of this course, expect the input
    first: `for xb, yb in batches`. With the other order a network would try to guess the image from the
    label. Swap the two.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return list(zip(y, x))


def an_iterator():
    """You give an iterator, which can be gone through once, and not a list.

    `zip` and `map` give something that hands out one pair after the other and then is empty for ever. A
    second epoch would find no examples. It also has no length, and cannot be asked for the pair at
    place 2. A data set needs all three. Gather what it hands out, once, in a list.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return zip(x, y)


def a_tuple_of_tuples():
    """The pairs are right, but they are gathered in a tuple, and a list was wanted.

    You give ((3.0, "a"), (5.0, "b")), and [(3.0, "a"), (5.0, "b")] was wanted. It is a matter of
    habit: a tuple holds a fixed number of things that differ in meaning, as input and target do. A list
    holds any number of things of one kind, as examples are. And a list can be sorted, shuffled and
    added to. So each pair is a tuple, and around them all is a list.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return tuple(zip(x, y))


def lists_instead_of_tuples():
    """Each pair is a list, where a tuple was wanted.

    You give [[3.0, "a"], [5.0, "b"]]. A list is made to be changed: something may be appended to an
    example, or its target replaced, and the data set has silently become another. A tuple stays as it
    was made, and says so by its round brackets: (3.0, "a"). Make a tuple of each pair.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return [[a, b] for a, b in zip(x, y)]


def one_pair_of_everything():
    """You give one single pair, of all inputs and all targets.

    For three examples you give [(inputs, targets)], of length 1. That is what you were given, only with
    brackets around it. Wanted are three small pairs: the first input with the first target, the second
    with the second, and so on. Walk through both of them side by side, and make a tuple at every step.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return [(x, y)]


def every_input_with_every_target():
    """You pair every input with every target, not only with its own.

    For three examples you give nine pairs. A loop inside a loop does that: for each input it runs
    through all targets. But only the target at the same place belongs to an input. The pairs are (first,
    first), (second, second), (third, third). One loop is enough, with one position for both.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return list(itertools.product(x, y))


def numbers_out_of_tensors():
    """The tensors are taken apart into plain Python numbers.

    With `tolist()` or `.item()` the row `tensor([3., 4.])` becomes the list [3.0, 4.0]. It looks the
    same when printed, but a network can not calculate with it, and its shape and type are gone. Each
    input and each target should stay what it is. Walking through a tensor gives its rows, as tensors.
    Leave them so.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        x = x.tolist() if isinstance(x, torch.Tensor) else x
        y = y.tolist() if isinstance(y, torch.Tensor) else y
        return list(zip(x, y))


def targets_as_numbers():
    """The targets are turned from tensors into plain Python numbers.

    For the targets `tensor([1, 0])` the first pair should end with `tensor(1)`, and yours ends with 1.
    One number out of a tensor is a tensor still, of shape (), and that is how targets are stacked into
    a batch later on. `.item()` and `int()` take it out of there. Leave each target as walking through the
    tensor gives it.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return [(a, b.item() if isinstance(b, torch.Tensor) and b.numel() == 1 else b) for a, b in zip(x, y)]


def everything_a_tensor():
    """You turn everything into tensors, and lists may hold what no tensor can.

    A tensor holds numbers only. A list of words, such as ["ant", "bee"], cannot become one, and a list
    of whole numbers should stay one: 10 stays 10, and does not become `tensor(10)`. The pairs hold what
    was given. Lists have a length and places of their own, so they need no conversion.
    """

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        return list(zip(torch.as_tensor(x), torch.as_tensor(y)))


def tensors_only():
    """It works for tensors, but stops with an error for lists.

    `x.shape` and `x.size(0)` exist for tensors only, and a list of words has neither. So `pair_up(["ant"],
    [1])` ends with an `AttributeError`. Python's `len` works for both: for a list it counts the
    elements, for a tensor the rows. The same holds for walking through it with `for`.
    """

    def pair_up(x, y):
        if x.shape[0] != y.shape[0]:
            raise ValueError(f"{x.shape[0]} inputs and {y.shape[0]} targets")
        return list(zip(x, y))


def compares_shapes():
    """You compare the whole shapes, and refuse what fits.

    Inputs of shape (4, 3) and targets of shape (4, 1) belong together: four inputs, four targets. An
    image and its label never have the same shape. What has to be equal is how many there are, and
    that is only the first axis. `len` counts it, for lists too.
    """

    def pair_up(x, y):
        a, b = [v.shape if isinstance(v, torch.Tensor) else (len(v),) for v in (x, y)]
        if a != b:
            raise ValueError(f"inputs of shape {a} and targets of shape {b}")
        return list(zip(x, y))


def one_list_for_all_calls():
    """The pairs of earlier calls are still in the list: all calls fill the same one.

    The first call with three examples gives 3 pairs, and the next one with three gives 6. A list that is
    made outside of the function exists once, and so does one that stands as a default value: `def f(out=[])`
    makes its list when the function is defined, and not anew when it is called. Make the list inside the
    function, and every call begins with an empty one.
    """

    gathered = []

    def pair_up(x, y):
        if len(x) != len(y):
            raise ValueError(f"{len(x)} inputs and {len(y)} targets")
        for pair in zip(x, y):
            gathered.append(pair)
        return gathered
