"""What a class has handed in: a folder or a zip for each learner, as learning platforms export them.

    DIR/ada/04_losses/mnist_loss.py        a folder each, laid out like exercises/ or flat, at any depth
    DIR/ada.zip                            a zip each
    DIR/ada/losses.ipynb                   notebooks, in folders or zips
    DIR/Ada Lovelace_123_assignsubmission_file_/...   Moodle
    DIR/lovelaceada_123_456_mnist_loss.py  Canvas, file by file (`_LATE_` and `-1` may stand in it)

Nothing of it is trusted: files are found by their names, links are not followed, nothing is unpacked.
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Protocol

import msgspec

from grader.catalog import SUFFIXES, Course, Exercise
from grader.cells import Cell
from grader.errors import UsageError
from grader.gradebook import Handed
from grader.notebooks import MAX_NOTEBOOK, answer_in, cells_in, meant_by
from grader.source import MAX_SOURCE, Unreadable, read_plainly

MAX_MEMBERS = 10_000  # files in one learner's zip
_MOODLE = re.compile(r"(?P<learner>.+)_\d+_assignsubmission_file_?")
_CANVAS = re.compile(r"(?P<learner>[^_]+)(?P<late>_LATE)?_\d+_\d+_(?P<name>.+?)(-\d+)?(?P<suffix>\.py|\.zip|\.ipynb)")


class Answer(Protocol):
    """A file that was handed in."""

    @property
    def where(self) -> PurePosixPath:
        """Its place below the learner's own folder."""
        ...

    def read(self, limit: int = MAX_SOURCE) -> bytes:
        """Its content, up to so many bytes. Raises Unreadable with a sentence."""
        ...

    def submitted(self) -> float | None:
        """When it was written or packed, in seconds since 1970."""
        ...

    def late(self) -> bool:
        """Whether the platform marked it so when it was exported."""
        ...


class FileAnswer(msgspec.Struct, frozen=True):
    path: Path
    where: PurePosixPath

    def read(self, limit: int = MAX_SOURCE) -> bytes:
        return read_plainly(self.path, limit)

    def submitted(self) -> float | None:
        return self.path.lstat().st_mtime

    def late(self) -> bool:
        return _marked_late(self.path)


class ZipAnswer(msgspec.Struct, frozen=True):
    archive: Path
    member: str

    @property
    def where(self) -> PurePosixPath:
        return PurePosixPath(self.member.replace("\\", "/"))

    def read(self, limit: int = MAX_SOURCE) -> bytes:
        try:
            with zipfile.ZipFile(self.archive) as archive, archive.open(self.member) as file:
                content = file.read(limit + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
            raise Unreadable(f"{self.where.name} cannot be read out of {self.archive.name}: {error}.") from None
        if len(content) > limit:
            raise Unreadable(f"{self.where.name} is longer than {limit // 1024} KB.")
        return content

    def submitted(self) -> float | None:
        with zipfile.ZipFile(self.archive) as archive:
            return datetime(*archive.getinfo(self.member).date_time).timestamp()

    def late(self) -> bool:
        return _marked_late(self.archive)


class CellsAnswer(msgspec.Struct, frozen=True):
    """What a notebook's cells give to one exercise. cells: None where they cannot be read, which `read` tells."""

    notebook: Answer
    cells: tuple[Cell, ...] | None
    course: Course
    exercise: Exercise

    @property
    def where(self) -> PurePosixPath:
        return self.notebook.where

    def read(self, limit: int = MAX_SOURCE) -> bytes:
        cells = _cells(self.course, self.notebook) if self.cells is None else self.cells
        found = answer_in(self.course, self.exercise, cells)
        if found is None:
            raise Unreadable(f"{self.where.name} has no cell for {self.exercise.slug}.")
        return found

    def submitted(self) -> float | None:
        return self.notebook.submitted()

    def late(self) -> bool:
        return self.notebook.late()


class HandedIn(msgspec.Struct, frozen=True):
    """One learner's answers by exercise. problem: why nothing of it can be read, "" mostly."""

    learner: str
    answers: dict[str, Answer]
    problem: str = ""

    def handed(self, exercise: Exercise) -> Handed:
        """How the answer to an exercise was handed in, if there is one."""
        answer = self.answers.get(exercise.name)
        return Handed(self.learner) if answer is None else Handed(self.learner, answer.submitted(), answer.late())


def handed_in(folder: Path, course: Course) -> list[HandedIn]:
    """All learners of a class, by name. Raises UsageError where there is no folder, or nobody in it."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}. A class is a folder with one folder or zip for each learner.")
    files: dict[str, list[Answer]] = {}
    problems: dict[str, str] = {}
    for entry in sorted(folder.iterdir()):
        learner, found, problem = _entry(entry)
        if learner:
            files.setdefault(learner, []).extend(found)
            problems[learner] = problems.get(learner) or problem
    if not files:
        raise UsageError(f"{folder} holds no learner: it wants one folder or zip for each.")
    return [HandedIn(name, _by_exercise(found, course), problems[name]) for name, found in sorted(files.items())]


def _entry(path: Path) -> tuple[str, list[Answer], str]:
    """Whose an entry of the class's folder is ("" for nobody's), the files in it, and what is wrong with it."""
    if path.is_symlink() or path.name.startswith((".", "__")):
        return "", [], ""
    if path.is_dir():
        moodle = _MOODLE.fullmatch(path.name)
        return (moodle["learner"] if moodle else path.name), *_below(path)
    canvas = _CANVAS.fullmatch(path.name)
    learner, name = (canvas["learner"], canvas["name"] + canvas["suffix"]) if canvas else (path.stem, "")
    if path.suffix == ".zip":
        return learner, *_members(path)
    return (learner, [FileAnswer(path, PurePosixPath(name))], "") if canvas else ("", [], "")


def _marked_late(path: Path) -> bool:
    canvas = _CANVAS.fullmatch(path.name)
    return canvas is not None and canvas["late"] is not None


def _below(folder: Path) -> tuple[list[Answer], str]:
    """The answers in a learner's folder, and in zips that lie in it."""
    found: list[Answer] = []
    problem = ""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix == ".zip" and not path.is_symlink():
                members, problem = _members(path)
                found += members
            elif path.suffix in SUFFIXES:
                found.append(FileAnswer(path, PurePosixPath(path.relative_to(folder).as_posix())))
    return found, problem


