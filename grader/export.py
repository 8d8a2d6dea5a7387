"""A chapter as a notebook, made from its README and stubs: nothing is kept twice."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import nbformat
from nbformat import NotebookNode, v4

from grader.catalog import Chapter, Course, Exercise
from grader.notebooks import NAMESPACE

LOAD = """\
# Run this cell first. Then write your answers in the cells that begin with %%grade, and run each: Shift+Enter.
# `%hint NAME` gives a hint, `%grade` shows how far you have come.
%load_ext grader.jupyter"""
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
}


def notebook(course: Course, chapter: Chapter) -> str:
    """The chapter's notebook, always the same: its cells' ids are made of the exercises' names."""
    made = v4.new_notebook(cells=list(_cells(course, chapter)), metadata=KERNEL)
    nbformat.validate(made)
    text: str = nbformat.writes(made)
    return text + "\n"


def _cells(course: Course, chapter: Chapter) -> Iterator[NotebookNode]:
    readme = course.exercises / chapter.name / "README.md"
    text = readme.read_text(encoding="utf-8").strip() if readme.is_file() else f"# {chapter.title}"
    yield v4.new_markdown_cell(text, id="readme")
    yield v4.new_code_cell(LOAD, id="load")
    for exercise in chapter.exercise:
        yield v4.new_markdown_cell(markdown(course.lesson(exercise)), id=f"{exercise.slug}-lesson")
        yield v4.new_code_cell(_code(course, exercise), id=exercise.slug, metadata=_mark(exercise))
    yield v4.new_code_cell("%grade", id="progress")


def _code(course: Course, exercise: Exercise) -> str:
    return f"%%grade {exercise.slug}\n{course.code(exercise)}"


def _mark(exercise: Exercise) -> dict[str, object]:
    """By which the cell is known even when its first line has gone."""
    return {NAMESPACE: {"exercise": exercise.name}}


def markdown(lesson: str) -> str:
    """A lesson as Markdown: its first line a heading, its indented blocks fenced."""
    title, _, body = lesson.partition("\n")
    blocks = [_fenced(block) if _is_code(block) else block for block in _blocks(body)]
    return "\n\n".join([f"## {title.strip()}", *blocks])


def _blocks(text: str) -> Iterator[str]:
    """What empty lines part; indented blocks that follow each other are one."""
    code: list[str] = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        if _is_code(block):
            code.append(block)
            continue
        yield from ["\n\n".join(code)] if code else []
        code = []
        yield block
    yield from ["\n\n".join(code)] if code else []


def _is_code(block: str) -> bool:
    return all(line.startswith("    ") or not line for line in block.splitlines())


def _fenced(block: str) -> str:
    language = "python" if ">>>" in block else "text"
    return f"```{language}\n{inspect.cleandoc(chr(10) + block)}\n```"
