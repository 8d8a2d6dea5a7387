"""The course: its chapters and exercises, in order, with their points, budgets, hints and preloads.

`catalog.toml` is the only place that knows these; what a file says itself (public names, checks and their lines) is
read from that file's syntax tree (`outline`), without importing PyTorch.
"""

from __future__ import annotations

import ast
import difflib
import tomllib
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path

import msgspec

from grader.environment import course_folder
from grader.errors import GraderFault, UnknownExercise, UsageError
from grader.outline import Check, PublicName, checks_in, is_gap, parsed, public_names

PACKAGE = Path(__file__).parent
SUFFIXES = (".py", ".ipynb")
CATALOG = "catalog.toml"


class Exercise(
    msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True
):  # by identity: it is a key of caches, and one of a course
    """One kata, as the catalogue lists it.

    budget: CPU seconds a thread for one judging.
    max_source: bytes of compressed source that a submission may have, 0 for no such cap.
    leans_on: slugs of earlier exercises whose idea this one uses.
    due: when a class has to hand it in, None for never; without a zone it is local time.
    """

    slug: str
    title: str
    hints: tuple[str, ...]
    budget: float = 2.0
    threads: int = 1
    preload: tuple[str, ...] = ()
    points: dict[str, int] = {}
    max_source: int = 0
    leans_on: tuple[str, ...] = ()
    due: datetime | None = None
    chapter: str = ""

    @property
    def name(self) -> str:
        return f"{self.chapter}/{self.slug}"


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    title: str
    exercise: tuple[Exercise, ...] = ()

    @property
    def number(self) -> str:
        return self.name.split("_")[0]


class _Catalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`farewell` is said when everything is passed."""

    title: str
    chapter: tuple[Chapter, ...]
    farewell: str = ""


class Course:
    """A course's files and its catalogue."""

    def __init__(
        self, exercises: Path, solutions: Path, checks: Path, mistakes: Path, variants: Path, data: Path
    ) -> None:
        self.exercises, self.solutions, self.checks = exercises, solutions, checks
        self.mistakes, self.variants, self.data = mistakes, variants, data
        # One reading each: the files of a course do not change while it is in use.
        self.public_names = cache(self._public_names)
        self.checks_of = cache(self._checks_of)
        self.is_repair = cache(self._is_repair)

    @property
    def catalog_path(self) -> Path:
        return self.exercises / CATALOG

    @cached_property
    def _catalog(self) -> _Catalog:
        return _read_catalog(self.catalog_path)

    @property
    def title(self) -> str:
        return self._catalog.title

    @property
    def farewell(self) -> str:
        return self._catalog.farewell

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        return tuple(
            msgspec.structs.replace(
                chapter,
                exercise=tuple(msgspec.structs.replace(e, chapter=chapter.name) for e in chapter.exercise),
            )
            for chapter in self._catalog.chapter
        )

    @cached_property
    def all(self) -> tuple[Exercise, ...]:
        """Raises GraderFault where one leans on what does not come before it."""
        found = tuple(exercise for chapter in self.chapters for exercise in chapter.exercise)
        before: set[str] = set()
        for exercise in found:
            if strangers := set(exercise.leans_on) - before:
                named = " and ".join(sorted(strangers))
                raise GraderFault(f"The catalogue: {exercise.name} leans on {named}, which is no exercise before it.")
            before.add(exercise.slug)
        return found

    def chapter(self, exercise: Exercise) -> Chapter:
        return next(chapter for chapter in self.chapters if chapter.name == exercise.chapter)

    def stub_path(self, exercise: Exercise) -> Path:
        return self.exercises / f"{exercise.name}.py"

    def solution_path(self, exercise: Exercise) -> Path:
        return self.solutions / f"{exercise.name}.py"

    def checks_path(self, exercise: Exercise) -> Path:
        return self.checks / exercise.chapter / f"test_{exercise.slug}.py"

    def mistakes_path(self, exercise: Exercise) -> Path:
        return self.mistakes / f"{exercise.name}.py"

    def variants_path(self, exercise: Exercise) -> Path:
        return self.variants / f"{exercise.name}.py"

    def find(self, wanted: str) -> tuple[Exercise, ...]:
        """The exercises that a name means: `chapter/slug`, a slug, a chapter, or a path to a file of one of these.

        Raises UnknownExercise, which lists the nearest names.
        """
        name = _plain_name(wanted)
        slug = Path(wanted).stem if Path(wanted).suffix in SUFFIXES else name
        for found in (
            [exercise for exercise in self.all if exercise.name == name],
            [exercise for exercise in self.all if exercise.slug == slug],
            [exercise for exercise in self.all if name in (exercise.chapter, exercise.chapter.split("_", 1)[-1])],
            [exercise for exercise in self.all if exercise.chapter.split("_")[0] == name],
        ):
            if found:
                return tuple(found)
        raise UnknownExercise(f"There is no exercise {wanted!r}. {self._nearest(name)}")

    def _nearest(self, name: str) -> str:
        known = [e.slug for e in self.all] + [c.name for c in self.chapters]
        near = difflib.get_close_matches(name.split("/")[-1], known, 3, 0.5)
        return f"Did you mean {' or '.join(near)}?" if near else "`grade list` shows all of them."

    def lesson(self, exercise: Exercise) -> str:
        return ast.get_docstring(parsed(self.stub_path(exercise))) or ""

    def code(self, exercise: Exercise) -> str:
        """The stub below its lesson."""
        first = parsed(self.stub_path(exercise)).body[:1]
        lesson = first[0].end_lineno or 0 if self.lesson(exercise) else 0
        return "\n".join(self.stub(exercise).decode().splitlines()[lesson:]).strip("\n")

    def stub(self, exercise: Exercise) -> bytes:
        """The stub's source. Raises GraderFault where there is none."""
        try:
            return self.stub_path(exercise).read_bytes()
        except OSError as error:
            raise GraderFault(f"A file of the course cannot be read: {error}") from None

    def _is_repair(self, exercise: Exercise) -> bool:
        """Whether the stub is a whole program with a bug in it: nothing in it is left to be written."""
        return not any(is_gap(node) for node in ast.walk(ast.parse(self.stub(exercise))))

    def _public_names(self, exercise: Exercise) -> tuple[PublicName, ...]:
        """The names that an answer has to define: those of the solution, for a learner may edit the stub."""
        return public_names(parsed(self.solution_path(exercise)))

    def _checks_of(self, exercise: Exercise) -> tuple[Check, ...]:
        """The checks in the order in which they run."""
        return checks_in(parsed(self.checks_path(exercise)), exercise.points)


