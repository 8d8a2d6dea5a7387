"""The engine: the process that judges, and the client that front ends talk to it with.

`python -P -m grader.engine` starts without arguments and in a minimal environment, imports PyTorch, forks
the zygote and only then reads its first job, so that nothing a worker inherits tells of the judge's. It ends when its
standard input does.
"""

from __future__ import annotations

import gc
import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import IO, TYPE_CHECKING

import msgspec

from grader.catalog import own_course
from grader.errors import EngineDied, GradeError, GraderFault, UsageError
from grader.result import ExerciseResult, Fault
from grader.sandbox.levels import Level

if TYPE_CHECKING:
    from grader.checking import Runner
    from grader.sandbox.starters import Starter

LENGTH = 8  # bytes of a frame's length
PATIENCE = 5.0  # seconds that an engine has to clear up
ATTEMPTS = 2  # an engine that dies is replaced, and the job given to the next one


class Job(msgspec.Struct, frozen=True, tag=True):
    """One judging: what, with which draws and data.

    isolation: the level that was promised; a worker that is held less is a fault.
    small: a small set of digits and the bars that go with it.
    patience: seconds of computing that a diagnosis may cost.
    """

    exercise: str
    source: bytes
    seed: int
    device: str = "cpu"
    data: str | None = None
    isolation: Level = Level.PROCESS_ONLY
    small: bool = False
    patience: float = 0.1


class Running(msgspec.Struct, frozen=True, tag=True):
    """How much of its budget a submission has used, from 0 to 1."""

    exercise: str
    share: float


class Judged(msgspec.Struct, frozen=True, tag=True):
    result: ExerciseResult


class Faulted(msgspec.Struct, frozen=True, tag=True):
    """A fault of ours. `error` is the traceback, for a bug report."""

    fault: Fault
    error: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The job asks for what is not to be had here, such as a GPU."""

    message: str


class Hello(msgspec.Struct, frozen=True, tag=True):
    """The first message: what the engine stands on, and the folder that all its files are in."""

    torch: str
    rooms: str


Event = Running | Judged | Faulted | Refused | Hello
_jobs = msgspec.msgpack.Decoder(Job)
_events = msgspec.msgpack.Decoder(Event)


def write_frame(stream: IO[bytes], message: Job | Event) -> None:
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(LENGTH, "little") + body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame's body; None at the end."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    body = stream.read(int.from_bytes(head, "little"))
    return body if len(body) == int.from_bytes(head, "little") else None


class Engine:
    """A front end's engine: started when it is first needed (or by `start`), replaced when it dies."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._closed = False
        self.torch = self.rooms = ""

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the process; PyTorch is imported there while the caller goes on."""
        if self._process is not None and self._process.poll() is None:
            return
        from grader.environment import clean_environment

        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the engine)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "grader.engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=dict(clean_environment()),
            start_new_session=True,  # Ctrl-C is for the front end, which then closes the engine
        )

    def judge(self, job: Job, progress: Callable[[float], None] | None = None) -> ExerciseResult:
        """The verdict on one source.

        Raises GraderFault for a fault of ours, UsageError for a job that cannot be done here.
        """
        for _ in range(ATTEMPTS):
            self.start()
            try:
                return self._judge(job, progress)
            except EngineDied as died:
                if self._closed:  # by another thread: nobody wants the verdict any more
                    raise
                self._end()
                error = died
        raise error

    def _judge(self, job: Job, progress: Callable[[float], None] | None) -> ExerciseResult:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            write_frame(self._process.stdin, job)
        except OSError:
            raise self._died() from None
        while True:
            body = read_frame(self._process.stdout)
            if body is None:
                raise self._died()
            event = _events.decode(body)
            if isinstance(event, Judged):
                return event.result
            if isinstance(event, Faulted):
                raise GraderFault(event.fault.message)
            if isinstance(event, Refused):
                raise UsageError(event.message)
            if isinstance(event, Hello):
                self.torch, self.rooms = event.torch, event.rooms
            elif progress is not None:
                progress(event.share)

    def _died(self) -> EngineDied:
        said = ""
        if self._said is not None:
            self._said.seek(0)
            said = self._said.read().decode("utf-8", "replace").strip()
        return EngineDied(f"The judging process ended before it answered. {said[-2000:]}".strip())

    def close(self) -> None:
        """End the engine and with it every worker, for good."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        assert process.stdin is not None
        with suppress(OSError):  # a job that was never read
            process.stdin.close()  # by which it knows that nobody waits any more
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdout, self._said):
            if stream is not None:
                stream.close()
        if self.rooms:  # one that was killed has left them
            shutil.rmtree(self.rooms, ignore_errors=True)


