"""What checks talk to: values, gradients, handles and refusals across the boundary to a real worker."""

from __future__ import annotations

import functools
import math

import pytest
import torch
from torch import nn

from grader.expect import Mismatch
from grader.sandbox.process import ForkStarter
from grader.submission import ArgumentChanged, SubmissionLacks, SubmissionRaised
from tests.sandbox.conftest import Load, load, starter

__all__ = ["load", "starter"]
NET = """
import torch
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(3, 1)
    def forward(self, x):
        return self.layer(x)
    def __len__(self): return 7
    def __getitem__(self, key): return [torch.tensor(key), self]
"""


def double(*shape: int) -> torch.Tensor:
    return torch.randn(shape, dtype=torch.float64, requires_grad=True)


def test_gradients_reach_a_tracked_argument(load: Load) -> None:
    a, b = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([3.0, 4.0])
    (load("def f(a, b): return (a * b).sum()", "f").f(a, b) * 10).backward()
    assert a.grad is not None and a.grad.tolist() == [30.0, 40.0]
    assert b.grad is None


def test_gradcheck_runs_on_a_submissions_function(load: Load) -> None:
    submission = load("def f(a, b): return (a.sin() @ b).tanh()\ndef g(a): return a.detach() * a", "f", "g")
    assert torch.autograd.gradcheck(submission.f, (double(2, 3), double(3, 2)))
    with pytest.raises(RuntimeError, match="Jacobian mismatch"):
        torch.autograd.gradcheck(submission.g, (double(3),))


def test_the_workers_own_leaves_accumulate(load: Load) -> None:
    net = load(NET, "Net").Net()
    x = torch.ones(2, 3)  # untracked: the graph hangs on the worker's leaves alone
    for times in (1, 2):
        net(x).sum().backward()
        assert torch.equal(net.layer.weight.grad, torch.full((1, 3), 2.0 * times))


def test_a_returned_leaf_arrives_as_a_leaf_with_its_gradient(load: Load) -> None:
    leaf = load(
        "import torch\ndef f():\n    t = torch.ones(2, requires_grad=True)\n    (3 * t).sum().backward()\n    return t",
        "f",
    ).f()
    assert leaf.is_leaf and leaf.requires_grad and leaf.grad.tolist() == [3.0, 3.0]


def test_several_outputs_of_one_call_each_have_their_gradient(load: Load) -> None:
    x = torch.tensor([2.0], requires_grad=True)
    square, cube = load("def f(x): return x ** 2, x ** 3", "f").f(x)
    (square + cube).backward()
    assert x.grad is not None and x.grad.item() == 4 + 12


def test_a_second_derivative_is_a_clear_error(load: Load) -> None:
    x = torch.tensor(2.0, requires_grad=True)
    (grad,) = torch.autograd.grad(load("def f(x): return x ** 3", "f").f(x), x, create_graph=True)
    with pytest.raises(RuntimeError, match="second derivatives"):
        grad.backward()


def test_the_judges_callables_travel_by_value(load: Load) -> None:
    submission = load("def f(g, x): return g(x)\ndef twice(g): return lambda x: g(g(x))", "f", "twice")
    factor = 3.0
    assert submission.f(lambda x: x * factor + math.pi, 1.0) == 3.0 + math.pi
    assert submission.f(functools.partial(torch.add, torch.ones(2)), torch.ones(2)).tolist() == [2.0, 2.0]
    assert submission.twice(lambda x: x * x)(3) == 81


@pytest.mark.parametrize("leaning", [lambda x: Mismatch("x"), lambda x: ForkStarter])
def test_a_callable_that_leans_on_the_grader_is_not_sent(load: Load, leaning: object) -> None:
    with pytest.raises(TypeError, match="leans on the grader"):
        load("def f(g, x): return g(x)", "f").f(leaning, 1)


def test_an_object_that_is_no_data_is_a_handle(load: Load) -> None:
    submission = load(NET, "Net")
    net = submission.Net()
    assert len(net) == 7
    key, again = net[5]
    assert key == 5 and again == net
    assert net.layer.weight.shape == (1, 3) and isinstance(net.layer.weight, nn.Parameter)
    net.layer.in_features = 9
    assert net.layer.in_features == 9
    assert submission.isinstance(net, nn.Module) and not submission.isinstance(net, nn.Linear)
    assert [p.shape for p in net.parameters()] == [(1, 3), (1,)]
    with pytest.raises(AttributeError):
        _ = net.no_such_thing
    assert not hasattr(net, "no_such_thing")


def test_an_object_built_in_the_worker_goes_along_as_an_argument(load: Load) -> None:
    submission = load("def f(layer, x): return layer(x)", "f")
    layer = submission.make(nn.Linear, 3, 2)
    assert submission.f(layer, torch.zeros(1, 3)).tolist() == [layer.bias.tolist()]


