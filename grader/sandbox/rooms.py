"""A room is a directory for one judging: `in` to read from, `scratch` to write in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec


class Room(msgspec.Struct, frozen=True):
    """A directory that stays until `clear`."""

    path: str

    @classmethod
    def made(cls) -> Room:
        Path(tempfile.gettempdir()).mkdir(parents=True, exist_ok=True)  # somebody may have cleared up
        room = cls(tempfile.mkdtemp(prefix="grade-"))
        room.readable.mkdir()
        room.scratch.mkdir()
        return room

    @property
    def readable(self) -> Path:
        """Where a submission may read what checks give it."""
        return Path(self.path, "in")

    @property
    def scratch(self) -> Path:
        """A submission's working directory, the only one that it may write in."""
        return Path(self.path, "scratch")

    @property
    def stands(self) -> bool:
        return self.readable.is_dir() and self.scratch.is_dir()

    def clear(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


@contextmanager
def room() -> Iterator[Room]:
    """A room that is gone afterwards."""
    made = Room.made()
    try:
        yield made
    finally:
        made.clear()
