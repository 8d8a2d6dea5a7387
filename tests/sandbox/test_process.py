"""Real workers: what they hold, how they end, and that nothing which comes out of one hangs the judge."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from grader.calls import ArgumentChanged, SubmissionRaised
from grader.outline import PublicName
from grader.sandbox import wire
from grader.sandbox.clock import Budget, WorkerEnded
from grader.sandbox.limits import Terms
from grader.sandbox.process import Worker, working
from grader.sandbox.rooms import Room
from grader.sandbox.starters import ForkStarter, SpawnStarter, Started, ZygoteDied
from grader.sandbox.tensors import DTYPES
from grader.submission import Submission
from tests.conftest import Load

LOOK = """
import os, stat
def descriptors():
    found = []
    for number in range(1024):
        try:
            found.append(os.fstat(number))
        except OSError:
            pass
    return [(stat.S_IFMT(one.st_mode), one.st_ino) for one in found]
def environment(): return dict(os.environ)
def here(): return os.getcwd(), os.listdir('.')
def group(): return os.getpid() == os.getpgid(0) == os.getsid(0)
def modules():
    import sys
    return [name for name in sys.modules if name.startswith('grader')]
"""


@pytest.mark.parametrize("dtype", DTYPES.values(), ids=str)
def test_every_type_of_tensor_crosses(load: Load, dtype: torch.dtype) -> None:
    tensor = torch.arange(6).view(2, 3).to(dtype)
    back = load("def same(x): return x.clone()", "same").same(tensor)
    assert back.dtype is dtype and torch.equal(back, tensor)


def test_a_tensor_of_100_megabytes_crosses_and_comes_back(load: Load) -> None:
    big = torch.arange(25_000_000, dtype=torch.float32)
    assert torch.equal(load("def more(x): return x + 1", "more").more(big), big + 1)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_worker_holds_nothing_worth_stealing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CI_TOKEN", "hunter2")
    (tmp_path / "labels").write_text("secret")
    held = os.open(tmp_path / "labels", os.O_RDONLY)
    os.set_inheritable(held, True)
    starter = ForkStarter.from_program()
    names = tuple(PublicName(name, "function") for name in ("descriptors", "environment", "here", "group", "modules"))
    with working(starter, Budget(10)) as (worker, readable):
        looked = Submission(worker, names, readable)
        assert looked.load(LOOK.encode(), "look.py") is None
        nothing = (stat.S_IFCHR, os.stat(os.devnull).st_ino)
        ((kind, _),) = set(looked.descriptors()) - {nothing}
        assert kind == stat.S_IFSOCK  # the channel, and nothing of the judge's
        process = psutil.Process(worker.pid)
        assert "hunter2" not in str((looked.environment(), process.environ()))
        assert "--seed" not in process.cmdline()
        place, files = looked.here()
        assert Path(place) == readable.parent / "scratch" and files == []
        assert looked.group()
        private = ("checks", "mistakes", "expect", "draw", "known", "grading", "datasets", "submission")
        assert not [name for name in looked.modules() if name.split(".")[1:2] and name.split(".")[1] in private]
    starter.close()
    os.close(held)
    assert not readable.parent.exists()
    assert not psutil.pid_exists(worker.pid)


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ("while True: pass", "timed_out", "computing time"),
        ("import time; time.sleep(1000)", "timed_out", "no answer"),
        ("import os; os._exit(0)", "crashed", "ended the Python process"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "crashed", "SIGSEGV"),
        ("import os; os.kill(os.getpid(), 40)", "crashed", "ended"),  # a number without a name
        (
            "import os\n    for n in range(3, 99):\n        try: os.close(n)\n        except OSError: pass",
            "crashed",
            "answer|ended",
        ),
        (
            "import os\n    for n in range(3, 9):\n        try: os.write(n, b'x' * 99)\n        except OSError: pass",
            "crashed",
            "answer|ended",
        ),
    ],
)
def test_a_worker_that_gives_no_answer_is_ended(load: Load, body: str, kind: str, said: str) -> None:
    submission = load(f"def f():\n    {body}", "f", seconds=0.3)
    with pytest.raises(WorkerEnded, match=said) as ended:
        submission.f()
    assert ended.value.kind == kind
    with pytest.raises(WorkerEnded, match="before"):
        submission.f()


def test_the_budget_is_that_of_all_calls_together(load: Load) -> None:
    submission = load("def f():\n    for _ in range(100_000): pass", "f", seconds=0.3)
    with pytest.raises(WorkerEnded, match=r"more than 0\.3 seconds") as ended:
        list(iter(submission.f, "until it ends"))
    assert ended.value.kind == "timed_out"


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("import sys; sys.exit(3)", "SystemExit", "3"),
        ("exit()", "SystemExit", "None"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("f()", "RecursionError", "maximum recursion depth exceeded"),
        ("return (lambda: (yield))().throw(GeneratorExit)", "GeneratorExit", ""),
    ],
)
def test_an_exit_inside_a_call_is_an_exception_and_the_worker_goes_on(
    load: Load, body: str, kind: str, text: str
) -> None:
    submission = load(f"def f():\n    {body}\ndef g(): return 5", "f", "g")
    with pytest.raises(SubmissionRaised) as raised:
        submission.f()
    assert raised.value.kind == kind and raised.value.text.startswith(text)
    assert submission.g() == 5


def test_a_worker_that_is_killed_from_outside_is_noticed_and_the_next_one_starts(starter: ForkStarter) -> None:
    for _ in range(2):
        with working(starter, Budget(10)) as (worker, _):
            os.kill(worker.pid, signal.SIGTERM)
            with pytest.raises(WorkerEnded, match="SIGTERM") as ended:
                worker.ask(1, wire.Parse(b"", "a.py"))
            assert ended.value.kind == "crashed"


def test_the_numbers_that_workers_draw_by_themselves_differ(load: Load) -> None:
    source = (
        "import random, numpy, torch\n"
        "def f(): return [random.random(), float(numpy.random.rand()), float(torch.rand(())), torch.initial_seed()]"
    )
    torch.manual_seed(0)
    expected = float(torch.rand(()))
    one, other = load(source, "f").f(), load(source, "f").f()
    assert all(a != b for a, b in zip(one, other, strict=True))
    assert expected not in one + other


def test_a_budget_says_how_many_threads_there_are(starter: ForkStarter) -> None:
    for threads in (1, 2):
        with working(starter, Budget(10, threads)) as (worker, readable):
            submission = Submission(worker, (PublicName("f", "function"),), readable)
            submission.load(b"import torch\ndef f(): return torch.get_num_threads()", "f.py")
            assert submission.f() == threads


@pytest.mark.skipif(sys.platform != "linux", reason="kernel's limit")
def test_a_file_that_is_too_large_is_the_submissions_own_error(load: Load) -> None:
    source = "def f(size):\n    with open('big', 'wb') as file:\n        file.seek(size)\n        file.write(b'x')"
    submission = load(source, "f")
    submission.f(1_000)
    with pytest.raises(SubmissionRaised, match="too large"):
        submission.f(1 << 30)


def test_progress_is_told_as_a_share_of_the_budget(starter: ForkStarter) -> None:
    shares: list[float] = []
    with working(starter, Budget(0.3), progress=shares.append) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function"),), readable)
        submission.load(b"def f():\n    while True: pass", "f.py")
        with pytest.raises(WorkerEnded):
            submission.f()
    assert shares[-1] > 1 and shares == sorted(shares)


def test_what_an_exercise_needs_is_there_even_where_a_worker_was_ready_before(starter: ForkStarter) -> None:
    source = b"import sys\ndef f(): return 'colorsys' in sys.modules"
    starter.prepare()
    for preload, there in (((), False), (("colorsys",), True)):
        with working(starter, Budget(10), preload=preload) as (worker, readable):
            submission = Submission(worker, (PublicName("f", "function"),), readable)
            submission.load(source, "f.py")
            assert submission.f() is there
        starter.prepare()


def waiting(starter: ForkStarter, beside: Worker) -> psutil.Process:
    """The worker that waits for the next judging, once it has gone to its room."""
    starter.prepare()
    worker = psutil.Process(beside.pid)
    (spare,) = set(worker.parent().children()) - {worker}
    until = time.monotonic() + 30
    while Path(spare.cwd()).name != "scratch":
        assert time.monotonic() < until
    return spare


FORKS = pytest.mark.skipif(sys.platform != "linux", reason="looks at a fork that waits")


@FORKS
def test_the_next_worker_waits_in_a_room_of_its_own(starter: ForkStarter) -> None:
    with working(starter, Budget(10)) as (first, _):
        spare = waiting(starter, first)
        place = Path(spare.cwd())
    with working(starter, Budget(10)) as (second, readable):
        assert second.pid == spare.pid and second.room.scratch == place == readable.parent / "scratch"
    assert second.room.path != first.room.path and not place.exists()


@FORKS
@pytest.mark.parametrize("other", [Budget(11), Budget(10, threads=2)], ids=repr)
def test_a_worker_that_waits_serves_on_its_own_terms_only(starter: ForkStarter, other: Budget) -> None:
    with working(starter, Budget(10)) as (first, _):
        spare = waiting(starter, first)
    with working(starter, other) as (second, _):
        assert second.pid != spare.pid and not spare.is_running()


@FORKS
def test_a_worker_whose_room_vanished_while_it_waited_is_replaced(starter: ForkStarter) -> None:
    with working(starter, Budget(10)) as (first, _):
        spare = waiting(starter, first)
        shutil.rmtree(Path(spare.cwd()).parent)
    with working(starter, Budget(10)) as (second, readable):
        assert second.pid != spare.pid and readable.is_dir()


@FORKS
def test_where_no_room_can_be_made_none_waits_and_the_next_judging_tells(
    starter: ForkStarter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with working(starter, Budget(10)):
        pass
    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
        (tmp_path / "file").write_text("in the way of a folder")
        starter.prepare()
        with pytest.raises(FileExistsError), working(starter, Budget(10)):
            pass
    with working(starter, Budget(10)) as (worker, _):
        assert worker.room.stands


@pytest.mark.skipif(sys.platform != "linux", reason="forks, and asks the kernel to end orphans")
def test_without_its_zygote_no_worker_is_left_and_none_starts() -> None:
    starter = ForkStarter.from_program()
    worker = Worker(starter, Terms(1, 10), Budget(10))
    process = psutil.Process(worker.pid)
    process.parent().kill()
    gone, _ = psutil.wait_procs([process], timeout=30)
    assert gone or process.status() == psutil.STATUS_ZOMBIE
    with pytest.raises((WorkerEnded, ZygoteDied)):
        worker.ask(1, wire.Parse(b"", "a.py"))
    worker.close()
    assert not worker.room.stands
    with pytest.raises(ZygoteDied), working(starter, Budget(10)):
        pass
    starter.close()


def test_too_much_memory_is_the_submissions_own_error(load: Load) -> None:
    submission = load("import torch\ndef f(): return torch.ones(2**31).sum()", "f")
    with pytest.raises(SubmissionRaised) as raised:
        submission.f()
    assert raised.value.kind in ("RuntimeError", "MemoryError")


def test_what_a_submission_starts_ends_with_it(starter: ForkStarter) -> None:
    source = b"import subprocess\ndef f(): return subprocess.Popen(['sleep', '1000']).pid"
    with working(starter, Budget(10), without=("files", "calls")) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function"),), readable)
        submission.load(source, "f.py")
        child = psutil.Process(submission.f())
        assert child.is_running()
    gone, _ = psutil.wait_procs([child], timeout=30)
    assert child in gone


LEAVE = """
import os, time
def leave():
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        os.write(write, str(os.getpid()).encode())
        os.closerange(3, 99)
        time.sleep(60)
        os._exit(0)
    return int(os.read(read, 20))
