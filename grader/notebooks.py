"""Notebooks as answers: read without trust, like any file of a learner's. Nothing in them is run here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from grader.catalog import Course, Exercise
from grader.cells import Cell, answer, defined, parts, source
from grader.errors import GraderFault, UnknownExercise, UsageError
from grader.magics import CELL_MAGIC
from grader.source import MAX_SOURCE, Missing, Unreadable, read_plainly

SUFFIX = ".ipynb"
MAX_NOTEBOOK = 8 * 1024 * 1024  # with the pictures below its cells
NAMESPACE = "seven_steps"  # of our metadata in a cell
NAME = re.compile(r"[\w/]+")


class _Mark(msgspec.Struct):
    exercise: str = ""


class _Metadata(msgspec.Struct):
    seven_steps: _Mark = msgspec.field(default_factory=_Mark)


class _Cell(msgspec.Struct):
    """`input` is what version 3 calls the source of a code cell."""

    cell_type: str
    source: str | list[str] = ""
    input: str | list[str] = ""
    metadata: _Metadata = msgspec.field(default_factory=_Metadata)

    @property
    def text(self) -> str:
        text = self.source or self.input
        return text if isinstance(text, str) else "".join(text)


class _Sheet(msgspec.Struct):
    cells: list[_Cell] = []


class _File(msgspec.Struct):
    """A notebook of version 4, or one of version 2 or 3, which has its cells in sheets."""

    nbformat: int
    cells: list[_Cell] = []
    worksheets: list[_Sheet] = []


def read_answer(course: Course, exercise: Exercise, path: Path) -> bytes:
    """The source of an answer: a file's, or that of its cells in a notebook. Raises Missing or Unreadable."""
    if path.suffix != SUFFIX:
        return read_plainly(path)
    found = answer_in(course, exercise, read_notebook(course, path))
    if found is None:
        raise Missing(f"{path.name} has no cell for {exercise.slug}. Put `%%grade {exercise.slug}` above yours.")
    return found


def answer_in(course: Course, exercise: Exercise, cells: Iterable[Cell]) -> bytes | None:
    """The source that cells give to an exercise, None where none of them is for it. Raises Unreadable.

    The stub itself where nothing was changed in it: what is one file elsewhere are two cells in a notebook.
    """
    found = answer(cells, exercise.name, [public.name for public in course.public_names(exercise)])
    if not found:
        return None
    if [part.text for part in found] == _stub_texts(course, exercise):
        return course.stub(exercise)
    if len(written := source(found)) > MAX_SOURCE:
        raise Unreadable(f"The cells for {exercise.slug} hold more than {MAX_SOURCE // 1024} KB.")
    return written


def _stub_texts(course: Course, exercise: Exercise) -> list[str]:
    try:
        stub = parts(Cell("", course.code(exercise)))
    except GraderFault:  # in a checkout the stub is a file of the learner's, and may be broken
        return []
    return [part.text for part in sorted(stub, key=lambda part: part.rank)]


def exercises_in(course: Course, path: Path) -> tuple[Exercise, ...]:
    """The exercises that a notebook is for: by its marks, else by the names that it defines, else by its own name.

    Raises UsageError where none of these says.
    """
    why = (
        f"{path.name} is for no exercise: no cell begins with `%%grade EXERCISE` or defines what one asks for. "
        f"`grade notebook grade {path.name} EXERCISE` says which it is for."
    )
    try:
        if found := meant_by(course, read_notebook(course, path)):
            return found
    except Unreadable as error:
        why = str(error)
    try:
        return course.find(path.stem)
    except UnknownExercise:
        raise UsageError(why) from None


def meant_by(course: Course, cells: Iterable[Cell]) -> tuple[Exercise, ...]:
    """The exercises that cells are for: by their marks, else by the names that they define; none where neither says."""
    return _marked(course, cells) or _defined(course, cells)


def _marked(course: Course, cells: Iterable[Cell]) -> tuple[Exercise, ...]:
    marks = {cell.exercise for cell in cells}
    return tuple(exercise for exercise in course.all if exercise.name in marks)


def _defined(course: Course, cells: Iterable[Cell]) -> tuple[Exercise, ...]:
    names = defined(cells)
    return tuple(e for e in course.all if names.issuperset(public.name for public in course.public_names(e)))


def read_notebook(course: Course, path: Path) -> tuple[Cell, ...]:
    """The code cells of a notebook, numbered among all its cells from 1. Raises Missing or Unreadable."""
    return cells_in(course, path.name, read_plainly(path, MAX_NOTEBOOK))


def cells_in(course: Course, name: str, content: bytes) -> tuple[Cell, ...]:
    """The same of a notebook's content. Raises Unreadable."""
    try:
        return _cells(course, content)
    except UnicodeDecodeError:
        raise Unreadable(f"{name} is no notebook: it is not written in UTF-8.") from None
    except (ValueError, RecursionError) as error:  # from JSON and msgspec alike
        raise Unreadable(f"{name} is no notebook that can be read: {_plain(error)}.") from None


def _plain(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).rstrip(".")


@lru_cache(maxsize=1)
def _cells(course: Course, content: bytes) -> tuple[Cell, ...]:
    """A run asks for the same notebook once for each of its exercises."""
    file = msgspec.convert(json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object), _File)
    if not 2 <= file.nbformat <= 4:
        raise ValueError(f"its format is version {file.nbformat}, and versions 2 to 4 are known")
    numbered = enumerate([*file.cells, *(cell for sheet in file.worksheets for cell in sheet.cells)], 1)
    code = [(number, cell) for number, cell in numbered if cell.cell_type == "code"]
    if sum(len(cell.text) for _, cell in code) > MAX_SOURCE:
        raise ValueError(f"its code cells hold more than {MAX_SOURCE // 1024} KB")
    return tuple(Cell(f"cell {number}", cell.text, _exercise(course, cell)) for number, cell in code)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("one of its objects has the same key twice")
    return found


def _exercise(course: Course, cell: _Cell) -> str | None:
    return marked_for(course, cell.text) or named(course, cell.metadata.seven_steps.exercise)


def marked_for(course: Course, text: str) -> str | None:
    """The exercise that a cell's first line names: `%%grade mnist_loss`. It is seen, and so goes before metadata."""
    magic = CELL_MAGIC.match(text)
    return named(course, magic[2].strip()) if magic and magic[1] == "grade" else None


def named(course: Course, name: str) -> str | None:
    """The full name of the one exercise that is meant, None where it is none or several."""
    try:
        found = course.find(name) if NAME.fullmatch(name) else ()
    except UnknownExercise:
        return None
    return found[0].name if len(found) == 1 else None
