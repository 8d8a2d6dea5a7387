"""When a file has been saved, whatever the editor and wherever the file lies.

It looks at the file a hundred times a second, and does not wait for the system to tell: events do not come from
network folders, from Windows' drives under WSL, or where watches have run out, and an editor that renames a new file
over the old one ends the watch on it. To look at one file costs a few microseconds, and works everywhere.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.session import Target
from grader.source import Unreadable, read_plainly

LOOK = 0.01  # seconds between two looks
QUIET = 0.008  # seconds that a file has to stay as it is: until the next look
# The same for what may be the first part of a file: nothing, or an end in the middle of a line.
DOUBTFUL = 0.15
# Times may be coarse, or come from a cache that only opening the file renews: so it is read now and then.
READ = 0.25
SLOW = 10  # a look at a slow file system is followed by a pause of this many times its length


class Seen(msgspec.Struct, frozen=True):
    """What a look found. stamp: time and size, None for no file. source: None where it cannot be read."""

    stamp: tuple[int, int] | None
    source: bytes | None

    @property
    def quiet(self) -> float:
        """Seconds that it has to stay like this before it is believed to be whole."""
        whole = self.source is not None and self.source.endswith((b"\n", b"\r"))
        return QUIET if whole else DOUBTFUL


class Saves:
    """One file, looked at again and again. What it holds at first counts as saved."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path, self._clock = path, clock
        self.seen: Seen | None = None
        self._since = self._read = 0.0  # when it was first seen like this, and when it was last read
        self.pending = False  # whether it has changed since it was last found saved

    def look(self) -> bool:
        """Whether the file has been saved since the last time and can be believed to be whole; it is in `seen`."""
        now = self._clock()
        stamp = _stamp(self._path)
        if self.seen is None or stamp != self.seen.stamp or now - self._read >= READ:
            self._take(Seen(stamp, _source(self._path)), now)
        if not self.pending or self.seen is None or now - self._since < self.seen.quiet:
            return False
        self._take(Seen(_stamp(self._path), _source(self._path)), now)  # it has to read the same twice
        self.pending = self._since == now
        return not self.pending

    def _take(self, found: Seen, now: float) -> None:
        if found != self.seen:
            self.seen, self._since, self.pending = found, now, True
        self._read = now


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _source(path: Path) -> bytes | None:
    try:
        return read_plainly(path)
    except Unreadable:
        return None


def _with_source(target: Target, seen: Seen | None) -> Target:
    """What was seen is what is judged. A notebook's answer has to be read out of it first."""
    plain = seen is not None and target.path.suffix == ".py"
    return msgspec.structs.replace(target, source=seen.source) if seen and plain else target


class Eyes:
    """A thread that looks at one file at a time.

    changing: called when the file is no more as it was; it may not be whole yet.
    saved: called with the file when it is; its source comes along.
    """

    def __init__(self, changing: Callable[[], None], saved: Callable[[Target], None]) -> None:
        self._changing, self._saved = changing, saved
        self._watched: tuple[Target, Saves] | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="eyes")
        self._thread.start()

    def turn_to(self, target: Target) -> None:
        """Look at another file from now on. It counts as saved."""
        self._watched = target, Saves(target.path)

    def close(self) -> None:
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        pause = LOOK
        while not self._closed.wait(pause):
            began = time.monotonic()
            if self._watched is not None:
                self._look(*self._watched)
            pause = max(LOOK, SLOW * (time.monotonic() - began))

    def _look(self, target: Target, saves: Saves) -> None:
        before = saves.pending
        if saves.look():
            self._saved(_with_source(target, saves.seen))
        elif saves.pending and not before:
            self._changing()
