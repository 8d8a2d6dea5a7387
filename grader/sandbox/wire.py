"""What crosses between judge and worker: typed messages in length-capped frames.

A frame is `<total: u64><header: u32>` and then the header, an msgpack `Envelope`, and one area of raw
bytes that its spans point into. Nothing is ever unpickled from a worker, and there is no message in which a
worker could say that an answer is right: it sends values.

    request    judge -> worker    Parse, Execute, Ask, Backward
    reply      worker -> judge    Reply
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import IO

import msgspec

PREFIX = struct.Struct("<QI")
MAX_FRAME = 1 << 30
MAX_HEADER = 1 << 26
ALIGNMENT = 64  # of every span in the byte area, so that any element type can be read in place

Buffer = bytes | bytearray | memoryview


class ProtocolError(Exception):
    """The other side sent what the protocol does not allow."""


class Node(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A value that msgpack has no form of its own for."""


class Atom(Node, frozen=True):
    """A dtype, device, path, whole number beyond 64 bits or `...`, by its text."""

    kind: str
    text: str


class Bytes(Node, frozen=True):
    content: bytes


class Collection(Node, frozen=True):
    """A list, tuple, set or frozenset."""

    kind: str
    items: list[Value]


class NamedTuple(Node, frozen=True):
    name: str
    fields: list[str]
    items: list[Value]


class Mapping(Node, frozen=True):
    keys: list[Value]
    values: list[Value]


class Slice(Node, frozen=True):
    start: Value
    stop: Value
    step: Value


class Array(Node, frozen=True):
    """A numpy array: `dtype` as numpy writes it, C order."""

    dtype: str
    shape: list[int]
    span: int


class Tensor(Node, frozen=True):
    """A view of span `span`: offset and strides in elements, offset from the storage's own start.

    graph: which of the call's tracked outputs this is, -1 for none.
    """

    dtype: str
    shape: list[int]
    strides: list[int]
    offset: int
    span: int
    tracked: bool = False
    leaf: bool = True
    grad: Value = None
    graph: int = -1
    parameter: bool = False
    device: str = "cpu"


class Same(Node, frozen=True):
    """The very tensor that came as argument tensor number `key`."""

    key: int


class Generator(Node, frozen=True):
    """A torch.Generator by its state."""

    state: bytes


class Handle(Node, frozen=True):
    """An object that stays in the worker."""

    id: int
    type_name: str
    callable: bool = False


class Public(Node, frozen=True):
    """A public name of the submission. Only a judge sends it."""

    name: str


class Code(Node, frozen=True):
    """A callable or class of the judge's, by cloudpickle. Only a judge sends it."""

    pickle: bytes


Value = (
    None
    | bool
    | int
    | float
    | str
    | Bytes
    | Atom
    | Collection
    | NamedTuple
    | Mapping
    | Slice
    | Array
    | Tensor
    | Same
    | Generator
    | Handle
    | Public
    | Code
)


class Parse(Node, frozen=True):
    """Read the source; answered with its `Facts` before a line of it runs."""

    source: bytes
    file_name: str


class Execute(Node, frozen=True):
    """Run the parsed source as a module; answered with the public names that it lacks."""

    names: list[str]


class Ask(Node, frozen=True):
    """Apply `op` to `target`, as `op(target, *args, **kwargs)`."""

    op: str
    target: Value
    args: list[Value]
    kwargs: dict[str, Value]
    watch: bool = False


class Backward(Node, frozen=True):
    """Send a gradient into tracked output number `output` of request number `call`."""

    call: int
    output: int
    grad: Tensor


Request = Parse | Execute | Ask | Backward


class Mention(Node, frozen=True):
    """A name that the source uses: as a `name`, `attribute`, `import`, `operator` or `dynamic` way round."""

    text: str
    line: int
    kind: str


class Facts(Node, frozen=True):
    """What the syntax tree says, sent before the learner's first line ran."""

    mentions: list[Mention]


class Frame(Node, frozen=True):
    line: int
    function: str