class Service:
    """The engine's own side: takes jobs from one stream, writes events to another."""

    def __init__(self, jobs: IO[bytes], events: IO[bytes], starter: Starter) -> None:
        self._events, self._starter = events, starter
        self._lock = threading.Lock()
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._source = jobs
        self._course = own_course()

    def run(self) -> None:
        """Judge until the front end hangs up."""
        import torch

        from grader.bench import SetBench
        from grader.checking import Runner
        from grader.datasets import load_digits

        # All that is written goes there, so that whatever ends this process, one folder has to be removed.
        self._rooms = tempfile.tempdir = tempfile.mkdtemp(prefix="grade-")
        bench = SetBench(load_digits(), torch.device("cpu"))
        self._say(Hello(str(torch.__version__), self._rooms))
        threading.Thread(target=self._listen, daemon=True, name="jobs").start()
        Runner(bench, lambda runner: self._serve(runner, bench)).hold(self._course.checks)

    def _listen(self) -> None:
        """Reads jobs, and ends this process at once when there can be no more: nobody waits for the answer."""
        while (body := read_frame(self._source)) is not None:
            self._jobs.put(_jobs.decode(body))
        shutil.rmtree(self._rooms, ignore_errors=True)
        os._exit(0)

    def _serve(self, runner: Runner, bench: object) -> None:
        from grader.grading import Grader

        gc.collect()
        gc.freeze()
        gc.enable()
        grader = Grader(self._course, self._starter, runner, bench)  # type: ignore[arg-type]
        while True:
            job = self._jobs.get()
            self._say(self._judge(grader, job))
            grader.settle(busy=lambda: not self._jobs.empty())

    def _judge(self, grader: object, job: Job) -> Event:
        from grader.grading import Grader
        from grader.sandbox.starters import ZygoteDied

        assert isinstance(grader, Grader)
        try:
            (exercise,) = self._course.find(job.exercise)
            return Judged(grader.grade(exercise, job, self._progress(job)))
        except ZygoteDied:
            os._exit(1)  # only a new engine has a clean zygote
        except UsageError as error:
            return Refused(str(error))
        except Exception as error:
            text = str(error) if isinstance(error, GradeError) else f"{type(error).__name__}: {error}"
            traceback.print_exc()
            return Faulted(Fault(job.exercise, text), traceback.format_exc())

    def _progress(self, job: Job) -> Callable[[float], None]:
        return lambda share: self._say(Running(job.exercise, share))

    def _say(self, event: Event) -> None:
        with self._lock:
            write_frame(self._events, event)


def main() -> None:
    """The engine process."""
    jobs, events = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(2, 1)
    gc.disable()  # the collector would go over all of PyTorch's objects again and again while they are made
    Service(jobs, events, _starter(jobs, events)).run()


def _starter(jobs: IO[bytes], events: IO[bytes]) -> Starter:
    from grader.sandbox.starters import ForkStarter, SpawnStarter, starter_wanted
    from grader.sandbox.zygote import Zygote

    if starter_wanted() == "spawn":
        return SpawnStarter()
    ours, theirs = socket.socketpair()
    if os.fork():
        theirs.close()
        return ForkStarter(ours)
    try:
        ours.close()
        os.close(jobs.fileno())
        os.close(events.fileno())
        os.dup2(0, 1)
        os.dup2(0, 2)
        Zygote(theirs).run()
    finally:
        os._exit(0)


if __name__ == "__main__":
    # Not this copy's: those who import `grader.engine` have to find the same classes.
    from grader.engine import main as engine_main

    engine_main()
