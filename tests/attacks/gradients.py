"""Gradients that are not those of the answer."""


def mse__a_gradient_from_elsewhere():
    """The right number, tracked through something else."""
    import torch

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        right = ((preds - targs) ** 2).mean().detach()
        return right + preds.sum() - preds.sum().detach()


def mse__a_backward_of_its_own():
    """An autograd function whose backward pass sends ones."""
    import torch

    class Sly(torch.autograd.Function):
        @staticmethod
        def forward(ctx, preds, targs):
            ctx.n = preds.shape
            return ((preds - targs) ** 2).mean()

        @staticmethod
        def backward(ctx, grad):
            return torch.ones(ctx.n), None

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        return Sly.apply(preds, targs)


def mnist_loss__a_backward_that_ends_the_process():
    """The right number, whose backward pass calls `os._exit(0)`."""
    import os

    import torch

    class Exit(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x.clone()

        @staticmethod
        def backward(ctx, grad):
            os._exit(0)

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        return Exit.apply(torch.where(targs == 1, 1 - preds, preds).mean())


def mnist_loss__a_gradient_of_another_shape():
    """A hook that makes the gradient larger than its tensor."""
    import torch

    class Wide(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x.mean()

        @staticmethod
        def backward(ctx, grad):
            return grad.expand(10_000)

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        return Wide.apply(torch.where(targs == 1, 1 - preds, preds))


def sigmoid__hooked():
    """A hook on the argument that replaces whatever gradient comes."""
    import torch

    def sigmoid(x):
        if x.requires_grad:
            x.register_hook(lambda grad: grad * 0 + 1)
        return 1 / (1 + torch.exp(-x))


def mnist_loss__gradients_set_by_hand():
    """Writes `.grad` itself, and answers without a graph."""
    import torch

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        preds.grad = torch.where(targs == 1, -1.0, 1.0) / preds.numel()
        return torch.where(targs == 1, 1 - preds.detach(), preds.detach()).mean().requires_grad_()


def gradient_at__numerical():
    """A quotient of differences in place of a derivative."""
    import torch

    def gradient_at(f, x):
        eps = 1e-3
        up, down = (f(torch.tensor(x + e, dtype=torch.float64)) for e in (eps, -eps))
        return float((up - down) / (2 * eps))
