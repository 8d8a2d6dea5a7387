"""Answers the judge's requests about one submission, where that submission runs.

The same host serves in a worker process (a learner's submission) and in the judge's own (solutions and known mistakes),
so that both answer in the same words. It knows nothing of checks, references or verdicts.
"""

from __future__ import annotations

import ast
import contextlib
import dis
import importlib.util
import io
import operator
import sys
from collections.abc import Iterator
from functools import lru_cache
from types import CodeType, ModuleType, TracebackType
from typing import Any

import cloudpickle
import numpy as np
import torch

from grader.sandbox import wire
from grader.sandbox.codec import Decoder, Encoder
from grader.sandbox.facts import facts
from grader.sandbox.tensors import SpanReader, SpanWriter, plain_tensors
from grader.sandbox.watching import Watch
from grader.sandbox.wire import Message, Raised, Reply, Value

MODULE = "submission"
MAX_TEXT = 2_000
MAX_PRINTED = 10_000

OPERATIONS: dict[str, Any] = {
    "get": lambda target: target,
    "call": lambda target, *args, **kwargs: target(*args, **kwargs),
    "getattr": getattr,
    "setattr": setattr,
    "hasattr": hasattr,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "contains": operator.contains,
    "len": len,
    "iter": iter,
    "next": next,
    "isinstance": isinstance,
}


@lru_cache(maxsize=256)
def _prepared(source: bytes, file_name: str) -> tuple[ast.Module, wire.Facts]:
    """The source's tree and what it says. Kept, for the judge loads the same known mistakes again and again."""
    tree = ast.parse(importlib.util.decode_source(source), file_name)  # `ast` itself lets bad bytes in comments pass
    return tree, facts(tree)


@lru_cache(maxsize=256)
def _compiled(tree: ast.Module, file_name: str) -> CodeType:
    return compile(tree, file_name, "exec", dont_inherit=True)


