"""What checks talk to: values, gradients, handles and refusals across the boundary to a real worker."""

from __future__ import annotations

import builtins
import functools
import math
import subprocess
import sys
import warnings
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.utils.model_zoo
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from torch import nn

from grader.by_value import pickled
from grader.calls import ArgumentChanged, SubmissionLacks, SubmissionRaised
from grader.expect import Mismatch
from grader.outline import PublicName
from grader.remote import Remote
from grader.sandbox import wire
from grader.sandbox.clock import Budget
from grader.sandbox.link import Spans
from grader.sandbox.process import working
from grader.sandbox.starters import ForkStarter
from grader.sandbox.wire import ProtocolError
from grader.submission import MAX_OUTPUT, Submission
from tests.conftest import Load

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


def test_gradients_flow_through_complex_numbers(load: Load) -> None:
    z = torch.randn(3, dtype=torch.complex128, requires_grad=True)
    assert torch.autograd.gradcheck(load("def f(z): return (z * (1 + 2j)).conj() * z", "f").f, (z,))


def test_gradients_flow_although_recording_was_switched_off_meanwhile(load: Load) -> None:
    source = "import torch\ndef f(x):\n    y = x * 3\n    torch.set_grad_enabled(False)\n    return y"
    x = torch.ones(2, requires_grad=True)
    load(source, "f").f(x).sum().backward()
    assert x.grad is not None and x.grad.tolist() == [3.0, 3.0]


def test_a_gradient_goes_on_through_the_judges_own_graph_on_both_sides(load: Load) -> None:
    weight = torch.tensor([1.0, 2.0], requires_grad=True)
    answer = load("def f(x): return x * x", "f").f(weight * 3)
    (answer * 2).sum().backward()
    assert weight.grad is not None and weight.grad.tolist() == [36.0, 72.0]


def test_an_argument_that_comes_twice_has_the_sum_of_its_gradients(load: Load) -> None:
    x = torch.tensor(3.0, requires_grad=True)
    load("def f(a, b): return a * b", "f").f(x, x).backward()
    assert x.grad is not None and x.grad.item() == 6.0


def test_a_gradient_that_was_there_is_added_to(load: Load) -> None:
    x = torch.tensor(3.0, requires_grad=True)
    submission = load("def f(x): return 2 * x", "f")
    for total in (2.0, 4.0):
        submission.f(x).backward()
        assert x.grad is not None and x.grad.item() == total


def test_an_answer_without_a_graph_is_untracked(load: Load) -> None:
    x = torch.ones(2, requires_grad=True)
    submission = load("def f(x): return x.detach() * 2, x.sum().item(), x.argmax()", "f")
    detached, number, place = submission.f(x)
    assert not detached.requires_grad and number == 2.0 and not place.requires_grad


def test_what_goes_wrong_in_the_backward_pass_is_the_submissions_error(load: Load) -> None:
    source = """
import torch
class Odd(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x.clone()
    @staticmethod
    def backward(ctx, grad): raise ValueError("wrong way")
def f(x): return Odd.apply(x)
"""
    with pytest.raises(SubmissionRaised, match="wrong way") as raised:
        load(source, "f").f(torch.ones(2, requires_grad=True)).sum().backward()
    assert raised.value.kind == "ValueError"


def test_a_loop_of_the_judges_trains_a_module_of_the_submissions(load: Load) -> None:
    net = load(NET, "Net").Net()
    inputs = torch.randn(20, 3)
    targets = inputs.sum(dim=1, keepdim=True)
    losses = []
    for _ in range(5):
        loss = (net(inputs) - targets).square().mean()
        net.zero_grad()
        loss.backward()
        weights = {name: net.layer.get_parameter(name) for name in ("weight", "bias")}
        net.layer.load_state_dict({name: held.detach() - 0.1 * held.grad for name, held in weights.items()})
        losses.append(loss.item())
    assert losses == sorted(losses, reverse=True) and losses[-1] < losses[0]


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


