"""Known wrong answers to `init_params`. Each docstring is what the learner is told."""

import numpy as np
import torch

# The numbers are random, so the check itself says what it recognised.
SYMPTOMS = {
    "scaled_after_tracking": "not_a_leaf",
    "not_tracked": "not_tracked",
    "uniform": "uniform",
    "all_zeros": "zeros",
    "one_number_for_all": "repeats",
    "one_sided": "one_sided",
    "std_as_variance": "variance",
    "scaled_twice": "squared",
    "std_ignored": "ignored",
    "divided_by_std": "inverse",
    "std_as_mean": "mean",
    "generator_ignored": "not_repeatable",
    "one_seed_for_all": "seed_ignored",
    "scaled_to_fit": "nan",
    "float64": "another_type",
    "turned_round": "another_shape",
}


def scaled_after_tracking():
    """The recording begins too early: your tensor is computed, and so it is no leaf.

    If the numbers record from the moment when they are drawn, the stretching is recorded too. What comes out
    is the result of a calculation. `backward()` fills the `.grad` of the tensor that you drew first, and
    nobody holds that one any more. The `.grad` of yours stays empty, and the first step stops with an error.
    Finish the numbers first, and switch the recording on as the last thing.
    """

    def init_params(shape, std=1.0, generator=None):
        return torch.randn(shape, generator=generator, requires_grad=True) * std


def not_tracked():
    """The numbers are right, but nothing is recorded for them.

    A tensor records only if it is told to. Without that, PyTorch takes your parameters for plain numbers,
    such as the pixels of an image: `backward()` stops with "does not require grad", and there is nothing to
    take a step with. Ask your tensor for `requires_grad`: it should be True. There is a method that switches
    it on, and its name ends in an underscore.
    """

    def init_params(shape, std=1.0, generator=None):
        return torch.randn(shape, generator=generator) * std


def uniform():
    """Your numbers are uniform, and normal ones were wanted.

    `rand` draws from 0 to 1, each number as likely as the next, and then there is a sudden end. Stretched and
    moved, it is still flat. Normal numbers come in a heap around 0: about 68 of 100 lie between -std and std,
    and now and then there is one beyond 3 * std. PyTorch has a function for each, and their names differ by
    one letter.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.rand(shape, generator=generator) * std).requires_grad_()


def all_zeros():
    """All your numbers are 0, and chance was wanted.

    With two hidden features that both start at 0, the two get the same gradient, take the same step, and are
    equal again: for instance 0.3 and 0.3. That goes on for ever, so they can never learn different things.
    Zeros are good for one layer alone, or for a bias. Here the numbers have to be drawn, each for itself.
    """

    def init_params(shape, std=1.0, generator=None):
        return torch.zeros(shape, requires_grad=True)


def one_number_for_all():
    """The same numbers stand in many places.

    You draw too few, and fill the tensor with copies of them. Parameters that start out equal get equal
    gradients, take equal steps, and stay equal for ever. For the shape (3, 4) you need 12 numbers, each drawn
    for itself. The function that draws takes a whole shape, so that one call draws them all.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(1, generator=generator) * std).repeat(shape).requires_grad_()


def one_sided():
    """None of your numbers lies on the other side of 0.

    Half of all normal numbers are negative. If you take their size only, with `abs` or by squaring, every
    parameter starts with the same sign, and the predictions add up to something large before anything has
    been learnt. Three pixels of 1 with the weights 0.5, 1.0 and -1.5 give 0. With 0.5, 1.0 and 1.5 they give
    3. Leave the signs as they are drawn.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape, generator=generator).abs() * std).requires_grad_()


def std_as_variance():
    """You take `std` for the variance, and stretch by its root.

    The variance is the deviation times itself. With std = 4 your numbers have the variance 4, and so the
    deviation 2: most of them lie between -2 and 2, and it should be between -4 and 4. `std` is short for
    standard deviation already, the very thing that numbers of deviation 1 have to be stretched by. There is
    no root to be taken.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape, generator=generator) * std**0.5).requires_grad_()


