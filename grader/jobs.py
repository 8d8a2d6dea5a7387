"""What front ends and engine say to each other: jobs one way, events the other, a length before each message."""

from __future__ import annotations

from typing import IO

import msgspec

from grader.result import ExerciseResult, Fault
from grader.sandbox.levels import Level

LENGTH = 8  # bytes of a frame's length


class Job(msgspec.Struct, frozen=True, tag=True):
    """One judging: what, with which draws and data.

    isolation: the level that was promised; a worker that is held less is a fault.
    small: a small set of digits and the bars that go with it.
    patience: seconds of computing that a diagnosis may cost.
    """

    exercise: str
    source: bytes
    seed: int
    device: str = "cpu"
    data: str | None = None
    isolation: Level = Level.PROCESS_ONLY
    small: bool = False
    patience: float = 1.0


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """The job under way is not wanted any more. One that has just ended is answered all the same."""


class Running(msgspec.Struct, frozen=True, tag=True):
    """How much of its budget a submission has used, from 0 to 1."""

    exercise: str
    share: float


class Judged(msgspec.Struct, frozen=True, tag=True):
    result: ExerciseResult


class Faulted(msgspec.Struct, frozen=True, tag=True):
    """A fault of ours. `error` is the traceback, for a bug report."""

    fault: Fault
    error: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The job asks for what is not to be had here, such as a GPU."""

    message: str


class Dropped(msgspec.Struct, frozen=True, tag=True):
    """The job was cancelled, and its worker is ended."""


class Hello(msgspec.Struct, frozen=True, tag=True):
    """The first message: what the engine stands on, and the folder that all its files are in."""

    torch: str
    rooms: str


Request = Job | Cancel
Event = Running | Judged | Faulted | Refused | Dropped | Hello
_requests = msgspec.msgpack.Decoder(Request)
_events = msgspec.msgpack.Decoder(Event)


def write(stream: IO[bytes], message: Request | Event) -> None:
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(LENGTH, "little") + body)
    stream.flush()


def read_request(stream: IO[bytes]) -> Request | None:
    """The front end's next message; None at the end."""
    body = _read(stream)
    return None if body is None else _requests.decode(body)


def read_event(stream: IO[bytes]) -> Event | None:
    """The engine's next message; None at the end."""
    body = _read(stream)
    return None if body is None else _events.decode(body)


def _read(stream: IO[bytes]) -> bytes | None:
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    body = stream.read(int.from_bytes(head, "little"))
    return body if len(body) == int.from_bytes(head, "little") else None
