"""What the judge watches while a worker runs: time, threads, and the files that it writes."""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
import psutil

TICK = 0.02  # seconds between two looks at a worker
DEAD_LOOKS = 10  # an answer sent with a worker's last breath is read meanwhile
WALL_FACTOR = 10  # a call that only sleeps is ended after this many times its CPU budget
MAX_THREADS = 200  # no limit of the kernel's holds for one process of a user
MAX_SCRATCH = 256 << 20  # bytes in a scratch directory, of which no limit of the kernel's knows
MAX_FILES = 5_000  # in a scratch directory
SCRATCH_LOOKS = 5  # ticks from one look at the scratch directory to the next
START_WALL = 120  # seconds that a worker may take to import PyTorch on a busy machine

Progress = Callable[[float], None]


class WorkerEnded(Exception):
    """A worker gave no proper answer. `kind` is "timed_out" or "crashed"; `reason` a part of a sentence."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.reason = kind, reason


class Budget(msgspec.Struct, frozen=True):
    """CPU seconds a thread, and the number of threads."""

    seconds: float
    threads: int = 1

    @property
    def cpu(self) -> float:
        return self.seconds * self.threads

    @property
    def wall(self) -> float:
        return self.seconds * WALL_FACTOR


class Clock:
    """Watches one worker's time, each call's wall time, its threads and its files, from a thread of the judge's.

    Reading and writing may block: whoever breaks a rule is killed, and a killed worker's channel ends.
    """

    def __init__(
        self, pid: int, budget: Budget, scratch: Path, kill: Callable[[], None], progress: Progress | None
    ) -> None:
        self._process = psutil.Process(pid)
        self._budget, self._scratch, self._kill, self._progress = budget, scratch, kill, progress
        self._base: float | None = None  # None while the worker starts up
        self._used = 0.0
        self._since: float | None = time.monotonic()
        self._stopped = threading.Event()
        self._dead = 0  # how many looks in a row found the process dead and its answer still awaited
        self.broken: WorkerEnded | None = None
        self._thread = threading.Thread(target=self._watch, daemon=True, name="worker clock")
        self._thread.start()

    def start_counting(self) -> None:
        """What was used to start up (a spawned worker imports PyTorch) is not the learner's."""
        self._base, self._used = self.used(), 0.0
        self._since = None

    def used(self) -> float:
        """CPU seconds since counting began; once the process has ended, what was seen last."""
        if self._stopped.is_set():  # its number may be another's by now
            return self._used
        with suppress(psutil.Error):
            times = self._process.cpu_times()
            self._used = float(times.user + times.system) - (self._base or 0.0)
        return self._used

    @contextmanager
    def call(self) -> Iterator[None]:
        self._since = time.monotonic()
        try:
            yield
        finally:
            self._since = None

    def stop(self) -> None:
        self._stopped.set()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _watch(self) -> None:
        for look in itertools.count():
            if self._stopped.wait(TICK):
                return
            if self._progress is not None and self._base is not None:
                self._progress(self.used() / self._budget.cpu)
            with self._process.oneshot():  # one reading of the process for all questions
                self.broken = self._late() or self._greedy(look)
                orphaned = self._orphaned()
            if self.broken or orphaned:
                self._kill()
                return

    def _late(self) -> WorkerEnded | None:
        since, wall = self._since, START_WALL if self._base is None else self._budget.wall
        if self._base is not None and self.used() > self._budget.cpu:
            return WorkerEnded("timed_out", f"it used more than {self._budget.cpu:g} seconds of computing time")
        if since is not None and time.monotonic() - since > wall:
            return WorkerEnded("timed_out", f"it gave no answer for {wall:g} seconds")
        return None

    def _greedy(self, look: int) -> WorkerEnded | None:
        with suppress(psutil.Error):
            if self._process.status() == psutil.STATUS_STOPPED:
                return WorkerEnded("crashed", "it stopped itself")
            if self._process.num_threads() > MAX_THREADS:
                return WorkerEnded("crashed", f"it started more than {MAX_THREADS} threads")
        if look % SCRATCH_LOOKS == 0:
            number, size = contents(self._scratch)
            if size > MAX_SCRATCH or number > MAX_FILES:
                return WorkerEnded("crashed", f"it wrote {number:,} files with {size >> 20:,} MiB")
        return None

    def _orphaned(self) -> bool:
        """Whether the worker is gone and the channel is only held open by what it started."""
        try:
            dead = self._process.status() == psutil.STATUS_ZOMBIE
        except psutil.Error:
            dead = True
        self._dead = self._dead + 1 if dead and self._since is not None else 0
        return self._dead > DEAD_LOOKS


def contents(folder: Path) -> tuple[int, int]:
    """Number and bytes on disk of the files below a folder. What vanishes meanwhile does not count."""
    number = size = 0
    for root, folders, files in os.walk(folder):
        number += len(folders) + len(files)
        if number > MAX_FILES:
            break
        for file in files:
            with suppress(OSError):
                found = os.lstat(os.path.join(root, file))
                size += getattr(found, "st_blocks", found.st_size // 512) * 512
    return number, size