def hold():
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_child_that_leaves_the_workers_group_ends_with_it_all_the_same(starter: ForkStarter) -> None:
    with working(starter, Budget(10), without=("calls",)) as (worker, readable):
        submission = Submission(worker, (PublicName("leave", "function"),), readable)
        submission.load(LEAVE.encode(), "leave.py")
        child = psutil.Process(submission.leave())
    _, alive = psutil.wait_procs([child], timeout=3)
    for process in alive:
        process.kill()
    assert not alive


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.timeout(20)
def test_a_child_that_holds_the_channel_open_does_not_hold_the_judge(load: Load) -> None:
    with pytest.raises(WorkerEnded):
        load(LEAVE, "hold", seconds=0.2, without=("calls",)).hold()


def test_tensors_that_share_memory_do_so_in_the_worker_and_afterwards(load: Load) -> None:
    source = "def f(a, b, c):\n    a += 1\n    b *= 10\n    return a is c, b"
    for in_place in (False, True):
        base = torch.arange(6.0)
        submission = load(source, "f")
        submission.begin(in_place=in_place)
        if not in_place:
            with pytest.raises(ArgumentChanged):
                submission.f(base, base[2:4], base)
            assert base.tolist() == [0, 1, 2, 3, 4, 5]
            continue
        one_and_the_same, part = submission.f(base, base[2:4], base)
        assert one_and_the_same and base.tolist() == [1, 2, 30, 40, 5, 6]
        assert part.data_ptr() == base[2:].data_ptr()


