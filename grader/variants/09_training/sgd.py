"""Answers to SGD in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch

EQUIVALENT = {}


def right_dictionary():
    """A dictionary from a parameter's place to its velocity, filled when there is a gradient."""

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            if not lr > 0:
                raise ValueError("the learning rate has to be above 0, not %r" % lr)
            self.lr = lr
            self.momentum = momentum
            self.params = tuple(params)
            self.buffers = {}
            if len(self.params) == 0:
                raise ValueError("got no parameters, wanted at least one")

        @torch.no_grad()
        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if i in self.buffers:
                    self.buffers[i] = self.momentum * self.buffers[i] + p.grad
                else:
                    self.buffers[i] = p.grad.clone()
                p.sub_(self.buffers[i], alpha=self.lr)

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def right_with_data():
    """Through `.data`, of which PyTorch keeps no record; velocities as plain attributes of small objects."""

    class Slot:
        def __init__(self, param):
            self.param, self.velocity = param, torch.zeros(param.shape, dtype=param.dtype)

        def move(self, lr, momentum):
            if self.param.grad is not None:
                self.velocity = self.velocity * momentum + self.param.grad.data
                self.param.data -= lr * self.velocity

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.slots = [Slot(param) for param in params]
            if lr <= 0 or not self.slots:
                raise ValueError(f"wanted parameters and a rate above 0, got {len(self.slots)} and {lr}")
            self.lr, self.beta = lr, momentum

        def step(self):
            for slot in self.slots:
                slot.move(self.lr, self.beta)

        def zero_grad(self):
            for slot in self.slots:
                slot.param.grad = torch.zeros_like(slot.param)