def _members(path: Path) -> tuple[list[Answer], str]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        return [], f"{path.name} cannot be read: {error}."
    if len(infos) > MAX_MEMBERS:
        return [], f"{path.name} holds {len(infos):,} files. Hand in the exercises alone."
    return [ZipAnswer(path, info.filename) for info in infos if _plain(info)], ""


def _plain(info: zipfile.ZipInfo) -> bool:
    """A regular .py or .ipynb file inside the archive's own tree."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    mode = info.external_attr >> 16
    regular = not info.is_dir() and (stat.S_IFMT(mode) in (0, stat.S_IFREG))
    hidden = any(part.startswith((".", "__", "/")) or ":" in part for part in parts)
    return regular and not hidden and info.filename.endswith(SUFFIXES)


def _by_exercise(found: Iterable[Answer], course: Course) -> dict[str, Answer]:
    """The file for each exercise: of several that of its chapter's folder, then the one that lies highest.

    A notebook gives what no file does.
    """
    slugs = {exercise.slug: exercise for exercise in course.all}
    chosen: dict[str, Answer] = {}
    for answer in sorted(found, key=lambda answer: _rank(answer, slugs)):
        for name, own in _meant(answer, slugs, course):
            chosen.setdefault(name, own)
    return chosen


def _rank(answer: Answer, slugs: dict[str, Exercise]) -> tuple[bool, bool, int, str]:
    exercise = slugs.get(answer.where.stem)
    at_home = exercise is not None and answer.where.parent.name == exercise.chapter
    return answer.where.suffix != ".py", not at_home, len(answer.where.parts), str(answer.where)


def _meant(answer: Answer, slugs: dict[str, Exercise], course: Course) -> Iterator[tuple[str, Answer]]:
    """The exercises that a file is for, each with its answer in it."""
    named = slugs.get(answer.where.stem)
    if answer.where.suffix == ".py":
        yield from [] if named is None else [(named.name, answer)]
        return
    try:
        cells = _cells(course, answer)
    except Unreadable:
        cells = None
    found = meant_by(course, cells or ())
    for exercise in found or ([] if named is None else [named]):
        yield exercise.name, CellsAnswer(answer, cells, course, exercise)


def _cells(course: Course, notebook: Answer) -> tuple[Cell, ...]:
    return cells_in(course, notebook.where.name, notebook.read(MAX_NOTEBOOK))