def helper(x: float) -> float:
    return math.sqrt(x) + np.float64(1)


def test_a_callable_brings_the_helpers_of_its_file_along(load: Load) -> None:
    class Scale(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return 3 * x

    submission = load("def f(g, x): return g(x)\ndef build(C, x): return C()(x)", "f", "build")
    assert submission.f(lambda x: helper(x) * 2, 4.0) == 6.0
    assert submission.build(Scale, torch.ones(2)).tolist() == [3.0, 3.0]


def test_a_callable_brings_the_modules_inside_a_module_along() -> None:
    """`import torch` alone does not import this one."""
    sent = pickled(lambda: torch.utils.model_zoo.__name__)
    receive = "import pickle, sys, torch; print(pickle.load(sys.stdin.buffer)())"
    done = subprocess.run([sys.executable, "-c", receive], input=sent, capture_output=True, check=True)
    assert done.stdout == b"torch.utils.model_zoo\n"


def test_a_callable_that_travels_does_not_tell_where_it_comes_from(load: Load) -> None:
    submission = load(
        "def f(g): return [g.__code__.co_filename, g.__module__, sorted(g.__globals__), "
        "*(c.co_filename for c in g.__code__.co_consts if hasattr(c, 'co_filename'))]",
        "f",
    )
    known = submission.f(lambda x: [helper(y) for y in (lambda z: z)(x)])
    assert __file__ not in str(known) and "tests" not in str(known)
    assert "Mismatch" not in str(known) and "ForkStarter" not in str(known)
    assert b"tests" not in pickled(lambda kind: (kind.__name__, kind.__file__))


def test_a_judges_value_without_a_form_is_refused_before_it_is_sent(load: Load) -> None:
    submission = load("def f(x): return x", "f")
    for strange in (object(), range(3), iter([1])):
        with pytest.raises(TypeError, match="cannot be sent"):
            submission.f(strange)
    assert submission.f(1) == 1


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


def test_an_object_answers_to_all_that_checks_do_with_it(load: Load) -> None:
    source = """
class Shelf:
    def __init__(self, **things): self.things = things
    def __getitem__(self, key): return self.things[key]
    def __setitem__(self, key, value): self.things[key] = value
    def __contains__(self, key): return key in self.things
    def __len__(self): return len(self.things)
    def __iter__(self): return iter(self.things.items())
    def __call__(self, n): return [self] * n
    def fail(self, kind): raise kind("no")
"""
    shelf = load(source, "Shelf").Shelf(a=1)
    shelf["b"] = torch.ones(2)
    assert "b" in shelf and "c" not in shelf and len(shelf) == 2
    assert [key for key, _ in shelf] == ["a", "b"] and shelf["b"].tolist() == [1.0, 1.0]
    first, second = shelf(2)
    assert first == second == shelf and len({first, second}) == 1
    assert first != shelf.fail and shelf != "shelf"
    shelf.note = (1, "x")
    assert shelf.note == (1, "x") and getattr(shelf, "nothing", "default") == "default"
    for kind in (KeyError, IndexError, AttributeError, TypeError, ValueError):
        with pytest.raises(kind) as raised:
            shelf.fail(kind)
        assert isinstance(raised.value, SubmissionRaised) and raised.value.kind == kind.__name__
    with pytest.raises(KeyError):
        shelf["c"]


def test_an_object_that_is_no_container_says_so(load: Load) -> None:
    thing = load("class Thing: pass", "Thing").Thing()
    for use in (len, list, lambda thing: thing[0], lambda thing: thing(), lambda thing: 1 in thing):
        with pytest.raises(TypeError) as raised:
            use(thing)
        assert isinstance(raised.value, SubmissionRaised)


def test_what_an_iterator_raises_halfway_comes_after_what_it_gave(load: Load) -> None:
    source = "def f():\n    yield 1\n    yield 2\n    raise ValueError('that was all')"
    found = []
    with pytest.raises(SubmissionRaised, match="that was all"):
        found.extend(load(source, "f").f())
    iterator = iter(load(source, "f").f())
    assert [next(iterator), next(iterator)] == [1, 2]


def test_make_brings_data_as_data(load: Load) -> None:
    submission = load("def f(): pass", "f")
    assert submission.make(torch.zeros, 2).tolist() == [0.0, 0.0]
    assert submission.make(list, (1, 2)) == [1, 2]
    assert submission.isinstance(submission.f, object) and not submission.isinstance(5, str)


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


def test_a_changed_argument_is_called_by_its_name(starter: ForkStarter) -> None:
    with working(starter, Budget(10)) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function", ("weights", "rate")),), readable)
        assert submission.load(b"def f(weights, rate): weights[0] -= rate", "f.py") is None
        with pytest.raises(ArgumentChanged) as changed:
            submission.f(torch.ones(2), 0.5)
        assert (changed.value.what, changed.value.how) == ("`weights`", "its numbers are others")
        with pytest.raises(ArgumentChanged) as changed:
            submission.f(rate=0.5, weights=[1.0])
        assert (changed.value.what, changed.value.how) == ("`weights`", "its elements are others")


IN_PLACE = """
import torch
def step(w):
    with torch.no_grad():
        w -= 0.5 * w.grad
    w.grad.zero_()
def clear(w): w.grad = None
def fit(w): (w * w).sum().backward()
def replace(w): w.data = torch.zeros(5)
def cut(w): w.detach_()
def inside(ws): ws[1][0].mul_(2)
def part(w): w[1:] = 7
def twice(a, b): a += b
"""


def test_changes_are_done_to_the_judges_own_tensors_where_a_check_allows_them(load: Load) -> None:
    submission = load(IN_PLACE, "step", "clear", "fit", "replace", "cut", "inside", "part", "twice")
    submission.begin(in_place=True)
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    submission.fit(w)
    assert w.grad is not None and w.grad.tolist() == [2.0, 4.0]
    submission.fit(w)
    assert w.grad.tolist() == [4.0, 8.0]
    held, address = w.grad, w.data_ptr()
    submission.step(w)
    assert w.tolist() == [-1.0, -2.0] and w.data_ptr() == address and w.is_leaf and w.requires_grad
    assert held.tolist() == [0.0, 0.0] and w.grad is held
    submission.clear(w)
    assert w.grad is None
    x = torch.ones(2)
    submission.inside([5, (x,)])
    submission.part(x)
    assert x.tolist() == [2.0, 7.0]
    submission.twice(x, x)
    assert x.tolist() == [4.0, 14.0]
    submission.replace(x)
    assert x.tolist() == [0.0] * 5


def test_an_argument_may_be_taken_out_of_its_graph_as_anywhere_in_pytorch(load: Load) -> None:
    submission = load(IN_PLACE + "def forget(w): w.grad.detach_().zero_()", "cut", "forget")
    submission.begin(in_place=True)
    w = torch.ones(2, requires_grad=True)
    (w * w).sum().backward()
    submission.forget(w)
    assert w.grad is not None and w.grad.tolist() == [0.0, 0.0]
    submission.cut(w)
    assert not w.requires_grad


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


def test_an_exit_in_a_call_is_told_as_one(load: Load) -> None:
    submission = load("import sys\ndef f(): sys.exit('bye')\ndef g(): return 1", "f", "g")
    with pytest.raises(SubmissionRaised) as raised:
        submission.f()
    assert (raised.value.kind, raised.value.text) == ("SystemExit", "bye")
    assert raised.value.frames[-1].line == 2 and submission.g() == 1


def test_an_exception_that_cannot_even_say_what_it_is(load: Load) -> None:
    source = "class Odd(KeyError):\n    def __str__(self): raise ValueError('no')\ndef f(): raise Odd('x')"
    with pytest.raises(SubmissionRaised) as raised:
        load(source, "f").f()
    assert (raised.value.kind, raised.value.text) == ("KeyError", "")


def test_an_error_of_pytorchs_own_has_the_submissions_line_and_is_not_its_own(load: Load) -> None:
    with pytest.raises(SubmissionRaised) as raised:
        load("import torch\ndef f(x):\n    y = 1\n    return x @ x", "f").f(torch.ones(2, 3))
    assert raised.value.kind == "RuntimeError" and not raised.value.own
    assert "shapes cannot be multiplied" in raised.value.text and raised.value.frames[-1].line == 4


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        (b"x = 1\ndef f(:\n    pass", "SyntaxError", 2),
        (b"def f():\n\tif 1:\n        pass", "TabError", 3),
        (b"x = 1\ny = x / 0", "ZeroDivisionError", 2),
        (b"import sys\nsys.exit()", "SystemExit", 2),
        (b"import no_such_module", "ModuleNotFoundError", 1),
        (b"x = '\xff'", "SyntaxError", None),
        (b"# coding: no-such\nx = 1", "SyntaxError", None),
        (b"x = 1\0", "SyntaxError" if sys.version_info >= (3, 11, 4) else "ValueError", None),
        (b"(" * 500 + b")" * 500, "SyntaxError", None),
        (b"raise KeyboardInterrupt", "KeyboardInterrupt", 1),
    ],
)
def test_a_source_that_does_not_import_says_why_and_where(
    starter: ForkStarter, source: bytes, kind: str, line: int | None
) -> None:
    with working(starter, Budget(10)) as (worker, readable):
        raised = Submission(worker, (PublicName("f", "function"),), readable).load(source, "answer.py")
    assert raised is not None
    assert issubclass(getattr(builtins, raised.kind), getattr(builtins, kind))
    assert line is None or raised.frames[-1].line == line


