"""Frames: what was packed comes out, and everything else is a protocol error."""

from __future__ import annotations

import contextlib
import io
import socket
from typing import Any

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


# The list that the header of `Reply(list of 1 and "a")` with one span of five bytes is packed as.
HEADER = ["Envelope", 1, ["Reply", ["Collection", "list", [1, "a"]]], [["Span", 0, 5]]]


def with_part(header: Any, path: tuple[int, ...], part: Any) -> Any:
    """The header with the part at `path` replaced."""
    if not path:
        return part
    return [with_part(item, path[1:], part) if number == path[0] else item for number, item in enumerate(header)]


def test_the_header_that_the_next_test_spoils_is_a_good_one() -> None:
    message = wire.unpack(msgspec.msgpack.encode(HEADER), bytearray(64))
    assert message.envelope.body == wire.Reply(wire.Collection("list", [1, "a"]))
    assert message.envelope.spans == [wire.Span(0, 5)]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ((), {"number": 1}),
        ((), None),
        ((0,), "Frame"),
        ((1,), "one"),
        ((1,), 1.5),
        ((2,), 7),
        ((2, 0), "Pickle"),
        ((2, 0), "Envelope"),
        ((2, 1), ["Collection", "list"]),
        ((2, 1), ["Unknown", 1]),
        ((2, 1), [1, "a"]),
        ((2, 1), {"a": 1}),
        ((2, 1, 1), 5),
        ((2, 1, 2), "not a list"),
        ((2, 1), ["Tensor", "float32", ["3"], [1], 0, 0]),
        ((2, 1), ["Tensor", "float32", [3], [1.5], 0, 0]),
        ((2, 1), ["Bytes", "text"]),
        ((2, 1), ["Handle", "0", "type"]),
        ((2, 1), b"raw"),
        ((2, 1), msgspec.msgpack.Ext(1, b"x")),
        ((3,), None),
        ((3, 0), ["Span", 0]),
        ((3, 0), ["Span", 0, "5"]),
    ],
    ids=lambda value: repr(value).split(" at ")[0],  # an address differs from run to run
)
def test_a_header_of_the_wrong_types_is_refused(path: tuple[int, ...], part: Any) -> None:
    with pytest.raises(ProtocolError, match="unreadable"):
        wire.unpack(msgspec.msgpack.encode(with_part(HEADER, path, part)), bytearray(64))


@pytest.mark.parametrize("opening", [b"\x91", b"\x93\xaaCollection\xa4list\x91", b"\x81\xa1a"])
def test_a_header_nested_without_end_is_refused(opening: bytes) -> None:
    before, after = msgspec.msgpack.encode(with_part(HEADER, (2, 1), "here")).split(b"\xa4here")
    with pytest.raises(ProtocolError, match="unreadable"):
        wire.unpack(before + opening * 100_000 + b"\xc0" + after, bytearray(64))


def test_text_that_is_no_utf8_is_refused() -> None:
    raw = msgspec.msgpack.encode(wire.Envelope(1, wire.Reply("abc"), [])).replace(b"abc", b"a\xff\xfe")
    with pytest.raises(ProtocolError, match="unreadable"):
        wire.unpack(raw, bytearray())


def test_what_only_a_judge_may_send_is_no_reply() -> None:
    for value in (wire.Parse(b"", "a.py"), wire.Execute(["f"])):
        raw = msgspec.msgpack.encode(["Envelope", 1, ["Reply", value], []])
        with pytest.raises(ProtocolError, match="unreadable"):
            wire.unpack(raw, bytearray())


@pytest.mark.parametrize("span", [wire.Span(0, 65), wire.Span(-1, 3), wire.Span(64, 1), wire.Span(0, 1, -1)])
def test_a_span_outside_its_frame_is_refused(span: wire.Span) -> None:
    header = msgspec.msgpack.encode(wire.Envelope(1, wire.Reply(None), [span]))
    with pytest.raises(ProtocolError, match="outside"):
        wire.unpack(header, bytearray(64))


def test_a_message_that_would_be_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MAX_FRAME", 100)
    with pytest.raises(ProtocolError, match="too large"):
        wire.pack(1, wire.Reply(None), [(wire.Span(0, 0), bytes(101))])


def test_a_header_that_would_be_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MAX_HEADER", 100)
    wire.pack(1, wire.Reply("x" * 20), ())
    with pytest.raises(ProtocolError, match="too large"):
        wire.pack(1, wire.Reply("x" * 101), ())


def test_every_span_begins_where_any_type_can_be_read() -> None:
    contents = [b"x", b"", b"y" * 65, b"z" * 64]
    message = received(frame(wire.pack(1, wire.Reply(None), [(wire.Span(0, 0), content) for content in contents])))
    assert [span.start % wire.ALIGNMENT for span in message.envelope.spans if span.length] == [0, 0, 0]


def test_frames_follow_one_another_on_one_channel_and_its_end_is_the_end() -> None:
    stream = io.BytesIO()
    sender = Channel(io.BytesIO(), stream)
    for number in range(3):
        sender.send(wire.pack(number, wire.Reply(number), [(wire.Span(0, 0), bytes(number))]))
    receiver = Channel(io.BytesIO(stream.getvalue()), io.BytesIO())
    assert [receiver.receive().envelope.number for _ in range(3)] == [0, 1, 2]
    with pytest.raises(EOFError):
        receiver.receive()


@pytest.mark.skipif(not hasattr(socket, "socketpair"), reason="pairs of sockets")
def test_an_end_with_something_unread_is_an_end_too() -> None:
    ours, theirs = socket.socketpair()
    with ours, ours.makefile("rb") as reading, ours.makefile("wb") as writing:
        channel = Channel(reading, writing)
        channel.send([b"never read"])
        theirs.close()
        with pytest.raises(EOFError):
            channel.receive()
