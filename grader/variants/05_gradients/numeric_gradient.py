"""Answers to numeric_gradient in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch

EQUIVALENT = {
    "numeric_gradient: slopes[place] = (f(x + shift) - f(x - shift)).item() / (2 * eps)"
    " => slopes[place] = (f(x + shift) - f(x - shift)) / (2 * eps)": (
        "a tensor of shape () is written into its place like the number in it"
    ),
}


def right_in_a_row():
    """A long row of places, with the shape put back for each call."""

    def numeric_gradient(f, x, eps=1e-4):
        row, found = x.detach().reshape(-1), []
        for i in range(row.numel()):
            up, down = row.clone(), row.clone()
            up[i], down[i] = up[i] + eps, down[i] - eps
            found.append((f(up.view(x.shape)) - f(down.view(x.shape))) / (2 * eps))
        return torch.stack(found).reshape(x.shape)


def right_put_back():
    """The caller's own elements, moved and put back exactly."""

    def numeric_gradient(f, x, eps=1e-4):
        found = torch.zeros_like(x)
        for place in np.ndindex(*x.shape):
            kept = x[place].item()
            x[place] = kept + eps
            up = float(f(x))
            x[place] = kept - eps
            down = float(f(x))
            x[place] = kept
            found[place] = (up - down) / (2 * eps)
        return found


def right_by_unit_vectors():
    """One row of a unit table for each element."""

    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape)
        slopes = [(f(x + eps * unit) - f(x - eps * unit)).item() / eps / 2 for unit in units]
        return torch.tensor(slopes, dtype=torch.float64).reshape(x.shape)


def right_half_of_eps_each_way():
    """A central difference that is eps wide altogether."""

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.empty_like(x)
        for place in np.ndindex(*x.shape):
            shift = torch.zeros_like(x)
            shift[place] = eps / 2
            slopes[place] = (f(x + shift).detach() - f(x - shift).detach()) / eps
        return slopes


def right_mean_of_two_sides():
    """The mean of the slopes to the right and to the left."""

    def numeric_gradient(f, x, eps=1e-4):
        middle = f(x).item()

        def slope(shift):
            right, left = (f(x + shift).item() - middle) / eps, (middle - f(x - shift).item()) / eps
            return (right + left) / 2

        shifts = (eps * torch.eye(x.numel(), dtype=torch.double)).unbind()
        return torch.tensor([slope(shift.reshape(x.shape)) for shift in shifts], dtype=torch.double).view(x.shape)


def right_through_numpy():
    """The moving is done with an array."""

    def numeric_gradient(f, x, eps=1e-4):
        numbers = x.detach().numpy().copy()
        found = np.zeros_like(numbers)
        for place in np.ndindex(numbers.shape):
            kept = numbers[place]
            numbers[place] = kept + eps
            up = f(torch.from_numpy(numbers.copy())).item()
            numbers[place] = kept - eps
            down = f(torch.from_numpy(numbers.copy())).item()
            numbers[place] = kept
            found[place] = (up - down) / (2 * eps)
        return torch.from_numpy(found)


def one_sided():
    def numeric_gradient(f, x, eps=1e-4):
        start, found = f(x).item(), []
        for i in range(x.numel()):
            moved = x.clone().flatten()
            moved[i] += eps
            found.append((f(moved.reshape(x.shape)).item() - start) / eps)
        return torch.tensor(found, dtype=x.dtype).reshape(x.shape)


def divided_by_eps():
    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.stack([(f(x + unit) - f(x - unit)) / eps for unit in units]).reshape(x.shape).detach()


def times_half_eps():
    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.stack([(f(x + unit) - f(x - unit)) / 2 * eps for unit in units]).reshape(x.shape).detach()


def left_changed():
    def numeric_gradient(f, x, eps=1e-4):
        found = np.zeros(tuple(x.shape))
        for place in np.ndindex(*x.shape):
            x[place] = x[place] + eps
            above = f(x).item()
            x[place] = x[place] - eps - eps
            below = f(x).item()
            found[place] = (above - below) / (2 * eps)
        return torch.from_numpy(found)


def copy_not_put_back():
    def numeric_gradient(f, x, eps=1e-4):
        own, found = x.clone(), []
        for place in np.ndindex(*x.shape):
            own[place] = own[place] + eps
            above = f(own).item()
            own[place] = own[place] - 2 * eps
            below = f(own).item()
            found.append((above - below) / (2 * eps))
        return torch.tensor(found, dtype=torch.float64).reshape(x.shape)


def only_rank_1():
    def numeric_gradient(f, x, eps=1e-4):
        found = x.clone()
        for i in range(len(x)):
            up, down = x.clone(), x.clone()
            up[i] += eps
            down[i] -= eps
            found[i] = (f(up) - f(down)) / (2 * eps)
        return found


def needs_rows_in_memory():
    def numeric_gradient(f, x, eps=1e-4):
        moved = x.clone()
        row, found = moved.view(-1), []
        for i, value in enumerate(row.tolist()):
            row[i] = value + eps
            above = f(moved).item()
            row[i] = value - eps
            found.append((above - f(moved).item()) / (2 * eps))
            row[i] = value
        return torch.tensor(found, dtype=torch.float64).view(x.shape)


def moves_a_copy():
    def numeric_gradient(f, x, eps=1e-4):
        answer = torch.empty(x.shape, dtype=torch.float64)
        for i in range(x.numel()):
            up, down = x.clone(), x.clone()
            up.reshape(-1)[i] += eps
            down.reshape(-1)[i] -= eps
            answer.view(-1)[i] = (f(up) - f(down)).item() / eps / 2
        return answer


def flat():
    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.stack([(f(x + unit) - f(x - unit)).detach() / (2 * eps) for unit in units])


def all_at_once():
    def numeric_gradient(f, x, eps=1e-4):
        shift = torch.ones_like(x) * eps
        rise = f(x + shift) - f(x - shift)
        return torch.zeros_like(x) + rise.detach() / (2 * eps)


def eps_ignored():
    def numeric_gradient(f, x, eps=1e-4):
        eps = 0.0001
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.stack([(f(x + unit) - f(x - unit)).detach() / (2 * eps) for unit in units]).reshape(x.shape)


def asks_backward():
    def numeric_gradient(f, x, eps=1e-4):
        own = x.detach().requires_grad_()
        return torch.autograd.grad(f(own), own)[0]


def float32_inside():
    def numeric_gradient(f, x, eps=1e-4):
        start, found = x.to(torch.float32), torch.zeros_like(x)
        for place in np.ndindex(*x.shape):
            up, down = start.clone(), start.clone()
            up[place] += eps
            down[place] -= eps
            found[place] = (f(up.to(x.dtype)).item() - f(down.to(x.dtype)).item()) / (2 * eps)
        return found


def float32_result():
    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.tensor([(f(x + unit) - f(x - unit)).item() / (2 * eps) for unit in units]).reshape(x.shape)


def turned_round():
    def numeric_gradient(f, x, eps=1e-4):
        units = torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape) * eps
        return torch.stack([(f(x - unit) - f(x + unit)).detach() / (2 * eps) for unit in units]).reshape(x.shape)


def relative_step():
    def numeric_gradient(f, x, eps=1e-4):
        found = torch.zeros_like(x)
        for place in np.ndindex(*x.shape):
            step = eps * x[place].abs().item()
            up, down = x.clone(), x.clone()
            up[place] += step
            down[place] -= step
            found[place] = (f(up) - f(down)).item() / (2 * step)
        return found
