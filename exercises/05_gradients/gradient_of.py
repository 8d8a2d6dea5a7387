"""One slope for each element

In the step before there was one number and one slope. A model has thousands of
numbers, and wants to know of each of them: if I change only this one, how fast does
the result change? All these slopes together have the shape of the tensor itself.

But `backward()` starts from a single number. If f gives many, which of them is meant?
The common answer: all of them, added up. Take f(x) = x * x for x = [1, 2, 3].

    x         1     2     3
    f(x)      1     4     9      sum: 14
    x[0] goes from 1 to 1.001:   1.002001 + 4 + 9, the sum grows by about 0.002
    slope     2     4     6      of the sum, with respect to each x

Here each output hangs on one input, and the sum only keeps the slopes together. It is
different when f mixes the elements. Take f(x) = x * x.sum(), which is [6, 12, 18].
The sum of that is the square of the sum, 36, and each element pulls in the same way:

    slope    12    12    12

So asking for one element at a time, as if the others were not there, is wrong.

Two traps lie in the tensor that you are given. It belongs to the caller. If you switch
on recording for it, or leave something in its `.grad`, the caller will find that. And
it may record already. Then copying it, with `clone()`, is a calculation like any
other, and the copy is no leaf:

    >>> x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> x.clone().is_leaf, x.detach().is_leaf
    (False, True)

Many notes say: after `backward()`, look into `.grad`. That holds for leaves only. For
all else `.grad` is None, and instead of an error there is just a warning. What
`detach()` gives has the same numbers, and knows nothing of the record.
"""

import torch
from torch import Tensor


def gradient_of(f, x: Tensor) -> Tensor:
    """The gradient of the sum of `f(x)` with respect to each element of `x`.

    f: takes a tensor like `x` and gives a tensor of any shape, computed from it.
    x: of any shape, float32 or float64, tracked or not. It is left as it came: its
    `requires_grad` and its `.grad` too.
    Returns a tensor with the shape and type of `x`.
    """
    raise NotImplementedError
