"""Answers to update in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch

EQUIVALENT = {}


def right_by_optimizer():
    """PyTorch's own optimizer takes the step."""

    def update(params, lr):
        torch.optim.SGD(list(params), lr=lr).step()


def right_by_data():
    """`.data` is the same memory without the record."""

    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.data -= lr * p.grad


def right_by_decorator():
    """The whole function runs without recording."""

    @torch.no_grad()
    def update(params, lr):
        for p in params:
            if p.grad is None:
                continue
            p.add_(p.grad, alpha=-lr)


def right_by_copy():
    """The new numbers are worked out apart and then written into the old place."""

    def update(params, lr):
        for p in params:
            grad = p.grad
            if grad is not None:
                new = p.detach() - lr * grad
                with torch.no_grad():
                    p.copy_(new)


def right_by_detached_alias():
    """A detached tensor shares the memory, so what is written into it is there in the parameter too."""

    def update(params, lr):
        movable = [p for p in params if p.grad is not None]
        for p in movable:
            p.detach().sub_(p.grad, alpha=lr)


def right_by_slice():
    """All places are assigned at once."""

    def update(params, lr):
        with torch.inference_mode(False), torch.no_grad():
            for _, p in enumerate(params):
                if p.grad is not None:
                    p[...] = p - p.grad * lr


def replaced_in_the_list():
    def update(params, lr):
        for place, p in enumerate(params):
            if p.grad is None:
                continue
            params[place] = p + p.grad * -lr


def fresh_leaves_in_the_list():
    def update(params, lr):
        for i, p in enumerate(params):
            if p.grad is not None:
                with torch.no_grad():
                    new = p - lr * p.grad
                new.requires_grad = True
                params[i] = new


def rebound_name():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p = p.detach() - lr * p.grad
                p.requires_grad_()


def recorded_in_place():
    def update(params, lr):
        for p in params:
            if p.grad is None:
                continue
            p.sub_(lr * p.grad)


def tracking_switched_off():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.requires_grad = False
                p.sub_(p.grad, alpha=lr)


def recording_never_resumed():
    def update(params, lr):
        torch.autograd.set_grad_enabled(False)
        for p in params:
            if p.grad is not None:
                p.add_(p.grad, alpha=-lr)


def new_memory():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                new = p.detach() - lr * p.grad
                p.data = new


def wrong_sign():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.add_(p.grad, alpha=lr)


def fails_without_gradient():
    @torch.no_grad()
    def update(params, lr):
        for p in params:
            p.copy_(p - lr * p.grad)


def stops_at_the_gap():
    def update(params, lr):
        for p in params:
            if p.grad is None:
                break
            p.data -= lr * p.grad


def all_or_none():
    def update(params, lr):
        pairs = [(p, p.grad) for p in params]
        if all(grad is not None for _, grad in pairs):
            for p, grad in pairs:
                p.data -= lr * grad


def skipped_one_not_tracked():
    def update(params, lr):
        params = list(params)
        for p in params:
            p.requires_grad = False
        for p in params:
            if p.grad is not None:
                p.add_(p.grad, alpha=-lr)
                p.requires_grad = True


def only_the_first():
    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad
                return


def needs_a_list():
    @torch.no_grad()
    def update(params, lr):
        i = 0
        while i < len(params):
            if params[i].grad is not None:
                params[i].copy_(params[i] - lr * params[i].grad)
            i += 1


def goes_through_twice():
    def update(params, lr):
        grads = [p.grad for p in params]
        for p, grad in zip(params, grads):
            if grad is not None:
                p.data -= lr * grad


def clears_the_gradients():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.data -= lr * p.grad
                p.grad *= 0


def scales_the_gradients():
    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.grad *= lr
                p.data -= p.grad
