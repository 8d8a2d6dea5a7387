import math

import pytest
import torch

from grader.expect import check_that, fail, is_tensor
from grader.show import dtype_name

LARGE = (160, 125)
SIGMAS = 5.5  # how far chance may carry a mean or a deviation: one sample in 30 million goes further
UNLIKE = 2.8  # the same for the largest gap between shares (Kolmogorov and Smirnov), times the root of the count
FLAT = 0.3  # the same for the fourth moment, with numbers as many as here


def made(submission, shape, *args, **kwargs):
    """The numbers of one call, which have the right shape and type."""
    t = is_tensor(submission.init_params(shape, *args, **kwargs))
    came = f"The answer has shape {tuple(t.shape)}, but {shape} was wanted."
    check_that(tuple(t.shape) == shape, came, "another_shape")
    check_that(t.dtype == torch.float32, f"The numbers are {dtype_name(t.dtype)}, not float32.", "another_type")
    check_that(bool(t.isfinite().all()), f"For shape {shape} there is `nan` or infinity, which are no numbers.", "nan")
    check_that(bool((t != 0).any()), f"For shape {shape} there is nothing but 0.", "zeros")
    return t


def numbers(*args, **kwargs):
    return made(*args, **kwargs).detach()


@pytest.mark.parametrize("shape", [(3, 5), (7,), (2, 1, 4)], ids=str)
def test_makes_parameters(submission, draw, shape):
    """The answer is a float32 tensor of the shape asked for, a leaf that records gradients."""
    for t in (made(submission, shape), made(submission, shape, draw.number(2, 3))):
        check_that(t.requires_grad, "The answer records no gradients: its `requires_grad` is False.", "not_tracked")
        computed = "The answer is no leaf: it was computed from a tensor that records, so its `.grad` stays empty."
        check_that(t.is_leaf, computed, "not_a_leaf")


def test_draws_normal_numbers(submission, draw):
    """The numbers are normal, with mean 0 and the deviation that was asked for: 1 without being told."""
    std = draw.choice([draw.number(0.2, 0.4), draw.number(2.5, 5)])
    judged(numbers(submission, LARGE, std), std)
    judged(numbers(submission, LARGE, std=1 / std), 1 / std)
    judged(numbers(submission, LARGE), 1.0)


def judged(t, std):
    """A large sample comes from the normal distribution with mean 0 and this deviation."""
    sample, count = t.flatten().double(), t.numel()
    repeats = f"There are only {len(sample.unique())} different numbers among {count}."
    check_that(len(sample.unique()) > 0.9 * count, repeats, "repeats")
    mean, found = sample.mean().item(), sample.std().item()
    flat = ((sample - mean) / found).pow(4).mean() - 3  # below 0 without tails, above 0 with long ones
    if unlike(sample, normal((mean, found))) or abs(flat) > FLAT:
        fail(f"These are no normal numbers: {told(sample, std)}.", symptom_of_others(sample))
    off = abs(mean) > SIGMAS * found / math.sqrt(count)
    check_that(not off, f"The mean is {mean:.3g}, and it should be near 0.", "mean")
    if abs(found / std - 1) > SIGMAS / math.sqrt(2 * count):
        fail(f"The deviation is {found:.3g}, and {std:.3g} was wanted.", symptom_of_deviation(found, std))


def unlike(sample, shares):
    """Whether a sample is far from a distribution, given by the share of its numbers below each number."""
    ordered, count = sample.sort().values, len(sample)
    gaps = shares(ordered) - (torch.arange(count) + 0.5) / count
    return gaps.abs().max() * math.sqrt(count) > UNLIKE


def normal(mean_and_std):
    return torch.distributions.Normal(*mean_and_std).cdf


def told(sample, std):
    near = (sample.abs() < std).double().mean()
    return f"{near:.0%} of them lie between -std and std, and the largest is {sample.max() / std:.2g} times std"


def symptom_of_others(sample):
    low, high = sample.min(), sample.max()
    if not unlike(sample, lambda t: (t - low) / (high - low)):
        return "uniform"
    return "one_sided" if low >= 0 or high <= 0 else "another_distribution"


def symptom_of_deviation(found, std):
    known = {"variance": math.sqrt(std), "squared": std**2, "ignored": 1.0, "inverse": 1 / std}
    return next((name for name, other in known.items() if abs(found / other - 1) < 0.05), "another_deviation")


def test_follows_the_generator(submission, draw):
    """Two generators with the same seed give the same numbers, and another seed gives others."""
    seed, std = draw.integer(0, 10_000), draw.number(0.5, 2)
    for shape in [(4, 3), (1,)]:
        one, other, again = (
            numbers(submission, shape, std, torch.Generator().manual_seed(n)) for n in (seed, seed + 1, seed)
        )
        check_that(torch.equal(one, again), "The same seed gives other numbers the second time.", "not_repeatable")
        check_that(not torch.equal(one, other), "Two different seeds give the same numbers.", "seed_ignored")
    one, other = numbers(submission, (4, 3)), numbers(submission, (4, 3))
    check_that(not torch.equal(one, other), "Without a generator every call gives the same numbers.", "seed_ignored")


@pytest.mark.parametrize("shape", [(1,), (1, 1)], ids=str)
def test_makes_a_single_number(submission, draw, shape):
    """A single number is drawn like any other."""
    std = draw.number(1e6, 2e6)
    for generator in (None, draw.generator()):
        size = numbers(submission, shape, std, generator=generator).abs().item()
        told = f"With std = {std:.3g} the single number is {size:.3g}."
        symptom = "ignored" if 1e-3 < size < 7 else None
        check_that(std / 1e6 < size < 7 * std, told, symptom)
