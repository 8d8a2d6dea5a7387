"""Known wrong answers to `relu`. Each docstring is what the learner is told."""

import torch
from torch import nn


def in_place():
    """You write into x itself, so the caller's numbers are lost.

    `x[x < 0] = 0`, `clamp_` and every other method with an underscore at its end change the tensor that
    was handed in. Whoever gave you [-2, 3] finds [0, 3] afterwards, and cannot ask for the negative
    number again. If x is tracked, PyTorch even stops with an error. Return a new tensor instead. The
    function without the underscore makes one.
    """

    def relu(x):
        x[x < 0] = 0
        return x


def absolute_value():
    """Negative numbers are turned round, and they should become 0.

    For [-2, 3] you give [2, 3], where [0, 3] is right. That is the absolute value. It bends too, but it
    does not keep anything out: a strong "no" comes through as a strong "yes". Left of the bend nothing
    may come through. Ask which is larger, the number or 0.
    """

    def relu(x):
        return x.abs()


def leaky():
    """A little of the negative numbers comes through.

    For -2 you give -0.02, or some other small part of it, where 0 is right. That function exists. It is
    called a leaky ReLU, and it has its uses, because its gradient is nowhere 0. Here the plain one is
    wanted: on the left of the bend the line is flat, at exactly 0.
    """

    def relu(x):
        return torch.where(x > 0, x, 0.01 * x)


def mask_only():
    """You tell where the positive numbers are, and not what they are.

    For [-2, 0.5, 3] you give [0, 1, 1], where [0, 0.5, 3] is right. A comparison makes only a yes or no
    of each number. How strong the signal was is lost, and no gradient finds its way back. The mask is
    half of a solution: the numbers themselves have to come through where it says yes.
    """

    def relu(x):
        return (x > 0).to(x.dtype)


def always_float32():
    """Your answer is float32, whatever comes in.

    Numbers of type float64 have sixteen digits, and float32 keeps seven of them. The type should stay as
    it came. It often gets lost through a new tensor, such as `torch.zeros(3)`, which is float32 unless it
    is told otherwise, or through `.float()`. Make new tensors in the type of x: the functions whose names
    end in `_like` do that.
    """

    def relu(x):
        return x.float().clamp(min=0)


def wrong_side():
    """You keep the negative numbers, and cut off the positive ones.

    For [-2, 3] you give [-2, 0], where [0, 3] is right. That is the smaller one of the number and 0. The
    bend is at the right place, and the flat part lies on the wrong side of it. With `clamp` it happens
    when the upper limit is given in place of the lower one. Picture the number line: what should the
    lowest number be that can come out?
    """

    def relu(x):
        return x.clamp(max=0)


def mirrored():
    """You keep the negative numbers with their sign turned, and cut off the positive ones.

    For [-2, 3] you give [2, 0], where [0, 3] is right. Your line falls to 0 from the left, and is flat
    on the right: the picture of the lesson in a mirror. Somewhere a sign is turned once too often, or
    the two sides of a condition have changed places. Try it with the single number 3. It should come
    back as it is.
    """

    def relu(x):
        return (-x).clamp(min=0)


def capped():
    """There is an upper limit as well: large numbers are cut off.

    For 10 you give 1 (or 6, or whatever your limit is), where 10 is right. With a limit on both sides
    strong signals all look alike, and their gradient is 0. A ReLU has only one bend, at 0. To the right
    of it the line goes on for ever. So give a lower limit, and no upper one.
    """

    def relu(x):
        return x.clamp(0, 6)


def capped_at_one():
    """Your answers end at 1, but they should go on as far as x does.

    For 3 you give 1, where 3 is right. Perhaps you think of a probability, which lies between 0 and 1.
    The numbers inside a network are no probabilities: they may be as large as they like. Only the
    negative ones are cut off. Leave the upper limit out.
    """

    def relu(x):
        return x.clamp(0, 1)


def negatives_dropped():
    """The negative numbers are thrown away, so that your answer has fewer numbers than x.

    Picking with a mask, as in `x[x > 0]`, gives the positive numbers only, all in one row. For [[-2, 3],
    [1, -4]] you give [3, 1], and nobody can tell any more where they stood. Each place has to keep its
    number. For a table of two rows and two columns the answer is one too: [[0, 3], [1, 0]]. Put a 0 in
    the place of what is negative.
    """

    def relu(x):
        return x[x > 0]


def no_trail():
    """The numbers are right, but no gradient can flow back.

    On the way the tensor was taken off its graph: with `.detach()`, `.item()`, `.tolist()`, NumPy, or
    `torch.no_grad()`. PyTorch then does not know how the answer came from x, and everything below this
    layer would stop learning. Use PyTorch's own operations from x to the answer, and it keeps the trail
    by itself.
    """

    def relu(x):
        return x.detach().clamp(min=0)


def gradient_everywhere():
    """The numbers are right, but the gradient is 1 everywhere, also where x is negative.

    On the flat side nothing changes when x moves a little, so the gradient there has to be 0. In your
    version x goes on with its full gradient, and what was taken away from it is a plain number without
    a trail. That happens when `.detach()` or `.data` is used for a part of the way. Let PyTorch see the
    whole calculation.
    """

    def relu(x):
        return x + (x.clamp(min=0) - x).detach()


def shifted():
    """You move all numbers up, until the lowest one is 0.

    For [-2, 0.5, 3] you give [0, 2.5, 5], where [0, 0.5, 3] is right. Nothing is cut off that way, and
    there is no bend: it is still a straight line. Also what becomes of one number must not depend on the
    others. Each number is judged on its own: is it above 0 or not?
    """

    def relu(x):
        return x - x.min()


def smooth():
    """Your curve bends softly, where a corner at 0 is wanted.

    Softplus, SiLU and GELU are smooth relatives of this function. For 0.5 softplus gives about 0.97, and
    for -0.5 about 0.47, where 0.5 and 0 are right. Far away from 0 they all come near the straight lines,
    but never quite reach them. Here it is simpler than that: no `exp`, only a comparison with 0.
    """

    def relu(x):
        return (1 + x.exp()).log()


def all_or_nothing():
    """You decide for the whole tensor at once, and not for each number.

    A single `if`, for example on the sum, keeps all of x or none of it. For [-2, 3] the sum is 1, so you
    give [-2, 3] as it came, where [0, 3] is right. Positive and negative numbers stand side by side in
    one tensor. Use an operation that looks at every element by itself.
    """

    def relu(x):
        return x if x.sum() > 0 else torch.zeros_like(x)


def ready_made():
    """You use a function of PyTorch's that is off limits here.

    `torch.relu`, `F.relu`, `nn.ReLU`, `threshold` and a leaky one without a leak all give the right
    numbers. Outside this exercise, use them. Here the point is that there is no magic in it. You need one
    comparison with 0, for every element: `torch.where`, `torch.maximum` and `clamp` are welcome.
    """

    def relu(x):
        return nn.functional.relu(x)
