"""When a file counts as saved, whatever wrote it. Time is the test's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.watch.saves import DOUBTFUL, LOOK, READ, Saves

OLD, NEW = b"def f():\n    return 1\n", b"def f():\n    return 22\n"


class Watched:
    """A file, and whoever looks at it at each tick of a clock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "answer.py"
        self.now = 0.0
        self.path.write_bytes(OLD)
        self._saves = Saves(self.path, lambda: self.now)

    def told(self, seconds: float = DOUBTFUL + READ + LOOK) -> list[bytes | None]:
        """All that was found saved meanwhile."""
        told = []
        for _ in range(round(seconds / LOOK)):
            self.now += LOOK
            if self._saves.look():
                assert self._saves.seen is not None
                told.append(self._saves.seen.source)
        return told

    def write(self, content: bytes) -> None:
        self.path.write_bytes(content)
        self.tick()

    def tick(self) -> None:
        """Give the file a time of its own: a test is faster than the clock of a file system."""
        stamp = int(self.now * 1e9) + 1
        os.utime(self.path, ns=(stamp, stamp))


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    watched = Watched(tmp_path)
    assert watched.told() == [OLD]
    return watched


def test_what_does_not_change_is_told_once(watched: Watched) -> None:
    assert watched.told(5.0) == []


def test_a_whole_file_is_believed_at_the_second_look(watched: Watched) -> None:
    watched.write(NEW)
    assert watched.told(2 * LOOK) == [NEW]


def test_a_new_file_renamed_over_the_old_one(watched: Watched) -> None:
    other = watched.path.with_suffix(".new")
    other.write_bytes(NEW)
    other.rename(watched.path)
    watched.tick()
    assert watched.told() == [NEW]


def test_the_old_file_renamed_and_a_new_one_written(watched: Watched) -> None:
    watched.path.rename(watched.path.with_suffix(".bak"))
    assert watched.told(2 * LOOK) == []
    watched.write(NEW)
    assert watched.told() == [NEW]


@given(cut=st.integers(0, len(NEW) - 1))
def test_never_half_a_file(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Truncated and written in two parts, with a look between each two steps."""
    watched = Watched(tmp_path_factory.mktemp("saves"))
    watched.told()
    steps = [b"", NEW[:cut], NEW]
    told = []
    for content in steps:
        watched.write(content)
        told += watched.told(LOOK)
    assert told + watched.told() == [NEW]


def test_the_first_part_may_be_long_in_coming(watched: Watched) -> None:
    watched.write(NEW[:-3])
    assert watched.told(DOUBTFUL / 2) == []
    watched.write(NEW)
    assert watched.told() == [NEW]


def test_a_last_line_without_its_end_is_believed_after_a_while(watched: Watched) -> None:
    watched.write(NEW.rstrip())
    assert watched.told() == [NEW.rstrip()]


def test_saved_once_more_without_a_change(watched: Watched) -> None:
    watched.now += 1
    watched.tick()
    assert watched.told() == [OLD]


def test_a_change_that_neither_time_nor_size_shows(watched: Watched) -> None:
    """As on file systems with coarse times, or where they come from a cache."""
    stamp = os.stat(watched.path).st_mtime_ns
    watched.path.write_bytes(OLD.replace(b"1", b"3"))
    os.utime(watched.path, ns=(stamp, stamp))
    assert watched.told() == [OLD.replace(b"1", b"3")]


def test_a_file_that_goes_and_comes(watched: Watched) -> None:
    watched.path.unlink()
    assert watched.told(DOUBTFUL / 2) == []
    assert watched.told() == [None]
    watched.write(NEW)
    assert watched.told() == [NEW]


def test_a_link_is_not_read(watched: Watched, tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_bytes(NEW)
    watched.path.unlink()
    watched.path.symlink_to(secret)
    assert watched.told() == [None]
