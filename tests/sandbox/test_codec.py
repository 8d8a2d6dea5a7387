"""Values to the wire and back, for every kind that has a form on it."""

from __future__ import annotations

import contextlib
import math
from collections import namedtuple
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.sandbox import wire
from grader.sandbox.codec import Decoder, Encoder, TooDeep
from grader.sandbox.tensors import DTYPES, SpanReader
from grader.sandbox.wire import ProtocolError

Pair = namedtuple("Pair", ["first", "second"])


def refuse(value: Any) -> Any:
    raise TypeError(f"no form for {type(value).__name__}")


def there_and_back(value: Any) -> Any:
    """Through the bytes of a whole frame, as the other side reads them."""
    encoder = Encoder(refuse)
    node = encoder.encode(value)
    _, header, *area = wire.pack(1, wire.Reply(node), encoder.writer.spans())
    message = wire.unpack(header, bytearray().join(area))
    return Decoder(SpanReader(message), refuse).decode(message.envelope.body.value)  # type: ignore[union-attr]


def same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return isinstance(b, tuple) == isinstance(a, tuple) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and bool(a == b)


keys = st.integers() | st.text() | st.booleans() | st.binary()
text = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), text, st.binary(), st.builds(slice, st.integers(), st.none()),
    st.sampled_from([torch.float32, torch.device("cpu"), ..., Path("a/b.png")]),
)  # fmt: skip
values = st.recursive(
    plain,
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(text | st.integers(), inner),
    max_leaves=20,
)


@given(values)
def test_plain_values_come_back(value: Any) -> None:
    assert same(there_and_back(value), value)


@given(st.sets(st.integers() | text), st.frozensets(st.integers()))
def test_sets_come_back(one: set[Any], other: frozenset[int]) -> None:
    assert there_and_back([one, other]) == [one, other]


@given(
    hnp.arrays(
        st.sampled_from(["?", "u1", "i2", "i8", "f4", "f8", "c8"]), hnp.array_shapes(min_dims=0, min_side=0, max_dims=3)
    )
)
def test_arrays_come_back(array: np.ndarray) -> None:
    back = there_and_back(array)
    assert back.dtype == array.dtype and back.shape == array.shape
    np.testing.assert_array_equal(back, array)


def test_a_named_tuple_keeps_its_names_and_a_size_is_a_tuple() -> None:
    back = there_and_back(Pair(1, (2.0, "x")))
    assert back == (1, (2.0, "x")) and back._fields == ("first", "second")
    assert there_and_back(torch.Size([2, 3])) == (2, 3)


def test_a_lone_surrogate_becomes_a_question_mark() -> None:
    assert there_and_back("a\ud800b") == "a?b"


shapes = st.lists(st.integers(0, 4), max_size=4)


@given(st.sampled_from(list(DTYPES.values())), shapes, st.integers(0, 2**31))
def test_tensors_of_every_type_and_shape_come_back(dtype: torch.dtype, shape: list[int], seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    tensor = (torch.randn(shape, generator=generator) * 100).to(dtype)
    for given_ in (tensor, tensor.T if tensor.dim() == 2 else tensor, tensor[..., ::2] if tensor.dim() else tensor):
        back = there_and_back(given_)
        assert (
            back.dtype is dtype
            and back.shape == given_.shape
            and (not back.numel() or back.stride() == given_.stride())
        )
        assert torch.equal(back, given_)


@pytest.mark.parametrize(
    "tensor",
    [
        torch.tensor(3.5),
        torch.empty(0, 3),
        torch.arange(12).view(3, 4).T,
        torch.arange(3.0).expand(4, 3),
        torch.tensor([math.nan, math.inf, -math.inf]),
        torch.arange(10)[3:7],
        torch.tensor([1 + 2j, 3j]).conj(),
        torch.tensor([1.0, 2.0], dtype=torch.bfloat16),
    ],
)
def test_awkward_tensors_come_back_equal(tensor: torch.Tensor) -> None:
    back = there_and_back(tensor)
    assert back.shape == tensor.shape and back.dtype is tensor.dtype
    assert torch.allclose(back, tensor, rtol=0, atol=0, equal_nan=True)


def test_tensors_that_share_memory_still_do() -> None:
    base = torch.arange(6.0)
    whole, part, again = there_and_back([base, base[2:4], base])
    whole[2] = 99
    assert part[0] == 99 and again is whole


def test_tracking_leaves_parameters_and_gradients_come_back() -> None:
    leaf = torch.ones(3, requires_grad=True)
    (leaf * 2).sum().backward()
    back = there_and_back(leaf)
    assert back.requires_grad and back.is_leaf and torch.equal(back.grad, torch.full((3,), 2.0))
    assert isinstance(there_and_back(torch.nn.Parameter(torch.ones(2))), torch.nn.Parameter)


def test_a_subclass_arrives_as_its_base() -> None:
    class Yes(torch.Tensor):
        def __eq__(self, other: object) -> Any:
            return True

    class Tricky(list):  # type: ignore[type-arg]
        def __iter__(self) -> Any:
            return iter([1, 1, 1])

    back = there_and_back([torch.ones(2).as_subclass(Yes), Tricky([5]), True, np.float32(1.5)])
    assert type(back[0]) is torch.Tensor and type(back[1]) is list and back[1] == [5]


def test_what_is_nested_too_deep_or_within_itself_is_refused() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)
    with pytest.raises(TooDeep):
        there_and_back(cycle)


nodes = st.recursive(
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=5) | st.builds(wire.Atom, st.sampled_from(["dtype", "device", "int", "path", "x"]), st.text(max_size=9))  # noqa: E501
    | st.builds(wire.Same, st.integers(-2, 3)) | st.builds(wire.Handle, st.integers(), st.text(max_size=3), st.booleans())  # noqa: E501
    | st.builds(wire.Public, st.text(max_size=3)) | st.builds(wire.Code, st.binary(max_size=9)) | st.builds(wire.Generator, st.binary(max_size=9))  # noqa: E501
    | st.builds(wire.Array, st.sampled_from(["<f4", "O", "nonsense", "|u1"]), st.lists(st.integers(-2, 5), max_size=3), st.integers(-1, 2))  # noqa: E501
    | st.builds(
        wire.Tensor, st.sampled_from(["float32", "int64", "float99"]), st.lists(st.integers(-1, 9), max_size=3),
        st.lists(st.integers(-2, 9), max_size=3), st.integers(-2, 99), st.integers(-2, 2), st.booleans(), st.booleans(),
    ),
    lambda inner: st.builds(wire.Collection, st.sampled_from(["list", "tuple", "set", "x"]), st.lists(inner, max_size=3))  # noqa: E501
    | st.builds(wire.Mapping, st.lists(inner, max_size=2), st.lists(inner, max_size=2))
    | st.builds(wire.NamedTuple, st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2), st.lists(inner, max_size=2))  # noqa: E501
    | st.builds(wire.Slice, inner, inner, inner),
    max_leaves=6,
)  # fmt: skip


@given(nodes, st.binary(max_size=100))
def test_whatever_a_worker_sends_is_a_value_or_a_protocol_error(node: Any, content: bytes) -> None:
    def hook(node: Any) -> Any:
        raise ProtocolError("unexpected")

    _, header, *area = wire.pack(1, wire.Reply(node), [(wire.Span(0, 0), content)])
    message = wire.unpack(header, bytearray().join(area))
    with contextlib.suppress(ProtocolError):
        Decoder(SpanReader(message), hook).decode(message.envelope.body.value)  # type: ignore[union-attr]