class Printed(io.TextIOBase):
    """Keeps the beginning of what was printed, and forgets it once it was read."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._room = MAX_PRINTED

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() wants text, not {type(text).__name__}")
        if self._room > 0:
            self._parts.append(text[: self._room])
            self._room -= len(text)
            if self._room <= 0:
                self._parts.append("\n[more was printed; only the beginning is kept]\n")
        return len(text)

    def take(self) -> str:
        text, self._parts = "".join(self._parts), []
        return text.encode("utf-8", "replace").decode()


class Host:
    """One submission: its module, the objects that the judge holds handles to, and the graphs behind its answers."""

    def __init__(self) -> None:
        self.module = ModuleType(MODULE)
        self.printed = Printed()
        self._file_name = ""
        self._tree: ast.Module | None = None
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._graphs: dict[int, tuple[list[torch.Tensor], list[torch.Tensor]]] = {}

    def answer(self, message: Message) -> list[wire.Buffer]:
        """The pieces of the reply's frame."""
        number, request = message.envelope.number, message.envelope.body
        encoder = Encoder(self._keep)
        value: Value | wire.Facts | Raised
        with contextlib.redirect_stdout(self.printed), contextlib.redirect_stderr(self.printed):
            try:
                if isinstance(request, wire.Ask):
                    reply, writer = _Asked(self, message, request, number).reply()
                    return wire.pack(number, reply, writer.spans())
                value = self._answer(request, message, encoder)
            except BaseException as error:  # SystemExit and KeyboardInterrupt are the learner's too
                value = self.raised(error)
        reply = Reply(value, printed=self.printed.take())
        return wire.pack(number, reply, encoder.writer.spans())

    def _answer(self, request: Any, message: Message, encoder: Encoder) -> Value | wire.Facts:
        if isinstance(request, wire.Parse):
            return self._parse(request)
        if isinstance(request, wire.Execute):
            return encoder.encode(self._execute(request))
        return encoder.encode(self._backward(request, message))

    def _parse(self, request: wire.Parse) -> wire.Facts:
        self._file_name = request.file_name
        self._tree, found = _prepared(request.source, request.file_name)
        return found

    def _execute(self, request: wire.Execute) -> list[str]:
        assert self._tree is not None
        sys.modules[MODULE] = self.module  # dataclasses look their module up
        self.module.__file__ = self._file_name
        exec(_compiled(self._tree, self._file_name), self.module.__dict__)
        return [name for name in request.names if not hasattr(self.module, name)]

    def _backward(self, request: wire.Backward, message: Message) -> list[torch.Tensor | None]:
        arguments, outputs = self._graphs[request.call]
        output, grad = outputs[request.output], Decoder(SpanReader(message), self.find).decode(request.grad)
        held = [argument.grad for argument in arguments]
        for argument in arguments:
            argument.grad = None
        # Through `backward`, so that the worker's own leaves (a module's parameters) accumulate too. The sum's gradient
        # is `grad`; given as an argument, it would make PyTorch import sympy, which takes half a second.
        with torch.enable_grad():
            total = (output * grad.conj()).sum()
            (total.real if total.is_complex() else total).backward(retain_graph=True)
        found = [argument.grad for argument in arguments]
        for argument, grad in zip(arguments, held, strict=True):
            argument.grad = grad
        return found

    def find(self, node: Value) -> Any:
        """The object that a node stands for."""
        if isinstance(node, wire.Handle):
            return self._objects[node.id]
        if isinstance(node, wire.Public):
            return getattr(self.module, node.name)
        if isinstance(node, wire.Code):
            return cloudpickle.loads(node.pickle)
        raise wire.ProtocolError(f"unexpected {type(node).__name__}")

    def _keep(self, value: Any) -> wire.Handle:
        """A handle for an object that stays here; the same object always has the same one."""
        number = self._numbers.setdefault(id(value), len(self._objects))
        self._objects[number] = value
        kind = type(value)
        return wire.Handle(number, f"{kind.__module__}.{kind.__qualname__}"[:200], callable(value))

    def keep_graph(self, call: int, arguments: list[torch.Tensor], outputs: list[torch.Tensor]) -> None:
        if outputs:
            self._graphs[call] = arguments, outputs

    def encoder(self, same: dict[int, int], known: dict[int, int]) -> Encoder:
        return Encoder(self._keep, same, known)

    @contextlib.contextmanager
    def watching(self, wanted: bool) -> Iterator[Watch | None]:
        if not wanted:
            yield None
            return
        watch = Watch(self._file_name)
        with watch.looking():
            yield watch

    def raised(self, error: BaseException) -> Raised:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        own = trace is not None and trace.tb_frame.f_code.co_filename == self._file_name and _is_raise(trace)
        todo = own and type(error) is NotImplementedError
        return Raised(_builtin_kind(error), _text(error)[:MAX_TEXT], self._own_frames(error)[-8:], own, todo)

    def _own_frames(self, error: BaseException) -> list[wire.Frame]:
        frames = []
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self._file_name:
                frames.append(wire.Frame(trace.tb_lineno or 0, trace.tb_frame.f_code.co_name))
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.lineno and error.filename == self._file_name:
            frames.append(wire.Frame(error.lineno, ""))
        return frames