def test_a_changed_argument_that_another_one_repeats_is_changed_once(load: Load) -> None:
    submission = load("def f(a, b): a += 1", "f")
    submission.begin(in_place=True)
    base = torch.zeros(1)
    repeated = base.expand(3)
    submission.f(base, repeated)
    assert base.item() == 1 and repeated.tolist() == [1, 1, 1]


def test_a_spawned_worker_answers_like_a_forked_one(load: Load) -> None:
    source = "def f(x):\n    x += 1\n    print('hello')\n    return x, [x.sum()], {'a': None}"
    x = torch.ones(3)
    forked = load(source, "f")
    forked.begin(in_place=True)
    with working(SpawnStarter(), Budget(10)) as (worker, readable):
        spawned = Submission(worker, (PublicName("f", "function"),), readable)
        assert spawned.load(source.encode(), "f.py") is None
        spawned.begin(in_place=True)
        for submission in (forked, spawned):
            before = x.clone()
            same, sums, rest = submission.f(x)
            assert same is x and torch.equal(x, before + 1)
            assert sums[0] == x.sum() and rest == {"a": None}
            assert submission.output == "hello\n"


class Puppet:
    """A starter whose worker is a thread of the test's: it sends what it is told to, and then ends."""

    def __init__(self, say: list[bytes], ready: bytes) -> None:
        self._parts = [ready, *say]

    def start(self, terms: Terms) -> Started:
        ours, theirs = socket.socketpair()
        process = subprocess.Popen(["sleep", "60"], start_new_session=True)
        reading, writing = self.streams = ours.makefile("rb"), ours.makefile("wb")
        ours.close()

        def play() -> None:
            with theirs, suppress(OSError):
                for part in self._parts:
                    theirs.sendall(part)
                theirs.shutdown(socket.SHUT_WR)
                while theirs.recv(1 << 16):  # so that the judge's requests have somewhere to go
                    pass

        threading.Thread(target=play, daemon=True).start()

        def end(patience: float) -> int:
            process.kill()
            process.wait()
            return signal.SIGKILL

        return Started(process.pid, Room.made(), reading, writing, process.kill, end)

    def prepare(self) -> None: ...
    def close(self) -> None: ...


