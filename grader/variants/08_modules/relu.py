"""Answers to relu in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
from torch import nn

EQUIVALENT = {}


def right_by_where():
    """A choice for each element."""

    def relu(x):
        return torch.where(x > 0, x, torch.zeros_like(x))


def right_by_where_with_a_number():
    """The other way round, with a plain number."""

    def relu(x):
        return torch.where(x < 0, 0.0, x)


def right_by_maximum():
    """The larger one of two tensors."""

    def relu(x):
        return torch.maximum(x, x.new_zeros(()))


def right_by_a_mask():
    """Each number times 1 or 0."""

    relu = lambda x: x * (x > 0)  # noqa: E731


def right_by_abs():
    """The half of x and its absolute value together."""

    def relu(x):
        return (torch.abs(x) + x) / 2


def right_number_by_number():
    """A loop over plain numbers, which keep their trail."""

    def relu(x):
        kept = [number if number > 0 else 0 * number for number in x.flatten()]
        return torch.stack(kept).reshape(x.shape)


def right_in_place_on_a_copy():
    """The copy may be changed."""

    def relu(x):
        threshold = 0
        out = x.clone()
        out[out < threshold] = threshold
        return out


def right_by_masked_fill():
    """What is negative is filled."""

    def relu(x):
        return x.masked_fill(x.lt(0), 0)


def right_by_autograd_function():
    """A function with a backward pass of its own, in a class of the same name."""

    class ReLU(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x.clip(0)

        @staticmethod
        def backward(ctx, grad):
            (x,) = ctx.saved_tensors
            return grad * (x > 0).to(grad.dtype)

    def relu(x):
        return ReLU.apply(x)


def right_by_a_module():
    """A module of one's own."""

    class Bend(nn.Module):
        def forward(self, x):
            zero = torch.zeros_like(x)
            return torch.stack([x, zero]).amax(dim=0)

    relu = Bend()


def right_by_relus_of_its_own():
    """A comment or a name that merely holds the word is innocent: not torch.relu."""

    def my_relu(number):
        return torch.max(number, torch.tensor(0.0, dtype=number.dtype))

    def relu(x):
        return my_relu(x)


def in_place():
    def relu(x):
        return x.clamp_(min=0)


def absolute_value():
    def relu(x):
        return torch.where(x < 0, -x, x)


def leaky():
    def relu(x):
        return torch.maximum(x, x / 100)


def mask_only():
    def relu(x):
        return torch.where(x > 0, torch.ones_like(x), torch.zeros_like(x))


def always_float32():
    def relu(x):
        out = torch.zeros(x.shape)
        out[x > 0] = x[x > 0].float()
        return out


def wrong_side():
    def relu(x):
        return torch.minimum(x, torch.zeros_like(x))


def mirrored():
    def relu(x):
        return torch.where(x > 0, torch.zeros_like(x), -x)


def capped():
    def relu(x):
        return torch.minimum(torch.maximum(x, torch.zeros_like(x)), torch.full_like(x, 6.0))


def capped_at_one():
    def relu(x):
        positive = torch.where(x > 0, x, torch.zeros_like(x))
        return torch.where(positive > 1, torch.ones_like(x), positive)


def negatives_dropped():
    def relu(x):
        return torch.masked_select(x, x > 0)


def no_trail():
    def relu(x):
        values = [max(number, 0.0) for number in x.flatten().tolist()]
        return torch.tensor(values, dtype=x.dtype).reshape(x.shape)


def gradient_everywhere():
    def relu(x):
        out = x.clone()
        out.data[out.data < 0] = 0
        return out


def shifted():
    def relu(x):
        return torch.sub(x, torch.min(x))


def smooth():
    def relu(x):
        return nn.functional.softplus(x)


def all_or_nothing():
    def relu(x):
        if x.mean() > 0:
            return x
        return x * 0


def ready_made():
    def relu(x):
        return torch.relu(x)