class Raised(Node, frozen=True):
    """An exception: the nearest builtin type's name, its text, the submission's own frames.

    own: a `raise` of the submission raised it, so that its text is the learner's.
    todo: it is the stub's own NotImplementedError.
    """

    kind: str
    text: str
    frames: list[Frame] = []
    own: bool = False
    todo: bool = False


class Change(Node, frozen=True):
    """What a call did to argument tensor number `key`; `value` is None where its numbers are as they were."""

    key: int
    value: Tensor | None
    moved: bool
    tracked: bool
    leaf: bool
    grad: Value
    grad_changed: bool


class Evidence(Node, frozen=True):
    """What the worker saw while the call ran. It can fail an answer, never pass one."""

    functions: dict[str, int]
    operations: dict[str, int]
    lines: int


class Reply(Node, frozen=True):
    """The answer to the request of the same number."""

    value: Value | Raised | Facts
    changes: list[Change] = []
    containers: list[str] = []
    generators: list[bytes] = []
    evidence: Evidence | None = None
    printed: str = ""


class Span(Node, frozen=True):
    """Bytes [start, start + length) of the area, which begin `base` bytes into their storage.

    argument: the number of the judge's own span that this is, -1 when the bytes are here.
    """

    start: int
    length: int
    base: int = 0
    argument: int = -1


class Envelope(Node, frozen=True):
    number: int
    body: Request | Reply
    spans: list[Span]


class Message(msgspec.Struct, frozen=True):
    """A frame taken apart: `area` holds the bytes that the envelope's spans point into."""

    envelope: Envelope
    area: bytearray


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Envelope)


def pack(number: int, body: Request | Reply, spans: Sequence[tuple[Span, Buffer | None]]) -> list[Buffer]:
    """The pieces of one frame. A span without bytes points at an argument of the judge's."""
    placed: list[Span] = []
    pieces: list[Buffer] = []
    at = 0
    for span, content in spans:
        length = 0 if content is None else len(content)
        placed.append(Span(at, length, span.base, span.argument))
        if content is not None and length:
            padding = -length % ALIGNMENT
            pieces += [content, bytes(padding)]
            at += length + padding
    header = _encoder.encode(Envelope(number, body, placed))
    if len(header) > MAX_HEADER or len(header) + at > MAX_FRAME:
        raise ProtocolError(f"a message of {len(header) + at:,} bytes is too large")
    return [PREFIX.pack(len(header) + at, len(header)), header, *pieces]


def unpack(header: Buffer, area: bytearray) -> Message:
    """The message of one frame; every span is known to lie within the area."""
    try:
        envelope = _decoder.decode(header)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ProtocolError(f"unreadable header: {error}") from None
    for span in envelope.spans:
        if min(span.start, span.length, span.base) < 0 or span.start + span.length > len(area):
            raise ProtocolError("a span lies outside its frame")
    used = max((span.start + span.length for span in envelope.spans), default=0)
    if used + -used % ALIGNMENT != len(area):
        raise ProtocolError("a frame with bytes that belong to nothing")
    return Message(envelope, area)


class Channel:
    """Frames over a pair of binary streams. Blocking; a deadline is kept by ending the other process."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes]) -> None:
        self.reader, self.writer = reader, writer

    def send(self, pieces: Sequence[Buffer]) -> None:
        for piece in pieces:
            self.writer.write(piece)
        self.writer.flush()

    def receive(self) -> Message:
        """The next message. Raises EOFError at the end, ProtocolError for what is no frame."""
        total, header = PREFIX.unpack(self._exactly(PREFIX.size))
        if header > min(total, MAX_HEADER) or total > MAX_FRAME:
            raise ProtocolError(f"a frame of {total:,} bytes with a header of {header:,}")
        return unpack(self._exactly(header), self._exactly(total - header))

    def _exactly(self, count: int) -> bytearray:
        content = bytearray(count)
        view = memoryview(content)
        done = 0
        while done < count:
            try:
                got = self.reader.readinto(view[done:])  # type: ignore[attr-defined]
            except ConnectionError:  # the other side ended with something unread
                raise EOFError from None
            if not got:
                raise EOFError
            done += got
        return content

    def close(self) -> None:
        for stream in (self.reader, self.writer):
            try:
                stream.close()
            except OSError:  # what was still to be flushed has nobody to read it
                continue
