"""`grade notebook export [CHAPTER ...]` and `grade notebook grade FILE.ipynb [EXERCISE ...]`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import Chapter, Course, own_course
from grader.commands import run as grading
from grader.errors import UsageError
from grader.notebooks import SUFFIX, exercises_in
from grader.session import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="export|grade")
    export = actions.add_parser("export", help="write a notebook for each chapter; one that differs is left alone")
    export.add_argument("chapters", nargs="*", metavar="CHAPTER", help="a chapter, or an exercise of it (default: all)")
    export.add_argument("--output", type=Path, default=Path("notebooks"), metavar="DIR", help="where (%(default)s)")
    grade = actions.add_parser("grade", help="judge the answers in a notebook")
    grade.add_argument("notebook", type=_notebook, metavar="FILE.ipynb")
    grade.add_argument("exercises", nargs="*", metavar="EXERCISE", help="which ones (default: those that it is for)")
    grading.add_options(grade)


def run(arguments: argparse.Namespace) -> int:
    return {"export": _export, "grade": _grade}[arguments.action](arguments)


def _notebook(text: str) -> Path:
    path = Path(text)
    if path.suffix != SUFFIX:
        raise argparse.ArgumentTypeError(f"{text} is no notebook: its name has to end in {SUFFIX}")
    return path


def _grade(arguments: argparse.Namespace) -> int:
    def choose(course: Course, names: Sequence[str], folder: Path) -> list[Target]:
        named = [exercise for name in names for exercise in course.find(name)]
        exercises = named or exercises_in(course, arguments.notebook)
        return [Target(exercise, arguments.notebook) for exercise in dict.fromkeys(exercises)]

    return grading.run(arguments, choose)


def _export(arguments: argparse.Namespace) -> int:
    course = own_course()
    chapters = _chosen(course, arguments.chapters)
    try:
        arguments.output.mkdir(parents=True, exist_ok=True)
        for chapter in chapters:
            print(_put(course, chapter, arguments.output / f"{chapter.name}{SUFFIX}"))
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}.") from None
    return 0


def _chosen(course: Course, names: Sequence[str]) -> list[Chapter]:
    wanted = {exercise.chapter for name in names for exercise in course.find(name)}
    return [chapter for chapter in course.chapters if chapter.name in wanted or not names]


def _put(course: Course, chapter: Chapter, path: Path) -> str:
    """Write one notebook, unless that could lose an answer; what was done, as a sentence."""
    from grader.export import notebook

    fresh = notebook(course, chapter).encode()
    if path.is_symlink() or (path.exists() and path.read_bytes() != fresh):
        return f"{path}: there is one already, with changes. It was left as it is."
    path.write_bytes(fresh)
    return str(path)
