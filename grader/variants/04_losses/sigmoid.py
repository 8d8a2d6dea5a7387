"""Answers to sigmoid in other styles: right ones, and the known mistakes as somebody else would write them."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def right_by_plain_formula():
    """The formula as it stands: below -88 the exponential is infinite, and one over infinity is 0."""

    def sigmoid(x):
        return torch.pow(math.e, -x).add(1).reciprocal() if x.dtype == torch.float64 else 1.0 / (1.0 + (-x).exp())


def right_by_tanh():
    """The hyperbolic tangent, squeezed and moved."""

    def sigmoid(x):
        return torch.add(torch.tanh(x / 2), 1) / 2


def right_by_two_sides():
    """Each side with the form that is harmless there, chosen by `where`; the exponent is never positive."""

    class Sigmoid(nn.Module):
        def forward(self, x):
            small = torch.exp(torch.where(x < 0, x, -x))
            return torch.where(x < 0, small / (1 + small), 1 / (1 + small))

    sigmoid = Sigmoid()


def right_by_softmax():
    """The share that x has against 0: a softmax of two."""

    def sigmoid(x):
        pairs = torch.stack([torch.zeros_like(x), x], dim=-1)
        return F.softmax(pairs, dim=-1)[..., 1]


def right_by_softplus():
    """By way of the logarithm: minus log(1 + e^(-x)), and back."""

    def sigmoid(x):
        return torch.exp(-torch.logaddexp(torch.zeros_like(x), -x))


def right_by_own_function():
    """A function with a gradient of its own, p * (1 - p), filled in place into a fresh tensor."""

    class _Curve(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            p = torch.empty_like(x).copy_(x).neg_().exp_().add_(1).reciprocal_()
            ctx.save_for_backward(p)
            return p

        @staticmethod
        def backward(ctx, grad):
            (p,) = ctx.saved_tensors
            return grad * p * (1 - p)

    sigmoid = _Curve.apply


def wrong_sign():
    def sigmoid(x):
        return torch.reciprocal(1 + torch.exp(x))


def tanh_itself():
    def sigmoid(x):
        e = torch.exp(-2 * torch.abs(x))
        return torch.sign(x) * (1 - e) / (1 + e)


def tanh_not_stretched():
    def sigmoid(x):
        return 0.5 + 0.5 * x.tanh()


def infinity_over_infinity():
    def sigmoid(x):
        power = x.exp()
        return torch.div(power, power + 1)


def clamped_too_early():
    def sigmoid(x):
        x = torch.minimum(torch.maximum(x, torch.full_like(x, -12)), torch.full_like(x, 12))
        return torch.reciprocal(1 + torch.exp(-x))


def missing_parentheses():
    def sigmoid(x):
        power = torch.exp(-x)
        return 1.0 / 1.0 + power


def softmax_instead():
    def sigmoid(x):
        return torch.softmax(x, dim=-1)


def step_function():
    def sigmoid(x):
        return torch.where(x > 0, 1.0, 0.0).to(x.dtype)


def cut_from_the_graph():
    def sigmoid(x):
        answers = [1 / (1 + math.exp(min(-number, 700))) for number in x.flatten().tolist()]
        return torch.tensor(answers, dtype=x.dtype).reshape(x.shape)


def numpy_in_between():
    def sigmoid(x):
        with np.errstate(over="ignore"):
            return torch.from_numpy(np.asarray(1 / (1 + np.exp(-x.numpy())), dtype=x.numpy().dtype))


def ready_made():
    def sigmoid(x):
        return F.logsigmoid(x).exp()


def single_numbers_only():
    def sigmoid(x):
        return torch.tensor(1 / (1 + math.exp(-x)), dtype=x.dtype).reshape(x.shape)


def rounded_to_float32():
    def sigmoid(x):
        return 0.5 * (1 + torch.tanh(x.float() / 2))


def abs_forgets_the_sign():
    def sigmoid(x):
        size = torch.where(x > 0, x, -x)
        return 1.0 / (1.0 + torch.exp(-size))


EQUIVALENT = {
    "sigmoid: return 1 / (1 + torch.exp(-x.clamp(min=-80))) => return 1 / (1 + torch.exp(-x))": (
        "values are right without a cut, and gradients are promised from -80 to 80 only"
    ),
    "sigmoid: return 1 / (1 + torch.exp(-x.clamp(min=-80))) => return 1 / (1 + torch.exp(-x.clamp(min=-81)))": (
        "at -81 as at -80 the curve is flat to 1e-34"
    ),
    "sigmoid: return 1 / (1 + torch.exp(-x.clamp(min=-80))) => return 1 / (1 + torch.exp(-x.clamp(min=-79)))": (
        "at -79 as at -80 the curve is flat to 1e-34"
    ),
}
