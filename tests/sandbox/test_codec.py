"""Values to the wire and back, for every kind that has a form on it."""

from __future__ import annotations

import contextlib
import math
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from msgspec.structs import replace

from grader.sandbox import wire
from grader.sandbox.codec import MAX_DEPTH, Decoder, Encoder, TooDeep
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


def read(node: Any, content: bytes = b"x" * 64) -> Any:
    """What the other side makes of a node that a worker made up, beside one span of bytes."""

    def refuse_node(node: Any) -> Any:
        raise ProtocolError(f"unexpected {type(node).__name__}")

    _, header, *area = wire.pack(1, wire.Reply(node), [(wire.Span(0, 0), content)])
    message = wire.unpack(header, bytearray().join(area))
    return Decoder(SpanReader(message), refuse_node).decode(message.envelope.body.value)  # type: ignore[union-attr]


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


def test_a_named_tuple_with_fields_that_python_renamed_comes_back() -> None:
    renamed = namedtuple("renamed", ["class", "ok"], rename=True)
    assert there_and_back(renamed(1, 2)) == (1, 2)


def test_a_lone_surrogate_becomes_a_question_mark() -> None:
    assert there_and_back("a\ud800b") == "a?b"
    assert there_and_back(Path("a\udcffb")) == Path("a?b")


@given(st.text(st.characters(codec=None)))
def test_any_text_crosses_with_all_that_unicode_can_say(text: str) -> None:
    assert there_and_back(text) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, -(10**100), 2**13_900], ids=hex)
def test_whole_numbers_of_many_sizes_come_back(number: int) -> None:
    back = there_and_back(number)
    assert type(back) is int and back == number


@pytest.mark.parametrize("number", [2**20_000, -(2**20_000)], ids=hex)
def test_a_whole_number_that_nobody_can_write_out_is_not_sent(number: int) -> None:
    with pytest.raises(ValueError, match="20,001 bits is too large"):
        there_and_back(number)
    with pytest.raises(ProtocolError):
        read(wire.Atom("int", hex(number)))


def test_a_bool_stays_a_bool_and_a_whole_float_a_float() -> None:
    for value in (True, False, 1.0, -0.0, 1):
        back = there_and_back(value)
        assert type(back) is type(value) and math.copysign(1, back) == math.copysign(1, value) and back == value


@pytest.mark.parametrize("dtype", [torch.float32, torch.uint16, torch.float8_e4m3fn, torch.complex64], ids=str)
def test_a_type_comes_back_as_the_very_one(dtype: torch.dtype) -> None:
    assert there_and_back(dtype) is dtype


@pytest.mark.parametrize("scalar", [np.float32(1.5), np.int64(-3), np.bool_(True), np.uint8(255), np.complex64(1j)])
def test_a_numpy_scalar_comes_back_as_an_array_without_axes(scalar: np.generic) -> None:
    back = there_and_back(scalar)
    assert isinstance(back, np.ndarray) and back.shape == () and back.dtype == scalar.dtype and back == scalar


@pytest.mark.parametrize("order", ["<", ">"])
def test_an_array_keeps_its_byte_order_and_one_that_is_not_contiguous_its_numbers(order: str) -> None:
    array = np.arange(12, dtype=f"{order}i4").reshape(3, 4)
    for given_ in (array, array.T, array[::-1, ::2]):
        back = there_and_back(given_)
        assert back.dtype == array.dtype and back.tolist() == given_.tolist()


@pytest.mark.parametrize("array", [np.array(["a"]), np.array([None]), np.array(["2020-01-01"], "M8[D]")], ids=repr)
def test_an_array_of_what_are_no_numbers_has_no_form(array: np.ndarray) -> None:
    with pytest.raises(TypeError, match="no form for ndarray"):
        there_and_back(array)


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


@st.composite
def views(draw: st.DrawFn) -> torch.Tensor:
    """A tensor as indexing, transposing and expanding make it."""
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    tensor = torch.arange(math.prod(shape), dtype=draw(st.sampled_from([torch.uint8, torch.float32, torch.int64])))
    tensor = tensor.view(shape)
    tensor = tensor.permute(draw(st.permutations(range(tensor.dim()))))
    for axis, size in enumerate(tensor.shape):
        start, step = draw(st.integers(0, size)), draw(st.integers(1, 3))
        tensor = tensor[(slice(None),) * axis + (slice(start, None, step),)]
    return tensor.unsqueeze(0).expand(draw(st.integers(0, 3)), *tensor.shape) if draw(st.booleans()) else tensor


@given(views())
def test_a_view_comes_back_with_its_strides(tensor: torch.Tensor) -> None:
    back = there_and_back(tensor)
    assert back.dtype is tensor.dtype and torch.equal(back, tensor) and back.shape == tensor.shape
    assert not back.numel() or back.stride() == tensor.stride()


