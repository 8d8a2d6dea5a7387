"""What a run costs: seconds on the clock, and the memory of all processes that it starts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

import psutil

from benchmarks.classroom import megabytes

EVERY = 0.5  # seconds: a look at the memory of many processes is not free


class Cost(NamedTuple):
    seconds: float
    megabytes: float


def cost_of(run: Callable[[], None]) -> Cost:
    """Runs it. The memory is the most that was seen of this process's children at one time."""
    seen, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(EVERY):
            seen.append(sum(megabytes(child.pid) for child in psutil.Process().children()))

    watcher = threading.Thread(target=look)
    watcher.start()
    began = time.monotonic()
    try:
        run()
        return Cost(time.monotonic() - began, max(seen))
    finally:
        done.set()
        watcher.join()