def test_the_facts_of_a_source_are_there_although_it_does_not_run(starter: ForkStarter) -> None:
    with working(starter, Budget(10)) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function"),), readable)
        raised = submission.load(b"import ast\nast.parse = ast.walk = None\nraise ValueError\nx @ y", "answer.py")
    assert raised is not None and raised.kind == "ValueError"
    assert ("@", 4, "operator") in [(m.text, m.line, m.kind) for m in submission.facts.mentions]


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


def test_nothing_is_watched_outside_the_block_and_errors_end_it(load: Load) -> None:
    submission = load("def f(x):\n    print('hi')\n    return 1 / x", "f")
    with submission.watched() as evidence, pytest.raises(SubmissionRaised, match="division"):
        submission.f(0)
    lines = evidence.lines
    assert submission.f(1) == 1.0 and evidence.lines == lines == 2 and evidence.printed == "hi\n"
    assert submission.output == "hi\nhi\n"


def test_what_is_printed_is_kept_up_to_a_cap_from_wherever_it_came(load: Load) -> None:
    source = "import sys\nprint('top')\ndef f(n):\n    print('x' * n)\n    print('err', file=sys.stderr)"
    submission = load(source, "f")
    submission.f(3)
    assert submission.output == "top\nxxx\nerr\n"
    for _ in range(3):
        submission.f(6_000)
    assert len(submission.output) <= MAX_OUTPUT and submission.output.startswith("top\nxxx\nerr\nxxxx")


