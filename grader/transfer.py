"""A learner's progress as a file: what was tried and passed, and how many hints were seen.

It carries no judgement that the ledger could answer from: whoever writes into such a file shows themselves progress,
and is judged as before.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import msgspec

from grader import __version__
from grader.errors import UsageError
from grader.ledger import Attempt, Ledger
from grader.result import Verdict

FORMAT = "seven-steps progress"
VERSION = 1
MAX_BYTES = 64 * 1024 * 1024  # some 300,000 attempts
LATEST = 253_402_300_799  # the last second of the year 9999, in seconds since 1970

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Tried(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer. `source` is its SHA-256, "" where there was no file; `time` is in seconds since 1970."""

    exercise: Name
    source: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")]
    verdict: Verdict
    time: Annotated[float, msgspec.Meta(ge=0, le=LATEST)]


class _Head(msgspec.Struct, frozen=True):
    """What tells a progress file from another, whatever its version."""

    format: str
    version: int
    grader: str


class Progress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: int
    grader: str
    attempts: list[Tried]
    hints: dict[Name, Annotated[int, msgspec.Meta(ge=0, le=100)]]


def save(ledger: Ledger, learner: str, path: Path) -> Progress:
    """Write a learner's progress. Raises UsageError rather than write over what is no progress file."""
    if path.exists():
        _load(path)
    attempts = list(map(_tried, ledger.attempts(learner)))
    progress = Progress(FORMAT, VERSION, __version__, attempts, ledger.all_hints_shown(learner))
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(progress), indent=1) + b"\n")
        os.replace(fresh, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None
    return progress


def merge(ledger: Ledger, learner: str, path: Path) -> int:
    """Add a file's progress to a learner's own: what both know stays once, and nothing is lost.

    Gives how many attempts were new. Raises UsageError for a file that cannot be used; then nothing is changed.
    """
    progress = _load(path)
    with ledger.transaction():
        # Each known one answers for one of the file's: the same attempt may well stand twice in both.
        known = Counter(map(_tried, ledger.attempts(learner)))
        fresh = list((Counter(progress.attempts) - known).elements())
        for tried in fresh:
            ledger.add(Attempt(learner, tried.exercise, tried.source, tried.verdict, tried.time))
        for exercise, shown in progress.hints.items():
            ledger.show_hints(learner, exercise, max(shown, ledger.hints_shown(learner, exercise)))
    return len(fresh)


def _tried(attempt: Attempt) -> Tried:
    return Tried(attempt.exercise, attempt.source, attempt.verdict, attempt.time)


def _load(path: Path) -> Progress:
    raw = _read(path)
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no progress file, or a damaged one: {error}.") from None
    if head.format != FORMAT:
        raise UsageError(f"{path} is no progress file: `grade progress export` writes one.")
    if head.version != VERSION:
        raise UsageError(f"{path} was written by a newer grader ({head.grader}). Update this one.")
    try:
        return msgspec.json.decode(raw, type=Progress)
    except msgspec.DecodeError as error:
        raise UsageError(f"{path} is a damaged progress file: {error}. Nothing was taken from it.") from None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    if len(raw) > MAX_BYTES:
        raise UsageError(f"{path} is no progress file: it is longer than {MAX_BYTES // 1024**2} MB.")
    return raw
