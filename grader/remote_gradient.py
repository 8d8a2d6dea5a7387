"""Tensors whose graph is the worker's: `backward()` in a check goes on there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from grader.sandbox import wire
from grader.sandbox.wire import ProtocolError

Back = Callable[[int, torch.Tensor], list[torch.Tensor | None]]


class Tracked:
    """Makes the tracked outputs of one call.

    back: asks the worker for the gradients of `inputs`, given an output's number and its gradient.
    """

    def __init__(self, back: Back, inputs: list[torch.Tensor]) -> None:
        self.back, self._inputs = back, inputs

    def tensor(self, node: wire.Tensor, plain: torch.Tensor) -> torch.Tensor:
        # Graphs that hang on the worker's leaves alone have no tracked input here: the anchor stands for them.
        anchor = torch.zeros((), requires_grad=True)
        with torch.enable_grad():
            made: torch.Tensor = _RemoteGradient.apply(  # type: ignore[no-untyped-call]
                self, node.graph, plain, anchor, *self._inputs
            )
        return made


class _RemoteGradient(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, tracked: Tracked, graph: int, plain: torch.Tensor, anchor: torch.Tensor, *inputs: Any) -> Any:
        ctx.tracked, ctx.graph, ctx.shapes = tracked, graph, [tuple(tensor.shape) for tensor in inputs]
        ctx.set_materialize_grads(False)
        return plain.clone()

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor | None) -> Any:
        nothing = None, None, None, None
        if grad is None:
            return (*nothing, *(None for _ in ctx.shapes))
        with torch.no_grad():
            grads = ctx.tracked.back(ctx.graph, grad)
        if len(grads) != len(ctx.shapes) or any(
            found is not None and (not isinstance(found, torch.Tensor) or tuple(found.shape) != shape)
            for found, shape in zip(grads, ctx.shapes, strict=False)
        ):
            raise ProtocolError("gradients that do not fit their tensors")
        return (*nothing, *map(_once, grads))


class _Once(torch.autograd.Function):
    """A gradient that cannot be differentiated again, and says so."""

    @staticmethod
    def forward(ctx: Any, grad: torch.Tensor, anchor: torch.Tensor) -> torch.Tensor:
        return grad.clone()

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> Any:
        raise RuntimeError("second derivatives do not cross to a submission: its gradients come as plain numbers")


def _once(grad: torch.Tensor | None) -> torch.Tensor | None:
    """Where a graph of the backward pass is asked for (`create_graph=True`), one that ends in a clear error."""
    if grad is None or not torch.is_grad_enabled():
        return grad
    once: torch.Tensor = _Once.apply(grad, torch.zeros((), requires_grad=True))  # type: ignore[no-untyped-call]
    return once