def test_nothing_can_be_asked_of_whoever_runs_the_grader(load: Load) -> None:
    with pytest.raises(SubmissionRaised) as raised:
        load("def f(): return input('your name? ')", "f").f()
    assert raised.value.kind == "EOFError"


def test_files_are_there_for_the_submission_to_read(load: Load) -> None:
    submission = load(
        "def f(path): return (path / 'sub' / 'a.txt').read_text(), sorted(p.name for p in path.iterdir())", "f"
    )
    folder = submission.folder({"sub/a.txt": b"hello", "b.txt": b""})
    assert submission.f(folder) == ("hello", ["b.txt", "sub"])


class Liar:
    """A link whose other end answers whatever it likes, in proper frames."""

    def __init__(self, *replies: wire.Reply, spans: Spans = ()) -> None:
        self._replies, self._spans = list(replies), spans

    def ask(self, number: int, request: wire.Request, spans: Spans = ()) -> wire.Message:
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        _, header, *area = wire.pack(number, reply, self._spans)
        return wire.unpack(header, bytearray().join(area))


def lied_to(folder: Path, *replies: wire.Reply, in_place: bool = False, spans: Spans = ()) -> Submission:
    submission = Submission(Liar(*replies, spans=spans), (PublicName("f", "function"),), folder)
    submission.begin(in_place)
    return submission


