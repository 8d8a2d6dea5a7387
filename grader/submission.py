"""What checks talk to: a submission's public names, wherever it runs.

Calls, attributes and gradients go through a `Link`; nothing in a check shows that there may be two processes. What went
back and forth is kept as the transcript, from which the diagnosis is made.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import torch

from grader.by_value import pickled
from grader.calls import ArgumentChanged, Call, Came, SubmissionLacks, SubmissionRaised, as_exception
from grader.cells import place
from grader.changes import argument, copies, how, whose
from grader.outline import PublicName
from grader.remote import Remote, label_of
from grader.remote_gradient import Tracked
from grader.sandbox import wire
from grader.sandbox.codec import Decoder, Encoder
from grader.sandbox.link import Link
from grader.sandbox.tensors import SpanReader, apply_change
from grader.sandbox.wire import Message, ProtocolError, Raised, Reply
from grader.transcript import Entry, seen

MAX_OUTPUT = 10_000
ON_RESULT = re.compile(r"(\w+)\(\.\.\.\)(?:\.(\w+))?")  # a label: what a public name gave, or a method of it


class Evidence:
    """What was seen while `submission.watched()` was on."""

    def __init__(self) -> None:
        self.functions: Counter[str] = Counter()
        self.operations: Counter[str] = Counter()
        self.lines = 0
        self.printed = ""

    def add(self, reply: Reply) -> None:
        self.printed += reply.printed
        if reply.evidence is not None:
            self.functions.update(reply.evidence.functions)
            self.operations.update(reply.evidence.operations)
            self.lines += reply.evidence.lines


class Submission:
    """One submission's public names, as attributes.

    names: the public names of the exercise.
    folder: a directory that the submission may read, for `folder()`.
    """

    def __init__(self, link: Link, names: tuple[PublicName, ...], folder: Path) -> None:
        self._link, self._folder = link, folder
        self._names = {public.name: public for public in names}
        self._missing: set[str] = set()
        self._number = 0
        self._evidence: Evidence | None = None
        self._source = b""
        self._origin = ""  # what the objects of the next answer came from
        self._asking: Came | None = None
        self._origins: dict[int, Came] = {}  # by a handle's number
        self._call: Call | None = None  # the one under way, of whatever
        self.facts = wire.Facts([])
        self.in_place = False
        self.transcript: list[Entry] = []
        self.last_call: Call | None = None
        self.output = ""

    def load(self, source: bytes, file_name: str) -> Raised | None:
        """Parse and run the source; the exception where that fails."""
        self._source = source
        for request in (wire.Parse(source, file_name), wire.Execute(list(self._names))):
            message = self._send(request)
            value = _body(message).value
            self._heard(_body(message))
            if isinstance(value, Raised):
                return value
            if isinstance(value, wire.Facts):
                self.facts = value
        self._missing = _names(Decoder(SpanReader(message), self._object).decode(value))
        return None

    @property
    def files(self) -> Path:
        """Where files lie that are made for its checks."""
        return self._folder

    def place(self, line: int) -> str:
        """How a message names a line of the source."""
        return place(self._source, line)

    def quoted(self, line: int) -> str:
        """A line of the source, with its place before it."""
        lines = self._source.decode("utf-8", "replace").split("\n")
        return f"{self.place(line)}: {lines[line - 1].strip()[:100]}" if 0 < line <= len(lines) else self.place(line)

    def begin(self, in_place: bool) -> None:
        """A new check: its own transcript, and whether its calls may change their arguments."""
        self.in_place, self.transcript, self.last_call, self._call = in_place, [], None, None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._names:
            raise AttributeError(f"{name} is no public name of this exercise")
        if name in self._missing:
            raise SubmissionLacks(name)
        public = Remote(self, wire.Public(name), name)
        if self._names[name].kind != "constant":
            return public
        value = self.ask("get", public)
        if value is ...:
            raise SubmissionLacks(name, todo=True)
        return value

    def make(self, factory: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Build `factory(*args, **kwargs)` where the submission runs: data, or a handle to an object."""
        return self.ask("call", factory, *args, **kwargs)

    def isinstance(self, handle: Any, kind: type) -> bool:
        """Whether a handle's object is a `kind`, as the worker sees it."""
        return bool(self.ask("isinstance", handle, kind))

    def folder(self, files: dict[str, bytes]) -> Path:
        """A new folder with these files, by relative path, that the submission can read."""
        self._folder.mkdir(exist_ok=True)
        root = Path(tempfile.mkdtemp(dir=self._folder, prefix="files"))
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(content)
        return root

    @contextmanager
    def watched(self) -> Iterator[Evidence]:
        """Gather evidence of how the calls in the block are computed."""
        self._evidence = Evidence()
        try:
            yield self._evidence
        finally:
            self._evidence = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is called in the block finds out more of a failure: messages show the call before it."""
        failed = self.last_call
        try:
            yield
        finally:
            self.last_call = failed

    def ask(self, op: str, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Apply `op` to `target` where the submission runs, and bring the answer."""
        encoder = Encoder(_judges)
        request = wire.Ask(
            op,
            encoder.encode(target),
            [encoder.encode(arg) for arg in args],
            {name: encoder.encode(arg) for name, arg in kwargs.items()},
            self._evidence is not None,
        )
        own = op == "call" and self._note_call(target, args, kwargs)
        self._origin, self._asking = _origin(label_of(target), op, args), Came(op, target, args, kwargs)
        message = self._send(request, encoder)
        self._heard(_body(message))
        changes: list[Any] = []
        try:
            outcome = self._conclude(encoder, message, changes)
        except (SubmissionRaised, ArgumentChanged) as refusal:
            self._note(target, op, refusal.summary(), changes)
            raise
        self._number_parts(outcome)
        storages = frozenset(encoder.writer.storages())
        self._note(target, op, seen(outcome, storages, self._folder), changes)
        if own and self.last_call is not None:
            self.last_call.outcome = outcome
        return outcome

    def _number_parts(self, outcome: Any) -> None:
        """Tell the objects of a list that came from one another."""
        for part, item in enumerate(outcome if isinstance(outcome, list | tuple) else ()):
            whole = self.origin(item) if isinstance(item, Remote) else None
            if whole is not None and whole is self._asking:
                self._origins[item._node.id] = msgspec.structs.replace(whole, part=part, whole=whole)

    @property
    def public_names(self) -> list[str]:
        return list(self._names)

    def origin(self, remote: Remote) -> Came | None:
        """How a check came by an object; None for a public name."""
        node = remote._node
        return self._origins.get(node.id) if isinstance(node, wire.Handle) else None

    def _note_call(self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Keep a call for messages, if it is one of the learner's code. Whether it is."""
        label = label_of(target)
        if self.in_place:  # what is shown is what came, not what became of it
            args = copies(args)
        public = self._names.get(label)
        self._call = Call(label, args, kwargs, public.parameters if public else (), target)
        if own := self._is_own(target, label):
            self.last_call = self._call
        return own

    def _is_own(self, target: Any, label: str) -> bool:
        """Whether the learner wrote what is called: a public name, what it gave, a method that their file defines.

        A figure's `get_lines`, a module's `state_dict` and functions of the check are not theirs.
        """
        if not isinstance(target, Remote):
            return False
        if isinstance(target._node, wire.Public):
            return True
        found = ON_RESULT.fullmatch(label)
        if found is None or found[1] not in self._names:
            return False
        return found[2] is None or re.search(rf"\bdef +{found[2]}\b".encode(), self._source) is not None

    def _blamed(self) -> Call | None:
        """The call under way, if it is of the learner's code."""
        return self.last_call if self.last_call is self._call else None

    def _note(self, target: Any, op: str, outcome: Any, changes: list[Any]) -> None:
        self.transcript.append(Entry(label_of(target), op, outcome, tuple(changes)))

    def _conclude(self, encoder: Encoder, message: Message, changes: list[Any]) -> Any:
        reply = _body(message)
        tracked_inputs = [tensor for tensor in encoder.tensors if tensor.requires_grad]
        tracked = Tracked(partial(self.backward, self._number), tracked_inputs)
        reader = SpanReader(message, encoder.writer.owners())
        decoder = Decoder(reader, self._object, encoder.tensors, tracked.tensor)
        self._apply(encoder, decoder, reply, changes)
        if isinstance(reply.value, Raised):
            raise as_exception(self._blamed(), reply.value)
        return decoder.decode(reply.value)

    def _apply(self, encoder: Encoder, decoder: Decoder, reply: Reply, changes: list[Any]) -> None:
        if len(reply.generators) != len(encoder.generators):
            raise ProtocolError("another number of generators")
        for generator, state in zip(encoder.generators, reply.generators, strict=True):
            _set_state(generator, state)
        for change in reply.changes:
            if not 0 <= change.key < len(encoder.tensors):
                raise ProtocolError(f"there is no argument tensor {change.key}")
            tensor = encoder.tensors[change.key]
            self._apply_one(tensor, change, decoder)
            changes.append((change.key, change.moved, seen(tensor)))
        if reply.containers and not self.in_place:
            what = argument(reply.containers[0], self._call)
            raise ArgumentChanged(self._blamed(), what, "its elements are others")

    def _apply_one(self, tensor: torch.Tensor, change: wire.Change, decoder: Decoder) -> None:
        value = None if change.value is None else decoder.decode(change.value)
        if not self.in_place or (not change.leaf and tensor.is_leaf):
            numbers = (tensor, value) if isinstance(value, torch.Tensor) else ()
            raise ArgumentChanged(self._blamed(), whose(tensor, self._call), how(tensor, change), *numbers)
        grad = decoder.decode(change.grad)
        if not isinstance(grad, torch.Tensor | None):
            raise ProtocolError("a gradient is a tensor")
        try:
            apply_change(tensor, change, value, grad)
        except RuntimeError as error:
            raise ProtocolError(f"no change of an argument: {error}") from None

    def backward(self, number: int, output: int, grad: torch.Tensor) -> list[torch.Tensor | None]:
        """Gradients for the tracked arguments of request `number`, from the gradient of one of its outputs."""
        encoder = Encoder(_judges)
        node = encoder.tensor_node(grad)
        message = self._send(wire.Backward(number, output, node), encoder)
        reply = _body(message)
        self._heard(reply)
        if isinstance(reply.value, Raised):
            refusal = as_exception(None, reply.value)
            self._note("gradient", "backward", refusal.summary(), [])
            raise refusal
        found = Decoder(SpanReader(message), self._object).decode(reply.value)
        if not isinstance(found, list):
            raise ProtocolError("no list of gradients")
        self._note("gradient", "backward", seen(found), [])
        return found

    def _send(self, request: wire.Request, encoder: Encoder | None = None) -> Message:
        self._number += 1
        return self._link.ask(self._number, request, () if encoder is None else encoder.writer.spans())

    def _object(self, node: Any) -> Any:
        if isinstance(node, wire.Handle):
            if self._asking is not None:
                self._origins.setdefault(node.id, self._asking)
            return Remote(self, node, self._origin)
        raise ProtocolError(f"unexpected {type(node).__name__}")

    def _heard(self, reply: Reply) -> None:
        self.output = (self.output + reply.printed)[:MAX_OUTPUT]
        if self._evidence is not None:
            self._evidence.add(reply)


def _judges(value: Any) -> wire.Value:
    """The wire form of what only a judge sends: handles, public names, and callables by value."""
    if isinstance(value, Remote):
        node: wire.Handle | wire.Public = value._node
        return node
    if callable(value):
        return wire.Code(pickled(value))
    raise TypeError(f"a {type(value).__name__} cannot be sent to a submission")


def _names(value: Any) -> set[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ProtocolError("no list of names")
    return set(value)


def _body(message: Message) -> Reply:
    body = message.envelope.body
    assert isinstance(body, Reply)
    return body


def _set_state(generator: torch.Generator, state: bytes) -> None:
    try:
        generator.set_state(torch.frombuffer(bytearray(state), dtype=torch.uint8))
    except (RuntimeError, ValueError) as error:
        raise ProtocolError(f"no generator: {error}") from None


def _origin(label: str, op: str, args: tuple[Any, ...]) -> str:
    """The label of an object that came of `op` on what is called `label`."""
    if op == "getattr":
        return f"{label}.{args[0]}"
    return label + {"call": "(...)", "getitem": "[...]"}.get(op, "")
