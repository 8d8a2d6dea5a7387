"""The judge's side of worker processes: how they start, what they may use, and how they end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

import msgspec
import psutil

from grader.environment import START, clean_environment
from grader.sandbox import wire
from grader.sandbox.levels import Holds
from grader.sandbox.limits import Launch
from grader.sandbox.link import Spans, reply_of
from grader.sandbox.wire import Channel, Message, ProtocolError
from grader.sandbox.zygote import MAX_ORDER, Bury, Fork, Order, Preload, end_group

TICK = 0.02  # seconds between two looks at a worker's clock
DEAD_LOOKS = 10  # an answer sent with a worker's last breath is read meanwhile
WALL_FACTOR = 10  # a call that only sleeps is ended after this many times its CPU budget
START_WALL = 120  # seconds that a worker may take to import PyTorch on a busy machine
GRACE = 5  # CPU seconds between the judge's budget and the kernel's own limit behind it

Progress = Callable[[float], None]


class WorkerEnded(Exception):
    """A worker gave no proper answer. `kind` is "timed_out" or "crashed"; `reason` a part of a sentence."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.reason = kind, reason


class ZygoteDied(Exception):
    """The process that workers are forked from has ended."""


class Budget(msgspec.Struct, frozen=True):
    """CPU seconds a thread, and the number of threads."""

    seconds: float
    threads: int = 1

    @property
    def cpu(self) -> float:
        return self.seconds * self.threads

    @property
    def wall(self) -> float:
        return self.seconds * WALL_FACTOR


class Started:
    """A worker that runs or waits.

    kill: ends it and all that it started, so that whoever waits for its answer sees the end of the channel.
    end: the same, and gives its wait status.
    """

    def __init__(
        self, pid: int, reading: IO[bytes], writing: IO[bytes], kill: Callable[[], None], end: Callable[[], int | None]
    ) -> None:
        self.pid, self.channel, self.kill, self.end = pid, Channel(reading, writing), kill, end
        self._writing = writing

    def launch(self, launch: Launch) -> None:
        """Tell it what it is started for. One that has died meanwhile is noticed when it does not answer."""
        with suppress(OSError):
            self._writing.write(msgspec.json.encode(launch) + b"\n")
            self._writing.flush()


class Starter(Protocol):
    """A way to start workers."""

    def start(self, launch: Launch) -> Started:
        """A new worker that has its launch."""
        ...

    def prepare(self) -> None:
        """Use idle time to have the next worker ready."""

    def close(self) -> None: ...


