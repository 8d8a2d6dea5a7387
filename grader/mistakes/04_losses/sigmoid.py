"""Known wrong answers to `sigmoid`. Each docstring is what the learner is told."""

import numpy
import torch

SYMPTOMS = {"clamped_too_early": "clamped_too_early", "single_numbers_only": "single_numbers_only"}


def wrong_sign():
    """The sign of the exponent is the wrong way round, so the curve falls where it should rise.

    Large numbers should come out near 1. Take x = 2: e^(-2) is 0.1353, and 1 / 1.1353 is 0.8808. You
    use e^2 = 7.389, and get 1 / 8.389 = 0.1192, which is the right answer for -2. One minus sign makes
    the difference. Try your function with 10 in your head: is the exponential huge or tiny, and which
    one should it be?
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(x.clamp(max=80)))


def tanh_itself():
    """You give the hyperbolic tangent, which runs from -1 to 1.

    The two curves have the same S shape, but the sigmoid runs from 0 to 1, as a probability must, and
    passes through 0.5 at 0. Yours is 0 there, and below 0 for negative numbers. tanh is twice as steep,
    too. You may get from one to the other by squeezing and moving, but check it with sigmoid(2) =
    0.8808.
    """

    def sigmoid(x):
        return torch.tanh(x.double()).to(x.dtype)


def tanh_not_stretched():
    """You moved tanh between 0 and 1, but it is still too steep.

    Half of (1 + tanh(x)) runs from 0 to 1 and is 0.5 at 0, as it should. But at 2 it gives 0.982, and
    the sigmoid is 0.8808 there. The tanh curve climbs faster: what it gives at 1, the sigmoid reaches
    at 2. So something has to happen to x as well, before it goes in.
    """

    def sigmoid(x):
        return (1 + torch.tanh(x)) / 2


def infinity_over_infinity():
    """For large numbers you divide infinity by infinity, and that is NaN.

    e^x over 1 + e^x is right on paper. But a float32 ends at 3.4e38, and e^89 is beyond it: `inf`. Then
    there is `inf / inf`, which is not a number, and one `nan` in a batch ruins all of it. For -89
    nothing bad happens, because e^(-89) goes to 0. Look for a form of the same fraction in which
    infinity can only turn up below the line.
    """

    def sigmoid(x):
        return torch.exp(x) / (1 + torch.exp(x))


def clamped_too_early():
    """You cut x or the result off where the curve is not flat yet, so that the gradient dies there.

    At 12 the sigmoid is 0.999994, nearly 1, but it still has a slope. If x is cut at 10, everything
    beyond gets a slope of exactly 0: those examples can never learn again, however wrong they are. To
    keep the result away from 0 and 1 does the same: where it is cut it does not depend on x any more.
    Protection against overflow is only needed where e^x leaves float32, at about 88. Cut there, or
    choose a form that needs no cut.
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(-x.clamp(-10, 10)))


def missing_parentheses():
    """Parentheses are missing: you divide by 1 and then add.

    Python reads `1 / 1 + y` as `(1 / 1) + y`, because division binds more tightly than addition. For x
    = 2 that is 1 + 0.1353 = 1.1353, where 1 / 1.1353 = 0.8808 was meant. A probability above 1 is a
    sure sign that something is wrong. Put parentheses around everything that belongs below the line.
    """

    def sigmoid(x):
        return 1 / 1 + torch.exp(-x.clamp(min=-80))


def softmax_instead():
    """You divide by the sum over all elements: that is the softmax, not the sigmoid.

    The softmax turns several numbers into shares of 1, so each answer depends on all the others. The
    sigmoid treats each number on its own: 2 becomes 0.8808 whatever stands beside it. For a single
    number the softmax is always 1. It will have its day when there are ten digits to choose from. Here
    use each element's own exponential only.
    """

    def sigmoid(x):
        powers = torch.exp(x - x.max())
        return powers / powers.sum()


def step_function():
    """You give only 0 and 1: a step, not a smooth curve.

    A step says "yes" or "no" and does not say how sure it is. Worse for training: it is flat
    everywhere, so its slope tells nobody which way to go. The sigmoid climbs smoothly from 0 to 1: it
    gives 0.55 for 0.2, 0.88 for 2 and 0.993 for 5. Use the formula with e^(-x) in place of the
    comparison.
    """

    def sigmoid(x):
        return (x > 0).to(x.dtype) + 0 * x.clamp(-1, 1)


def cut_from_the_graph():
    """The numbers are right, but the way back to x is cut, so there are no gradients.

    With `detach()`, `.data`, `torch.no_grad()`, `.item()` or a detour through NumPy or `math`, PyTorch
    cannot see how the result was made. `backward()` then has nothing to follow, and the model in front
    of the sigmoid never learns. Use PyTorch's operations on tensors from `x` to the result. `torch.exp`
    takes a whole tensor at once.
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(-x.detach().clamp(min=-80)))


def numpy_in_between():
    """You leave PyTorch for NumPy, and NumPy keeps no record of what it calculates.

    The way back from the answers to x would end there, so `.numpy()` stops with an error for a tensor
    that records. Its message speaks of `detach()`. That silences it, and cuts the way back all the same:
    for x = 0 the slope should be 0.25, and there would be none. PyTorch has an exponential too, for
    tensors of any shape. Use its operations on x just as it comes.
    """

    def sigmoid(x):
        return torch.tensor(1 / (1 + numpy.exp(-x.numpy().clip(-80))), dtype=x.dtype)


def ready_made():
    """The answer is right, but it is PyTorch's ready-made sigmoid, which is off limits here.

    `torch.sigmoid`, the method `x.sigmoid()`, `nn.Sigmoid` and their relatives do the work for you, and
    outside this exercise you should use them. Here the point is to build it once, and to meet the trap
    inside: the exponential overflows at about 89. Start from 1 / (1 + e^(-x)), and look at what happens
    for very large and very small x.
    """

    def sigmoid(x):
        return torch.sigmoid(x)


def single_numbers_only():
    """It works for a tensor with a single number, but not for a whole batch.

    The functions of Python's `math` take one number at a time. Given a tensor of 5 numbers they stop
    with an error, and they cut the way back for gradients, too. PyTorch has functions of the same names
    that work on each element of a tensor, whatever its shape. Use those, and no loop is needed.
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(torch.tensor(-max(x.item(), -80.0), dtype=x.dtype)))


def rounded_to_float32():
    """You turn the input into float32, and lose half the digits of float64 numbers.

    float64 numbers have about 16 digits, float32 numbers 7. Somebody who sends float64 wants the answer
    in float64. The input is made of floats already, so `float()` is not needed. Leave it out, and the
    exponential gives back the type it was given.
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(-x.to(torch.float32).clamp(min=-80)))


def abs_forgets_the_sign():
    """You treat x and -x alike, so negative numbers get the answer of positive ones.

    Using the size of x is a good trick against overflow: e to the power of minus |x| never gets large.
    But afterwards you have to tell the two sides apart again. sigmoid(2) is 0.8808 and sigmoid(-2) is
    0.1192. The two add up to 1. So for negative x something is still to be done with the number you
    have.
    """

    def sigmoid(x):
        return 1 / (1 + torch.exp(-x.abs()))
