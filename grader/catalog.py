"""The course: its chapters and exercises, in order, with their points, budgets, hints and preloads.

`catalog.toml` is the only place that knows these; what a file says itself (public names, checks and their lines) is
read from that file's syntax tree, without importing PyTorch.
"""

from __future__ import annotations

import ast
import difflib
import tomllib
from functools import cache, cached_property
from pathlib import Path

import msgspec

from grader.errors import GraderFault, UnknownExercise

PACKAGE = Path(__file__).parent
SUFFIXES = (".py", ".ipynb")


class PublicName(msgspec.Struct, frozen=True):
    """A name that a submission has to define. kind: "function", "class" or "constant"."""

    name: str
    kind: str
    parameters: tuple[str, ...] = ()


class Check(msgspec.Struct, frozen=True):
    """One test function of the checks: its name, the line that the learner reads, what it is worth."""

    name: str
    line: str
    bonus: bool
    points: int


class Exercise(
    msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True
):  # by identity: it is a key of caches, and one of a course
    """One kata, as the catalogue lists it.

    budget: CPU seconds a thread for one judging.
    max_source: bytes of compressed source that a submission may have, 0 for no such cap.
    """

    slug: str
    title: str
    hints: tuple[str, ...]
    budget: float = 2.0
    threads: int = 1
    preload: tuple[str, ...] = ()
    points: dict[str, int] = {}
    max_source: int = 0
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
    chapter: tuple[Chapter, ...]


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

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        catalog = _read_catalog(self.exercises / "catalog.toml")
        return tuple(
            msgspec.structs.replace(
                chapter,
                exercise=tuple(msgspec.structs.replace(e, chapter=chapter.name) for e in chapter.exercise),
            )
            for chapter in catalog.chapter
        )

    @cached_property
    def all(self) -> tuple[Exercise, ...]:
        return tuple(exercise for chapter in self.chapters for exercise in chapter.exercise)

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
        return not any(_is_gap(node) for node in ast.walk(ast.parse(self.stub(exercise))))

    def _public_names(self, exercise: Exercise) -> tuple[PublicName, ...]:
        """The names that an answer has to define: those of the solution, for a learner may edit the stub."""
        return public_names(parsed(self.solution_path(exercise)))

    def _checks_of(self, exercise: Exercise) -> tuple[Check, ...]:
        """The checks in the order in which they run."""
        return tuple(
            Check(node.name, _first_line(node), _has_mark(node, "bonus"), exercise.points.get(node.name, 1))
            for node in parsed(self.checks_path(exercise)).body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        )


def _is_gap(node: ast.AST) -> bool:
    """Whether a learner has to write something here: the stub raises NotImplementedError, or holds three dots."""
    if isinstance(node, ast.Raise):
        return node.exc is not None and "NotImplementedError" in ast.unparse(node.exc)
    return isinstance(node, ast.Constant) and node.value is ...


def own_course() -> Course:
    """The course that comes with the grader: beside it in a checkout, inside it in a wheel."""
    packed = PACKAGE / "_course"
    root = packed if packed.is_dir() else PACKAGE.parent
    ours = PACKAGE / "checks", PACKAGE / "mistakes", PACKAGE / "variants"
    return Course(root / "exercises", root / "solutions", *ours, root / "data")


def public_names(tree: ast.Module) -> tuple[PublicName, ...]:
    """The public functions, classes and constants that a module's top level defines."""
    found: list[PublicName] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            found.append(PublicName(node.name, "function", _parameters(node)))
        elif isinstance(node, ast.ClassDef):
            found.append(PublicName(node.name, "class", _class_parameters(node)))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.append(PublicName(node.target.id, "constant"))
        elif isinstance(node, ast.Assign):
            found += [PublicName(target.id, "constant") for target in node.targets if isinstance(target, ast.Name)]
    return tuple(public for public in found if not public.name.startswith("_"))


def _parameters(node: ast.FunctionDef) -> tuple[str, ...]:
    return tuple(argument.arg for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs])


def _class_parameters(node: ast.ClassDef) -> tuple[str, ...]:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            return _parameters(item)[1:]
    return ()


def _read_catalog(path: Path) -> _Catalog:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_Catalog)
    except (OSError, msgspec.DecodeError, tomllib.TOMLDecodeError) as error:
        raise GraderFault(f"The catalogue {path} cannot be read: {error}") from None


def parsed(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_bytes(), str(path))
    except (OSError, SyntaxError) as error:
        raise GraderFault(f"A file of the course cannot be read: {error}") from None


def _first_line(node: ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or node.name).splitlines()[0]


def _has_mark(node: ast.FunctionDef, name: str) -> bool:
    return any(
        isinstance(part, ast.Attribute) and part.attr == name for mark in node.decorator_list for part in ast.walk(mark)
    )


def _plain_name(wanted: str) -> str:
    path = Path(wanted)
    if path.suffix in SUFFIXES:
        return f"{path.resolve().parent.name}/{path.stem}"
    return wanted.strip("/")