class ForkStarter:
    """Forks workers from a zygote."""

    def __init__(self, control: socket.socket, program: subprocess.Popen[bytes] | None = None) -> None:
        self._control, self._program = control, program
        self._preloaded: set[str] = set()
        self._spare: Started | None = None

    @classmethod
    def from_program(cls) -> ForkStarter:
        """A zygote that imports PyTorch itself: for a process that is no clean engine."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "grader.sandbox.zygote"]
        with theirs:
            environment = dict(clean_environment())
            program = subprocess.Popen(command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, env=environment)
        return cls(ours, program)

    def start(self, launch: Launch) -> Started:
        if not self._preloaded.issuperset(launch.preload):
            self._drop_spare()  # it was forked before these were imported
            self._order(Preload(launch.preload))
            self._preloaded.update(launch.preload)
        started, self._spare = self._spare or self._fork(), None
        started.launch(launch)
        return started

    def prepare(self) -> None:
        if self._spare is None:
            self._spare = self._fork()

    def close(self) -> None:
        self._drop_spare()
        self._control.close()
        if self._program is not None:
            self._program.wait()  # it ends when its control does

    def _fork(self) -> Started:
        ours, theirs = socket.socketpair()
        with ours, theirs:  # what is made into files closes with them
            pid = self._order(Fork(), theirs.fileno())
            reading, writing = ours.makefile("rb"), ours.makefile("wb")

        def kill() -> None:
            end_group(pid)
            # What the worker started may live in a group of its own, and hold the other end open.
            with suppress(OSError):
                ours.shutdown(socket.SHUT_RDWR)

        return Started(pid, reading, writing, kill, lambda: self._order(Bury(pid)))

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.channel.close()
            spare.end()

    def _order(self, order: Order, *descriptors: int) -> int:
        try:
            socket.send_fds(self._control, [msgspec.json.encode(order)], descriptors)
            answer = self._control.recv(MAX_ORDER)
        except OSError as error:
            raise ZygoteDied(str(error)) from None
        if not answer:
            raise ZygoteDied("the zygote has ended")
        return int(answer)


class SpawnStarter:
    """Starts every worker as a program of its own: where fork is not to be had. Slower, the same verdicts."""

    def start(self, launch: Launch) -> Started:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "grader.sandbox.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(clean_environment()),
            start_new_session=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        started = Started(
            process.pid, process.stdout, process.stdin, lambda: end_tree(process.pid), lambda: _end_program(process)
        )
        started.launch(launch)
        return started

    def prepare(self) -> None:
        """Nothing: a program that imports PyTorch would take the time from the one that runs."""

    def close(self) -> None:
        """Nothing is held."""


def end_tree(pid: int) -> None:
    """Kill a process with its group and all its descendants."""
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in [root, *root.children(recursive=True)]:
            with suppress(psutil.Error):
                process.kill()
    if hasattr(os, "killpg"):
        end_group(pid)


def _end_program(process: subprocess.Popen[bytes]) -> int | None:
    end_tree(process.pid)
    code = process.wait()
    return -code if code < 0 else code << 8


class Worker:
    """One running worker: a `Link` whose every answer comes within the budget, or WorkerEnded."""

    def __init__(self, starter: Starter, launch: Launch, budget: Budget, progress: Progress | None = None) -> None:
        self._budget = budget
        started = starter.start(launch)
        self.pid, self._channel, self._end = started.pid, started.channel, started.end
        self._clock = _Clock(self.pid, budget, started.kill, progress)
        self._ended = False
        try:
            self.held = _held(self._receive(0))
        except WorkerEnded:
            self.close()
            raise
        self._clock.start_counting()

    def ask(self, number: int, request: wire.Request, spans: Spans = ()) -> Message:
        if self._ended:
            raise WorkerEnded("crashed", "it had ended before")
        pieces = wire.pack(number, request, spans)
        try:
            with self._clock.call():
                self._channel.send(pieces)
                return self._receive(number)
        except (OSError, ValueError):
            raise self._obituary() from None

    def cpu_seconds(self) -> float:
        return self._clock.used()

    def close(self) -> None:
        """End the worker and everything that it started."""
        self._clock.stop()
        self._channel.close()
        if not self._ended:
            self._ended = True
            self._end()

    def _receive(self, number: int) -> Message:
        try:
            message = self._channel.receive()
            reply_of(message, number)
            return message
        except EOFError:
            raise self._obituary() from None
        except ProtocolError as error:
            self._obituary()
            raise WorkerEnded("crashed", f"it answered what is no answer ({error})") from None

    def _obituary(self) -> WorkerEnded:
        """End what is left of the worker, and say how it came to that."""
        late = self._clock.expired
        self._clock.stop()
        status = None
        if not self._ended:
            self._ended = True
            # A closed channel can be the worker's own doing: it may still run.
            status = self._end()
        return _obituary(late, status, self._budget)


def _held(ready: Message) -> Holds:
    """What a worker says of its lockdown, before it has seen a line of the learner's."""
    body = ready.envelope.body
    try:
        return msgspec.json.decode(body.value if isinstance(body, wire.Reply) else "", type=Holds)  # type: ignore[arg-type]
    except (msgspec.DecodeError, TypeError) as error:
        raise WorkerEnded("crashed", f"it did not start properly ({error})") from None


