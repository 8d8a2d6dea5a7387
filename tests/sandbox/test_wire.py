"""Frames: what was packed comes out, and everything else is a protocol error."""

from __future__ import annotations

import contextlib
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import wire
from grader.sandbox.wire import PREFIX, Channel, ProtocolError


def frame(pieces: list[wire.Buffer]) -> bytes:
    return b"".join(bytes(piece) for piece in pieces)


def received(raw: bytes) -> wire.Message:
    return Channel(io.BytesIO(raw), io.BytesIO()).receive()


@given(st.integers(0, 2**40), st.text(), st.lists(st.binary(max_size=200), max_size=5))
def test_a_frame_comes_out_as_it_was_packed(number: int, printed: str, contents: list[bytes]) -> None:
    reply = wire.Reply(None, printed=printed.encode("utf-8", "replace").decode())
    message = received(frame(wire.pack(number, reply, [(wire.Span(0, 0), content) for content in contents])))
    assert (message.envelope.number, message.envelope.body) == (number, reply)
    for span, content in zip(message.envelope.spans, contents, strict=True):
        assert message.area[span.start : span.start + span.length] == content


VALID = frame(wire.pack(3, wire.Reply(wire.Collection("list", [1, "a"])), [(wire.Span(0, 0), b"x" * 70)]))


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_no_frame(raw: bytes) -> None:
    with pytest.raises((ProtocolError, EOFError)):
        received(raw)


@given(st.integers(0, len(VALID) - 1))
def test_a_frame_cut_short_ends(length: int) -> None:
    with pytest.raises((ProtocolError, EOFError)):
        received(VALID[:length])


@given(st.integers(0, len(VALID) - 1), st.integers(1, 255))
def test_a_flipped_byte_gives_a_message_or_a_protocol_error(at: int, flip: int) -> None:
    raw = bytearray(VALID)
    raw[at] ^= flip
    with contextlib.suppress(ProtocolError, EOFError):
        assert isinstance(received(bytes(raw)), wire.Message)


@pytest.mark.parametrize(
    ("total", "header"), [(2**63, 10), (wire.MAX_FRAME + 1, 10), (10, 11), (wire.MAX_FRAME, wire.MAX_HEADER + 1)]
)
def test_lengths_are_capped_before_anything_is_read(total: int, header: int) -> None:
    with pytest.raises(ProtocolError, match="bytes"):
        received(PREFIX.pack(total, header) + b"x" * 20)


def test_bytes_that_belong_to_nothing_are_refused() -> None:
    header = msgspec.msgpack.encode(wire.Envelope(1, wire.Reply(None), []))
    with pytest.raises(ProtocolError, match="belong to nothing"):
        wire.unpack(header, bytearray(64))
    with pytest.raises(ProtocolError, match="unreadable"):
        wire.unpack(header + b"\0", bytearray())


@pytest.mark.parametrize("span", [wire.Span(0, 65), wire.Span(-1, 3), wire.Span(64, 1), wire.Span(0, 1, -1)])
def test_a_span_outside_its_frame_is_refused(span: wire.Span) -> None:
    header = msgspec.msgpack.encode(wire.Envelope(1, wire.Reply(None), [span]))
    with pytest.raises(ProtocolError, match="outside"):
        wire.unpack(header, bytearray(64))


def test_a_message_that_would_be_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MAX_FRAME", 100)
    with pytest.raises(ProtocolError, match="too large"):
        wire.pack(1, wire.Reply(None), [(wire.Span(0, 0), bytes(101))])
