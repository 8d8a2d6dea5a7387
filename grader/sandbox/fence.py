"""The last step of the lockdown: from here on the kernel refuses, and the worker tries whether it does."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from grader.environment import course_folder
from grader.sandbox.landlock import Ruleset, library_rules
from grader.sandbox.levels import Holds
from grader.sandbox.seccomp import Unavailable, filter_for, restrict_calls

Made = TypeVar("Made")
PACKAGE = Path(__file__).resolve().parents[1]  # with all that lies in it: checks, mistakes, in a wheel the course


class Fence:
    """What can be got ready before it is known what the worker is for. It belongs to the process that made it."""

    def __init__(self) -> None:
        self._missing: list[str] = []
        self._files = self._or_missing(lambda: Ruleset(private()))
        self._calls = self._or_missing(lambda: filter_for(os.getpid()))

    def close(self, scratch: Path, readable: Path, gpu: bool = False, without: tuple[str, ...] = ()) -> Holds:
        """Restrict this process to its own two directories, libraries and harmless calls, as far as the kernel can.

        gpu: let a GPU's driver through. without: fences ("files", "calls") that are left open.
        """
        files, calls = self._files, self._calls
        if files is not None and "files" not in without:
            self._or_missing(lambda: _enforce(files, scratch, readable, gpu))
        if calls is not None and "calls" not in without:
            self._or_missing(lambda: restrict_calls(filter_for(os.getpid(), gpu) if gpu else calls))
        return _tried(tuple(self._missing), gpu)

    def _or_missing(self, step: Callable[[], Made]) -> Made | None:
        try:
            return step()
        except Unavailable as why:
            self._missing.append(str(why))
            return None


def _enforce(files: Ruleset, scratch: Path, readable: Path, gpu: bool) -> None:
    files.allow_reading(readable)
    files.allow_writing(scratch)
    if gpu:
        files.allow_gpu()
    files.enforce()


def prepare() -> None:
    """What all workers that are forked from here have in common, looked up once."""
    if sys.platform == "linux":
        library_rules(private())


def private() -> tuple[Path, ...]:
    """What no worker may read, wherever it lies: the grader, and the course where it is an instructor's own."""
    own = course_folder()
    return (PACKAGE,) if own is None else (PACKAGE, own)


def _tried(missing: tuple[str, ...], gpu: bool) -> Holds:
    if sys.platform != "linux":  # and no other way to try is known
        return Holds(missing=missing, gpu=gpu)
    files = {name: _refused(attempt) for name, attempt in (FILES | _of_course()).items()}
    calls = {name: _refused(attempt) for name, attempt in CALLS.items()}
    return Holds(_where(files, True), _where(files, False), _where(calls, True), _where(calls, False), missing, gpu)


def _where(tries: dict[str, bool], refused: bool) -> tuple[str, ...]:
    return tuple(name for name, was in tries.items() if was is refused)


def _refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except PermissionError:
        return True
    except OSError:  # it failed for a reason of its own: nobody stood in the way
        return False
    return False


def _fork() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _write_outside() -> None:
    path = Path(os.getcwd()).parent / "outside"
    with path.open("w"):
        pass
    path.unlink()


FILES: dict[str, Callable[[], object]] = {
    "read the grader": lambda: os.close(os.open(__file__, os.O_RDONLY)),
    "look around": lambda: os.listdir("/"),
    "write beside the scratch directory": _write_outside,
}


def _of_course() -> dict[str, Callable[[], object]]:
    """The same for an instructor's own course; ours lies within the grader or beside it."""
    own = course_folder()
    return {} if own is None else {"read the course": lambda: (own / "exercises" / "catalog.toml").read_bytes()}


CALLS: dict[str, Callable[[], object]] = {
    "open a socket": lambda: socket.socket().close(),
    "start a process": _fork,
    "run a program": lambda: os.execv("/nothing/of/that/name", ["nothing"]),
    "signal another process": lambda: os.kill(os.getppid(), 0),
}