@given(st.data())
def test_two_views_of_one_storage_overlap_afterwards_where_they_did(data: st.DataObject) -> None:
    base = torch.zeros(24, dtype=torch.int32)
    one, other = (base[data.draw(st.integers(0, 20)) :: data.draw(st.integers(1, 5))] for _ in range(2))
    one_back, other_back = there_and_back((one, other))
    for first, second in ((one, other), (one_back, other_back)):
        first.fill_(1)
        second.add_(10)
    assert torch.equal(one_back, one) and torch.equal(other_back, other)


def test_only_the_part_of_a_storage_that_is_reached_is_sent() -> None:
    encoder = Encoder(refuse)
    encoder.encode([torch.zeros(1_000_000)[10:20], torch.zeros(1_000_000)[5:6]])
    assert [len(content) for _, content in encoder.writer.spans() if content is not None] == [40, 4]


def test_a_tensor_of_no_memory_and_one_without_a_form() -> None:
    back = there_and_back(torch.empty(2, 3, device="meta"))
    assert back.device.type == "meta" and back.shape == (2, 3)
    for strange in (torch.eye(2).to_sparse(), torch.zeros(2, dtype=torch.float8_e4m3fn)):
        with pytest.raises(TypeError, match="no form for Tensor"):
            there_and_back(strange)


def test_a_generator_goes_on_where_it_stood() -> None:
    generator = torch.Generator().manual_seed(5)
    torch.rand(3, generator=generator)
    back = there_and_back(generator)
    assert torch.equal(torch.rand(3, generator=back), torch.rand(3, generator=generator))


def test_a_gradient_that_shares_its_tensors_memory_still_does() -> None:
    leaf = torch.ones(3, requires_grad=True)
    leaf.grad = leaf.detach()
    back = there_and_back(leaf)
    assert back.grad.data_ptr() == back.data_ptr()


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


@pytest.mark.parametrize("levels", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_depth_that_is_sent_is_the_depth_that_is_read(levels: int) -> None:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    if levels == MAX_DEPTH:
        assert there_and_back(value) == value
    else:
        with pytest.raises(TooDeep):
            there_and_back(value)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda inner: wire.Collection("list", [inner]),
        lambda inner: wire.Mapping([1], [inner]),
        lambda inner: wire.NamedTuple("Pair", ["a"], [inner]),
        lambda inner: wire.Slice(None, inner, None),
    ],
    ids=["list", "dict", "named tuple", "slice"],
)
def test_what_a_worker_nests_too_deep_is_refused(wrap: Callable[[Any], Any]) -> None:
    node: Any = None
    for _ in range(MAX_DEPTH + 1):
        node = wrap(node)
    with pytest.raises(ProtocolError, match="deep"):
        read(node)


FLOATS = wire.Tensor("float32", [2], [1], 0, 0)
HUGE = 2**64 - 1  # the wire's largest number; PyTorch's and numpy's are half that


@pytest.mark.parametrize(
    "node",
    [
        wire.Atom("pickle", "x"),
        wire.Atom("dtype", "Tensor"),
        wire.Atom("dtype", "no such"),
        wire.Atom("device", "no such"),
        wire.Atom("int", "many"),
        wire.Collection("deque", []),
        wire.Collection("set", [wire.Collection("list", [])]),
        wire.Collection("set", [1, True]),
        wire.Mapping([1, 1], [2, 3]),
        wire.Mapping(["a"], []),
        wire.Mapping([wire.Mapping([], [])], [1]),
        wire.NamedTuple("Pair", ["a", "a"], [1, 2]),
        wire.NamedTuple("Pair", ["a"], [1, 2]),
        wire.NamedTuple("no identifier", ["a"], [1]),
        wire.Generator(b""),
        wire.Generator(b"\xff" * 5056),
        wire.Array("|O", [1], 0),
        wire.Array("V4", [16], 0),
        wire.Array("<f4", [17], 0),
        wire.Array("<f4", [16], 1),
        wire.Array("<f4", [16], -1),
        wire.Array("<f4", [HUGE], 0),
        wire.Array("(,)f4", [16], 0),
        wire.Array("<f4", [-1], 0),
        wire.Same(0),
        wire.Same(-1),
        wire.Handle(0, "builtins.object"),
        wire.Public("f"),
        wire.Code(b"cos\nsystem\n(S'true'\ntR."),
        replace(FLOATS, dtype="float8_e4m3fn"),
        replace(FLOATS, shape=[2, 2]),
        replace(FLOATS, shape=[-2]),
        replace(FLOATS, strides=[-1]),
        replace(FLOATS, shape=[17]),
        replace(FLOATS, offset=15),
        replace(FLOATS, offset=-1),
        replace(FLOATS, strides=[100]),
        replace(FLOATS, span=1),
        replace(FLOATS, span=-1),
        replace(FLOATS, shape=[2**30], strides=[0]),
        replace(FLOATS, shape=[2**62, 2**62], strides=[0, 0]),
        replace(FLOATS, strides=[2**62]),
        replace(FLOATS, strides=[HUGE]),
        replace(FLOATS, offset=2**62),
        replace(FLOATS, offset=HUGE),
        replace(FLOATS, shape=[0, HUGE], strides=[1, 1]),
        replace(FLOATS, shape=[0, 2**62, 2**62], strides=[1, 1, 1]),
        replace(FLOATS, shape=[HUGE, 0], strides=[1, 1], device="meta"),
        replace(FLOATS, shape=[0, *[2] * 70], strides=[1] * 71, device="meta"),
        replace(FLOATS, dtype="int64", tracked=True),
        replace(FLOATS, dtype="int64", tracked=True, parameter=True),
        replace(FLOATS, grad=5, tracked=True),
        replace(FLOATS, grad=replace(FLOATS, shape=[3]), tracked=True),
        replace(FLOATS, grad=replace(FLOATS, dtype="int64"), tracked=True),
    ],
    ids=lambda node: type(node).__name__,
)
def test_what_no_value_can_be_is_a_protocol_error(node: Any) -> None:
    with pytest.raises(ProtocolError):
        read(node)


