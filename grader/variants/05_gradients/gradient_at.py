"""Answers to gradient_at in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
from torch import nn


def right_by_autograd_grad():
    """The way back is asked for the slope directly, and no `.grad` is filled; in float32."""

    def gradient_at(f, x):
        leaf = torch.tensor(float(x)).requires_grad_(True)
        (slope,) = torch.autograd.grad(f(leaf), leaf)
        return float(slope)


def right_by_parameter():
    """One parameter for all calls, whose gradient is cleared before each."""

    class Gradient:
        def __init__(self):
            self.place = nn.Parameter(torch.zeros((), dtype=torch.float64))

        def __call__(self, f, x):
            with torch.no_grad():
                self.place.fill_(x)
            self.place.grad = None
            f(self.place).backward()
            return self.place.grad.tolist()

    gradient_at = Gradient()


def right_by_functional():
    """The 1 by 1 table of all derivatives, from `torch.autograd.functional`."""

    def gradient_at(f, x):
        return torch.autograd.functional.jacobian(f, torch.as_tensor(x, dtype=torch.float64)).item()


def right_with_a_hook():
    """The slope is caught on its way, by a hook; the leaf lies one step further back."""

    def gradient_at(f, x):
        seen = []
        t = torch.tensor(x, dtype=torch.float32, requires_grad=True) * 1
        t.register_hook(lambda grad: seen.append(grad.item()))
        f(t).backward()
        return sum(seen)


def value_not_gradient():
    def gradient_at(f, x):
        t = torch.tensor(float(x), requires_grad=True)
        y = f(t)
        y.backward()
        return float(y)


def tensor_not_number():
    def gradient_at(f, x):
        t = torch.tensor(x, requires_grad=True)
        return torch.autograd.grad(f(t), t)[0]


def numerical():
    def gradient_at(f, x):
        h = 1e-4
        return float((f(x + h) - f(x)) / h)


def accumulates():
    class Leaf:
        t = None

    def gradient_at(f, x):
        if Leaf.t is None:
            Leaf.t = torch.zeros((), requires_grad=True)
        with torch.no_grad():
            Leaf.t.copy_(torch.tensor(x))
        f(Leaf.t).backward()
        return float(Leaf.t.grad)


def list_of_one():
    def gradient_at(f, x):
        t = torch.ones(1) * x
        t.requires_grad_()
        y = f(t)
        y.backward()
        return t.grad[0].item()


def not_tracked():
    def gradient_at(f, x):
        t = torch.tensor(x)
        y = f(t)
        t.requires_grad_()
        return torch.autograd.grad(y, t)[0].item()


def result_of_backward():
    def gradient_at(f, x):
        t = nn.Parameter(torch.tensor(x))
        y = f(t)
        gradient = y.backward()
        return gradient


def way_back_forgotten():
    def gradient_at(f, x):
        t = torch.tensor(x)
        t.requires_grad_()
        y = f(t)
        gradient = t.grad
        return gradient.item()


def downhill():
    def gradient_at(f, x):
        t = torch.tensor(x, requires_grad=True)
        (-f(t)).backward()
        return t.grad.item()


EQUIVALENT = {
    "gradient_at: t = torch.tensor(x, dtype=torch.float64, requires_grad=True) => "
    "t = torch.tensor(x, requires_grad=True)": "float32 arithmetic is right too",
}
