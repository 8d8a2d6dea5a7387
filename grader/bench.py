"""Benches: where the checks of one run find submissions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import torch

from grader.calls import SubmissionBroken
from grader.catalog import Course, Exercise, own_course
from grader.datasets import Digits, load_digits
from grader.errors import GraderFault
from grader.gallery import Gallery
from grader.sandbox.clock import Budget
from grader.sandbox.link import DirectLink, Link
from grader.sandbox.process import working
from grader.sandbox.rooms import room
from grader.sandbox.starters import ForkStarter, SpawnStarter, Starter, starter_wanted
from grader.sandbox.wire import Raised
from grader.source import Unreadable, read_source
from grader.submission import Submission


class SetBench:
    """The engine's: one submission at a time, loaded before its checks run."""

    def __init__(self, digits: Digits, device: torch.device) -> None:
        self.seed = 0
        self.digits, self.device = digits, device
        self.gallery = Gallery()
        self.current: Submission | None = None

    def submission(self, checks: Path) -> Submission:
        if self.current is None:
            raise GraderFault(f"{checks.name} runs, but no submission is loaded")
        return self.current


class FolderBench:
    """Plain pytest's: a worker for each exercise of a folder, one after the other."""

    def __init__(self, folder: Path, seed: int, sandboxed: bool = True) -> None:
        self.seed, self._folder, self._sandboxed = seed, folder, sandboxed
        self.digits, self.device = load_digits(), torch.device("cpu")
        self.gallery = Gallery()
        self._course = own_course()
        self._starter: Starter | None = None
        self._open = ExitStack()

    def submission(self, checks: Path) -> Submission:
        self._open.close()
        exercise = self._exercise(checks)
        try:
            source = read_source(self._folder, exercise)
        except Unreadable as error:
            raise SubmissionBroken(Raised("OSError", str(error))) from None
        link, readable = self._open.enter_context(self._linked(exercise))
        submission = Submission(link, self._course.public_names(exercise), readable)
        if raised := submission.load(source, f"{exercise.slug}.py"):
            raise SubmissionBroken(raised)
        return submission

    @contextmanager
    def _linked(self, exercise: Exercise) -> Iterator[tuple[Link, Path]]:
        if not self._sandboxed:
            with room() as here:
                yield DirectLink(), here.readable
            return
        budget = Budget(exercise.budget, exercise.threads)
        with working(self._start(), budget, preload=exercise.preload) as (worker, readable):
            yield worker, readable

    def close(self) -> None:
        self._open.close()
        if self._starter is not None:
            self._starter.close()

    def _start(self) -> Starter:
        if self._starter is None:
            self._starter = SpawnStarter() if starter_wanted() == "spawn" else ForkStarter.from_program()
        return self._starter

    def _exercise(self, checks: Path) -> Exercise:
        for exercise in self._course.all:
            if self._course.checks_path(exercise) == checks:
                return exercise
        raise GraderFault(f"{checks} belongs to no exercise of the catalogue")


def direct_submission(course: Course, exercise: Exercise, source: bytes, folder: Path) -> Submission:
    """A solution or a known mistake, loaded into this process. Raises GraderFault where it does not even load."""
    submission = Submission(DirectLink(), course.public_names(exercise), folder)
    if raised := submission.load(source, f"{exercise.slug}.py"):
        raise GraderFault(f"{exercise.name}: an answer of ours does not load: {raised.kind}: {raised.text}")
    return submission


__all__ = ["FolderBench", "SetBench", "direct_submission"]
