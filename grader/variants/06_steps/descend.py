"""Answers to descend in other styles: right ones, and the known mistakes as somebody else would write them."""

import itertools

import numpy as np
import torch


def right_in_place():
    """One float32 leaf for the whole way, moved in place, its gradient cleared."""

    def descend(f, x, lr, steps):
        t = torch.tensor(x, requires_grad=True)
        path = [t.item()]
        for _ in range(steps):
            loss = f(t)
            loss.backward()
            with torch.no_grad():
                t -= lr * t.grad
                t.grad.zero_()
            path += [t.item()]
        return path


def right_by_optimizer():
    """PyTorch's own optimizer, on a Parameter."""

    def descend(f, x, lr, steps):
        p = torch.nn.Parameter(torch.tensor(float(x)))
        optimizer, visited = torch.optim.SGD([p], lr=lr), [x]
        for _ in range(steps):
            optimizer.zero_grad()
            f(p).backward()
            optimizer.step()
            visited.append(float(p))
        return visited


def right_by_recursion():
    """The rest of the path is the path from the next place."""

    def descend(f, x, lr, steps):
        if steps == 0:
            return [x]
        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        (slope,) = torch.autograd.grad(f(t), t)
        return [x, *descend(f, x - lr * float(slope), lr, steps - 1)]


def right_by_function_of_the_slope():
    """`torch.func.grad` makes a function of the slope, and `accumulate` goes along it."""

    def descend(f, x, lr, steps):
        slope = torch.func.grad(f)
        places = itertools.accumulate(range(steps), lambda t, _: t - lr * slope(t), initial=torch.tensor(x).double())
        return [t.item() for t in places]


def right_by_generator():
    """Places come out of a generator one after the other; the numbers are NumPy's, which are floats too."""

    def _walk(f, x, lr):
        while True:
            yield x
            t = torch.tensor(x, requires_grad=True)
            f(t).backward()
            x = np.float64(x) - lr * t.grad.numpy().astype(np.float64)

    def descend(f, x, lr, steps):
        return [np.float64(place) for place in itertools.islice(_walk(f, x, lr), steps + 1)]


def right_by_array():
    """An array of the right length is filled, and made a list at the end."""

    def descend(f, x, lr, steps):
        path = np.empty(steps + 1)
        path[0] = x
        for i in range(1, steps + 1):
            t = torch.tensor(path[i - 1]).requires_grad_()
            f(t).backward()
            path[i] = path[i - 1] - lr * t.grad.item()
        return path.tolist()


def accumulates():
    def descend(f, x, lr, steps):
        x = torch.tensor(x, requires_grad=True)
        path = [x.item()]
        for _ in range(steps):
            f(x).backward()
            x.data -= lr * x.grad.data
            path.append(x.item())
        return path


def start_missing():
    def descend(f, x, lr, steps):
        p = torch.nn.Parameter(torch.tensor(x))
        path = []
        for _ in range(steps):
            slope = torch.autograd.grad(f(p), p)[0]
            p.data.sub_(slope, alpha=lr)
            path.append(float(p))
        return path


def end_missing():
    def descend(f, x, lr, steps):
        t, path = torch.tensor(x, requires_grad=True), []
        while len(path) < steps:
            path.append(t.item())
            (slope,) = torch.autograd.grad(f(t), t)
            t = (t - lr * slope).detach().requires_grad_()
        return path


def one_step_too_many():
    def descend(f, x, lr, steps):
        t, path, i = torch.tensor(x, requires_grad=True), [x], 0
        while i <= steps:
            (slope,) = torch.autograd.grad(f(t), t)
            t = (t - lr * slope).detach().requires_grad_()
            path.append(t.item())
            i += 1
        return path


def climbs():
    def descend(f, x, lr, steps):
        t, path = torch.tensor(x, requires_grad=True), [x]
        for _ in range(steps):
            f(t).backward()
            with torch.no_grad():
                t += lr * t.grad
            t.grad = None
            path.append(t.item())
        return path


def replaced_by_the_step():
    def descend(f, x, lr, steps):
        x = torch.tensor(x, requires_grad=True)
        path = [x.item()]
        for _ in range(steps):
            f(x).backward()
            x = (x.grad * lr).requires_grad_()
            path.append(x.item())
        return path