def test_a_generator_is_read_one_by_one_and_a_judges_generator_advances(load: Load) -> None:
    submission = load(
        "import torch\ndef count():\n    yield 1\n    yield torch.ones(2)\n"
        "def draw(g): return torch.randn(3, generator=g)",
        "count", "draw",
    )  # fmt: skip
    first, second = submission.count()
    assert first == 1 and second.tolist() == [1.0, 1.0]
    generator, twin = torch.Generator().manual_seed(1), torch.Generator().manual_seed(1)
    for _ in range(2):
        assert torch.equal(submission.draw(generator), torch.randn(3, generator=twin))


CHANGES = """
def add(x): x += 1
def track(x): x.requires_grad_()
def grad(x): x.grad = x.detach() * 2
def grow(xs): xs.append(1)
def nothing(x): return x * 2
"""


@pytest.mark.parametrize("name", ["add", "track", "grad"])
def test_a_changed_argument_is_refused_unless_the_check_is_in_place(load: Load, name: str) -> None:
    submission = load(CHANGES, "add", "track", "grad")
    x = torch.zeros(3)
    with pytest.raises(ArgumentChanged, match="argument 1"):
        getattr(submission, name)(x)
    submission.begin(in_place=True)
    getattr(submission, name)(x)
    assert {"add": x.tolist() == [1.0] * 3, "track": x.requires_grad, "grad": x.grad is not None}[name]


def test_a_changed_list_is_refused_and_an_unchanged_argument_is_not(load: Load) -> None:
    submission = load(CHANGES, "grow", "nothing")
    with pytest.raises(ArgumentChanged, match="argument 1"):
        submission.grow([1])
    submission.nothing(torch.ones(3))


def test_a_view_of_an_argument_shares_its_memory(load: Load) -> None:
    submission = load("def f(x): return x.view(-1)\ndef g(x): return x.clone()", "f", "g")
    x = torch.arange(6.0).view(2, 3)
    assert submission.f(x).data_ptr() == x.data_ptr()
    assert submission.g(x).data_ptr() != x.data_ptr()


def test_an_exception_comes_with_its_builtin_kind_and_the_submissions_own_lines(load: Load) -> None:
    source = "class Odd(ValueError): pass\ndef inner(): raise Odd('no such thing')\ndef f():\n    inner()"
    with pytest.raises(SubmissionRaised) as raised:
        load(source, "f").f()
    assert (raised.value.kind, raised.value.text) == ("ValueError", "no such thing")
    assert [(frame.line, frame.function) for frame in raised.value.frames] == [(4, "f"), (2, "inner")]
    assert raised.value.own and not raised.value.todo


def test_todo_is_the_submissions_own_not_implemented_error_alone(load: Load) -> None:
    source = (
        "import torch\ndef stub(): raise NotImplementedError\n"
        "def torchs(): torch.empty(2, dtype=torch.long).uniform_()\n"
        "class E(NotImplementedError): pass\ndef own(): raise E"
    )
    submission = load(source, "stub", "torchs", "own")
    for name, todo in (("stub", True), ("torchs", False), ("own", False)):
        with pytest.raises(SubmissionRaised) as raised:
            getattr(submission, name)()
        assert raised.value.todo is todo, name


def test_missing_names_and_dots_are_told_apart(load: Load) -> None:
    submission = load("LR = ...\nWD = 0.1", "f", constants=("LR", "WD"))
    assert submission.WD == 0.1
    with pytest.raises(SubmissionLacks) as lacks:
        _ = submission.f
    assert not lacks.value.todo
    with pytest.raises(SubmissionLacks) as lacks:
        _ = submission.LR
    assert lacks.value.todo
    with pytest.raises(AttributeError, match="no public name"):
        _ = submission.something_else


def test_evidence_counts_operations_lines_and_print(load: Load) -> None:
    submission = load("def f(x):\n    print('hi')\n    for row in x:\n        row * 2\n    return x.sin()", "f")
    counted = {}
    for n in (2, 50):
        with submission.watched() as evidence:
            submission.f(torch.ones(n, 3))
        counted[n] = evidence
    assert counted[2].functions["sin"] == 1 and counted[2].printed == "hi\n"
    assert counted[50].lines - counted[2].lines >= 48
    assert counted[50].operations["mul"] - counted[2].operations["mul"] == 48


def test_files_are_there_for_the_submission_to_read(load: Load) -> None:
    submission = load(
        "def f(path): return (path / 'sub' / 'a.txt').read_text(), sorted(p.name for p in path.iterdir())", "f"
    )
    folder = submission.folder({"sub/a.txt": b"hello", "b.txt": b""})
    assert submission.f(folder) == ("hello", ["b.txt", "sub"])
