"""The notebooks that are made of the course."""

from __future__ import annotations

import ast
import json

import nbformat
import pytest

from grader.catalog import Chapter, Course, own_course
from grader.export import markdown, notebook

CHAPTERS = pytest.mark.parametrize("chapter", own_course().chapters, ids=lambda chapter: chapter.name)


@CHAPTERS
def test_every_chapter_makes_a_valid_notebook_always_the_same(course: Course, chapter: Chapter) -> None:
    made = notebook(course, chapter)
    assert made == notebook(own_course(), chapter)
    read = nbformat.reads(made, as_version=4)
    nbformat.validate(read)
    assert len({cell.id for cell in read.cells}) == len(read.cells)


@CHAPTERS
def test_all_words_of_readme_lessons_and_stubs_are_in_it(course: Course, chapter: Chapter) -> None:
    cells = {cell["id"]: cell for cell in json.loads(notebook(course, chapter))["cells"]}
    text = {name: "".join(cell["source"]) for name, cell in cells.items()}
    assert text["readme"] == (course.exercises / chapter.name / "README.md").read_text(encoding="utf-8").strip()
    for exercise in chapter.exercise:
        lesson = text[f"{exercise.slug}-lesson"].replace("```python", "").replace("```text", "").replace("```", "")
        assert lesson.removeprefix("## ").split() == course.lesson(exercise).split()
        first, _, code = text[exercise.slug].partition("\n")
        assert first == f"%%grade {exercise.slug}"
        above = course.stub(exercise).decode().removesuffix(f"{code}\n")
        assert above.rstrip().endswith('"""') and len(ast.parse(above).body) == 1
        assert cells[exercise.slug]["metadata"]["seven_steps"]["exercise"] == exercise.name


def test_indented_blocks_are_fenced_and_nothing_else_is() -> None:
    lesson = "Title\n\nText\n    indented.\n\n    >>> 1 + 1\n    2\n\n    >>> 2\n    2\n\nEnd:\n\n      0 1\n    2"
    assert markdown(lesson) == (
        "## Title\n\nText\n    indented.\n\n```python\n>>> 1 + 1\n2\n\n>>> 2\n2\n```\n\nEnd:\n\n```text\n  0 1\n2\n```"
    )
