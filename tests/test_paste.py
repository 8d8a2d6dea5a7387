"""Calls as code that runs where it is pasted."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from grader.calls import Call
from grader.paste import call_code
from grader.submission import Submission
from tests.conftest import Load

SLOPE = 2.5
FLOATS = st.floats(width=32)
VALUES = st.recursive(
    FLOATS | st.integers() | st.booleans() | st.none() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(), inner)
    ),
    max_leaves=6,
)


def line(x: float) -> float:
    """A function of the check's, with a comment in it."""
    return helper(x) * SLOPE  # which leans on others


def helper(x: float) -> float:
    return x + math.tau - math.tau


class Odd:
    pass


def pasted(call: Call, source: str = "") -> Any:
    """What the call gives where it is pasted below a source."""
    code = call_code(call)
    assert "comes from the check" not in code, code
    names: dict[str, Any] = {"torch": torch, "np": np, "numpy": np, "f": lambda *args, **kwargs: (args, kwargs)}
    exec(source, names)
    *above, last = code.split("\n")
    while last.startswith("    "):  # a call on several lines
        last = f"{above.pop()}\n{last}"
    exec("\n".join(above), names)
    return eval(last, names)


def call_of(*args: Any, parameters: tuple[str, ...] = (), **kwargs: Any) -> Call:
    return Call("f", args, kwargs, parameters)


@given(st.lists(VALUES, max_size=3))
def test_plain_values_are_written_as_they_are(values: list[Any]) -> None:
    call = call_of(*values)
    if "comes from the check" in call_code(call):
        return  # too long
    (args, _) = pasted(call)
    assert str(args) == str(tuple(map(rounded, values)))


def rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, list | tuple):
        return type(value)(map(rounded, value))
    if isinstance(value, dict):
        return {rounded(key): rounded(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize(
    "tensor",
    [
        torch.tensor([[0.5, float("nan")], [float("-inf"), 3.0]]), torch.zeros(2, 0), torch.tensor(3),
        torch.arange(6, dtype=torch.uint8).view(2, 3), torch.tensor([True, False]), torch.ones(3, requires_grad=True),
        torch.linspace(0, 1, 30), torch.ones(2, 2, dtype=torch.float64),
    ],
)  # fmt: skip
def test_a_small_tensor_is_written_as_it_is(tensor: torch.Tensor) -> None:
    ((found,), _) = pasted(call_of(tensor, parameters=("x",)))
    torch.testing.assert_close(found, tensor, rtol=1e-3, atol=1e-3, equal_nan=True)
    assert (found.dtype, found.requires_grad) == (tensor.dtype, tensor.requires_grad)


@pytest.mark.parametrize(
    "tensor",
    [
        torch.randn(9, 9), torch.rand(9, 9, dtype=torch.float64), torch.randint(0, 256, (9, 9), dtype=torch.uint8),
        torch.rand(9, 9) < 0.5, torch.randn(9, 9, requires_grad=True), 200 * torch.rand(9, 9),
    ],
)  # fmt: skip
def test_random_numbers_stand_for_a_large_tensor(tensor: torch.Tensor) -> None:
    call = call_of(tensor, parameters=("x",))
    assert call_code(call).startswith("# Random numbers stand for ours")
    ((found,), _) = pasted(call)
    assert (found.shape, found.dtype, found.requires_grad) == (tensor.shape, tensor.dtype, tensor.requires_grad)
    assert (found.detach().double().min() >= 0) == (tensor.detach().double().min() >= 0)


def test_many_tensors_together_are_all_random() -> None:
    params = [torch.randn(4, 9), torch.tensor(2.0), torch.ones(2, requires_grad=True)]
    (([table, number, tracked],), _) = pasted(call_of(params, parameters=("params",)))
    assert [table.shape, number.shape, tracked.shape] == [p.shape for p in params] and tracked.requires_grad
    assert number != 2 and tracked.tolist() != [1.0, 1.0]


def test_gradients_come_along() -> None:
    params = [torch.ones(2, requires_grad=True), torch.zeros(1, requires_grad=True)]
    params[0].grad = torch.tensor([3.0, 4.0])
    (([first, second], _), _) = pasted(call_of(params, 0.1, parameters=("params", "lr")))
    assert first.grad.tolist() == [3.0, 4.0] and second.grad is None


def test_functions_of_a_check_are_defined_first() -> None:
    ((found, turned), _) = pasted(call_of(line, lambda t: t * SLOPE - 1, parameters=("f", "g")))
    assert (found(2.0), turned(2.0)) == (5.0, 4.0)
    assert "comment" not in call_code(call_of(line))


def test_what_pytorch_has_is_called_by_its_name() -> None:
    ((loss, layer), _) = pasted(call_of(nn.functional.mse_loss, nn.ReLU))
    assert (loss, layer) == (nn.functional.mse_loss, nn.ReLU)


def test_a_generator_begins_where_it_was_seeded() -> None:
    ((generator,), _) = pasted(call_of(torch.Generator().manual_seed(7)))
    assert generator.initial_seed() == 7


def test_what_cannot_be_written_is_named_and_it_is_said_where_it_runs() -> None:
    code = call_code(call_of(Odd(), 3, parameters=("model", "epochs")))
    assert code.startswith("f(model=<an Odd>, epochs=3)\n#") and "grade debug" in code


def test_objects_are_made_as_the_check_made_them(load: Load) -> None:
    source = "class Count:\n    def __init__(self, n): self.n = n\n    def more(self, k): return [self.n + k] * 2\n"
    submission = load(source + "def use(model, x): return model(x)\n", "use", "Count")
    submission.Count(4).more(3)
    assert pasted(last_of(submission), source) == [7, 7]
    submission.use(submission.make(two_layers, 3, 2), torch.ones(1, 3))
    assert "nn.Sequential(nn.Linear(3, 2), nn.ReLU())" in call_code(last_of(submission))


def two_layers(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, outputs), nn.ReLU())


def last_of(submission: Submission) -> Call:
    assert submission.last_call is not None
    return submission.last_call


def test_files_of_a_check_are_made_beside(load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "def names(folder): return sorted(path.name for path in folder.iterdir())\n"
    submission = load(source, "names")
    submission.names(submission.folder({"b c.png": b"", "a.png": b""}))
    monkeypatch.chdir(tmp_path)
    assert pasted(last_of(submission), source) == ["a.png", "b c.png"]


def test_only_the_learners_own_calls_are_shown(load: Load) -> None:
    source = "import io\nclass Pen:\n    def write(self): return 1\ndef draw(n): return io.StringIO(str(n))\n"
    submission = load(source, "draw", "Pen")
    figure = submission.draw(5)
    figure.getvalue()
    submission.make(two_layers, 1, 1)
    assert last_of(submission).name == "draw"
    submission.Pen().write()
    assert last_of(submission).name == "Pen(...).write"