def frame(number: int, reply: wire.Reply) -> bytes:
    return b"".join(bytes(piece) for piece in wire.pack(number, reply, ()))


READY = frame(0, wire.Reply("{}"))


@contextmanager
def puppet(say: list[bytes], ready: bytes = READY) -> Iterator[Worker]:
    worker = Worker(Puppet(say, ready), Terms(1, 10), Budget(5))
    try:
        yield worker
    finally:
        worker.close()


ASK = wire.Ask("call", wire.Public("f"), [], {})
FAST = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


@FAST
@given(st.binary(max_size=200) | st.integers(1, 20).map(lambda n: frame(1, wire.Reply(5))[:-n]))
def test_a_malformed_frame_is_a_crash_and_never_a_hang(raw: bytes) -> None:
    assume(raw != frame(1, wire.Reply(5)))
    with puppet([raw]) as worker, pytest.raises(WorkerEnded) as ended:
        worker.ask(1, ASK)
    assert ended.value.kind == "crashed"


ANSWER = b"".join(
    map(
        bytes,
        wire.pack(1, wire.Reply(wire.Tensor("float32", [4], [1], 0, 0)), [(wire.Span(0, 0), torch.ones(4).numpy())]),
    )
)


@FAST
@given(st.integers(0, len(ANSWER) - 1), st.binary(min_size=1, max_size=9), st.sampled_from(["instead", "between"]))
def test_a_spoilt_answer_is_a_message_or_a_crash(at: int, noise: bytes, how: str) -> None:
    raw = ANSWER[:at] + noise + ANSWER[at + (len(noise) if how == "instead" else 0) :]
    with puppet([raw]) as worker:
        answer: Any = None
        with suppress(WorkerEnded):
            answer = worker.ask(1, ASK)
        assert answer is None or answer.envelope.number == 1


