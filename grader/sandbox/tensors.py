"""Tensors to spans of bytes and back, storage by storage, so that aliases survive the journey."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import torch

from grader.sandbox.wire import MAX_FRAME, Buffer, Change, Message, ProtocolError, Span, Tensor, Value

DTYPES: dict[str, torch.dtype] = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64,
        torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128,
    )
}  # fmt: skip
NAMES = {dtype: name for name, dtype in DTYPES.items()}


@contextmanager
def plain_tensors() -> Iterator[None]:
    """Inside, a tensor subclass cannot answer for its tensor: only the base's own methods run."""
    with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
        yield


def travels(tensor: torch.Tensor) -> bool:
    """Whether the wire has a form for this tensor (dense, of a known type, with real storage)."""
    dense = tensor.layout is torch.strided and not tensor.is_quantized
    return dense and tensor.dtype in NAMES and tensor.device.type in ("cpu", "cuda", "mps", "meta")


def storage_key(tensor: torch.Tensor) -> int:
    """A number that two tensors share when they share memory; 0 for a tensor that has none."""
    return 0 if tensor.device.type == "meta" else tensor.untyped_storage().data_ptr()


def extent(tensor: torch.Tensor) -> tuple[int, int]:
    """The first byte that the tensor reads in its storage, and the one after the last."""
    size = tensor.element_size()
    if tensor.numel() == 0:
        return 0, 0
    last = sum((n - 1) * stride for n, stride in zip(tensor.shape, tensor.stride(), strict=True))
    offset = int(tensor.storage_offset())
    return offset * size, (offset + last + 1) * size


def storage_bytes(tensor: torch.Tensor, start: int, stop: int) -> torch.Tensor:
    """Bytes [start, stop) of the tensor's storage, as a uint8 view of it."""
    view = torch.empty(0, dtype=torch.uint8, device=tensor.device)
    return view.set_(tensor.untyped_storage(), start, (stop - start,), (1,))


def raw(tensor: torch.Tensor) -> memoryview:
    return memoryview(tensor.cpu().numpy().data).cast("B") if tensor.numel() else memoryview(b"")


def resolved(tensor: torch.Tensor) -> torch.Tensor:
    """The tensor without the lazy conjugate and negative flags, which its bytes do not show."""
    return torch.Tensor.detach(tensor).resolve_conj().resolve_neg()


class Owner(NamedTuple):
    """Bytes [start, stop) of a storage: what of it the other side has, and may answer with."""

    storage: torch.UntypedStorage
    start: int
    stop: int


class SpanWriter:
    """Gathers the storages of one message; each goes once, cut to what its tensors reach."""

    def __init__(self, known: dict[int, int] | None = None) -> None:
        """known: storages that the other side has already, by their key, with their span's number."""
        self._known = known or {}
        self._numbers: dict[int, int] = {}
        self._reach: list[list[int]] = []
        self._owners: list[torch.Tensor | None] = []
        self._arguments: list[int] = []
        self._fixed: list[tuple[Span, Buffer] | None] = []

    def _new(self, owner: torch.Tensor | None, argument: int, fixed: tuple[Span, Buffer] | None) -> int:
        self._owners.append(owner)
        self._arguments.append(argument)
        self._reach.append([math.inf, 0])  # type: ignore[list-item]
        self._fixed.append(fixed)
        return len(self._owners) - 1

    def add_bytes(self, content: Buffer) -> int:
        return self._new(None, -1, (Span(0, 0), content))

    def add(self, tensor: torch.Tensor) -> int:
        """The number of the span that will hold this tensor's storage."""
        key = storage_key(tensor)
        if not key or not tensor.numel():
            return self.add_bytes(b"")
        if key not in self._numbers:
            self._numbers[key] = self._new(tensor, self._known.get(key, -1), None)
        number = self._numbers[key]
        start, stop = extent(tensor)
        reach = self._reach[number]
        reach[:] = min(reach[0], start), max(reach[1], stop)
        return number

    def storages(self) -> dict[int, int]:
        """The storages of this message by their key, for the answer to refer to."""
        return dict(self._numbers)

    def owners(self) -> list[Owner | None]:
        """For each span: the storage that it is a part of."""
        return [
            None if owner is None else Owner(owner.untyped_storage(), *reach)
            for owner, reach in zip(self._owners, self._reach, strict=True)
        ]

    def spans(self) -> list[tuple[Span, Buffer | None]]:
        return [self._span(number) for number in range(len(self._owners))]

    def _span(self, number: int) -> tuple[Span, Buffer | None]:
        fixed, owner, argument = self._fixed[number], self._owners[number], self._arguments[number]
        if fixed is not None or owner is None:
            assert fixed is not None
            return fixed
        if argument >= 0:
            return Span(0, 0, 0, argument), None
        start, stop = self._reach[number]
        return Span(0, 0, start, -1), raw(storage_bytes(owner, start, stop))


