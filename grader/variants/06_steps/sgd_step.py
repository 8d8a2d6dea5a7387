"""Answers to sgd_step in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch


def right_by_data():
    """By way of `.data`, which is not recorded; the method with an underscore changes the memory itself."""

    def sgd_step(params, lr):
        for p in params:
            if p.grad is None:
                continue
            p.data.sub_(p.grad, alpha=lr)


def right_by_copy():
    """The new numbers are made first and then copied to where the old ones lie."""

    def sgd_step(params, lr):
        for p in params:
            if isinstance(p.grad, torch.Tensor):
                new = p.detach() + (-lr) * p.grad
                p.detach().copy_(new)


def right_by_decorator():
    """A function that never records, on a list made of whatever came, with an index."""

    @torch.no_grad()
    def sgd_step(params, lr):
        moving = [p for p in params if p.grad is not None]
        for i in range(len(moving)):
            moving[i][...] = moving[i] - lr * moving[i].grad


def right_by_class():
    """A callable object; `addcmul_` does the product and the sum in one, with a tensor for the rate."""

    class Step:
        def __call__(self, params, lr):
            for p in iter(params):
                self.move(p, torch.as_tensor(-lr, dtype=p.dtype))

        def move(self, p, rate):
            if p.grad is not None:
                with torch.inference_mode(False), torch.no_grad():
                    p.addcmul_(p.grad, rate)

    sgd_step = Step()


def wrong_sign():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.add_(p.grad, alpha=lr)


def replaced_by_the_step():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.copy_(p.grad * -lr)


def new_tensor():
    def sgd_step(params, lr):
        moved = []
        for p in params:
            if p.grad is not None:
                p = (p.detach() - p.grad * lr).requires_grad_()
            moved.append(p)
        params = moved


def new_memory():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                new = p.detach().clone()
                new.sub_(p.grad * lr)
                p.data = new


def recorded():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.sub_(p.grad, alpha=lr)


def zeroes_the_gradients():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.sub_(lr * p.grad)
                p.grad = None


def scales_the_gradients():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                step = p.grad.mul_(lr)
                p.data.sub_(step)


def only_the_first():
    def sgd_step(params, lr):
        p = next(iter(params))
        if p.grad is not None:
            p.data.sub_(lr * p.grad)


def fails_without_gradient():
    def sgd_step(params, lr):
        for p in params:
            p.data.sub_(p.grad, alpha=lr)


def stops_at_the_gap():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is None:
                return
            p.data.sub_(lr * p.grad)


def tracking_switched_off():
    def sgd_step(params, lr):
        for p in params:
            p.requires_grad = False
            if p.grad is not None:
                p -= p.grad * lr


def needs_a_list():
    def sgd_step(params, lr):
        i = 0
        while i < len(params):
            if params[i].grad is not None:
                params[i].data.sub_(lr * params[i].grad)
            i += 1


def goes_through_twice():
    def sgd_step(params, lr):
        grads = [p.grad for p in params]
        for p, grad in zip(params, grads):
            if grad is not None:
                p.data.sub_(lr * grad)


def learning_rate_left_out():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.copy_(p.data - p.grad)


def direction_only():
    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data.sub_(torch.where(p.grad > 0, lr, -lr))


EQUIVALENT = {}
