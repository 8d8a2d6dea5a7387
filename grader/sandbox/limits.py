"""What a worker gives up before the learner's first line runs: resources, descriptors, and what `fence` takes."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import msgspec

from grader.sandbox.fence import Fence
from grader.sandbox.levels import Holds
from grader.sandbox.rooms import Room
from grader.sandbox.seccomp import libc

if os.name == "posix":
    import resource

MIB = 1 << 20
GIB = 1 << 30
HEADROOM = 4 * GIB
MAX_FILE = 64 * MIB
MAX_OPEN = 256
MAX_DESCRIPTOR = 1 << 20
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


class Terms(msgspec.Struct, frozen=True):
    """What a worker may use.

    cpu_seconds: the hard limit that stands behind the judge's own budget.
    gpu: whether it shares a GPU, whose driver needs devices and address space.
    without: fences ("files", "calls") that are left open, to see what the others hold.
    """

    threads: int
    cpu_seconds: int
    preload: tuple[str, ...] = ()
    gpu: bool = False
    without: tuple[str, ...] = ()


class Launch(msgspec.Struct, frozen=True):
    """What a worker is started with."""

    room: Room
    terms: Terms


def lock_down(launch: Launch, fence: Fence, keep: set[int]) -> Holds:
    """Give up what can be given up, and tell what was tried then. `keep` are the descriptors that stay open."""
    room, terms = launch.room, launch.terms
    _settle(room.scratch)
    if os.name == "posix":
        die_with_parent()
        _limit(terms)
    held = fence.close(room.scratch, room.readable, terms.gpu, terms.without)
    if os.name == "posix":
        _close_others(keep)
    return held


def die_with_parent() -> None:
    """Linux: end as soon as the process that started this one has ended."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Linux: what this process's children leave behind becomes its own child, whatever group it went to."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        libc().prctl(option, value)


def _close_others(keep: set[int]) -> None:
    low = 0
    for descriptor in sorted(keep):
        if low < descriptor:  # an empty range that begins at 0 is taken for all of them
            os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, min(os.sysconf("SC_OPEN_MAX"), MAX_DESCRIPTOR))
    # Python's own streams write to 0, 1 and 2: without a file there, the next one opened would take their place.
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in {0, 1, 2} - keep - {null}:
        os.dup2(null, descriptor)


def _limit(terms: Terms) -> None:
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: terms.cpu_seconds + int(time.process_time()),
        resource.RLIMIT_FSIZE: MAX_FILE,
        resource.RLIMIT_NOFILE: MAX_OPEN,
    }
    if sys.platform == "linux" and not terms.gpu:
        limits[resource.RLIMIT_AS] = mapped_bytes() + HEADROOM
    for which, value in limits.items():
        _, hard = resource.getrlimit(which)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))


def mapped_bytes() -> int:
    """Linux: the address space that this process has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _settle(scratch: Path) -> None:
    os.chdir(scratch)
    os.environ.update({name: str(scratch) for name in ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE")})