def right_with_numpy():
    """NumPy arrays that look at the memory of the parameters."""

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = [*params]
            if params == []:
                raise ValueError("there is nothing to train")
            if float(lr) <= 0.0:
                raise ValueError(f"a rate of {lr}")
            self.params, self.lr, self.momentum = params, lr, momentum
            self.speeds = [np.zeros(tuple(p.shape), dtype=np.float64) for p in params]

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad.numpy()
                    p.detach().numpy()[...] -= self.lr * self.speeds[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def right_generator_of_steps():
    """A coroutine for each parameter remembers its velocity between two steps."""

    def moving(p, momentum):
        velocity, lr = 0.0, (yield)
        while True:
            if p.grad is not None:
                velocity = velocity * momentum + p.grad
                with torch.no_grad():
                    p.add_(-lr * velocity)
            lr = yield

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self._all = []
            for p in params:
                self._all.append((p, moving(p, momentum)))
                next(self._all[-1][1])
            if not self._all:
                raise ValueError("no parameters")
            self.lr = lr

        @property
        def lr(self):
            return self._rate

        @lr.setter
        def lr(self, rate):
            if rate <= 0:
                raise ValueError(f"lr must be above 0, but is {rate}")
            self._rate = rate

        def step(self, closure=None):
            for _, mover in self._all:
                mover.send(self.lr)

        def zero_grad(self, set_to_none=True):
            for p, _ in self._all:
                p.grad = None


def right_at_the_device():
    """One torch function for all parameters at once."""

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if lr <= 0 or len(self.params) < 1:
                raise ValueError("lr must be positive, and there must be parameters")
            self.lr, self.momentum = lr, momentum
            self.v = {p: torch.zeros_like(p, requires_grad=False) for p in self.params}

        def step(self):
            with torch.no_grad():
                live = [p for p in self.params if p.grad is not None]
                torch._foreach_mul_([self.v[p] for p in live], self.momentum)
                torch._foreach_add_([self.v[p] for p in live], [p.grad for p in live])
                torch._foreach_add_(live, [self.v[p] for p in live], alpha=-self.lr)

        def zero_grad(self):
            [setattr(p, "grad", None) for p in self.params]


def generator_used_up():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            if lr <= 0:
                raise ValueError("lr")
            self.params, self.lr, self.mom = params, lr, momentum
            try:
                if len(params) == 0:
                    raise ValueError("no parameters")
            except TypeError:
                pass
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def wrong_sign():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data + self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def momentum_sign():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = p.grad - self.mom * self.v.get(i, 0)
                p.data -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def momentum_ignored():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                velocity = 0
                velocity = self.mom * velocity + p.grad
                p.data -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def velocity_shared():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = 0

        def step(self):
            for p in self.params:
                if p.grad is None:
                    continue
                self.v = self.v * self.mom + p.grad
                p.data -= self.lr * self.v

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def velocity_shared_by_optimizers():
    class SGD:
        v = {}

        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def velocity_kept_on_the_parameter():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for p in self.params:
                if p.grad is None:
                    continue
                if not hasattr(p, "v"):
                    p.v = 0
                p.v = p.v * self.mom + p.grad
                p.data.sub_(self.lr * p.v)

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def velocity_is_the_gradient():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if i in self.v:
                    self.v[i] *= self.mom
                    self.v[i] += p.grad
                else:
                    self.v[i] = p.grad
                p.data -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def lr_folded_into_velocity():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + self.lr * p.grad
                p.data = p.data - self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def lr_of_the_beginning():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}
            self.factor = -lr

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data + self.factor * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def lr_hidden():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.learning_rate = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.learning_rate * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def averaged_gradients():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + (1 - self.mom) * p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def looks_ahead():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * (self.mom * self.v[i] + p.grad)

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def moves_before_it_speeds_up():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                before = self.v.get(i, torch.zeros_like(p))
                p.data = p.data - self.lr * before
                self.v[i] = self.mom * before + p.grad

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def params_replaced():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p = p - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def recorded():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def tracking_switched_off():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.requires_grad = False
                p -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def zeroes_the_gradients():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]
            for p in self.params:
                p.grad = None

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def momentum_in_the_gradients():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.grad.add_(self.v.get(i, 0), alpha=self.mom) if i in self.v else None
                self.v[i] = p.grad.clone()
                p.data -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def fails_without_gradient():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = [torch.zeros_like(p) for p in params]

        def step(self):
            for i, p in enumerate(self.params):
                self.v[i] *= self.mom
                self.v[i].add_(p.grad)
                p.data -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def rolls_on_without_gradient():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                self.v[i] = self.mom * self.v.get(i, torch.zeros_like(p))
                if p.grad is not None:
                    self.v[i] += p.grad
                p.data -= self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def stops_at_the_gap():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    return
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def only_those_with_gradients_kept():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = list(filter(lambda p: p.grad is not None, params))
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def only_the_first():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]
                break

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def clears_nothing():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            pass


def clears_only_the_first():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            self.params[0].grad = None


def clears_by_multiplying():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None if p.grad is None else 0 * p.grad


def fails_to_clear_none():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                grad = p.grad
                grad.zero_()


def clears_the_parameters():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None
                p.data.fill_(0)


def stops_the_ball():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            self.v = {}
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def any_rate_accepted():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def zero_rate_accepted():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if len(params) == 0 or lr < 0.0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def no_params_accepted():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            if lr <= 0:
                raise ValueError("bad arguments")
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def empty_generator_accepted():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            if params == [] or lr <= 0:
                raise ValueError("bad arguments")
            self.params = list(params)
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def refused_too_late():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            if not self.params or self.lr <= 0:
                raise ValueError("bad arguments")
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def asserts_instead():
    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            params = list(params)
            assert params and lr > 0
            self.params = params
            self.lr = lr
            self.mom = momentum
            self.v = {}

        def step(self):
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.mom * self.v.get(i, 0) + p.grad
                p.data = p.data - self.lr * self.v[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def not_by_hand():
    class SGD(torch.optim.SGD):
        def __init__(self, params, lr, momentum=0.0):
            if lr <= 0:
                raise ValueError("lr")
            super().__init__(params, lr=lr, momentum=momentum)

        @property
        def lr(self):
            return self.param_groups[0]["lr"]

        @lr.setter
        def lr(self, value):
            self.param_groups[0]["lr"] = value
