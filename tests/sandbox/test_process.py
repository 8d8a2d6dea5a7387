"""Real workers: what they hold, how they end, and that nothing which comes out of one hangs the judge."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from grader.catalog import PublicName
from grader.sandbox import wire
from grader.sandbox.limits import Launch
from grader.sandbox.process import Budget, ForkStarter, SpawnStarter, Started, Worker, WorkerEnded, working
from grader.sandbox.tensors import DTYPES
from grader.submission import Submission, SubmissionRaised
from tests.sandbox.conftest import Load

LOOK = """
import os
def descriptors(): return sorted(os.listdir('/proc/self/fd'))
def environment(): return dict(os.environ)
def here(): return os.getcwd(), os.listdir('.')
def command(): return open('/proc/self/cmdline').read()
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
def test_a_worker_holds_nothing_worth_stealing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_TOKEN", "hunter2")
    starter = ForkStarter.from_program()
    names = tuple(
        PublicName(name, "function") for name in ("descriptors", "environment", "here", "command", "group", "modules")
    )
    with working(starter, Budget(10)) as (worker, readable):
        looked = Submission(worker, names, readable)
        assert looked.load(LOOK.encode(), "look.py") is None
        assert len(looked.descriptors()) <= 6  # 0, 1, 2, the two ends of the channel, and the listing's own
        assert "hunter2" not in str(looked.environment())
        place, files = looked.here()
        assert Path(place) == readable.parent / "scratch" and files == []
        assert "--seed" not in looked.command()
        assert looked.group()
        private = ("checks", "mistakes", "expect", "draw", "known", "grading", "datasets", "submission")
        assert not [name for name in looked.modules() if name.split(".")[1:2] and name.split(".")[1] in private]
    starter.close()
    assert not readable.exists()


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ("while True: pass", "timed_out", "computing time"),
        ("import time; time.sleep(1000)", "timed_out", "no answer"),
        ("import os; os._exit(0)", "crashed", "ended the Python process"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "crashed", "SIGSEGV"),
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


def test_too_much_memory_is_the_submissions_own_error(load: Load) -> None:
    submission = load("import torch\ndef f(): return torch.ones(2**31).sum()", "f")
    with pytest.raises(SubmissionRaised) as raised:
        submission.f()
    assert raised.value.kind in ("RuntimeError", "MemoryError")


def test_what_a_submission_starts_ends_with_it(starter: ForkStarter) -> None:
    source = b"import subprocess\ndef f(): return subprocess.Popen(['sleep', '1000']).pid"
    with working(starter, Budget(10)) as (worker, readable):
        submission = Submission(worker, (PublicName("f", "function"),), readable)
        submission.load(source, "f.py")
        child = psutil.Process(submission.f())
        assert child.is_running()
    gone, _ = psutil.wait_procs([child], timeout=30)
    assert child in gone


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

    def __init__(self, say: list[bytes], end: bool = True) -> None:
        self._say, self._end = say, end

    def start(self, launch: Launch) -> Started:
        ours, theirs = socket.socketpair()
        process = subprocess.Popen(["sleep", "60"], start_new_session=True)
        reading, writing = ours.makefile("rb"), ours.makefile("wb")
        ours.close()

        def play() -> None:
            with theirs, suppress(OSError):
                ready = b"".join(bytes(piece) for piece in wire.pack(0, wire.Reply(None), ()))
                for part in (ready, *self._say):
                    theirs.sendall(part)
                theirs.shutdown(socket.SHUT_WR)
                while theirs.recv(1 << 16):  # so that the judge's requests have somewhere to go
                    pass

        threading.Thread(target=play, daemon=True).start()

        def end() -> int:
            process.kill()
            return process.wait()

        return Started(process.pid, reading, writing, end)

    def prepare(self) -> None: ...
    def close(self) -> None: ...


@contextmanager
def puppet(say: list[bytes]):  # type: ignore[no-untyped-def]
    worker = Worker(Puppet(say), Launch("/tmp", 1, 10), Budget(5))  # type: ignore[arg-type]
    try:
        yield worker
    finally:
        worker.close()


def frame(number: int, reply: wire.Reply) -> bytes:
    return b"".join(bytes(piece) for piece in wire.pack(number, reply, ()))


ASK = wire.Ask("call", wire.Public("f"), [], {})
FAST = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FAST
@given(st.binary(max_size=200) | st.integers(1, 20).map(lambda n: frame(1, wire.Reply(5))[:-n]))
def test_a_malformed_frame_is_a_crash_and_never_a_hang(raw: bytes) -> None:
    assume(raw != frame(1, wire.Reply(5)))
    with puppet([raw]) as worker, pytest.raises(WorkerEnded) as ended:
        worker.ask(1, ASK)
    assert ended.value.kind == "crashed"


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
        "    channel = max(int(n) for n in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{n}'))\n"
        "    while True:\n"
        "        for n in range(3, channel + 1):\n"
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
