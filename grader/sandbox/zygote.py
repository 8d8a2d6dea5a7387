"""The clean process from which workers are forked: PyTorch imported, and nothing else known.

It is itself forked from the engine before the engine reads a job, or started as `python -P -m grader.sandbox.zygote`.
It does four things when the judge asks: import modules, arrange its memory, fork a worker onto a socket that comes
along, bury a dead one.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from grader.sandbox.fence import prepare
from grader.sandbox.limits import adopt_orphans, die_with_parent
from grader.sandbox.pages import collapse
from grader.sandbox.worker import preload, rehearse, serve

MAX_ORDER = 1 << 16
KILLED = -1  # in place of the wait status of one that was still alive
LOOK = 0.001  # seconds between two looks at a worker that is about to end


class Preload(msgspec.Struct, tag=True):
    modules: tuple[str, ...]


class Collapse(msgspec.Struct, tag=True):
    """Make the forks to come cheaper. Takes a moment."""


class Fork(msgspec.Struct, tag=True):
    """Fork a worker; its socket comes with the message. Answered with its process id."""


class Bury(msgspec.Struct, tag=True):
    """End worker `pid` and all that it started. Answered with its wait status, or KILLED.

    patience: seconds in which it may still end by itself.
    """

    pid: int
    patience: float = 0


Order = Preload | Collapse | Fork | Bury
_orders = msgspec.json.Decoder(Order)


class Zygote:
    """Takes orders over `control` until it closes; then no worker is left."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._workers: set[int] = set()

    def run(self) -> None:
        adopt_orphans()
        prepare()
        rehearse()  # what this imports and caches, no worker has to
        gc.collect()
        gc.freeze()  # forked workers share what is here; the collector would touch, and so copy, all of it
        while True:
            message, descriptors, _, _ = socket.recv_fds(self._control, MAX_ORDER, 1)
            if not message:
                break
            self._control.sendall(b"%d\n" % self._obey(_orders.decode(message), descriptors))
        for pid in list(self._workers):
            self._bury(pid)

    def _obey(self, order: Order, descriptors: list[int]) -> int:
        if isinstance(order, Preload):
            preload(order.modules)
            gc.freeze()
            return 0
        if isinstance(order, Collapse):
            collapse()
            return 0
        return self._fork(descriptors[0]) if isinstance(order, Fork) else self._bury(order.pid, order.patience)

    def _fork(self, descriptor: int) -> int:
        pid = os.fork()
        if pid:
            os.close(descriptor)
            self._workers.add(pid)
            return pid
        try:
            os.setsid()
            die_with_parent()
            self._control.close()
            serve(os.dup(descriptor), descriptor)
        finally:
            os._exit(0)

    def _bury(self, pid: int, patience: float = 0) -> int:
        if pid not in self._workers:
            return 0
        ended = _has_ended(pid, patience)
        end_group(pid)
        _, status = os.waitpid(pid, 0)
        self._workers.discard(pid)
        self._end_orphans()
        return status if ended else KILLED

    def _end_orphans(self) -> None:
        """Kill what a worker started in a session of its own: with its parent dead, it is a child of ours."""
        while orphans := set(children()) - self._workers:
            for pid in orphans:
                end_group(pid)
                os.waitpid(pid, 0)


def _has_ended(pid: int, patience: float) -> bool:
    """Whether a child has ended by itself. It stays to be waited for: its group must not get another's number."""
    until = time.monotonic() + patience
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() >= until:
            return False
        time.sleep(LOOK)
    return True


def children() -> list[int]:
    """The child processes of this one (the zygote has one thread)."""
    try:
        return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
    except OSError:  # a kernel that keeps no such list
        return []


def end_group(pid: int) -> None:
    """Kill a worker and its process group, which is all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGKILL)


def main() -> None:
    die_with_parent()
    Zygote(socket.socket(fileno=os.dup(0))).run()


if __name__ == "__main__":
    main()
