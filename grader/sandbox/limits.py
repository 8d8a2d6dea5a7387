"""What a worker gives up before the learner's first line runs.

In this order: a session of its own, the other descriptors, resource limits, its directory. `fence` is the place for
what a kernel can refuse on top (Landlock, seccomp).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

import msgspec

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


class Launch(msgspec.Struct, frozen=True):
    """What a worker is started with.

    scratch: its working directory, the only one it may write in.
    cpu_seconds: the hard limit that stands behind the judge's own budget.
    """

    scratch: str
    threads: int
    cpu_seconds: int
    preload: tuple[str, ...] = ()


def lock_down(launch: Launch, keep: set[int]) -> None:
    """Give up what can be given up; `keep` are the descriptors that stay open."""
    if os.name == "posix":
        die_with_parent()
        _close_others(keep)
        _limit(launch)
    _settle(Path(launch.scratch))
    fence(launch)


def fence(launch: Launch) -> None:
    """What the kernel itself refuses from now on. Nothing yet: `levels` reports `process-only`."""


def die_with_parent() -> None:
    """Linux: end as soon as the process that started this one has ended."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Linux: what this process's children leave behind becomes its own child, whatever group it went to."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(option, value)


def _close_others(keep: set[int]) -> None:
    low = 0
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, min(os.sysconf("SC_OPEN_MAX"), MAX_DESCRIPTOR))
    # Python's own streams write to 0, 1 and 2: without a file there, the next one opened would take their place.
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in {0, 1, 2} - keep - {null}:
        os.dup2(null, descriptor)


def _limit(launch: Launch) -> None:
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: launch.cpu_seconds + int(time.process_time()),
        resource.RLIMIT_FSIZE: MAX_FILE,
        resource.RLIMIT_NOFILE: MAX_OPEN,
    }
    if sys.platform == "linux":
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
