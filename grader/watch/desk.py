"""The exercise in hand, and what a learner can do with it. Every front end of `grade watch` works at one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.catalog import Course, Exercise
from grader.errors import UsageError
from grader.ledger import Ledger
from grader.lesson import introduction
from grader.notebooks import read_answer
from grader.restore import restore
from grader.session import Target
from grader.source import Unreadable, source_path
from grader.standing import Standing, standings


class Progress(msgspec.Struct, frozen=True):
    """How far one has come: exercise `number` of `total`, `passed` of them, and the same for its chapter."""

    number: int
    total: int
    passed: int
    chapter: str
    chapter_total: int
    chapter_passed: int


class Desk:
    """Where one learner works. `exercise` is in hand; the ledger is read anew whenever it may have changed."""

    def __init__(self, course: Course, folder: Path, ledger: Ledger, start: Target | None = None) -> None:
        self._course, self._folder, self._ledger = course, folder, ledger
        self._learner = str(folder.resolve())
        self._own = start  # a file that was named itself may lie elsewhere
        self.exercise = start.exercise if start else self._where_one_was()

    @property
    def target(self) -> Target:
        if self._own is not None and self._own.exercise is self.exercise:
            return self._own
        return Target(self.exercise, source_path(self._folder, self.exercise))

    def _where_one_was(self) -> Exercise:
        """The last exercise that was worked on, or, once that is passed, the first after it that is not."""
        attempts, passed = self._ledger.attempts(self._learner), self._ledger.passed(self._learner)
        names = [exercise.name for exercise in self._course.all]
        last = next((names.index(a.exercise) for a in reversed(attempts) if a.exercise in names), 0)
        ordered = self._course.all[last:] + self._course.all[:last]
        return next((exercise for exercise in ordered if exercise.name not in passed), ordered[0])

    def move(self, steps: int) -> bool:
        """Take the exercise so many places further on. False at the end of the course."""
        number = self._course.all.index(self.exercise) + steps
        if not 0 <= number < len(self._course.all):
            return False
        self.exercise = self._course.all[number]
        return True

    def go(self, name: str) -> None:
        (self.exercise,) = self._course.find(name)

    def following(self) -> str | None:
        """The name of the next exercise, None at the end of the course."""
        number = self._course.all.index(self.exercise) + 1
        return self._course.all[number].name if number < len(self._course.all) else None

    def begun(self) -> bool:
        """Whether the file is there and no more as it came."""
        try:
            found = read_answer(self._course, self.exercise, self.target.path)
            return found != self._course.stub(self.exercise)
        except Unreadable:
            return False

    def progress(self) -> Progress:
        passed, chapter = self._ledger.passed(self._learner), self._course.chapter(self.exercise)
        done = [exercise for exercise in self._course.all if exercise.name in passed]
        return Progress(
            number=self._course.all.index(self.exercise) + 1,
            total=len(self._course.all),
            passed=len(done),
            chapter=chapter.title,
            chapter_total=len(chapter.exercise),
            chapter_passed=sum(exercise.chapter == chapter.name for exercise in done),
        )

    def passed(self) -> bool:
        """Whether the exercise in hand was passed at some time."""
        return self.exercise.name in self._ledger.passed(self._learner)

    def standings(self) -> Sequence[Standing]:
        return standings(self._course, self._folder, self._ledger)

    def lesson(self) -> str:
        return introduction(self._course, self.exercise)

    def one_more_hint(self) -> Sequence[str]:
        """The hints so far, and one more."""
        hints = self.exercise.hints
        return hints[: self._ledger.one_more_hint(self._learner, self.exercise.name, len(hints))]

    def solution(self) -> str:
        """Our answer. Raises UsageError before the learner's own has passed."""
        if not self.passed():
            raise UsageError("The solution is shown once you have passed.")
        return self._course.solution_path(self.exercise).read_text(encoding="utf-8")

    def reset(self) -> str:
        """Put the stub back, and say what was done. Raises UsageError where that cannot be done."""
        return restore(self._course, self.exercise, self.target.path)
