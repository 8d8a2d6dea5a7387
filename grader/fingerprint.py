"""Digests of all that a judgement depends on: the ledger's keys are made of them."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from grader.catalog import PACKAGE, Course, Exercise
from grader.errors import GraderFault


@cache
def torch_version() -> str:
    """PyTorch's version, without importing it."""
    return importlib.metadata.version("torch")


@cache
def engine_digest() -> str:
    """The grader's own code (the front ends too: one digest is simple, and a release changes all of it), and Python."""
    return _of_files(
        [*sorted(PACKAGE.glob("*.py")), *sorted((PACKAGE / "sandbox").glob("*.py"))],
        platform.python_version(),
    )


def judge_digest(course: Course, exercise: Exercise) -> str:
    """What judges one exercise: its checks, mistakes, solution and catalogue entry, and the engine.

    Raises GraderFault where one of the files is missing.
    """
    paths = course.checks_path(exercise), course.mistakes_path(exercise), course.solution_path(exercise)
    entry = msgspec.structs.replace(exercise, due=None)  # a day more or less changes no verdict
    return _of_files(paths, engine_digest() + msgspec.json.encode(entry).decode())


def data_digest(folder: Path) -> str:
    """A data folder by its files' names, sizes and times: to read them takes longer than to judge a function."""
    seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.glob("*ubyte*"))]
    return hashlib.sha256(repr((str(folder), seen)).encode()).hexdigest()


def _of_files(paths: Iterable[Path], extra: str) -> str:
    digest = hashlib.sha256(extra.encode())
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise GraderFault(f"A file of the course cannot be read: {error}") from None
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()
