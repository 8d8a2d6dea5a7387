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

from grader.catalog import own_course
from grader.errors import EngineDied, GradeError, GraderFault, UsageError
from grader.jobs import (
    Cancel,
    Dropped,
    Event,
    Faulted,
    Hello,
    Job,
    Judged,
    Refused,
    Request,
    Running,
    read_event,
    read_request,
    write,
)
from grader.result import ExerciseResult, Fault

if TYPE_CHECKING:
    from grader.checking import Runner
    from grader.sandbox.starters import Starter

__all__ = ["Engine", "Job", "Overtaken"]

PATIENCE = 5.0  # seconds that an engine has to clear up
ATTEMPTS = 2  # an engine that dies is replaced, and the job given to the next one


class Overtaken(Exception):
    """Raised by whoever is told of a job's progress and wants its verdict no more."""


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
        """Start the process; PyTorch is imported there while the caller goes on. Raises EngineDied once closed."""
        if self._closed:
            raise EngineDied("The engine has been closed.")
        if self._process is not None and self._process.poll() is None:
            return
        self._end()  # clear up after one that died
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

        progress: is told some fifty times a second which share of its budget the submission has used. It may raise
        Overtaken: then the worker is ended at once, and the exception comes out here.
        Raises GraderFault for a fault of ours, UsageError for a job that cannot be done here.
        """
        for _ in range(ATTEMPTS):
            self.start()
            try:
                return self._judge(job, progress)
            except EngineDied as died:
                self._end()
                error = died
        raise error

    def _judge(self, job: Job, progress: Callable[[float], None] | None) -> ExerciseResult:
        self._send(job)
        overtaken: Overtaken | None = None
        while True:
            event = self._receive()
            if isinstance(event, Running):
                if overtaken is None and (overtaken := _told(progress, event.share)):
                    self._send(Cancel())
            elif isinstance(event, Hello):
                self.torch, self.rooms = event.torch, event.rooms
            elif overtaken is not None:
                raise overtaken
            elif isinstance(event, Judged):
                return event.result
            elif isinstance(event, Faulted):
                raise GraderFault(event.fault.message)
            elif isinstance(event, Refused):
                raise UsageError(event.message)

    def _send(self, request: Request) -> None:
        process = self._process
        if process is None or process.stdin is None:
            raise self._died()
        try:
            write(process.stdin, request)
        except (OSError, ValueError):  # it has gone, or another thread has closed the engine
            raise self._died() from None

    def _receive(self) -> Event:
        process = self._process
        if process is None or process.stdout is None:
            raise self._died()
        try:
            event = read_event(process.stdout)
        except ValueError:  # closed by another thread
            event = None
        if event is None:
            raise self._died()
        return event

    def said(self) -> str:
        """What the process wrote on its standard error: complaints of itself, if anything."""
        if self._said is None or self._said.closed:
            return ""
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace").strip()

    def _died(self) -> EngineDied:
        return EngineDied(f"The judging process ended before it answered. {self.said()[-2000:]}".strip())

    def close(self) -> None:
        """End the engine and with it every worker, for good. Another thread may be waiting for a verdict."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        if not self.rooms:  # it is importing PyTorch, does not listen yet, and has nothing to clear up
            process.kill()
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
        self.rooms = ""


def _told(progress: Callable[[float], None] | None, share: float) -> Overtaken | None:
    """Tell of the progress; what comes back is why the job is to be given up."""
    try:
        if progress is not None:
            progress(share)
    except Overtaken as overtaken:
        return overtaken
    return None


class Service:
    """The engine's own side: takes jobs from one stream, writes events to another."""

    def __init__(self, jobs: IO[bytes], events: IO[bytes], starter: Starter) -> None:
        self._events, self._starter = events, starter
        self._lock = threading.Lock()
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._source = jobs
        self._course = own_course()
        self._cancelled = threading.Event()
        self._stop: Callable[[], None] = lambda: None

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
        while (request := read_request(self._source)) is not None:
            if isinstance(request, Job):
                self._jobs.put(request)
            else:
                self._cancelled.set()
                self._stop()
        shutil.rmtree(self._rooms, ignore_errors=True)
        os._exit(0)

    def _serve(self, runner: Runner, bench: object) -> None:
        from grader.grading import Grader

        gc.collect()
        gc.freeze()
        gc.enable()
        grader = Grader(self._course, self._starter, runner, bench)  # type: ignore[arg-type]
        self._stop = grader.cancel
        while True:
            job = self._jobs.get()
            self._cancelled.clear()  # that was an earlier job's: requests come in order
            event = self._judge(grader, job)
            self._say(Dropped() if self._cancelled.is_set() else event)
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
            write(self._events, event)


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
