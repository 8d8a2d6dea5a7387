"""A running worker as the judge sees it: an answer to each question within the budget, or how it ended."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from grader.sandbox import wire
from grader.sandbox.clock import Budget, Clock, Progress, WorkerEnded
from grader.sandbox.levels import Holds
from grader.sandbox.limits import Terms
from grader.sandbox.link import Spans, reply_of
from grader.sandbox.starters import Starter
from grader.sandbox.wire import Message, ProtocolError

LAST_WORDS = 0.2  # seconds in which one that hung up may end by itself, so that it can be told how
GRACE = 5  # CPU seconds between the judge's budget and the kernel's own limit behind it


class Worker:
    """One running worker: a `Link` whose every answer comes within the budget, or WorkerEnded."""

    def __init__(self, starter: Starter, terms: Terms, budget: Budget, progress: Progress | None = None) -> None:
        self._budget = budget
        started = starter.start(terms)
        self.pid, self.room, self._channel = started.pid, started.room, started.channel
        self._end, self._kill = started.end, started.kill
        self._clock = Clock(self.pid, budget, self.room.scratch, started.kill, progress)
        self._ended = False
        try:
            self.held = _held(self._receive(0))
        except BaseException:
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

    def kill(self) -> None:
        """From another thread: whoever waits for an answer gets WorkerEnded at once."""
        if not self._ended:
            self._kill()

    def close(self) -> None:
        """End the worker and everything that it started, and clear its room."""
        self._clock.stop()
        self._channel.close()
        try:
            if not self._ended:
                self._ended = True
                self._end(0)
        finally:
            self.room.clear()

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
        broken = self._clock.broken
        self._clock.stop()
        status = None
        if not self._ended:
            self._ended = True
            # A closed channel can be the worker's own doing: it may still run.
            status = self._end(LAST_WORDS)
        return broken or _obituary(status, self._budget)


def _held(ready: Message) -> Holds:
    """What a worker says of its lockdown, before it has seen a line of the learner's."""
    body = ready.envelope.body
    try:
        return msgspec.json.decode(body.value if isinstance(body, wire.Reply) else "", type=Holds)  # type: ignore[arg-type]
    except (msgspec.DecodeError, TypeError) as error:
        raise WorkerEnded("crashed", f"it did not start properly ({error})") from None


def _obituary(status: int | None, budget: Budget) -> WorkerEnded:
    """From a wait status; None for one that hung up and lived on."""
    if status is None:
        return WorkerEnded("crashed", "it closed its line to the judge")
    code = status & 0x7F
    if code == getattr(signal, "SIGXCPU", -1):
        return WorkerEnded("timed_out", f"it used more than {budget.cpu:g} seconds of computing time")
    if code == getattr(signal, "SIGKILL", 9):
        return WorkerEnded("crashed", "it was ended by SIGKILL, as the system does when memory runs out")
    if code:
        return WorkerEnded("crashed", f"it was ended by {_name(code)}")
    return WorkerEnded("crashed", "it ended the Python process")


def _name(code: int) -> str:
    try:
        return signal.Signals(code).name
    except ValueError:  # real-time signals have none
        return f"signal {code}"


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
    terms = Terms(budget.threads, int(budget.cpu) + GRACE, preload, gpu, without)
    worker = Worker(starter, terms, budget, progress)
    try:
        yield worker, worker.room.readable
    finally:
        worker.close()