def losses():
    def descend(f, x, lr, steps):
        t = torch.tensor(x, requires_grad=True)
        history = [f(t).item()]
        for _ in range(steps):
            (slope,) = torch.autograd.grad(f(t), t)
            with torch.no_grad():
                t.sub_(lr * slope)
            history.append(float(f(t)))
        return history


def slopes():
    def descend(f, x, lr, steps):
        slope = torch.func.grad(f)
        t, found = torch.tensor(x), []
        while len(found) <= steps:
            found.append(slope(t).item())
            t = t - lr * found[-1]
        return found


def tensors():
    def descend(f, x, lr, steps):
        path, slope = [torch.tensor(x, dtype=torch.double)], torch.func.grad(f)
        for i in range(steps):
            path.append(path[i] - slope(path[i]) * lr)
        return path


def one_tensor_many_times():
    def descend(f, x, lr, steps):
        p = torch.tensor(x)
        slope, path = torch.func.grad(f), [p]
        for _ in range(steps):
            p -= lr * slope(p)
            path += [p]
        return list(map(float, path))


def only_the_end():
    def descend(f, x, lr, steps):
        p = torch.nn.Parameter(torch.tensor(x))
        for _ in range(steps):
            p.grad = None
            f(p).backward()
            p.data -= lr * p.grad
        return p.item()


def never_moves():
    def descend(f, x, lr, steps):
        path, slope = [x], torch.func.grad(f)
        for _ in range(steps):
            t = torch.tensor(x)
            t = t - lr * slope(t)
            path.append(t.item())
        return path


def slope_of_the_start():
    def descend(f, x, lr, steps):
        move = lr * torch.func.grad(f)(torch.tensor(x)).item()
        return [x - i * move for i in range(steps + 1)]


def leaf_lost():
    def descend(f, x, lr, steps):
        x = torch.tensor(x, dtype=torch.double, requires_grad=True)
        path = [float(x)]
        for _ in range(steps):
            f(x).backward()
            x = torch.sub(x, lr * x.grad)
            path += [float(x)]
        return path


def changed_while_recording():
    def descend(f, x, lr, steps):
        p = torch.nn.Parameter(torch.tensor(x))
        path = [x]
        for _ in range(steps):
            f(p).backward()
            p.sub_(lr * p.grad)
            p.grad.zero_()
            path.append(p.item())
        return path


def stops_early():
    def descend(f, x, lr, steps):
        slope, path = torch.func.grad(f), [x]
        while len(path) <= steps:
            here = path[-1]
            there = here - lr * slope(torch.tensor(here, dtype=torch.double)).item()
            if abs(here - there) < 1e-6:
                return path
            path.append(there)
        return path


def refuses_to_rise():
    def descend(f, x, lr, steps):
        t, path = torch.tensor(x, dtype=torch.double), [x]
        for _ in range(steps):
            new = t - lr * torch.func.grad(f)(t)
            if f(new) < f(t):
                t = new
            path.append(t.item())
        return path


def direction_only():
    def descend(f, x, lr, steps):
        t, path = torch.tensor(x), [x]
        for _ in range(steps):
            slope = torch.func.grad(f)(t)
            t = t - lr * slope / slope.abs().clamp(min=1e-9)
            path.append(t.item())
        return path


def rate_ignored():
    def descend(f, x, lr, steps):
        p = torch.nn.Parameter(torch.tensor(x))
        path = [x]
        for _ in range(steps):
            p.data -= torch.autograd.grad(f(p), p)[0]
            path.append(p.item())
        return path


def shrinking_rate():
    def descend(f, x, lr, steps):
        t, path = torch.tensor(x), [x]
        for i in range(1, steps + 1):
            t = t - (lr / i) * torch.func.grad(f)(t)
            path.append(t.item())
        return path


def list_of_one():
    def descend(f, x, lr, steps):
        x = torch.tensor([x], requires_grad=True)
        path = [x.item()]
        for _ in range(steps):
            f(x).backward()
            with torch.no_grad():
                x -= lr * x.grad
            x.grad.zero_()
            path.append(x.item())
        return path


def not_tracked():
    def descend(f, x, lr, steps):
        path = [x]
        x = torch.tensor(x)
        for _ in range(steps):
            loss = f(x)
            loss.backward()
            x = x - lr * x.grad
            path.append(x.item())
        return path


EQUIVALENT = {
    "descend: here = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True) "
    "=> here = torch.tensor(xs[-1], requires_grad=True)": "float32 arithmetic is right too",
}
