"""A learner's source, read from a folder that is not trusted: the named file only, no link followed, up to a size."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from grader.catalog import Exercise

MAX_SOURCE = 256 * 1024


class Unreadable(Exception):
    """There is a file, but it is none that can be judged."""


class Missing(Unreadable):
    """There is no file."""


def source_path(folder: Path, exercise: Exercise) -> Path:
    return folder / exercise.chapter / f"{exercise.slug}.py"


def read_source(folder: Path, exercise: Exercise) -> bytes:
    """The source of one exercise. Raises Missing or Unreadable with a sentence."""
    return read_plainly(source_path(folder, exercise))


def read_plainly(path: Path, limit: int = MAX_SOURCE) -> bytes:
    """The bytes of a regular file of at most `limit` bytes."""
    if path.parent.is_symlink() or path.is_symlink():
        raise Unreadable(f"{path.name} is a link, or lies in one. Links are not followed: put the file itself there.")
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        raise Missing(f"There is no {path.parent.name}/{path.name}.") from None
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be opened: {error.strerror}.") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable(f"{path.name} is no regular file.")
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        advice = "An answer needs a few hundred bytes." if limit == MAX_SOURCE else "Clear its outputs."
        raise Unreadable(f"{path.name} is longer than {limit // 1024} KB. {advice}")
    return content


def digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()