def _obituary(late: str | None, status: int | None, budget: Budget) -> WorkerEnded:
    if late is not None:
        return WorkerEnded("timed_out", late)
    code = None if status is None else status & 0x7F
    if code == getattr(signal, "SIGXCPU", -1):
        return WorkerEnded("timed_out", f"it used more than {budget.cpu:g} seconds of computing time")
    if code and code != getattr(signal, "SIGKILL", 9):
        return WorkerEnded("crashed", f"it was ended by {signal.Signals(code).name}")
    return WorkerEnded("crashed", "it ended the Python process")


class _Clock:
    """Watches one worker's CPU time and each call's wall time, from a thread of the judge's.

    Reading and writing may block: whoever is late is killed, and a killed worker's channel ends.
    """

    def __init__(self, pid: int, budget: Budget, kill: Callable[[], None], progress: Progress | None) -> None:
        self._process = psutil.Process(pid)
        self._budget, self._kill, self._progress = budget, kill, progress
        self._base: float | None = None  # None while the worker starts up
        self._since: float | None = time.monotonic()
        self._stopped = threading.Event()
        self._dead = 0  # how many looks in a row found the process dead and its answer still awaited
        self.expired: str | None = None
        self._thread = threading.Thread(target=self._watch, daemon=True, name="worker clock")
        self._thread.start()

    def start_counting(self) -> None:
        """What was used to start up (a spawned worker imports PyTorch) is not the learner's."""
        self._base = self.used()
        self._since = None

    def used(self) -> float:
        """CPU seconds since counting began; 0 once the process is gone."""
        try:
            times = self._process.cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system) - (self._base or 0.0)

    @contextmanager
    def call(self) -> Iterator[None]:
        self._since = time.monotonic()
        try:
            yield
        finally:
            self._since = None

    def stop(self) -> None:
        self._stopped.set()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(TICK):
            used = self.used()
            if self._progress is not None:
                self._progress(used / self._budget.cpu)
            since, wall = self._since, START_WALL if self._base is None else self._budget.wall
            if self._base is not None and used > self._budget.cpu:
                self.expired = f"it used more than {self._budget.cpu:g} seconds of computing time"
            elif since is not None and time.monotonic() - since > wall:
                self.expired = f"it gave no answer for {wall:g} seconds"
            if self.expired or self._orphaned():
                self._kill()
                return

    def _orphaned(self) -> bool:
        """Whether the worker is gone and the channel is only held open by what it started."""
        try:
            dead = self._process.status() == psutil.STATUS_ZOMBIE
        except psutil.Error:
            dead = True
        self._dead = self._dead + 1 if dead and self._since is not None else 0
        return self._dead > DEAD_LOOKS


@contextmanager
def room() -> Iterator[Path]:
    """A directory for one judging, with `in` and `scratch`; gone afterwards."""
    root = Path(tempfile.mkdtemp(prefix="grade-"))
    try:
        (root / "in").mkdir()
        (root / "scratch").mkdir()
        yield root
    finally:
        shutil.rmtree(root, ignore_errors=True)


def starter_wanted() -> str:
    """ "fork" or "spawn", as GRADE_START says; fork only where it is safe."""
    wanted = os.environ.get(START, "")
    possible = sys.platform == "linux"
    return "fork" if possible and wanted != "spawn" else "spawn"


@contextmanager
def working(
    starter: Starter,
    budget: Budget,
    *,
    preload: tuple[str, ...] = (),
    progress: Progress | None = None,
    gpu: bool = False,
    without: tuple[str, ...] = (),
) -> Iterator[tuple[Worker, Path]]:
    """A worker in a room of its own, and the directory that it may read."""
    with room() as root:
        scratch, readable = str(root / "scratch"), str(root / "in")
        launch = Launch(scratch, readable, budget.threads, int(budget.cpu) + GRACE, preload, gpu, without)
        worker = Worker(starter, launch, budget, progress)
        try:
            yield worker, root / "in"
        finally:
            worker.close()