@pytest.mark.parametrize(
    "head", [wire.PREFIX.pack(wire.MAX_FRAME, 1), wire.PREFIX.pack(2**63, 2**31), wire.PREFIX.pack(0, 0)], ids=repr
)
def test_a_frame_that_promises_more_than_comes_is_a_crash(head: bytes) -> None:
    with puppet([head]) as worker, pytest.raises(WorkerEnded) as ended:
        worker.ask(1, ASK)
    assert ended.value.kind == "crashed"


@pytest.mark.parametrize(
    "ready",
    [b"", b"hello", frame(1, wire.Reply(None)), READY[:-1]],
    ids=["nothing", "no frame", "an answer", "half a frame"],
)
def test_a_worker_that_does_not_even_start_properly_is_a_crash(ready: bytes) -> None:
    starter = Puppet([], ready)
    with pytest.raises(WorkerEnded) as ended:
        Worker(starter, Terms(1, 10), Budget(5))
    assert ended.value.kind == "crashed"
    left_open = [stream for stream in starter.streams if not stream.closed]
    for stream in left_open:
        stream.close()
    assert not left_open


def test_an_answer_in_many_small_parts_is_one_answer() -> None:
    with puppet([ANSWER[at : at + 1] for at in range(len(ANSWER))]) as worker:
        assert isinstance(worker.ask(1, ASK), wire.Message)


@pytest.mark.parametrize(
    "said",
    [
        [frame(2, wire.Reply(5))],
        [frame(0, wire.Reply(5))],
        [b"".join(map(bytes, wire.pack(1, ASK, ())))],
    ],
    ids=["a reply to another request", "an old reply", "a request"],
)
def test_what_was_not_asked_for_is_a_crash(said: list[bytes]) -> None:
    with puppet(said) as worker, pytest.raises(WorkerEnded) as ended:
        worker.ask(1, ASK)
    assert ended.value.kind == "crashed"


def test_a_reply_that_was_sent_too_early_is_taken_for_one_question_only() -> None:
    with puppet([frame(1, wire.Reply(5)), frame(1, wire.Reply(6))]) as worker:
        worker.ask(1, ASK)
        with pytest.raises(WorkerEnded):
            worker.ask(2, ASK)


def test_a_trickled_reply_is_ended_by_the_deadline_of_the_call(load: Load) -> None:
    trickle = (
        "import os, time\n"
        "def f():\n"
        "    while True:\n"
        "        for n in range(3, 256):\n"
        "            try: os.write(n, b'\\0')\n"
        "            except OSError: pass\n"
        "        time.sleep(0.05)\n"
    )
    began = time.monotonic()
    with pytest.raises(WorkerEnded):
        load(trickle, "f", seconds=0.2).f()
    assert time.monotonic() - began < 60


def test_no_room_is_left_behind(load: Load, tmp_path: Path) -> None:
    submission = load("import os\ndef f():\n    open('big', 'w').write('x' * 10_000)\n    return os.getcwd()", "f")
    scratch = Path(submission.f())
    assert os.listdir(scratch) == ["big"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there are threads and files watched in the same words")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("threads = [threading.Thread(target=time.sleep, args=(9,)) for _ in range(400)]\n    "
         "[thread.start() for thread in threads]\n    time.sleep(9)", "more than 200 threads"),
        ("for n in range(6_000): open(str(n), 'w').close()\n    time.sleep(9)", "files with"),
        ("for n in range(9): open(str(n), 'wb').write(bytes(40 << 20))\n    time.sleep(9)", "files with"),
        ("os.makedirs('/'.join(['d'] * 500))\n    open('d/x', 'wb').write(bytes(60 << 20))\n    "
         "[os.link('d/x', f'd/{n}') for n in range(9)]\n    time.sleep(9)", "files with"),
    ],
    ids=["threads", "many files", "large files", "links"],
)  # fmt: skip
def test_what_no_kernel_limit_bounds_the_judge_does(load: Load, body: str, said: str) -> None:
    source = f"import threading, time, os\ndef f():\n    threading.stack_size(1 << 16)\n    {body}"
    with pytest.raises(WorkerEnded, match=said) as ended:
        load(source, "f").f()
    assert ended.value.kind == "crashed"
