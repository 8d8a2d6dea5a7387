"""fit_quadratic in other styles: right answers, and the known mistakes as somebody else would write them."""

import numpy as np
import torch


def right_by_the_optimizer():
    """PyTorch's own optimizer and loss, on three parameters of one number each."""

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        a, b, c = (one.clone().requires_grad_() for one in torch.randn(3, generator=generator))
        optimizer = torch.optim.SGD([a, b, c], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(a * time.pow(2) + b * time + c, speed).backward()
            optimizer.step()
        return torch.stack([a, b, c]).detach()


def right_by_the_formula_of_the_slope():
    """The slope as a formula, in numpy, without automatic differentiation."""

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        params = torch.randn(3, generator=generator).numpy().astype(np.float64)
        powers = np.vander(time.numpy().astype(np.float64), 3)
        for _ in range(steps):
            params = params - lr * 2 / len(powers) * powers.T @ (powers @ params - speed.numpy())
        return torch.tensor(params, dtype=torch.float32)


def right_by_autograd_grad():
    """Fresh tensors each round, with `torch.autograd.grad`."""

    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.randn(3, generator=generator)
        x = torch.stack([time * time, time, torch.ones_like(time)])
        for _ in range(steps):
            w.requires_grad_(True)
            (slope,) = torch.autograd.grad((w @ x - speed).pow(2).mean(), w)
            w = w.detach() - lr * slope
        return w


def no_zeroing():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.randn(3, generator=generator)
        w.requires_grad = True
        for _ in range(steps):
            loss = ((w[0] * time * time + w[1] * time + w[2] - speed) ** 2).sum() / len(time)
            loss.backward()
            w.data = w.data - lr * w.grad
        return w.detach()


def wrong_sign():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.randn(3, generator=generator)
        for _ in range(steps):
            error = speed - (w[0] * time**2 + w[1] * time + w[2])
            slope = torch.stack([(-2 * error * p).mean() for p in (time**2, time, torch.ones_like(time))])
            w = w + lr * slope
        return w


def l1_loss():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.nn.Parameter(torch.randn(3, generator=generator))
        optimizer = torch.optim.SGD([w], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            torch.nn.functional.l1_loss(w[0] * time**2 + w[1] * time + w[2], speed).backward()
            optimizer.step()
        return w.detach()


def closed_form():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        return torch.tensor(np.polyfit(time.numpy(), speed.numpy(), 2), dtype=torch.float32)


def returns_losses():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w, seen = torch.randn(3, generator=generator).requires_grad_(), torch.zeros(steps)
        for step in range(steps):
            loss = torch.mean((w[0] * time**2 + w[1] * time + w[2] - speed) ** 2)
            seen[step] = loss.detach()
            (slope,) = torch.autograd.grad(loss, w)
            w = (w - lr * slope).detach().requires_grad_()
        return seen


def sum_of_squares():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.randn(3, generator=generator)
        x = torch.stack([time**2, time, torch.ones_like(time)], 1)
        for _ in range(steps):
            w = w - lr * 2 * x.T @ (x @ w - speed)
        return w


def generator_ignored():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.tensor([0.0, 0.0, 0.0], requires_grad=True)
        for _ in range(steps):
            (slope,) = torch.autograd.grad(((w[0] * time**2 + w[1] * time + w[2] - speed) ** 2).mean(), w)
            with torch.no_grad():
                w.sub_(lr * slope)
        return w.detach()


def order_turned_round():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.randn(3, generator=generator)
        x = torch.stack([torch.ones_like(time), time, time**2], 1)
        for _ in range(steps):
            w = w - lr * 2 / len(time) * x.T @ (x @ w - speed)
        return w


def still_tracked():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w = torch.nn.Parameter(torch.randn(3, generator=generator))
        optimizer = torch.optim.SGD([w], lr)
        for _ in range(steps):
            optimizer.zero_grad()
            (w[0] * time**2 + w[1] * time + w[2] - speed).square().mean().backward()
            optimizer.step()
        return w


def one_step_too_few():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w, x = torch.randn(3, generator=generator), torch.stack([time**2, time, torch.ones_like(time)], 1)
        before = w
        for _ in range(steps):
            before, w = w, w - lr * 2 / len(time) * x.T @ (x @ w - speed)
        return before


def rate_ignored():
    def fit_quadratic(time, speed, lr=1e-3, steps=1000, generator=None):
        w, x = torch.randn(3, generator=generator), torch.stack([time**2, time, torch.ones_like(time)], 1)
        for _ in range(steps):
            w = w - 0.001 * 2 / len(time) * x.T @ (x @ w - speed)
        return w


# Slips in the solution (`grade dev mutants`) that answer as it does, with the reason.
EQUIVALENT = {
    "fit_quadratic: loss = (a * time ** 2 + b * time + c - speed).square().mean() => "
    "loss = (speed - (a * time ** 2 + b * time + c)).square().mean()": "squares do not know the sign",
}
