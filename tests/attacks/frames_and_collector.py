"""A look for the judge's secrets in the stack, the heap and the interpreter."""


def mnist_loss__walks_the_stack():
    """Looks in every frame above for what is expected."""
    import sys

    import torch

    def mnist_loss(preds, targs):
        frame = sys._getframe()
        while frame is not None:
            for name, value in {**frame.f_globals, **frame.f_locals}.items():
                if "expected" in name or "solution" in name:
                    return value
            frame = frame.f_back
        return torch.zeros(())


def mnist_loss__asks_the_collector():
    """Goes over all objects for a tensor of rank 0, or a function of its own name."""
    import gc

    import torch

    def mnist_loss(preds, targs):
        for thing in gc.get_objects():
            if callable(thing) and getattr(thing, "__name__", "") == "mnist_loss" and thing is not mnist_loss:
                return thing(preds, targs)
        tensors = [t for t in gc.get_objects() if type(t) is torch.Tensor and t.ndim == 0]
        return tensors[-1] if tensors else torch.zeros(())


def mnist_loss__looks_for_the_modules():
    """Imports every module of the grader that could know the answer."""
    import importlib

    import torch

    def mnist_loss(preds, targs):
        for name in ("known", "diagnosis", "grading", "datasets", "draw", "checks", "mistakes", "catalog"):
            try:
                print(importlib.import_module(f"grader.{name}").__file__)
            except Exception as error:
                print(name, type(error).__name__)
        return torch.zeros(())


def mnist_loss__traces_everything():
    """A trace function and a profile function on all that runs."""
    import sys
    import threading

    import torch

    seen = []
    sys.settrace(lambda *args: seen.append(args[0].f_code.co_name) or None)
    threading.setprofile(lambda *args: None)

    def mnist_loss(preds, targs):
        return torch.tensor(float(len(seen)))


def mnist_loss__finalisers():
    """Objects that act when they are collected, in the middle of somebody else's work."""
    import os

    import torch

    class Late:
        def __del__(self):
            os._exit(0)

    def mnist_loss(preds, targs):
        late = Late()
        late.self = late
        return torch.zeros(())


def mnist_loss__its_own_history():
    """Asks the environment and the command line for the seed."""
    import os
    import sys

    import torch

    def mnist_loss(preds, targs):
        words = " ".join([*sys.argv, *os.environ.values(), *map(str, sys.orig_argv)])
        print(words)
        return torch.tensor(float(sum(map(int, filter(str.isdigit, words.split())))))
