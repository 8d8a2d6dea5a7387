"""Memory joined into huge pages is the same memory."""

from __future__ import annotations

import mmap
import re
import sys
from pathlib import Path

import pytest

from grader.sandbox.pages import HUGE, collapse


def in_huge_pages() -> int:
    """Kilobytes of this process."""
    return sum(map(int, re.findall(r"^AnonHugePages: +(\d+)", Path("/proc/self/smaps").read_text(), re.MULTILINE)))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux joins pages when it is asked to")
def test_what_was_in_small_pages_is_the_same_in_huge_ones() -> None:
    before = in_huge_pages()
    with mmap.mmap(-1, 4 * HUGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
        content = bytes(range(256)) * (4 * HUGE // 256)
        memory[:] = content
        collapse()
        if in_huge_pages() == before:
            pytest.skip("this kernel has no MADV_COLLAPSE (Linux 6.1), or no huge page to spare")
        assert memory[:] == content
