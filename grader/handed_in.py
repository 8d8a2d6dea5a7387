"""What a class has handed in: a folder or a zip for each learner, as learning platforms export them.

    DIR/ada/04_losses/mnist_loss.py        a folder each, laid out like exercises/ or flat, at any depth
    DIR/ada.zip                            a zip each
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

from grader.catalog import Course, Exercise
from grader.errors import UsageError
from grader.source import MAX_SOURCE, Unreadable, read_plainly

MAX_MEMBERS = 10_000  # files in one learner's zip
_MOODLE = re.compile(r"(?P<learner>.+)_\d+_assignsubmission_file_?")
_CANVAS = re.compile(r"(?P<learner>[^_]+)(_LATE)?_\d+_\d+_(?P<name>.+?)(-\d+)?(?P<suffix>\.py|\.zip|\.ipynb)")


class Answer(Protocol):
    """A file that was handed in."""

    @property
    def where(self) -> PurePosixPath:
        """Its place below the learner's own folder."""
        ...

    def read(self) -> bytes:
        """Its content. Raises Unreadable with a sentence."""
        ...

    def submitted(self) -> float | None:
        """When it was written or packed, in seconds since 1970."""
        ...


class FileAnswer(msgspec.Struct, frozen=True):
    path: Path
    where: PurePosixPath

    def read(self) -> bytes:
        return read_plainly(self.path)

    def submitted(self) -> float | None:
        return self.path.lstat().st_mtime


class ZipAnswer(msgspec.Struct, frozen=True):
    archive: Path
    member: str

    @property
    def where(self) -> PurePosixPath:
        return PurePosixPath(self.member.replace("\\", "/"))

    def read(self) -> bytes:
        try:
            with zipfile.ZipFile(self.archive) as archive, archive.open(self.member) as file:
                content = file.read(MAX_SOURCE + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
            raise Unreadable(f"{self.where.name} cannot be read out of {self.archive.name}: {error}.") from None
        if len(content) > MAX_SOURCE:
            raise Unreadable(
                f"{self.where.name} is longer than {MAX_SOURCE // 1024} KB. An answer needs a few hundred bytes."
            )
        return content

    def submitted(self) -> float | None:
        with zipfile.ZipFile(self.archive) as archive:
            return datetime(*archive.getinfo(self.member).date_time).timestamp()


class HandedIn(msgspec.Struct, frozen=True):
    """One learner's answers by exercise. problem: why nothing of it can be read, "" mostly."""

    learner: str
    answers: dict[str, Answer]
    problem: str = ""


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
    slugs = {exercise.slug: exercise for exercise in course.all}
    return [HandedIn(name, _by_exercise(found, slugs), problems[name]) for name, found in sorted(files.items())]


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
            elif path.suffix == ".py":
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
    """A regular .py file inside the archive's own tree."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    mode = info.external_attr >> 16
    regular = not info.is_dir() and (stat.S_IFMT(mode) in (0, stat.S_IFREG))
    hidden = any(part.startswith((".", "__", "/")) or ":" in part for part in parts)
    return regular and not hidden and info.filename.endswith(".py")


def _by_exercise(found: Iterable[Answer], slugs: dict[str, Exercise]) -> dict[str, Answer]:
    """The file for each exercise: of several that of its chapter's folder, then the one that lies highest."""
    chosen: dict[str, Answer] = {}
    for answer in sorted(found, key=lambda answer: _rank(answer, slugs)):
        exercise = slugs.get(answer.where.stem)
        if exercise is not None:
            chosen.setdefault(exercise.name, answer)
    return chosen


def _rank(answer: Answer, slugs: dict[str, Exercise]) -> tuple[bool, int, str]:
    exercise = slugs.get(answer.where.stem)
    at_home = exercise is not None and answer.where.parent.name == exercise.chapter
    return not at_home, len(answer.where.parts), str(answer.where)


def shard(everyone: list[HandedIn], number: int, count: int) -> Iterator[HandedIn]:
    """Every `count`-th learner, from the `number`-th on (1 to count)."""
    return iter(everyone[number - 1 :: count])
