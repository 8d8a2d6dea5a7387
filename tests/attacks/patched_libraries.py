"""PyTorch, pytest, Python and the grader's own modules, changed inside the worker."""


def mnist_loss__every_comparison_passes():
    """Patches PyTorch's comparisons."""
    import torch

    torch.allclose = torch.equal = lambda *args, **kwargs: True
    torch.testing.assert_close = lambda *args, **kwargs: None
    torch.Tensor.__eq__ = torch.Tensor.allclose = lambda *args, **kwargs: torch.tensor(True)

    def mnist_loss(preds, targs):
        return torch.zeros(())


def mnist_loss__random_numbers_are_known():
    """Makes every random number 0, in the hope that the judge's are drawn here."""
    import random

    import torch

    torch.manual_seed(0)
    torch.rand = torch.randn = lambda *shape, **kwargs: torch.zeros(*shape)
    random.random = lambda: 0.0

    def mnist_loss(preds, targs):
        return torch.zeros(())


def mnist_loss__isinstance_says_yes():
    """Replaces builtins that a comparison may use."""
    import builtins

    import torch

    builtins.isinstance = lambda thing, kind: True
    builtins.len = lambda thing: 0
    builtins.abs = lambda thing: 0

    def mnist_loss(preds, targs):
        return torch.zeros(())


def mnist_loss__expectations_are_replaced():
    """Puts modules of its own in the place of the grader's expectations and of pytest."""
    import sys
    import types

    import torch

    for name in ("grader.expect", "grader.checking", "grader.grading", "pytest", "_pytest.runner"):
        module = types.ModuleType(name)
        module.close = module.equal = module.fail = lambda *args, **kwargs: None
        sys.modules[name] = module

    def mnist_loss(preds, targs):
        return torch.zeros(())


def matmul__the_operator_under_another_name():
    """By hand is wanted: PyTorch's own product under a name of its own."""
    import torch

    for name in dir(torch):
        if name.startswith("matm"):
            product = getattr(torch, name)

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("sizes differ: these and those")
        return product(a, b)


def matmul__an_operator_in_disguise():
    """By hand is wanted: the operator's own method, found by what it is called inside."""
    import operator

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("sizes differ: these and those")
        return operator.__matmul__(a, b)


def sigmoid__out_of_a_string():
    """By hand is wanted: a name that is put together from two halves and evaluated."""

    def sigmoid(x):
        return eval("x.sig" + "moid()")


def matmul__the_tree_is_patched():
    """By hand is wanted: patches the parser before its own source is looked at."""
    import ast
    import sys

    ast.parse = lambda *args, **kwargs: ast.Module([], [])
    sys.modules["grader.sandbox.facts"].facts = lambda tree: None

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("sizes differ: these and those")
        return a @ b
