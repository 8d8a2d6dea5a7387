"""Answers to linear in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {}


def right_by_pytorch():
    """PyTorch's own function, which wants the weights turned round."""

    def linear(x, weights, bias):
        return F.linear(x, weights.T, bias)


def right_by_a_layer():
    """An nn.Linear that is given the numbers."""

    def linear(x, weights, bias):
        inputs, outputs = weights.shape
        layer = nn.Linear(inputs, outputs, dtype=x.dtype)
        layer.load_state_dict({"weight": weights.t(), "bias": bias})
        with torch.no_grad():
            return layer(x)


def right_by_three_loops():
    """Number by number."""

    def linear(x, weights, bias):
        n, k = x.shape
        m = weights.shape[1]
        out = torch.zeros(n, m, dtype=x.dtype)
        for i in range(n):
            for j in range(m):
                total = bias[j].item()
                for s in range(k):
                    total += x[i, s].item() * weights[s, j].item()
                out[i, j] = total
        return out


def right_by_numpy():
    """NumPy arrays all the way, and a tensor at the end."""

    def linear(x, weights, bias):
        return torch.from_numpy(np.dot(x.numpy(), weights.numpy()) + bias.numpy())


def right_by_a_further_input():
    """The bias as the weights of a further input that is always 1."""

    def linear(x, weights, bias):
        ones = torch.ones(x.shape[0], 1, dtype=x.dtype)
        return torch.cat([x, ones], dim=1).mm(torch.cat([weights, bias[None]]))


def right_by_addmm():
    """One function for both."""

    linear = lambda x, weights, bias: torch.addmm(bias, x, weights)  # noqa: E731


def right_by_einsum():
    """Summed over k, by name."""

    def linear(x, weights, bias):
        return torch.einsum("nk,km->nm", x, weights) + bias.unsqueeze(0)


def right_row_by_row():
    """One example at a time, stacked."""

    def linear(x, weights, bias):
        return torch.stack([(row[:, None] * weights).sum(0) + bias for row in x])


def right_callable_object():
    """An object that can be called, with its own copies changed in place."""

    class Layer:
        def __call__(self, x, weights, bias):
            out = bias.expand(len(x), -1).clone()
            out += torch.matmul(x, weights)
            return out

    linear = Layer()


def bias_first():
    def linear(x, weights, bias):
        shifted = torch.add(x, bias)
        return torch.matmul(shifted, weights)


def weights_transposed():
    def linear(x, weights, bias):
        return F.linear(x, weights, bias)


def bias_along_the_batch():
    def linear(x, weights, bias):
        return torch.mm(x, weights).add(bias.reshape(-1, 1))


def no_bias():
    def linear(x, weights, bias):
        return F.linear(x, weights.t())


def bias_subtracted():
    def linear(x, weights, bias):
        return torch.sub(torch.matmul(x, weights), bias)


def bias_summed_up():
    def linear(x, weights, bias):
        shift = 0.0
        for b in bias:
            shift = shift + b
        return torch.mm(x, weights) + shift


def first_bias_only():
    def linear(x, weights, bias):
        return torch.matmul(x, weights) + bias[:1]


def bias_for_every_input():
    def linear(x, weights, bias):
        out = torch.zeros(len(x), weights.size(1), dtype=x.dtype)
        for j in range(x.size(1)):
            out += x[:, j : j + 1] * weights[j] + bias
        return out


def last_product_only():
    def linear(x, weights, bias):
        n, k = x.shape
        m = weights.shape[1]
        out = torch.zeros(n, m, dtype=x.dtype)
        for i in range(n):
            for j in range(m):
                for s in range(k):
                    out[i, j] = x[i, s] * weights[s, j]
                out[i, j] += bias[j]
        return out


def bias_for_the_first_example_only():
    def linear(x, weights, bias):
        rows = [bias + x[0] @ weights] + [row @ weights for row in x[1:]]
        return torch.stack(rows)


def averaged():
    def linear(x, weights, bias):
        products = x[:, :, None] * weights[None]
        return products.mean(dim=1) + bias


def multiplied_place_by_place():
    def linear(x, weights, bias):
        return torch.add(torch.mul(x, weights), bias)


def squeezed():
    def linear(x, weights, bias):
        return torch.squeeze(torch.addmm(bias, x, weights))


def turned_round():
    def linear(x, weights, bias):
        return weights.t() @ x.t() + bias.unsqueeze(1)


def negatives_cut_off():
    def linear(x, weights, bias):
        return torch.relu(torch.addmm(bias, x, weights))


def first_example_only():
    def linear(x, weights, bias):
        one = (x[0].unsqueeze(1) * weights).sum(0) + bias
        return torch.stack([one] * x.shape[0])


def rounded_to_float32():
    def linear(x, weights, bias):
        out = torch.zeros(len(x), weights.shape[1])
        for i in range(len(x)):
            for j in range(weights.shape[1]):
                out[i, j] = (x[i] * weights[:, j]).sum() + bias[j]
        return out
