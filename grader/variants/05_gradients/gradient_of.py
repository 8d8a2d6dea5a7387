"""Answers to gradient_of in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch

EQUIVALENT = {}


def right_through_grad():
    """A leaf of its own, and what `backward()` leaves there."""

    def gradient_of(f, x):
        leaf = x.detach().clone()
        leaf.requires_grad = True
        f(leaf).sum().backward()
        return leaf.grad


def right_with_ones():
    """The way back starts at all outputs, each with the weight 1."""

    def gradient_of(f, x):
        leaf = x.clone().detach().requires_grad_(True)
        out = f(leaf)
        out.backward(torch.ones_like(out))
        return leaf.grad.clone()


def right_as_a_transform():
    """By `torch.func`, which makes a function of a function."""

    def gradient_of(f, x):
        return torch.func.grad(lambda t: f(t).sum())(x.detach())


def right_row_by_row():
    """All slopes of all outputs, added up over the outputs."""

    def gradient_of(f, x):
        start = x.detach()
        table = torch.autograd.functional.jacobian(f, start)
        return table.reshape(-1, *start.shape).sum(0)


def right_output_by_output():
    """One way back for each output; the leaf adds them up."""

    def gradient_of(f, x):
        leaf = torch.empty_like(x.detach())
        leaf.copy_(x.detach())
        leaf.requires_grad_()
        for one in f(leaf).flatten():
            one.backward(retain_graph=True)
        return leaf.grad


def right_as_a_parameter():
    """A Parameter as leaf, on the caller's memory, and a tracked answer."""

    def gradient_of(f, x):
        leaf = torch.nn.Parameter(x.data)
        return torch.autograd.grad(f(leaf).sum(), [leaf], create_graph=True)[0]


def needs_a_single_number():
    def gradient_of(f, x):
        own = x.data.clone().requires_grad_(True)
        return torch.autograd.grad(f(own), own)[0]


def marks_the_callers_tensor():
    def gradient_of(f, x):
        x.requires_grad = True
        out = torch.sum(f(x))
        out.backward()
        found = x.grad.detach().clone()
        x.grad = None
        return found


def uses_the_callers_tensor():
    def gradient_of(f, x):
        own = x
        if not x.requires_grad:
            own = x.detach().clone()
            own.requires_grad_(True)
        torch.sum(f(own)).backward()
        return own.grad.clone()


def tidies_up_too_much():
    def gradient_of(f, x):
        x.requires_grad = True
        if x.grad is not None:
            x.grad = None
        torch.sum(f(x)).backward()
        slopes = x.grad.clone()
        x.requires_grad = False
        x.grad = None
        return slopes


def borrows_the_callers_tensor():
    def gradient_of(f, x):
        was, old = x.requires_grad, x.grad
        x.grad = None
        if not was:
            x.requires_grad_(True)
        f(x).sum().backward()
        slopes, x.grad = x.grad, old
        if not was:
            x.requires_grad_(False)
        return slopes


def copy_is_no_leaf():
    def gradient_of(f, x):
        mine = torch.clone(x)
        if not mine.requires_grad:
            mine.requires_grad = True
        torch.sum(f(mine)).backward()
        return mine.grad


def returns_none():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        result = f(own).sum().backward()
        return result


def one_element_at_a_time():
    def gradient_of(f, x):
        found = torch.zeros_like(x.detach())
        numbers, slots = x.detach().reshape(-1), found.view(-1)
        for i in range(len(numbers)):
            leaf = numbers[i].detach().clone().requires_grad_()
            (slots[i],) = torch.autograd.grad(f(leaf).sum(), leaf)
        return found


def mean_instead_of_sum():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        return torch.autograd.grad(torch.mean(f(own)), own)[0]


def only_the_first_output():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        first = f(own).reshape(-1)[0]
        return torch.autograd.grad(first, own)[0]


def one_number_for_all():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        (slopes,) = torch.autograd.grad(f(own).sum(), own)
        return torch.sum(slopes)


def f_of_the_sum():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        total = f(torch.sum(own))
        return torch.autograd.grad(total.mean(), [own])[0]


def tuple_of_gradients():
    def gradient_of(f, x):
        own = x.data.requires_grad_()
        out = f(own)
        return torch.autograd.grad(out, [own], grad_outputs=torch.ones_like(out))


def value_not_gradient():
    def gradient_of(f, x):
        with torch.no_grad():
            return f(x.detach())


def float32_always():
    def gradient_of(f, x):
        own = torch.tensor(x.tolist(), dtype=torch.float32, requires_grad=True)
        return torch.autograd.grad(f(own).sum(), own)[0]


def flat():
    def gradient_of(f, x):
        row = x.detach().reshape(-1).clone().requires_grad_()
        return torch.autograd.grad(f(row.reshape(x.shape)).sum(), row)[0]


def downhill():
    def gradient_of(f, x):
        own = x.detach().requires_grad_()
        return torch.autograd.grad((-f(own)).sum(), own)[0]


def two_points():
    def gradient_of(f, x):
        start = x.detach().clone()
        before, found = f(start).sum(), []
        for i in range(start.numel()):
            moved = start.clone().reshape(-1)
            moved[i] += 1e-3
            found.append((f(moved.reshape(start.shape)).sum() - before) / 1e-3)
        return torch.stack(found).reshape(start.shape)
