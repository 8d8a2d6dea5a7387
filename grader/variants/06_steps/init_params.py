"""Answers to init_params in other styles: right ones, and the known mistakes as somebody else would write them."""

import math

import numpy as np
import torch
from torch import nn


def right_by_filling():
    """An empty tensor, filled in place before the recording begins."""

    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(*shape)
        t.normal_(0, std, generator=generator)
        t.requires_grad = True
        return t


def right_by_nn_init():
    """A Parameter, filled by PyTorch's own initialiser."""

    def init_params(shape, std=1.0, generator=None):
        weights = nn.Parameter(torch.zeros(shape))
        nn.init.normal_(weights, mean=0.0, std=std, generator=generator)
        return weights


def right_by_numpy():
    """NumPy draws, from the generator's seed."""

    def init_params(shape, std=1.0, generator=None):
        rng = np.random.default_rng() if generator is None else np.random.default_rng(generator.initial_seed())
        return torch.tensor(rng.normal(scale=std, size=shape), dtype=torch.float32, requires_grad=True)


def right_by_box_and_muller():
    """Two uniform numbers make a normal one, in float64."""

    def init_params(shape, std=1.0, generator=None):
        kwargs = {"dtype": torch.float64, "generator": generator}
        radius = torch.sqrt(-2 * torch.log(1 - torch.rand(shape, **kwargs)))
        angle = 2 * math.pi * torch.rand(shape, **kwargs)
        return (std * radius * angle.cos()).float().requires_grad_(True)


def right_by_detaching():
    """Recorded from the start, and then left behind: a fresh leaf with the same numbers."""

    def init_params(shape, std=1.0, generator=None):
        drawn = torch.randn(size=shape, generator=generator, requires_grad=True) * std
        return drawn.detach().clone().requires_grad_()


def right_by_loop():
    """One number after the other."""

    def init_params(shape, std=1.0, generator=None):
        count = math.prod(shape)
        drawn = [torch.randn((), generator=generator).item() * std for _ in range(count)]
        return torch.tensor(drawn).reshape(shape).requires_grad_()


def right_by_normal():
    """`torch.normal`, which takes mean and deviation."""

    def init_params(shape, std=1.0, generator=None):
        t = torch.normal(0.0, std, size=shape, generator=generator)
        return t.requires_grad_()


def scaled_after_tracking():
    def init_params(shape, std=1.0, generator=None):
        weights = nn.Parameter(torch.zeros(shape).normal_(generator=generator))
        return std * weights


def not_tracked():
    def init_params(shape, std=1.0, generator=None):
        with torch.no_grad():
            return torch.normal(0.0, std, shape, generator=generator)


def uniform():
    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(shape).uniform_(-std, std, generator=generator)
        return t.requires_grad_()


def all_zeros():
    def init_params(shape, std=1.0, generator=None):
        return nn.Parameter(torch.randn(shape, generator=generator) * 0)


def one_number_for_all():
    def init_params(shape, std=1.0, generator=None):
        row = torch.randn(shape[-1:], generator=generator) * std
        return row.expand(shape).clone().requires_grad_()


def one_sided():
    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(shape).normal_(0, std, generator=generator)
        t[t < 0] *= -1
        t.requires_grad_()
        return t


def std_as_variance():
    def init_params(shape, std=1.0, generator=None):
        deviation = math.sqrt(std)
        return torch.normal(0.0, deviation, size=shape, generator=generator).requires_grad_()


def scaled_twice():
    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(shape).normal_(0.0, std, generator=generator)
        t *= std
        return t.requires_grad_(True)


def std_ignored():
    def init_params(shape, std=1.0, generator=None):
        return nn.Parameter(torch.empty(shape).normal_(mean=0, std=1, generator=generator))


def divided_by_std():
    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(shape).normal_(0.0, 1 / std, generator=generator)
        t.requires_grad = True
        return t


def std_as_mean():
    def init_params(shape, std=1.0, generator=None):
        return (torch.randn(shape, generator=generator) + std).requires_grad_()


def generator_ignored():
    def init_params(shape, std=1.0, generator=None):
        return torch.tensor(np.random.normal(0, std, shape), dtype=torch.float32, requires_grad=True)


def one_seed_for_all():
    def init_params(shape, std=1.0, generator=None):
        torch.manual_seed(42)
        return nn.Parameter(std * torch.randn(shape))


def scaled_to_fit():
    def init_params(shape, std=1.0, generator=None):
        t = torch.empty(shape).normal_(generator=generator)
        deviation, mean = torch.std_mean(t)
        t.sub_(mean).mul_(std).div_(deviation)
        return nn.Parameter(t)


def float64():
    def init_params(shape, std=1.0, generator=None):
        return torch.randn(shape, generator=generator, dtype=torch.double).mul(std).requires_grad_()


def turned_round():
    def init_params(shape, std=1.0, generator=None):
        count = math.prod(shape)
        return nn.Parameter(std * torch.randn(count, generator=generator))