def own_course() -> Course:
    """The course to grade by: the one that GRADE_COURSE names, else the one that comes with the grader.

    Raises UsageError where GRADE_COURSE names a folder that holds no course.
    """
    folder = course_folder()
    if folder is None:
        return shipped_course()
    course = course_in(folder)
    if not course.catalog_path.is_file():
        raise UsageError(
            f"{folder} holds no course: there is no exercises/{CATALOG}. "
            f"`grade dev new --course {folder} 01_first/exercise` begins one."
        )
    return course


def shipped_course() -> Course:
    """The course that comes with the grader: beside it in a checkout, inside it in a wheel."""
    packed = PACKAGE / "_course"
    return course_in(packed if packed.is_dir() else PACKAGE.parent, PACKAGE)


def course_in(root: Path, judging: Path | None = None) -> Course:
    """The course in a folder. Its checks, mistakes and variants may lie elsewhere; without data, it has our digits."""
    folder = judging or root
    data = root / "data"
    return Course(
        root / "exercises", root / "solutions", folder / "checks", folder / "mistakes", folder / "variants",
        data if data.is_dir() or judging else shipped_course().data,
    )  # fmt: skip


def _read_catalog(path: Path) -> _Catalog:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_Catalog)
    except (OSError, msgspec.DecodeError, tomllib.TOMLDecodeError) as error:
        raise GraderFault(f"The catalogue {path} cannot be read: {error}") from None


def _plain_name(wanted: str) -> str:
    path = Path(wanted)
    if path.suffix in SUFFIXES:
        return f"{path.absolute().parent.name}/{path.stem}"
    return wanted.strip("/")
