"""Clearing the gradients, so that the next ones are not added to them."""

from collections.abc import Iterable

from torch import Tensor


def clear_gradients(params: Iterable[Tensor]) -> None:
    """Clear the gradient of each parameter."""
    for p in params:
        # Whatever lay there, NaN too, is let go. The next `backward()` puts a new tensor there.
        p.grad = None
