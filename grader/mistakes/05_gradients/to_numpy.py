"""Known wrong answers to `to_numpy`. Each docstring is what the learner is told."""

import numpy as np

# The same wrong kind of answer may be a copy or share its memory, so the check itself says what it recognised.
SYMPTOMS = {"a_list": "a_list", "a_tensor": "a_tensor", "a_number": "a_number"}


def fails_on_tracked():
    """A tracked tensor stops your function with an error.

    An array cannot record, so PyTorch refuses to make one of a tensor that does: "Can't call numpy() on
    Tensor that requires grad". Copying with `clone()` does not help, since the copy records as well: it is
    a calculation like any other. You need a tensor with the same numbers that is cut off from the record.
    The lesson shows the method that gives one.
    """

    def to_numpy(t):
        return t.numpy()


def switches_tracking_off():
    """You switch the tracking of the caller's tensor off, and it will not be trained again.

    `t.requires_grad_(False)` changes `t` itself. Say it is a parameter, and the caller wants to print it
    after each epoch: after the first time it records no more, the next `backward()` passes it by, and the
    model stands still. Reading numbers should leave no traces. Take another tensor, with the same numbers
    and without the record.
    """

    def to_numpy(t):
        return t.requires_grad_(False).numpy()


def off_and_on_again():
    """You switch tracking off and then on again, and so every tensor is tracked in the end.

    For a tracked leaf all is as it was. But a plain tensor, an image for example, now records, which it did
    not before, and PyTorch keeps notes about it from then on. And a tensor that was computed, such as w *
    w, cannot be switched off at all. Do not change the caller's tensor: take another one on the same
    numbers.
    """

    def to_numpy(t):
        t.requires_grad_(False)
        found = t.numpy()
        t.requires_grad_(True)
        return found


def cut_off_in_place():
    """You cut the caller's own tensor off from its record: `detach_()` works in place.

    The name ends in an underscore, so it changes the tensor itself. A leaf is tracked no more afterwards,
    and a computed tensor has forgotten where it came from: no gradient gets through it. `detach()`, without
    the underscore, gives another tensor on the same numbers, and leaves this one alone.
    """

    def to_numpy(t):
        return t.detach_().numpy()


def a_list():
    """You give a Python list, and an array was wanted.

    `tolist()` does take the numbers out of a tracked tensor. But a list has no shape and no type, and it
    cannot be added or multiplied: [1, 2] * 2 is [1, 2, 1, 2], and not [2, 4]. Plots and tables expect an
    array. A tensor can hand its numbers to NumPy directly, without a stop as a list.
    """

    def to_numpy(t):
        return t.tolist()


def a_tensor():
    """What you give has no record any more, but it is still a tensor.

    `detach()` is the first half of the way: the same numbers, cut off from the record. NumPy's functions
    take it sometimes, and sometimes they do not, and `isinstance(..., np.ndarray)` is False. The second
    half is to hand these numbers to NumPy.
    """

    def to_numpy(t):
        return t.detach()


def float64_always():
    """The array has the type float64, whatever came.

    Going through a list, with `np.array(t.tolist())`, makes Python numbers of the elements, and NumPy makes
    float64 of those. A tensor of float32 should give an array of float32: half the memory, and the same
    type on both sides. Hand the tensor's memory to NumPy as it is, and nothing has to be guessed.
    """

    def to_numpy(t):
        return np.array(t.tolist())


def float32_always():
    """The array has the type float32, whatever came.

    A tensor of float64 loses half of its digits: 0.1234567890123 becomes 0.12345679. Somebody who keeps
    numbers in float64 does so for a reason, to compare small differences perhaps. The type is not yours to
    choose: the array has that of the tensor. Leave out the conversion, and NumPy takes it over.
    """

    def to_numpy(t):
        return t.detach().float().numpy()


def flat():
    """The array is one long row, and the shape is lost.

    For a tensor of shape (3, 4) you give an array of shape (12,). An image as one long row cannot be drawn,
    and a row of the table cannot be found any more. NumPy knows shapes as PyTorch does, so nothing needs
    to be flattened or unpacked. Hand the tensor over as it is.
    """

    def to_numpy(t):
        return t.detach().flatten().numpy()


def squeezed():
    """Axes of length 1 have disappeared.

    A tensor of shape (2, 1, 3) comes as an array of shape (2, 3). It looks tidier, but the axis has a
    meaning: one colour channel, say, or a batch of one image. Whoever goes on with the array expects it
    where it was. Leave `squeeze` out: the array has exactly the shape of the tensor.
    """

    def to_numpy(t):
        return t.detach().squeeze().numpy()


def a_number():
    """For a tensor of shape () you give a plain number, and an array was wanted.

    NumPy has arrays without axes too: `np.array(3.0)` has the shape () and the type float64. Treating this
    case apart, with `item()`, means that whoever calls you has to treat it apart as well, before asking
    for `.shape` or `.dtype`. The way that works for tables works here without an exception.
    """

    def to_numpy(t):
        return t.detach().numpy() if t.dim() else t.item()
