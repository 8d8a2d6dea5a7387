"""Where to compute: CPU or GPU

A GPU is a part of some computers that was made to draw pictures. It does the same
calculation with thousands of numbers at once, and a large network trains on it twenty
times as fast. PyTorch knows two kinds, `cuda` (Nvidia's) and `mps` (Apple's). A program
that wants to run everywhere has to look for what is there:

    present on the machine    best
    cuda and cpu              cuda
    mps and cpu               mps
    cpu                       cpu

Many notes write `device = "cuda"`, or call `.cuda()`, and their readers without such a
GPU get an error in the first line. Others quietly take the CPU when a GPU was asked
for, and somebody waits for a week. Both are wrong: "auto" may choose, but whoever
asks for something by name gets that, or is told that it is not there.

A device has a name and sometimes a number, for machines with many GPUs. Making a
`torch.device` proves nothing. It is only a name, and the thing may be missing:

    >>> torch.device("cuda:3")
    device(type='cuda', index=3)
    >>> torch.device("cuda:3").type
    'cuda'

Then the data must go there, for PyTorch refuses to calculate with one tensor here and
another there. `.to(device)` gives a copy, and leaves the tensor where it was. But a
batch is rarely one tensor. It may be a pair, or a dict of lists, nested in any depth:

    batch                                    move(batch, there)
    {"pixels": tensor,                       {"pixels": tensor there,
     "more": [(tensor, "seven"), None]}       "more": [(tensor there, "seven"), None]}

Such a thing is best taken apart by a function that calls itself. "Moving a list" means:
make a list of its moved elements. How deep the nest is need not be known:

    >>> def depth(thing):
    ...     return 1 + max(map(depth, thing)) if isinstance(thing, list) else 0
    >>> depth([1, [2, [3, 4]]])
    3
"""

import torch
from torch import Tensor


def pick_device(wanted: str = "auto") -> torch.device:
    """The device to compute on.

    wanted: "auto" for the best one that is present (cuda before mps before cpu), or one
    of the names "cuda", "mps" and "cpu".
    Raises ValueError for a name that is absent on this machine and for any other word,
    one with a number such as "cuda:0" too; the message tells which ones are present.
    """
    raise NotImplementedError


def move(batch, device):
    """The same batch with all its tensors on `device`.

    batch: a tensor, or a list, tuple, named tuple or dict of such, nested in any depth,
    with other values between: those stay as they are. Nothing in it is changed.
    Returns the same build: a list for a list, a named tuple for a named tuple.
    """
    raise NotImplementedError
