"""Answers to clear_gradients in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch

EQUIVALENT = {}


def right_zeros_in_place():
    """Zeros, written into the gradient that is there."""

    def clear_gradients(params):
        for p in params:
            if p.grad is not None:
                p.grad.detach_()
                p.grad.zero_()


def right_new_zeros():
    """A new gradient of zeros for everybody."""

    def clear_gradients(params):
        for p in params:
            p.grad = torch.zeros_like(p)


def right_by_an_optimizer():
    """PyTorch's own way of clearing."""

    def clear_gradients(params):
        torch.optim.SGD(params, lr=0.1).zero_grad(set_to_none=False)


def right_deleted():
    """The attribute is deleted, which leaves None."""

    def clear_gradients(params):
        for p in list(params):
            del p.grad


def right_in_two_rounds():
    """Gathered first, then filled."""

    def clear_gradients(params):
        gradients = [p.grad for p in params if p.grad is not None]
        with torch.no_grad():
            for gradient in gradients:
                gradient[...] = 0


def right_without_a_loop():
    """Going through them by `map`."""

    def clear_gradients(params):
        any(map(lambda p: setattr(p, "grad", None), params))


def only_the_first():
    def clear_gradients(params):
        first = next(iter(params))
        if first.grad is not None:
            first.grad.zero_()


def fails_without_gradient():
    def clear_gradients(params):
        [gradient.zero_() for gradient in [p.grad for p in params]]


def zeroes_the_values():
    def clear_gradients(params):
        for p in params:
            p.data.fill_(0)
            p.grad = None


def replaces_the_tensors():
    def clear_gradients(params):
        if not isinstance(params, list):
            return
        params[:] = [torch.nn.Parameter(p.data.clone()) for p in params]


def times_zero():
    def clear_gradients(params):
        for p in params:
            if p.grad is None:
                continue
            p.grad = p.grad - p.grad


def result_thrown_away():
    def clear_gradients(params):
        for p in params:
            if p.grad is not None:
                torch.zeros_like(p.grad)


def stops_at_the_gap():
    def clear_gradients(params):
        for p in params:
            if p.grad is not None:
                p.grad.zero_()
            else:
                return


def passes_frozen_ones_by():
    def clear_gradients(params):
        for p in filter(lambda p: p.requires_grad, params):
            if p.grad is not None:
                p.grad.fill_(0.0)


def tracking_switched_off():
    def clear_gradients(params):
        for p in params:
            p.requires_grad = False
            del p.grad


def frozen_ones_thawed():
    def clear_gradients(params):
        for p in params:
            p.requires_grad = True
            p.grad = None


def needs_a_list():
    def clear_gradients(params):
        for number in range(0, len(params)):
            p = params[number]
            if p.grad is not None:
                p.grad = None


def goes_through_twice():
    def clear_gradients(params):
        holding = sum(p.grad is not None for p in params)
        if holding:
            for p in params:
                p.grad = None


def gives_the_parameters_back():
    def clear_gradients(params):
        return [setattr(p, "grad", None) or p for p in params]