HANDLE = wire.Handle(0, "answer.Thing")
TENSOR = wire.Tensor("float32", [2], [1], 0, 0)
numbers = st.integers(-2, 5) | st.sampled_from([2**31, 2**63 - 1, 2**64 - 1, -(2**63)])
sizes = st.lists(st.integers(0, 3) | numbers, max_size=2)
words = st.text(max_size=3) | st.sampled_from(["0", "7", "\u00b2", "x", "float32", "StopIteration", "KeyError"])
made_up_tensors = st.builds(
    wire.Tensor, st.sampled_from(["float32", "int64", "bool", "complex64"]), sizes, sizes, numbers, numbers,
    st.booleans(), st.booleans(), st.none(), numbers, st.booleans(), st.sampled_from(["cpu", "meta", "cuda"]),
)  # fmt: skip
tensors = st.sampled_from([TENSOR, replace(TENSOR, tracked=True, leaf=False, graph=0)]) | made_up_tensors
leaves = st.one_of(
    st.none(), st.booleans(), numbers, st.floats(), words, tensors,
    st.builds(wire.Same, numbers), st.builds(wire.Handle, numbers, words, st.booleans()),
    st.builds(wire.Public, words), st.builds(wire.Code, st.binary(max_size=5)), st.builds(wire.Atom, words, words),
)  # fmt: skip
nodes = st.recursive(
    leaves, lambda inner: st.builds(wire.Collection, st.sampled_from(["list", "tuple", "set"]), st.lists(inner)),
    max_leaves=4,
)  # fmt: skip
frames = st.lists(st.builds(wire.Frame, numbers, words), max_size=2)
outcomes = (
    nodes
    | st.builds(wire.Raised, words, words, frames, st.booleans(), st.booleans())
    | st.just(wire.Facts([wire.Mention("x", 1, "name")]))
)
changes = st.builds(
    wire.Change, numbers, st.none() | tensors, st.booleans(), st.booleans(), st.booleans(),
    st.none() | tensors | numbers, st.booleans(),
)  # fmt: skip
replies = st.builds(
    wire.Reply, outcomes, st.just([]) | st.lists(changes, max_size=2), st.just([]) | st.lists(words, max_size=2),
    st.just([]), st.none() | st.builds(wire.Evidence, st.dictionaries(words, numbers), st.just({}), numbers), words,
)  # fmt: skip
REFUSALS = ProtocolError, SubmissionRaised, ArgumentChanged


def use(answer: object) -> None:
    """What checks do with an answer."""
    if isinstance(answer, torch.Tensor) and answer.requires_grad and answer.device.type == "cpu":
        answer.float().sum().backward()
    elif isinstance(answer, Remote):
        for act in (len, lambda remote: next(iter(remote)), lambda remote: 1 in remote, lambda remote: remote.name):
            with suppress(*REFUSALS, StopIteration):
                act(answer)


