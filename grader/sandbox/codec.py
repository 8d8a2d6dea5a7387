"""Python values to wire values and back.

Both sides use one encoder and one decoder. What has no form on the wire is given to the side's own hook: the worker
keeps such objects and sends a handle, the judge sends its callables by value and refuses everything else.
"""

from __future__ import annotations

import itertools
import re
from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, ClassVar

import numpy as np
import torch

from grader.sandbox import wire
from grader.sandbox.tensors import (
    SpanReader,
    SpanWriter,
    plain_tensors,
    resolved,
    storage_key,
    tensor_node,
    travels,
)
from grader.sandbox.wire import ProtocolError, Value

MAX_DEPTH = 50
MAX_BITS = 14_000  # of a whole number: what Python writes out in decimal without being asked for more (4,300 digits)
INT64 = range(-(2**63), 2**63)
ARRAY_DTYPE = re.compile(r"[<>|=][biufc][0-9]{1,2}")  # numpy's own reader of types takes much more


class TooDeep(ValueError):
    """A value nested deeper than the wire allows (or within itself)."""


class Encoder:
    """Encodes the values of one message.

    hook: the wire form of an object that has none of its own.
    same: tensors that the other side knows by number, by their id.
    known: storages that the other side knows by number, by their key.
    """

    def __init__(
        self,
        hook: Callable[[Any], Value],
        same: dict[int, int] | None = None,
        known: dict[int, int] | None = None,
    ) -> None:
        self._hook = hook
        self._same = same or {}
        self._first = len(self._same)  # the number of the first tensor of this message
        self.writer = SpanWriter(known)
        self.tensors: list[torch.Tensor] = []  # as the other side will number them
        self.tracked: list[torch.Tensor] = []  # tensors with a graph behind them
        self.generators: list[torch.Generator] = []
        self._seen: dict[int, int] = {}

    def encode(self, value: Any, depth: int = 0) -> Value:
        if depth > MAX_DEPTH:
            raise TooDeep(f"nested more than {MAX_DEPTH} levels deep")
        for kind, encode in self._forms:
            if isinstance(value, kind):
                return encode(self, value, depth + 1)
        return self._hook(value)

    def _none(self, value: None, depth: int) -> Value:
        return None

    def _bool(self, value: bool, depth: int) -> Value:
        return bool(value)

    def _int(self, value: int, depth: int) -> Value:
        plain = int.__int__(value)
        if plain.bit_length() > MAX_BITS:
            raise ValueError(f"a whole number of {plain.bit_length():,} bits is too large to be sent")
        return plain if plain in INT64 else wire.Atom("int", hex(plain))

    def _float(self, value: float, depth: int) -> Value:
        return float.__float__(value)

    def _str(self, value: str, depth: int) -> Value:
        return _unicode(value)

    def _bytes(self, value: bytes, depth: int) -> Value:
        return wire.Bytes(bytes(value))

    def _atom(self, value: Any, depth: int) -> Value:
        kinds = {torch.dtype: "dtype", torch.device: "device", type(...): "ellipsis"}
        kind = next((name for cls, name in kinds.items() if isinstance(value, cls)), "path")
        return wire.Atom(kind, "..." if value is ... else _unicode(str(value)))

    def _slice(self, value: slice, depth: int) -> Value:
        return wire.Slice(*(self.encode(part, depth) for part in (value.start, value.stop, value.step)))

    def _tuple(self, value: tuple[Any, ...], depth: int) -> Value:
        fields = getattr(type(value), "_fields", None)
        if isinstance(fields, tuple) and len(fields) == len(value):
            return wire.NamedTuple(type(value).__name__, list(map(str, fields)), self._items(value, depth))
        return wire.Collection("tuple", [self.encode(item, depth) for item in tuple.__iter__(value)])

    def _items(self, values: Any, depth: int) -> list[Value]:
        return [self.encode(item, depth) for item in values]

    def _list(self, value: list[Any], depth: int) -> Value:
        return wire.Collection("list", self._items(list.__iter__(value), depth))

    def _set(self, value: set[Any], depth: int) -> Value:
        return wire.Collection("set", self._items(set.__iter__(value), depth))

    def _frozenset(self, value: frozenset[Any], depth: int) -> Value:
        return wire.Collection("frozenset", self._items(frozenset.__iter__(value), depth))

    def _dict(self, value: dict[Any, Any], depth: int) -> Value:
        pairs = list(dict.items(value))
        return wire.Mapping([self.encode(k, depth) for k, _ in pairs], [self.encode(v, depth) for _, v in pairs])

    def _array(self, value: np.ndarray | np.generic, depth: int) -> Value:
        array = np.asarray(value)
        if array.dtype.kind not in "biufc":
            return self._hook(value)
        span = self.writer.add_bytes(np.ascontiguousarray(array).reshape(-1).data.cast("B") if array.size else b"")
        return wire.Array(array.dtype.str, list(array.shape), span)

    def _generator(self, value: torch.Generator, depth: int) -> Value:
        if value not in self.generators:
            self.generators.append(value)
        return wire.Generator(bytes(value.get_state().numpy()))

    def _tensor(self, value: torch.Tensor, depth: int) -> Value:
        if id(value) in self._same:
            return wire.Same(self._same[id(value)])
        if id(value) in self._seen:
            return wire.Same(self._seen[id(value)])
        with plain_tensors():
            if not travels(value):
                return self._hook(value)
            self._seen[id(value)] = self._first + len(self.tensors)
            self.tensors.append(value)
            return self.tensor_node(value, depth)

    def tensor_node(self, value: torch.Tensor, depth: int = 0) -> wire.Tensor:
        plain = resolved(value)
        if plain.device.type not in ("cpu", "meta"):
            plain = plain.cpu()
        grad = value.grad if value.is_leaf else None
        graph = -1
        if value.requires_grad and not value.is_leaf:
            graph = len(self.tracked)
            self.tracked.append(value)
        node = tensor_node(value, 0, graph=graph)
        grad_node = None if grad is None or not travels(grad) else self.tensor_node(grad, depth)
        return wire.Tensor(
            node.dtype, node.shape, list(plain.stride()), int(plain.storage_offset()), self.writer.add(plain),
            node.tracked, node.leaf, grad_node, graph, node.parameter, node.device,
        )  # fmt: skip

    _forms: Sequence[tuple[Any, Callable[..., Value]]] = (
        (type(None), _none),
        (bool, _bool),
        (int, _int),
        (float, _float),  # numpy's float64 is one
        (str, _str),
        (bytes, _bytes),
        (torch.Tensor, _tensor),
        (tuple, _tuple),
        (list, _list),
        (dict, _dict),
        ((np.ndarray, np.generic), _array),
        ((torch.dtype, torch.device, type(...), PurePath), _atom),
        (slice, _slice),
        (set, _set),
        (frozenset, _frozenset),
        (torch.Generator, _generator),
    )


