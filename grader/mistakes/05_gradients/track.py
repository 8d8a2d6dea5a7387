"""Known wrong answers to `track`. Each docstring is what the learner is told."""

import numpy as np
import torch


def not_tracked():
    """The numbers are right, but the tensor does not record.

    `torch.tensor([2.0, 5.0])` is a plain table of numbers. Whatever you calculate with it carries no note
    of where it came from, so there is no way back to it, and `backward()` stops with "does not require
    grad". A tensor records only if somebody asks it to. You can ask when you make it, with a keyword, or
    right afterwards, with a method whose name ends in an underscore.
    """

    def track(values):
        return torch.tensor(values, dtype=torch.float32)


def not_a_leaf():
    """You switch tracking on first, and go on calculating: the result is tracked, but it is no leaf.

    The leaf is the tensor that was there before the calculation, and nobody holds it any more. Gradients
    travel through your tensor to that leaf, and are kept there. Say the leaf is [2.0, 5.0] and you give
    the leaf times 1: the numbers agree, and yet `.grad` of yours stays None for ever. Do everything that
    changes numbers, shape or type first. Tracking comes last.
    """

    def track(values):
        return torch.tensor(values, dtype=torch.float32, requires_grad=True) * 1


def int_dtype():
    """A list of whole numbers makes a tensor of whole numbers, and that cannot record.

    `torch.tensor([2, 5])` has the type int64. A slope asks what happens when a number changes by a tiny
    amount, and a whole number cannot do that. So PyTorch lets only tensors with fractions record. Leaving
    the whole numbers untracked is no way out: a list of floats and a list of ints should be treated
    alike. Tell PyTorch the type when you make the tensor.
    """

    def track(values):
        tensor = torch.tensor(values)
        return tensor.requires_grad_() if tensor.is_floating_point() else tensor


def fails_for_ints():
    """A list of whole numbers stops your function with an error.

    From `[2, 5]` PyTorch makes a tensor of type int64, and then refuses: "Only Tensors of floating point
    ... can require gradients". A slope needs numbers that can change by a tiny amount. `[2.0, 5.0]` would
    have worked, but the caller may write 2 and mean 2.0. Choose the type yourself instead of letting
    PyTorch guess it from the list.
    """

    def track(values):
        return torch.tensor(values, requires_grad=True)


def ints_switched_on_afterwards():
    """A list of whole numbers makes a tensor that cannot be switched on.

    `torch.tensor([2, 5])` is made without complaint, of type int64. Switching its recording on stops with
    "only Tensors of floating point dtype can require gradients". [2.0, 5.0] would have worked, but the
    caller may write 2 and mean 2.0. A slope needs numbers that can change by a tiny amount, so make floats
    of them first, and ask for the recording after that.
    """

    def track(values):
        return torch.tensor(values).requires_grad_()


def float64():
    """The type is float64, but float32 was wanted.

    Python and NumPy calculate with 64 bits for a number, and `torch.from_numpy` and `dtype=float` keep
    that. PyTorch's layers and most tensors have 32, and two types do not multiply as matrices: "expected
    m1 and m2 to have the same dtype". A parameter in float64 will not fit the data. Ask for float32 by
    name when you make the tensor.
    """

    def track(values):
        return torch.from_numpy(np.array(values, dtype=float)).requires_grad_()


def whole_numbers():
    """The fractions are cut off: 2.7 becomes 2.

    Somewhere the numbers pass through a type that knows only whole numbers, such as int64, and come back
    as floats. The type is right in the end, but [0.5, -1.25] has become [0.0, -1.0]. Parameters are hardly
    ever whole: a step of training may move one by 0.001. Go to float32 directly, without a stop on the
    way.
    """

    def track(values):
        return torch.tensor(values, dtype=torch.int64).float().requires_grad_()


def row_of_a_table():
    """There is one axis too many: a table with one row, not a plain list of numbers.

    `torch.tensor([values])`, with square brackets around a list that has its own, has the shape (1, n).
    For [2, 5] that is [[2, 5]]: its length is 1, and a loop over it meets one row and not two numbers. The
    list is a list already. Leave the extra brackets out, and the shape is (n,).
    """

    def track(values):
        return torch.tensor([values], dtype=torch.float32, requires_grad=True)


def list_of_tensors():
    """You give a list with a tensor for each number, but one tensor for all was wanted.

    Each of the little tensors does record. But [2.0, 5.0] should be one tensor of shape (2,), with one
    `.grad` that holds two slopes. PyTorch works on all elements at once, and a list of n tensors takes n
    times as many operations. Hand the whole list over at one time, and let PyTorch make the tensor.
    """

    def track(values):
        return [torch.tensor(float(value), requires_grad=True) for value in values]


def zeros_instead():
    """The tensor has the right length and records, but it does not hold the numbers.

    The list [2.0, 5.0] tells where the parameters start, and you start them somewhere else. From zeros or
    random numbers the first prediction, the first loss and the first gradient are all different ones.
    Choosing starting numbers is a job of its own, and the caller has done it. Put the given numbers in.
    """

    def track(values):
        return torch.zeros(len(values), requires_grad=True)


def one_leaf_for_all():
    """All calls hand out one and the same tensor, so that they disturb one another.

    The second call puts its numbers into the tensor of the first, and gradients of both add up in one
    `.grad`. Say `a` is made from [2.0, 5.0] and `b` from [1.0, 1.0]: now `a` holds ones as well. A tensor
    that lives outside the function, or a result that is remembered for later, is shared by everybody.
    Make a new one in each call.
    """

    _leaf = torch.zeros(1, requires_grad=True)

    def track(values):
        _leaf.data = torch.tensor(values, dtype=torch.float32)
        return _leaf
