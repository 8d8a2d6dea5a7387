"""Gradient descent with momentum."""

import torch


class SGD:
    """Gradient descent with momentum; the same as `torch.optim.SGD`, step by step."""

    def __init__(self, params, lr, momentum=0.0):
        # A list, for `model.parameters()` can be gone through only once. Each velocity starts at rest.
        self._pairs = [(p, torch.zeros_like(p)) for p in params]
        if not self._pairs:
            raise ValueError("there are no parameters; at least one is wanted")
        if lr <= 0:
            raise ValueError(f"lr is {lr}, but must be above 0")
        self.lr, self._momentum = lr, momentum

    def step(self):
        """Move each parameter that has a gradient."""
        with torch.no_grad():
            for p, velocity in self._pairs:
                if p.grad is not None:
                    # A part of the old velocity is kept. The learning rate stays outside, so it counts from now on.
                    velocity.mul_(self._momentum).add_(p.grad)
                    p -= self.lr * velocity

    def zero_grad(self):
        """Clear the gradients."""
        for p, _ in self._pairs:
            p.grad = None
