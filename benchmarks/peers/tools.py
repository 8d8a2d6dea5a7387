"""The four graders, each as its own documentation says: what is prepared, what is measured, who got full marks."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import msgspec
import nbformat

from benchmarks.peers.notebooks import for_nbgrader, plain
from benchmarks.peers.ordinary_tests import for_otter, for_pytest, parts
from benchmarks.peers.submissions import EXERCISES, Submission
from grader.gradebook import Gradebook
from grader.result import Verdict

PATIENCE = 120.0  # seconds for one submission of a tool that has no limit of its own


class Set(msgspec.Struct, frozen=True):
    """What a tool is given: a Python with the tool, an empty folder, the submissions, processes at a time."""

    python: Path
    folder: Path
    submissions: Sequence[Submission]
    workers: int

    def command(self, *words: object, cwd: Path | None = None, patience: float | None = None) -> int | None:
        """The exit status of a command of the tool's environment, None where it ran out of time; its output is kept."""
        # nbgrader calls programs of its environment by their names.
        path = os.pathsep.join([str(self.python.parent), os.environ["PATH"]])
        with (self.folder / "output.txt").open("ab") as log:
            try:
                return subprocess.run(
                    [str(word) for word in words],
                    cwd=cwd or self.folder,
                    env={**os.environ, "PATH": path},
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    timeout=patience,
                ).returncode
            except subprocess.TimeoutExpired:
                return None

    def require(self, *words: object, cwd: Path | None = None) -> None:
        """The same for what has to succeed."""
        if self.command(*words, cwd=cwd) != 0:
            raise SystemExit((self.folder / "output.txt").read_text(errors="replace"))


class Tool(Protocol):
    """What is not timed comes before and after `run`. packages: what pip is told; none for this project's own."""

    packages: tuple[str, ...]

    def prepare(self, given: Set) -> None: ...

    def run(self, given: Set) -> None: ...

    def full_marks(self, given: Set) -> set[str]:
        """The learners who got them."""
        ...


class Batch:
    """`grade batch` on a folder for each learner."""

    packages: tuple[str, ...] = ()

    def prepare(self, given: Set) -> None:
        for one in given.submissions:
            _write(given.folder / "class" / one.learner / f"{one.exercise}.py", one.source)

    def run(self, given: Set) -> None:
        batch = (sys.executable, "-P", "-m", "grader.cli", "batch", given.folder / "class")
        given.command(*batch, *EXERCISES, "--workers", given.workers)

    def full_marks(self, given: Set) -> set[str]:
        with Gradebook.to_read(given.folder / "class.gradebook") as book:
            return {entry.learner for entry in book.entries() if entry.result.verdict is Verdict.PASSED}


class Pytest:
    """`pytest` on an ordinary test file, a process for each submission; passed is what ends with status 0."""

    packages: tuple[str, ...] = ("pytest",)

    def __init__(self) -> None:
        self._passed: set[str] = set()

    def prepare(self, given: Set) -> None:
        for one in given.submissions:
            _write(given.folder / one.learner / f"{one.exercise}.py", one.source)
            _write(given.folder / one.learner / f"test_{one.exercise}.py", for_pytest(one.exercise))

    def run(self, given: Set) -> None:
        def passes(one: Submission) -> bool:
            command = (given.python, "-m", "pytest", "-q", f"test_{one.exercise}.py")
            return given.command(*command, cwd=given.folder / one.learner, patience=PATIENCE) == 0

        with ThreadPoolExecutor(given.workers) as threads:
            verdicts = zip(given.submissions, threads.map(passes, given.submissions), strict=True)
            self._passed = {one.learner for one, passed in verdicts if passed}

    def full_marks(self, given: Set) -> set[str]:
        return self._passed


class Otter:
    """otter-grader without containers, by `otter.api.grade_submission`: sessions side by side, each with its share."""

    packages: tuple[str, ...] = ("otter-grader[grading]==7.0.0",)

    def prepare(self, given: Set) -> None:
        for exercise in EXERCISES:
            _write(given.folder / exercise / "tests" / f"{exercise}.py", for_otter(exercise))
            given.require(given.python, "-m", "otter", "generate", cwd=given.folder / exercise)
        for one in given.submissions:
            nbformat.write(plain(one.source), _parent_made(given.folder / "submitted" / f"{one.learner}.ipynb"))

    def run(self, given: Set) -> None:
        def session(number: int) -> None:
            share = given.submissions[number :: given.workers]
            pairs = [(f"submitted/{one.learner}.ipynb", f"{one.exercise}/autograder.zip") for one in share]
            script = Path(__file__).with_name("otter_session.py")
            given.command(given.python, script, f"marks-{number}.json", *(word for pair in pairs for word in pair))

        with ThreadPoolExecutor(given.workers) as threads:
            list(threads.map(session, range(given.workers)))

    def full_marks(self, given: Set) -> set[str]:
        shares = [json.loads(path.read_bytes()) for path in given.folder.glob("marks-*.json")]
        return {Path(notebook).stem for each in shares for notebook, share in each.items() if share == 1}


class Nbgrader:
    """`nbgrader autograde`: an assignment with a notebook for each exercise, one command for the class."""

    packages: tuple[str, ...] = ("nbgrader==0.9.6",)

    def prepare(self, given: Set) -> None:
        for exercise in EXERCISES:
            stub = f"### BEGIN SOLUTION\n{exercise} = None\n### END SOLUTION"
            path = given.folder / "source" / "katas" / f"{exercise}.ipynb"
            nbformat.write(for_nbgrader(exercise, stub), _parent_made(path))
        given.require(given.python, "-m", "nbgrader", "generate_assignment", "katas")
        for one in given.submissions:
            path = given.folder / "submitted" / one.learner / "katas" / f"{one.exercise}.ipynb"
            nbformat.write(for_nbgrader(one.exercise, one.source), _parent_made(path))

    def run(self, given: Set) -> None:
        given.command(given.python, "-m", "nbgrader", "autograde", "katas")

    def full_marks(self, given: Set) -> set[str]:
        given.require(given.python, "-m", "nbgrader", "export", "--to", "grades.csv")
        points = {one.learner: len(parts(one.exercise)[1]) for one in given.submissions}
        with (given.folder / "grades.csv").open(newline="", encoding="utf-8") as file:
            scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
        return {learner for learner, score in scores.items() if score >= points[learner]}


def _write(path: Path, text: str) -> None:
    _parent_made(path).write_text(text, encoding="utf-8")


def _parent_made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


TOOLS: dict[str, Callable[[], Tool]] = {
    "grade batch": Batch,
    "pytest": Pytest,
    "otter-grader": Otter,
    "nbgrader": Nbgrader,
}