def scaled_twice():
    """`std` is used twice, so the deviation is std times std.

    With std = 3 your numbers have the deviation 9, and with std = 0.1 only 0.01. For std = 1 nothing is to be
    seen, since 1 * 1 is 1. Squaring it gives the variance, which is another measure of the same thing. Or it
    went in where the numbers are drawn, and once more afterwards. Stretch once.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape, generator=generator) * std * std).requires_grad_()


def std_ignored():
    """Your numbers have the deviation 1, whatever `std` says.

    `torch.randn` draws with deviation 1, and 1 is only what `std` is if nobody gives another. With std = 0.01
    the caller wants numbers that are a hundred times as small: 0.8 has to become 0.008. Look whether `std` is
    used at all.
    """

    def init_params(shape, std=1.0, generator=None):
        return torch.randn(shape, generator=generator).requires_grad_()


def divided_by_std():
    """You divide by `std`, so a larger deviation makes the numbers smaller.

    To divide by the deviation is right where numbers are brought to deviation 1. Here it is the other way
    round: they have deviation 1 already, and are to get another one. With std = 10 your numbers lie between
    -0.1 and 0.1 for the most part, and it should be between -10 and 10. Stretch them: 0.5 becomes 5.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape, generator=generator) / std).requires_grad_()


def std_as_mean():
    """Your numbers heap up around another place than 0.

    `torch.normal` takes the mean first, and the deviation second. With one number only, or with the two
    swapped, `std` becomes the mean: for std = 3 the numbers lie around 3, and nearly all of them are
    positive. Adding has the same effect: it moves the numbers, where it should stretch them. The mean was to
    be 0.
    """

    def init_params(shape, std=1.0, generator=None):
        return torch.normal(std, 1.0, shape, generator=generator).requires_grad_()


def generator_ignored():
    """The generator is not used: the same seed gives other numbers the second time.

    A generator is a source of chance that can be repeated. Whoever hands over one with the seed 7 wants the
    numbers that belong to 7, today and tomorrow, so that a training can be done again. PyTorch's own source
    knows nothing of that seed. The function that draws takes a generator as a keyword argument: hand yours on
    to it.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape) * std).requires_grad_()


def one_seed_for_all():
    """Whatever the seed, the numbers are the same.

    You set a seed of your own, for instance with `torch.manual_seed(0)`. Then every call starts from the same
    place, and two layers of the same shape get the very same numbers. The caller chooses the seed: 7 gives
    these numbers, 8 gives others. Set none yourself, and draw from the generator that you were given, as it
    comes.
    """

    def init_params(shape, std=1.0, generator=None):
        own = torch.Generator().manual_seed(0)
        return (torch.randn(shape, generator=own) * std).requires_grad_()


def scaled_to_fit():
    """A single number becomes `nan`.

    You measure the deviation of what was drawn, and divide by it. One number alone has no deviation: PyTorch
    gives `nan`, and everything that is calculated with it is `nan` too. Nor is it needed for many numbers.
    They come from a source with deviation 1, and a handful of them may well turn out a little narrower or
    wider. That is what chance means. Take them as they come, and stretch.
    """

    def init_params(shape, std=1.0, generator=None):
        t = torch.randn(shape, generator=generator)
        return ((t - t.mean()) / t.std() * std).requires_grad_()


def float64():
    """Your numbers are float64, and float32 was wanted.

    NumPy draws float64, and `torch.from_numpy` keeps the type; so does a number with `dtype=torch.float64`.
    Images and PyTorch's own layers are float32, and the two cannot be multiplied as matrices: PyTorch stops
    with "expected m1 and m2 to have the same dtype". PyTorch's own functions draw float32 by themselves.
    """

    def init_params(shape, std=1.0, generator=None):
        rng = np.random.default_rng(None if generator is None else generator.initial_seed())
        return torch.from_numpy(rng.normal(0.0, std, shape)).requires_grad_()


def turned_round():
    """The tensor does not have the shape that was asked for.

    (3, 5) means 3 rows and 5 columns. With another order, in one long row, or with axes of size 1 left out,
    it is the same numbers in another form, and the prediction that multiplies with them stops with an error.
    Or worse, it broadcasts. Ask your tensor for its `.shape`, and compare it with `shape`, for (1, 1) as
    well.
    """

    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape[::-1], generator=generator) * std).requires_grad_()