class Decoder:
    """Decodes the values of one message.

    hook: the object of a node that stands for one (a handle, a public name, code).
    same: tensors that the other side may refer to by number.
    tracked: makes a tensor of a node that has a graph behind it, from its numbers.
    """

    def __init__(
        self,
        reader: SpanReader,
        hook: Callable[[Any], Any],
        same: Sequence[torch.Tensor] = (),
        tracked: Callable[[wire.Tensor, torch.Tensor], torch.Tensor] | None = None,
    ) -> None:
        self._reader = reader
        self._hook = hook
        self._tracked = tracked
        self.same = list(same)
        self.tensors: list[torch.Tensor] = []
        self.generators: list[torch.Generator] = []

    def decode(self, node: Value | wire.Node, depth: int = 0) -> Any:
        if depth > MAX_DEPTH:
            raise ProtocolError("nested too deep")
        decode = self._forms.get(type(node))
        if decode is None:
            return node if not isinstance(node, wire.Node) else self._hook(node)
        return decode(self, node, depth + 1)

    def _all(self, nodes: list[Value], depth: int) -> list[Any]:
        return [self.decode(node, depth) for node in nodes]

    def _atom(self, node: wire.Atom, depth: int) -> Any:
        make: dict[str, Callable[[str], Any]] = {
            "dtype": _dtype, "device": torch.device, "path": Path, "int": _big, "ellipsis": lambda _: ...,
        }  # fmt: skip
        if node.kind not in make:
            raise ProtocolError(f"no such atom: {node.kind}")
        try:
            return make[node.kind](node.text)
        except (RuntimeError, ValueError) as error:
            raise ProtocolError(f"no {node.kind}: {error}") from None

    def _bytes(self, node: wire.Bytes, depth: int) -> bytes:
        return node.content

    def _collection(self, node: wire.Collection, depth: int) -> Any:
        make = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}.get(node.kind)
        if make is None:
            raise ProtocolError(f"no such collection: {node.kind}")
        items = self._all(node.items, depth)
        try:
            made = make(items)
        except TypeError as error:
            raise ProtocolError(str(error)) from None
        if len(made) != len(items):
            raise ProtocolError("a set holds one element twice")
        return made

    def _named(self, node: wire.NamedTuple, depth: int) -> Any:
        items = self._all(node.items, depth)
        try:
            return _namedtuple(node.name, tuple(node.fields))(*items)
        except (TypeError, ValueError) as error:
            raise ProtocolError(f"no named tuple: {error}") from None

    def _mapping(self, node: wire.Mapping, depth: int) -> Any:
        keys, values = self._all(node.keys, depth), self._all(node.values, depth)
        try:
            made = dict(zip(keys, values, strict=True))
        except (TypeError, ValueError) as error:
            raise ProtocolError(f"no mapping: {error}") from None
        if len(made) != len(keys):
            raise ProtocolError("a mapping holds one key twice")
        return made

    def _slice(self, node: wire.Slice, depth: int) -> Any:
        return slice(*self._all([node.start, node.stop, node.step], depth))

    def _array(self, node: wire.Array, depth: int) -> Any:
        if not ARRAY_DTYPE.fullmatch(node.dtype) or min(node.shape, default=0) < 0:
            raise ProtocolError(f"no array is like {node.dtype}, {node.shape}")
        try:
            return np.frombuffer(self._reader.content(node.span), dtype=np.dtype(node.dtype)).reshape(node.shape)
        except (TypeError, ValueError) as error:
            raise ProtocolError(f"no array: {error}") from None

    def _generator(self, node: wire.Generator, depth: int) -> Any:
        generator = torch.Generator()
        try:
            generator.set_state(torch.frombuffer(bytearray(node.state), dtype=torch.uint8))
        except (RuntimeError, ValueError) as error:
            raise ProtocolError(f"no generator: {error}") from None
        self.generators.append(generator)
        return generator

    def _same(self, node: wire.Same, depth: int) -> Any:
        known = [*self.same, *self.tensors]
        if not 0 <= node.key < len(known):
            raise ProtocolError(f"there is no tensor {node.key}")
        return known[node.key]

    def _tensor(self, node: wire.Tensor, depth: int) -> torch.Tensor:
        plain = self._reader.tensor(node)
        number = len(self.tensors)
        self.tensors.append(plain)  # holds the number while the gradient takes none
        if node.grad is not None and not isinstance(node.grad, wire.Tensor):
            raise ProtocolError("a gradient is a tensor")
        grad = None if node.grad is None else self._reader.tensor(node.grad)
        self.tensors[number] = tensor = self._finish(node, plain, grad)
        return tensor

    def _finish(self, node: wire.Tensor, plain: torch.Tensor, grad: torch.Tensor | None) -> torch.Tensor:
        try:
            if node.tracked and not node.leaf and self._tracked is not None:
                return self._tracked(node, plain)
            if node.parameter:
                plain = torch.nn.Parameter(plain, requires_grad=node.tracked)
            elif node.tracked:
                plain.requires_grad_()
            plain.grad = grad
        except RuntimeError as error:
            raise ProtocolError(f"no tensor: {error}") from None
        return plain

    _forms: ClassVar[dict[type, Callable[..., Any]]] = {
        wire.Atom: _atom,
        wire.Bytes: _bytes,
        wire.Collection: _collection,
        wire.NamedTuple: _named,
        wire.Mapping: _mapping,
        wire.Slice: _slice,
        wire.Array: _array,
        wire.Generator: _generator,
        wire.Same: _same,
        wire.Tensor: _tensor,
    }


def _dtype(name: str) -> torch.dtype:
    dtype = getattr(torch, name.removeprefix("torch."), None)
    if not isinstance(dtype, torch.dtype):
        raise ValueError(name)
    return dtype


def _unicode(text: str) -> str:
    """A lone surrogate has no UTF-8 form."""
    return str.encode(text, "utf-8", "replace").decode()


def _big(text: str) -> int:
    if len(text) > MAX_BITS // 4:
        raise ValueError(f"{len(text)} hexadecimal digits are too many")
    return int(text, 16)


@lru_cache(maxsize=64)
def _namedtuple(name: str, fields: tuple[str, ...]) -> type:
    made = namedtuple(name, fields, rename=True)  # type: ignore[misc]
    if made._fields != fields:
        raise ValueError(f"no fields are named {fields}")
    return made


def tensors_in(value: Any) -> list[torch.Tensor]:
    """The tensors within nested plain containers."""
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, dict):
        return list(itertools.chain.from_iterable(map(tensors_in, value.values())))
    if isinstance(value, (list, tuple, set)):
        return list(itertools.chain.from_iterable(map(tensors_in, value)))
    return []


__all__ = ["Decoder", "Encoder", "TooDeep", "storage_key", "tensors_in"]
