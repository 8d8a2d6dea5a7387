"""How workers are started: forked from a zygote, or each as a program of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Protocol

import msgspec
import psutil

from grader.environment import START, clean_environment
from grader.sandbox.limits import Launch, Terms
from grader.sandbox.rooms import Room
from grader.sandbox.wire import Channel
from grader.sandbox.zygote import KILLED, MAX_ORDER, Bury, Collapse, Fork, Order, Preload, end_group

End = Callable[[float], int | None]


class ZygoteDied(Exception):
    """The process that workers are forked from has ended."""


class Started:
    """A worker that runs or waits, in a room of its own.

    kill: ends it and all that it started, so that whoever waits for its answer sees the end of the channel.
    end: the same, after some seconds of patience, and gives its wait status; None where it had to be killed.
    """

    def __init__(
        self, pid: int, room: Room, reading: IO[bytes], writing: IO[bytes], kill: Callable[[], None], end: End
    ) -> None:
        self.pid, self.room, self.channel, self.kill, self.end = pid, room, Channel(reading, writing), kill, end
        self._writing = writing

    def launch(self, terms: Terms) -> None:
        """Tell it what it is started for. One that has died meanwhile is noticed when it does not answer."""
        with suppress(OSError):
            self._writing.write(msgspec.json.encode(Launch(self.room, terms)) + b"\n")
            self._writing.flush()

    def drop(self) -> None:
        """End one that was never asked anything."""
        self.channel.close()
        try:
            self.end(0)
        finally:
            self.room.clear()


class Starter(Protocol):
    """A way to start workers."""

    def start(self, terms: Terms) -> Started:
        """A new worker that has its launch."""
        ...

    def prepare(self) -> None:
        """Use idle time to have the next worker ready, on the terms of the last."""

    def close(self) -> None: ...


class ForkStarter:
    """Forks workers from a zygote."""

    def __init__(self, control: socket.socket, program: subprocess.Popen[bytes] | None = None) -> None:
        self._control, self._program = control, program
        self._preloaded: set[str] = set()
        self._spare: Started | None = None
        self._terms: Terms | None = None  # of the last worker, and of the spare
        self._collapsed = False

    @classmethod
    def from_program(cls) -> ForkStarter:
        """A zygote that imports PyTorch itself: for a process that is no clean engine."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "grader.sandbox.zygote"]
        with theirs:
            environment = dict(clean_environment())
            program = subprocess.Popen(command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, env=environment)
        return cls(ours, program)

    def start(self, terms: Terms) -> Started:
        if not self._preloaded.issuperset(terms.preload):
            self._drop_spare()  # it was forked before these were imported
            self._order(Preload(terms.preload))
            self._preloaded.update(terms.preload)
        terms = msgspec.structs.replace(terms, preload=())  # done
        if self._spare is not None and not (terms == self._terms and _is_well(self._spare)):
            self._drop_spare()
        self._terms = terms
        started, self._spare = self._spare or self._launched(terms), None
        return started

    def prepare(self) -> None:
        if not self._collapsed:
            self._order(Collapse())
            self._collapsed = True
        if self._spare is None and self._terms is not None:
            with suppress(OSError):  # no room on the disk: told when somebody waits for a verdict
                self._spare = self._launched(self._terms)  # it locks itself down while nobody waits

    def close(self) -> None:
        self._drop_spare()
        self._control.close()
        if self._program is not None:
            self._program.wait()  # it ends when its control does

    def _launched(self, terms: Terms) -> Started:
        with _kept_if_used() as room:
            started = self._fork(room)
        started.launch(terms)
        return started

    def _fork(self, room: Room) -> Started:
        ours, theirs = socket.socketpair()
        with ours, theirs:  # what is made into files closes with them
            pid = self._order(Fork(), theirs.fileno())
            reading, writing = ours.makefile("rb"), ours.makefile("wb")

        def kill() -> None:
            end_group(pid)
            # What the worker started may live in a group of its own, and hold the other end open.
            with suppress(OSError):
                ours.shutdown(socket.SHUT_RDWR)

        def end(patience: float) -> int | None:
            status = self._order(Bury(pid, patience))
            return None if status == KILLED else status

        return Started(pid, room, reading, writing, kill, end)

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.drop()

    def _order(self, order: Order, *descriptors: int) -> int:
        try:
            socket.send_fds(self._control, [msgspec.json.encode(order)], descriptors)
            answer = self._control.recv(MAX_ORDER)
        except OSError as error:
            raise ZygoteDied(str(error)) from None
        if not answer:
            raise ZygoteDied("the zygote has ended")
        return int(answer)


@contextmanager
def _kept_if_used() -> Iterator[Room]:
    """A new room, cleared if no worker could be started in it."""
    room = Room.made()
    try:
        yield room
    except BaseException:
        room.clear()
        raise


def _is_well(spare: Started) -> bool:
    """Whether nobody has harmed it while it waited: what it is then asked would be its learner's failure."""
    if not spare.room.stands:
        return False
    try:
        return psutil.Process(spare.pid).status() not in (psutil.STATUS_ZOMBIE, psutil.STATUS_STOPPED)
    except psutil.NoSuchProcess:
        return False


class SpawnStarter:
    """Starts every worker as a program of its own: where fork is not to be had. Slower, the same verdicts."""

    def start(self, terms: Terms) -> Started:
        with _kept_if_used() as room:
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
            process.pid,
            room,
            process.stdout,
            process.stdin,
            lambda: end_tree(process.pid),
            lambda patience: _end_program(process, patience),
        )
        started.launch(terms)
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


def _end_program(process: subprocess.Popen[bytes], patience: float) -> int | None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    code = process.poll()
    end_tree(process.pid)
    process.wait()
    return None if code is None else -code if code < 0 else code << 8


def starter_wanted() -> str:
    """ "fork" or "spawn", as GRADE_START says; fork only where it is safe."""
    wanted = os.environ.get(START, "")
    possible = sys.platform == "linux"
    return "fork" if possible and wanted != "spawn" else "spawn"
