"""Answers to runaway_gradients in other styles: right ones, and the known mistakes as others would write them."""

import torch


def right_by_autograd_grad():
    """The gradients are asked for directly: nothing is ever put into `.grad`, so nothing can pile up there."""

    def fit(model, batches, loss_fn, lr, epochs):
        params, history = list(model.parameters()), []
        for _ in range(epochs):
            losses = []
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                for p, grad in zip(params, torch.autograd.grad(loss, params)):
                    p.data.sub_(grad, alpha=lr)
                losses += [float(loss)] * xb.shape[0]
            history.append(sum(losses) / len(losses))
        return history


def right_by_clearing_twice():
    """Cleared once before the training and after each step, parameter by parameter."""

    def fit(model, batches, loss_fn, lr, epochs):
        def clear():
            for p in model.parameters():
                p.grad = None

        def step(xb, yb):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            for p in model.parameters():
                p.data = p.data - lr * p.grad
            clear()
            return loss.item() * len(yb)

        clear()
        n = sum(len(yb) for _, yb in batches)
        return [sum(step(xb, yb) for xb, yb in batches) / n for _ in range(epochs)]


def right_by_difference():
    """What lay in `.grad` before is remembered and taken off again; the sum is never cleared."""

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for epoch in range(epochs):
            total = torch.zeros((), dtype=torch.float64)
            for xb, yb in batches:
                before = [0 if p.grad is None else p.grad.clone() for p in model.parameters()]
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p, old in zip(model.parameters(), before):
                    p.grad -= old
                with torch.no_grad():
                    for p in model.parameters():
                        p.copy_(p - lr * p.grad)
                total += loss.detach().double() * len(xb)
            history.append(float(total / sum(len(xb) for xb, _ in batches)))
        return history


def right_by_own_optimizer():
    """A small optimiser, as the library has one: a class that steps and clears in place, if there is something."""

    class Descent:
        def __init__(self, params, lr):
            self.params, self.lr = list(params), lr

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.detach_().zero_()

        @torch.no_grad()
        def step(self):
            torch._foreach_sub_(self.params, [self.lr * p.grad for p in self.params])

    def fit(model, batches, loss_fn, lr, epochs):
        optimizer, history, epoch = Descent(model.parameters(), lr), [], 0
        while epoch < epochs:
            weighted = []
            for xb, yb in batches:
                optimizer.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                optimizer.step()
                weighted.append((loss.item(), len(xb)))
            history.append(sum(value * n for value, n in weighted) / sum(n for _, n in weighted))
            epoch += 1
        return history


def never_zeroed():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            losses, sizes = [], []
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data.sub_(lr * p.grad)
                losses.append(loss.item() * len(xb))
                sizes.append(len(xb))
            history.append(sum(losses) / sum(sizes))
        return history


def zeroed_once_an_epoch():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            for p in model.parameters():
                p.grad = None
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data -= lr * p.grad
                total += float(loss) * len(yb)
                count += len(yb)
            history.append(total / count)
        return history


def zeroed_before_the_step():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                model.zero_grad(set_to_none=False)
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def cleared_to_none_before_the_step():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                model.zero_grad()
                for p in model.parameters():
                    p.data.sub_(p.grad, alpha=lr)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def nothing_to_clear_yet():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                for p in model.parameters():
                    p.grad.fill_(0)
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data.sub_(p.grad, alpha=lr)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def only_the_first_zeroed():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                list(model.parameters())[0].grad = None
                loss = loss_fn(model(xb), yb)
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p.sub_(p.grad * lr)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def clipped_instead():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad.clamp(-2, 2)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def clipped_as_well():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                model.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                torch.nn.utils.clip_grad_value_(model.parameters(), 0.5)
                for p in model.parameters():
                    p.data.sub_(p.grad, alpha=lr)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def zeroed_after_the_step():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data -= lr * p.grad
                    p.grad.zero_()
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def smaller_steps_instead():
    def fit(model, batches, loss_fn, lr, epochs):
        history, taken = [], 0
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                taken += 1
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data.sub_(p.grad / taken, alpha=lr)
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def one_step_an_epoch():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            model.zero_grad()
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                total += loss.item() * len(xb)
                count += len(xb)
            for p in model.parameters():
                p.data.sub_(lr * p.grad)
            history.append(total / count)
        return history


def mean_of_batch_means():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            losses = []
            for xb, yb in batches:
                model.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data.sub_(lr * p.grad)
                losses.append(loss.item())
            history.append(sum(losses) / len(losses))
        return history


def tensors_in_the_history():
    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                model.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.data.sub_(lr * p.grad)
                total += loss.detach() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


EQUIVALENT = {
    "fit: total, count = (0.0, 0) => total, count = (0, 0.0)": "dividing by a count of 13.0 is dividing by 13",
}
