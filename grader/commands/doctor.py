"""`grade doctor`: what this machine can do, tried and not guessed."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator

from grader import __version__
from grader.catalog import PACKAGE, Course, own_course, shipped_course
from grader.commands.common import nearest_folder
from grader.engine import Engine, Job
from grader.errors import GradeError
from grader.fingerprint import torch_version
from grader.ledger import Ledger, ledger_path
from grader.sandbox.levels import tried


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(arguments: argparse.Namespace) -> int:
    course, broken = own_course(), 0
    for name, find in _questions(course):
        try:
            print(f"  {name:12} {find()}", flush=True)
        except GradeError as error:
            broken += 1
            print(f"x {name:12} {error}", flush=True)
    return 3 if broken else 0


def _questions(course: Course) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "grader", lambda: f"{__version__}, in {PACKAGE}"
    yield "Python", lambda: f"{platform.python_version()} ({sys.executable})"
    yield "PyTorch", torch_version
    yield (
        "system",
        lambda: f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores",
    )
    yield "course", lambda: f"{course.title}, in {course.exercises.parent}"
    yield "exercises", lambda: str(nearest_folder() or "none here: `grade init course` writes them")
    yield "digits", lambda: _digits(course)
    yield "ledger", _ledger
    yield "isolation", _isolation
    yield "judging", lambda: _judging(course)


def _digits(course: Course) -> str:
    from grader.datasets import verify

    verify(course.data, own=course.data == shipped_course().data)
    return f"whole, in {course.data}"


def _ledger() -> str:
    with Ledger(ledger_path()) as ledger:
        return str(ledger.path)


def _isolation() -> str:
    """Tried anew, whatever is remembered."""
    holds = tried()
    refused = holds.files_refused + holds.calls_refused
    lines = [f"{holds.level}: a worker in a process of its own, with resource limits"]
    lines += [f"{'':14} could not {', '.join(refused)}"] if refused else []
    lines += [f"{'':14} {why}"] if (why := holds.why()) else []
    return "\n".join(lines)


def _judging(course: Course) -> str:
    """Judges a solution, cold and warm."""
    exercise = min(course.all, key=lambda exercise: exercise.budget)
    job = Job(exercise.name, course.solution_path(exercise).read_bytes(), 0)
    began = time.monotonic()
    with Engine() as engine:
        engine.judge(job)
        cold, began = time.monotonic() - began, time.monotonic()
        verdict = engine.judge(job).verdict
        warm = time.monotonic() - began
    return f"our own answer to {exercise.slug}: {verdict}, {cold:.1f} s cold, {1000 * warm:.0f} ms warm"