def tensor_node(tensor: torch.Tensor, span: int, *, grad: Value = None, graph: int = -1) -> Tensor:
    return Tensor(
        NAMES[tensor.dtype],
        list(tensor.shape),
        list(tensor.stride()),
        int(tensor.storage_offset()),
        span,
        tensor.requires_grad,
        tensor.is_leaf,
        grad,
        graph,
        isinstance(tensor, torch.nn.Parameter),
        tensor.device.type,
    )


class SpanReader:
    """Rebuilds the tensors of one message on its area, or on storages of one's own arguments."""

    def __init__(self, message: Message, arguments: Sequence[Owner | None] = ()) -> None:
        self._message = message
        self._arguments = arguments
        self._owners: dict[int, Owner] = {}

    def content(self, number: int) -> memoryview:
        span = self._span(number)
        return memoryview(self._message.area)[span.start : span.start + span.length]

    def tensor(self, node: Tensor) -> torch.Tensor:
        """The plain tensor of a node, untracked. Raises ProtocolError for what no tensor can be."""
        dtype = DTYPES.get(node.dtype)
        if dtype is None or len(node.shape) != len(node.strides) or min([0, *node.shape, *node.strides]) < 0:
            raise ProtocolError(f"no tensor is like {node.dtype}, {node.shape}, {node.strides}")
        if math.prod(node.shape) * dtype.itemsize > MAX_FRAME:
            raise ProtocolError(f"a tensor of shape {node.shape} is too large")
        try:
            if node.device == "meta" or 0 in node.shape:
                return torch.empty(node.shape, dtype=dtype, device="meta" if node.device == "meta" else "cpu")
            return self._placed(node, dtype)
        except (RuntimeError, TypeError, ValueError) as error:
            raise ProtocolError(f"no tensor is of shape {node.shape}: {error}") from None

    def _span(self, number: int) -> Span:
        spans = self._message.envelope.spans
        if not 0 <= number < len(spans):
            raise ProtocolError(f"there is no span {number}")
        return spans[number]

    def _placed(self, node: Tensor, dtype: torch.dtype) -> torch.Tensor:
        """The node's tensor on its storage, of which it sees nothing but its span."""
        base, owner = self._span(node.span).base, self._owner(node.span)
        start = node.offset * dtype.itemsize - base + owner.start
        reach = sum((n - 1) * stride for n, stride in zip(node.shape, node.strides, strict=True))
        if start % dtype.itemsize or not owner.start <= start <= owner.stop - (reach + 1) * dtype.itemsize:
            raise ProtocolError("a tensor reaches outside its span")
        # Not by `as_strided`: to PyTorch that would be a view, which may not be detached in place.
        return torch.empty(0, dtype=dtype).set_(owner.storage, start // dtype.itemsize, node.shape, node.strides)

    def _owner(self, number: int) -> Owner:
        argument = self._span(number).argument
        if argument >= 0:
            owner = self._arguments[argument] if argument < len(self._arguments) else None
            if owner is None:
                raise ProtocolError(f"there is no argument storage {argument}")
            return owner
        if number not in self._owners:
            self._owners[number] = self._sent(self._span(number))
        return self._owners[number]

    def _sent(self, span: Span) -> Owner:
        if not span.length:
            raise ProtocolError("a tensor with numbers on an empty span")
        sent = torch.frombuffer(self._message.area, dtype=torch.uint8, count=span.length, offset=span.start)
        return Owner(sent.untyped_storage(), 0, span.length)


def apply_change(tensor: torch.Tensor, change: Change, value: torch.Tensor | None, grad: torch.Tensor | None) -> None:
    """Do to `tensor`, in place, what the worker did to its copy."""
    with torch.no_grad():
        if value is not None and change.moved:
            tensor.data = value
        elif value is not None:
            _unrepeated(tensor.data).copy_(_unrepeated(value, like=tensor))
        if tensor.is_leaf and tensor.requires_grad != change.tracked:
            tensor.requires_grad_(change.tracked)
        if change.grad_changed:
            _apply_grad(tensor, grad)


def _unrepeated(tensor: torch.Tensor, like: torch.Tensor | None = None) -> torch.Tensor:
    """Without the repetitions of an expanded tensor, which PyTorch does not write to."""
    for axis, stride in enumerate((tensor if like is None else like).stride()):
        if stride == 0 and axis < tensor.dim():
            tensor = tensor.narrow(axis, 0, min(1, tensor.shape[axis]))
    return tensor


def _apply_grad(tensor: torch.Tensor, grad: torch.Tensor | None) -> None:
    if grad is not None and tensor.grad is not None and grad.shape == tensor.grad.shape:
        tensor.grad.copy_(grad)
    else:
        tensor.grad = grad
