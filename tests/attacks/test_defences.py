"""Each defence by itself: an attack that fails, and succeeds as soon as a test takes only that defence away."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

import psutil
import pytest
import torch

from grader.calls import ArgumentChanged, SubmissionRaised
from grader.catalog import Course
from grader.outline import PublicName
from grader.sandbox import clock, process, tensors, wire
from grader.sandbox.clock import Budget, WorkerEnded
from grader.sandbox.levels import Level, level_in_force
from grader.sandbox.process import working
from grader.sandbox.starters import ForkStarter
from grader.submission import Submission
from tests.conftest import Load

fenced = pytest.mark.skipif(level_in_force() is not Level.STRONG, reason="no fence to take away here")
ANSWER = 0.25  # of the call below, by arithmetic: (0.5 + 0) / 2
CALL = torch.tensor([0.5, 1.0]), torch.tensor([1, 1])


@fenced
def test_files_hide_the_solution(load: Load, course: Course) -> None:
    path = course.solution_path(course.find("mnist_loss")[0])
    source = (
        f"def f(*a):\n    names = {{}}\n    exec(open({str(path)!r}).read(), names)\n    return names['mnist_loss'](*a)"
    )
    with pytest.raises(SubmissionRaised, match="Permission denied"):
        load(source, "f").f(*CALL)
    assert load(source, "f", without=("files",)).f(*CALL).item() == ANSWER


@fenced
@pytest.mark.parametrize(
    "attempt",
    [
        "__import__('socket').socket().fileno() > 0",
        "__import__('os').waitpid(__import__('os').fork() or __import__('os')._exit(0), 0)[1] == 0",
        "__import__('os').kill(__import__('os').getppid(), 0) is None",
        "__import__('subprocess').run(['true']).returncode == 0",
        "__import__('os').memfd_create('x') > 0",
        "__import__('os').sched_setaffinity(0, __import__('os').sched_getaffinity(0)) is None",
    ],
    ids=["socket", "fork", "signal", "program", "memory file", "affinity"],
)
def test_calls_keep_a_worker_to_itself(load: Load, attempt: str) -> None:
    source = f"def f(): return {attempt}"
    with pytest.raises(SubmissionRaised, match="not permitted"):
        load(source, "f").f()
    # Landlock holds signals back as well, and has no say over a file's execution but by its rules.
    without = ("files", "calls") if "kill" in attempt or "run" in attempt else ("calls",)
    assert load(source, "f", without=without).f() is True


@fenced
def test_tcp_is_refused_by_the_other_fence_too(load: Load) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        source = f"import socket\ndef f(): return socket.create_connection(('127.0.0.1', {port})).fileno() > 0"
        with pytest.raises(SubmissionRaised, match="Permission denied"):
            load(source, "f", without=("calls",)).f()
        assert load(source, "f", without=("files", "calls")).f() is True


@pytest.mark.skipif(sys.platform != "linux", reason="threads and files are watched everywhere, but not in these words")
@pytest.mark.parametrize(
    ("limit", "body", "without_it"),
    [
        ("MAX_THREADS", "[Thread(target=time.sleep, args=(2,)).start() for _ in range(250)]; time.sleep(0.3)", 9_999),
        ("MAX_FILES", "[open(str(n), 'w').close() for n in range(6_000)]; time.sleep(0.5)", 99_999),
        ("MAX_SCRATCH", "[open(str(n), 'wb').write(bytes(1 << 25)) for n in range(9)]; time.sleep(0.5)", 1 << 40),
    ],
)  # fmt: skip
def test_the_judge_bounds_what_no_kernel_limit_does(
    load: Load, monkeypatch: pytest.MonkeyPatch, limit: str, body: str, without_it: int
) -> None:
    head = "import threading, time\nfrom threading import Thread\nthreading.stack_size(1 << 16)"
    source = f"{head}\ndef f():\n    {body}\n    return True"
    with pytest.raises(WorkerEnded):
        load(source, "f").f()
    monkeypatch.setattr(clock, limit, without_it)
    assert load(source, "f").f() is True


def test_a_budget_ends_what_does_not_end(load: Load) -> None:
    source = (
        "import time\ndef f():\n    began = time.process_time()\n"
        "    while time.process_time() < began + 1: pass\n    return True"
    )
    with pytest.raises(WorkerEnded):
        load(source, "f", seconds=0.2).f()
    assert load(source, "f", seconds=20).f() is True


def test_arguments_are_not_the_submissions_to_change(load: Load) -> None:
    source = "def f(images):\n    images[:] = images[:1]\n    return images[0]"
    images = torch.arange(8.0).view(2, 2, 2)
    with pytest.raises(ArgumentChanged):
        load(source, "f").f(images)
    careless = load(source, "f")
    careless.begin(in_place=True)
    assert torch.equal(careless.f(images), images.mean(0))


def test_a_reply_is_taken_to_its_own_question_only(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numbers, an answer that was sent in advance is taken for that of the next question."""
    source = (
        "import sys\nfrom grader.sandbox import wire\nframe = sys._getframe()\n"
        "while 'channel' not in frame.f_locals: frame = frame.f_back\n"
        "channel = frame.f_locals['channel']\n"
        "def f():\n    channel.send(wire.pack(0, wire.Reply(1), ()))\n    return 2"
    )
    with pytest.raises(WorkerEnded, match="not asked"):
        load(source, "f").f()
    monkeypatch.setattr(process, "reply_of", lambda message, number: message.envelope.body)
    assert load(source, "f").f() == 1


def test_an_answer_sees_only_what_it_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the bound, a view of an argument reaches what the judge keeps beside it."""
    given, kept = torch.arange(8.0).view(2, 4)
    node = wire.Tensor("float32", [4], [1], 4, 0)
    envelope = wire.Envelope(1, wire.Reply(node), [wire.Span(0, 0, 0, 0)])
    for stop in (16, 32):
        owner = tensors.Owner(given.untyped_storage(), 0, stop)
        reader = tensors.SpanReader(wire.Message(envelope, bytearray()), [owner])
        if stop == 16:
            with pytest.raises(wire.ProtocolError, match="outside its span"):
                reader.tensor(node)
        else:
            assert torch.equal(reader.tensor(node), kept)


def test_a_subclass_cannot_answer_for_its_tensor() -> None:
    """Without the base's own methods, `==` is the subclass's."""

    class Yes(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            return True

    liar = torch.zeros(2).as_subclass(Yes)
    assert torch.equal(liar, torch.ones(2)) is True
    with tensors.plain_tensors():
        assert torch.equal(liar, torch.ones(2)) is False


@pytest.mark.skipif(sys.platform != "linux", reason="only there a zygote adopts orphans")
def test_orphans_end_although_they_left_the_group(starter: ForkStarter) -> None:
    source = (
        "import os, time\ndef f():\n    r, w = os.pipe()\n    if os.fork() == 0:\n        os.setsid()\n"
        "        os.write(w, str(os.getpid()).encode())\n        time.sleep(60)\n    return int(os.read(r, 9))"
    )
    with working(starter, Budget(20), without=("calls",)) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function"),), readable)
        assert submission.load(source.encode(), "answer.py") is None
        orphan = psutil.Process(submission.f())
        os.kill(worker.pid, 9)  # its group alone is not enough: the orphan has one of its own
        assert orphan.is_running()
    assert not psutil.wait_procs([orphan], timeout=5)[1]
