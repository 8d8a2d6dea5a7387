"""Memory in large pieces: what is forked from a process copies its page tables, and frees them again when it ends."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.sandbox.seccomp import libc

MADV_COLLAPSE = 25  # Linux 6.1
HUGE = 2 << 20  # bytes of a huge page on x86-64, and on aarch64 with the usual base pages


def collapse() -> None:
    """Join this process's anonymous memory into huge pages, as far as the kernel can; elsewhere nothing happens."""
    if sys.platform == "linux":
        for start, end in _anonymous(Path("/proc/self/maps").read_text()):
            first = -(-start // HUGE) * HUGE
            for place in range(first, end - HUGE + 1, HUGE):
                libc().madvise(ctypes.c_void_p(place), ctypes.c_size_t(HUGE), MADV_COLLAPSE)


def _anonymous(maps: str) -> Iterator[tuple[int, int]]:
    """First and last address of what can be written and is no file's."""
    for line in maps.splitlines():
        addresses, access, _, _, inode, *name = line.split(maxsplit=5)
        if access == "rw-p" and inode == "0" and name in ([], ["[heap]"]):
            start, end = addresses.split("-")
            yield int(start, 16), int(end, 16)