@settings(max_examples=500)
@given(st.lists(replies, min_size=1, max_size=3), st.booleans())
def test_whatever_a_worker_replies_is_a_value_or_a_refusal(tmp_path_factory, said, in_place) -> None:  # type: ignore[no-untyped-def]
    submission = lied_to(tmp_path_factory.getbasetemp(), *said, in_place=in_place, spans=[(wire.Span(0, 0), bytes(64))])
    x, y = torch.ones(2, requires_grad=True), torch.ones(2)
    with warnings.catch_warnings(), suppress(*REFUSALS):
        warnings.simplefilter("ignore")  # about casts; what is wrong with them, expectations tell
        use(submission.f(x, [y]))


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (wire.Reply(wire.Public("f")), "unexpected Public"),
        (wire.Reply(wire.Code(b"cos\nsystem\n(S'true'\ntR.")), "unexpected Code"),
        (wire.Reply(wire.Facts([])), "unexpected Facts"),
        (wire.Reply(None, [wire.Change(1, TENSOR, False, False, True, None, False)]), "no argument tensor 1"),
        (wire.Reply(None, [wire.Change(-1, TENSOR, False, False, True, None, False)]), "no argument tensor -1"),
        (wire.Reply(None, [wire.Change(0, None, False, False, True, 5, True)]), "a gradient is a tensor"),
        (wire.Reply(None, [wire.Change(0, replace(TENSOR, shape=[3]), False, True, True, None, False)]), "no change"),
        (wire.Reply(wire.Same(7)), "no tensor 7"),
    ],
)
def test_a_reply_that_fits_no_question_is_a_protocol_error(tmp_path: Path, reply: wire.Reply, said: str) -> None:
    submission = lied_to(tmp_path, reply, in_place=True, spans=[(wire.Span(0, 0), bytes(64))])
    with pytest.raises(ProtocolError, match=said):
        submission.f(torch.zeros(2))


@pytest.mark.parametrize("states", [[], [b"x", b"y"], [b""], [b"x"], [b"\xff" * 5056]], ids=len)
def test_a_generator_that_comes_back_as_none_is_a_protocol_error(tmp_path: Path, states: list[bytes]) -> None:
    with pytest.raises(ProtocolError, match="generator"):
        lied_to(tmp_path, wire.Reply(None, generators=states)).f(torch.Generator())


@pytest.mark.parametrize("key", ["7", "-1", "\u00b2", "no such"])
def test_a_changed_argument_that_there_is_not_is_refused_all_the_same(tmp_path: Path, key: str) -> None:
    with pytest.raises((ProtocolError, ArgumentChanged)):
        lied_to(tmp_path, wire.Reply(None, containers=[key])).f([1])


@pytest.mark.parametrize(
    "grads",
    [
        None,
        5,
        wire.Collection("tuple", [TENSOR]),
        wire.Collection("list", []),
        wire.Collection("list", [TENSOR, TENSOR]),
        wire.Collection("list", [5]),
        wire.Collection("list", [replace(TENSOR, shape=[1])]),
    ],
    ids=repr,
)
def test_gradients_that_do_not_fit_are_a_protocol_error(tmp_path: Path, grads: wire.Value) -> None:
    answer = wire.Reply(replace(TENSOR, tracked=True, leaf=False, graph=0))
    submission = lied_to(tmp_path, answer, wire.Reply(grads), spans=[(wire.Span(0, 0), bytes(64))])
    x = torch.ones(2, requires_grad=True)
    with pytest.raises(ProtocolError):
        submission.f(x).sum().backward()
    assert x.grad is None


@pytest.mark.parametrize("length", [-1, 1.5, None, "3", 2**63, wire.Atom("int", hex(2**70))])
def test_a_length_that_is_none_is_a_protocol_error(tmp_path: Path, length: wire.Value) -> None:
    thing = lied_to(tmp_path, wire.Reply(HANDLE), wire.Reply(length)).f()
    with pytest.raises(ProtocolError):
        len(thing)


def test_an_answer_cannot_be_what_the_judge_keeps_beside_the_argument(tmp_path: Path) -> None:
    given_, kept = torch.arange(8.0).view(2, 4)
    the_kept_half = replace(TENSOR, shape=[4], offset=4)
    submission = lied_to(tmp_path, wire.Reply(the_kept_half), spans=[(wire.Span(0, 0, 0, 0), None)])
    with pytest.raises(ProtocolError):
        assert not torch.equal(submission.f(given_), kept)