def on_argument(node: wire.Tensor, argument: torch.Tensor) -> torch.Tensor:
    """What a worker's answer on the storage of an argument is to the judge who sent it."""
    encoder = Encoder(refuse)
    encoder.encode(argument)
    _, header, *area = wire.pack(1, wire.Reply(node), [(wire.Span(0, 0, 0, 0), None)])
    message = wire.unpack(header, bytearray().join(area))
    return Decoder(SpanReader(message, encoder.writer.owners()), refuse).decode(node)


def test_a_view_of_an_argument_is_one_to_the_judge_too() -> None:
    argument = torch.arange(8.0)[2:6]
    view = on_argument(wire.Tensor("float32", [2, 2], [1, 2], 0, 0), argument)
    assert view.tolist() == [[2.0, 4.0], [3.0, 5.0]]
    assert view.data_ptr() == argument.data_ptr()


@pytest.mark.parametrize(
    "node",
    [
        wire.Tensor("float32", [4], [1], 4, 0),
        wire.Tensor("float32", [5], [1], 0, 0),
        wire.Tensor("float32", [2], [4], 0, 0),
        wire.Tensor("float32", [4], [1], -1, 0),
        wire.Tensor("int64", [4], [1], 0, 0),
    ],
    ids=["the next ones", "one more", "far apart", "before", "wider"],
)
@pytest.mark.parametrize("part", [slice(4), slice(2, 6)], ids=str)
def test_an_answer_cannot_reach_what_a_storage_holds_beside_the_argument(node: wire.Tensor, part: slice) -> None:
    secret = torch.arange(8.0)
    with pytest.raises(ProtocolError):
        on_argument(node, secret[part])


def test_an_answer_on_an_argument_does_not_make_it_larger() -> None:
    argument = torch.arange(4.0)
    with pytest.raises(ProtocolError):
        on_argument(wire.Tensor("float32", [2], [1000], 0, 0), argument)
    assert argument.untyped_storage().nbytes() == 16


numbers = st.integers(-2, 99) | st.sampled_from([2**31, 2**62, 2**63, HUGE, -(2**63)])
nodes = st.recursive(
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=5) | st.builds(wire.Atom, st.sampled_from(["dtype", "device", "int", "path", "x"]), st.text(max_size=9))  # noqa: E501
    | st.builds(wire.Same, st.integers(-2, 3)) | st.builds(wire.Handle, numbers, st.text(max_size=3), st.booleans())
    | st.builds(wire.Public, st.text(max_size=3)) | st.builds(wire.Code, st.binary(max_size=9)) | st.builds(wire.Generator, st.binary(max_size=9))  # noqa: E501
    | st.builds(wire.Array, st.sampled_from(["<f4", "O", "nonsense", "|u1", "(2,)f4", "(", ",", "S0", "M8"]), st.lists(numbers, max_size=3), st.integers(-1, 2))  # noqa: E501
    | st.builds(
        wire.Tensor, st.sampled_from(["float32", "int64", "float99"]), st.lists(numbers, max_size=3),
        st.lists(numbers, max_size=3), numbers, st.integers(-2, 2), st.booleans(), st.booleans(),
    ),
    lambda inner: st.builds(wire.Collection, st.sampled_from(["list", "tuple", "set", "x"]), st.lists(inner, max_size=3))  # noqa: E501
    | st.builds(wire.Mapping, st.lists(inner, max_size=2), st.lists(inner, max_size=2))
    | st.builds(wire.NamedTuple, st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2), st.lists(inner, max_size=2))  # noqa: E501
    | st.builds(wire.Slice, inner, inner, inner),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=300)
@given(nodes, st.binary(max_size=100))
def test_whatever_a_worker_sends_is_a_value_or_a_protocol_error(node: Any, content: bytes) -> None:
    with contextlib.suppress(ProtocolError):
        read(node, content)