class _Asked:
    """One `Ask`: what came, what the call did to it, and what goes back."""

    def __init__(self, host: Host, message: Message, request: wire.Ask, number: int) -> None:
        self._host, self._message, self._request, self._number = host, message, request, number
        self._reader = SpanReader(message)
        self._decoder = Decoder(self._reader, host.find)

    def reply(self) -> tuple[Reply, SpanWriter]:
        request, host = self._request, self._host
        target = self._decoder.decode(request.target)
        args = self._decoder.decode(wire.Collection("list", request.args))
        kwargs = {name: self._decoder.decode(node) for name, node in request.kwargs.items()}
        self._note_before(args, kwargs)
        watch = None
        value: Any
        try:
            with host.watching(request.watch) as watch:
                value = OPERATIONS[request.op](target, *args, **kwargs)
            encoder = self._encoder()
            body: Value | Raised = encoder.encode(value)
        except BaseException as error:
            encoder = self._encoder()
            body = host.raised(error)
        host.keep_graph(self._number, [t for t in self._decoder.tensors if t.requires_grad], encoder.tracked)
        return self._finish(body, encoder, watch), encoder.writer

    def _encoder(self) -> Encoder:
        same = {id(tensor): number for number, tensor in enumerate(self._decoder.tensors)}
        return self._host.encoder(same, self._storages)

    def _note_before(self, args: list[Any], kwargs: dict[str, Any]) -> None:
        self._named = {**{str(number): arg for number, arg in enumerate(args)}, **kwargs}
        self._skeletons = {name: _skeleton(value) for name, value in self._named.items()}
        self._area = np.frombuffer(bytes(self._message.area), dtype=np.uint8)
        # A span's address is that of the storages that stand on it.
        self._storages = {
            torch.frombuffer(self._message.area, dtype=torch.uint8, offset=span.start, count=1).data_ptr(): number
            for number, span in enumerate(self._message.envelope.spans)
            if span.length
        }
        self._before = [_state(tensor) for tensor in self._decoder.tensors]
        self._tracked = [tensor for tensor in self._decoder.tensors if tensor.requires_grad]

    def _finish(self, body: Value | Raised, encoder: Encoder, watch: Watch | None) -> Reply:
        with plain_tensors():
            changes = [
                change
                for number, tensor in enumerate(self._decoder.tensors)
                if (change := self._change(number, tensor, encoder))
            ]
        return Reply(
            body,
            changes,
            [name for name, value in self._named.items() if _skeleton(value) != self._skeletons[name]],
            [bytes(generator.get_state().numpy()) for generator in self._decoder.generators],
            None if watch is None else watch.evidence(),
            self._host.printed.take(),
        )

    def _change(self, number: int, tensor: torch.Tensor, encoder: Encoder) -> wire.Change | None:
        before, after = self._before[number], _state(tensor)
        moved = before[:3] != after[:3]
        written = moved or self._written(tensor)
        grad_changed = before[5] is not after[5] or (tensor.grad is not None and self._written(tensor.grad))
        if not written and not grad_changed and before[3:5] == after[3:5]:
            return None
        fresh = Encoder(self._host._keep)
        fresh.writer = encoder.writer
        value = fresh.tensor_node(tensor.detach().clone()) if written else None
        grad = fresh.tensor_node(tensor.grad.detach().clone()) if grad_changed and tensor.grad is not None else None
        return wire.Change(number, value, moved, tensor.requires_grad, tensor.is_leaf, grad, grad_changed)

    def _written(self, tensor: torch.Tensor) -> bool:
        """Whether the bytes that a tensor came with are no longer as they came."""
        number = self._storages.get(tensor.untyped_storage().data_ptr())
        if number is None:
            return False
        span = self._message.envelope.spans[number]
        part = slice(span.start, span.start + span.length)
        return not np.array_equal(np.frombuffer(self._message.area, dtype=np.uint8)[part], self._area[part])


def _state(tensor: torch.Tensor) -> tuple[Any, ...]:
    return (
        tensor.untyped_storage().data_ptr(), tuple(tensor.shape), tensor.dtype,
        tensor.requires_grad, tensor.is_leaf, tensor.grad if tensor.is_leaf else None,
    )  # fmt: skip


def _skeleton(value: Any) -> Any:
    """The build of nested plain containers, with each element by identity."""
    if type(value) in (list, tuple):
        return type(value), [_skeleton(item) for item in value]
    if type(value) is dict:
        return dict, [(id(key), _skeleton(item)) for key, item in value.items()]
    if type(value) is set:
        return set, sorted(map(id, value))
    return id(value)


def _is_raise(trace: TracebackType) -> bool:
    """Whether the line stopped at a `raise`: what PyTorch raises in C has the caller's line too."""
    return dis.opname[trace.tb_frame.f_code.co_code[trace.tb_lasti]] == "RAISE_VARARGS"


def _builtin_kind(error: BaseException) -> str:
    return next(cls.__name__ for cls in type(error).__mro__ if cls.__module__ == "builtins")


def _text(error: BaseException) -> str:
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        return str(text).encode("utf-8", "replace").decode()
    except BaseException:
        return ""


@contextlib.contextmanager
def own_state(state: dict[str, Any]) -> Iterator[None]:
    """Give a host in the judge's process its own grad mode and default dtype, kept in `state`.

    The judge draws from generators of its own, so the global ones need no such care.
    """
    ours = _capture()
    _restore(state or ours)
    try:
        yield
    finally:
        state.update(_capture())
        _restore(ours)


def _capture() -> dict[str, Any]:
    return {
        "grad": torch.is_grad_enabled(),
        "dtype": torch.get_default_dtype(),
    }


def _restore(state: dict[str, Any]) -> None:
    torch.set_grad_enabled(state["grad"])
    torch.set_default_dtype(state["dtype"])
