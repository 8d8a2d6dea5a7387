"""The judge's end of a conversation with one host, in this process or in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from grader.sandbox import wire
from grader.sandbox.host import Host, own_state
from grader.sandbox.wire import Message, Reply

Spans = Sequence[tuple[wire.Span, wire.Buffer | None]]


class Link(Protocol):
    """Carries one request and brings its reply."""

    def ask(self, number: int, request: wire.Request, spans: Spans = ()) -> Message:
        """The message whose body is the `Reply`. Raises WorkerEnded when none comes."""
        ...


class DirectLink:
    """A host in this very process: for solutions and known mistakes, which are ours."""

    def __init__(self) -> None:
        self._host = Host()
        self._state: dict[str, Any] = {}

    def ask(self, number: int, request: wire.Request, spans: Spans = ()) -> Message:
        with own_state(self._state):
            return _through(self._host.answer(_through(wire.pack(number, request, spans))))


def _through(pieces: Sequence[wire.Buffer]) -> Message:
    """A frame's pieces as the other side would read them."""
    _, header, *area = pieces
    return wire.unpack(header, bytearray().join(area))


def reply_of(message: Message, number: int) -> Reply:
    """The reply in a message. Raises ProtocolError for anything but the answer to request `number`."""
    body = message.envelope.body
    if message.envelope.number != number or not isinstance(body, Reply):
        raise wire.ProtocolError("an answer to something that was not asked")
    return body
