"""Files that are hard to read, or that read differently than they run."""


def mnist_loss__raises_at_import():
    """Raises while it is imported, after everything has been defined."""

    def mnist_loss(preds, targs):
        return preds.sum()

    raise RuntimeError("too late to stop me")


def mnist_loss__replaces_its_own_name():
    """Takes its place in `sys.modules` and changes its own names while it runs."""
    import sys

    class Module:
        def __getattr__(self, name):
            return lambda *args: 0.5

    for name in list(sys.modules):
        if sys.modules[name].__dict__ is globals():
            sys.modules[name] = Module()

    def mnist_loss(preds, targs):
        return preds.sum()


def mnist_loss__a_module_that_answers_to_everything():
    """A module-level `__getattr__` in place of the function."""

    def __getattr__(name):
        return lambda *args: 0.5


def mnist_loss__a_constant_in_its_place():
    """The name is there, and is no function."""

    mnist_loss = 0.5


def mnist_loss__hides_behind_an_encoding():
    """Characters that look like letters, in names that are normalised."""
    import torch

    def ｍnist_loss(preds, targs):
        return torch.zeros(())


def matmul__by_hand_in_a_comment():
    """By hand is wanted: hides the operator behind a decorator that rewrites the function."""

    def again(function):
        code = "def inner(a, b):\n    return a @ b\n"
        names = {}
        exec(code, names)
        return names["inner"]

    @again
    def matmul(a, b):
        return a * b
