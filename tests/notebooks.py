"""Notebooks for tests: made of texts, or exported with answers in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.catalog import Course
from grader.export import notebook

Json = dict[str, Any]


def code(text: str | list[str], exercise: str | None = None) -> Json:
    """A code cell, marked by its metadata where an exercise is given."""
    metadata = {"seven_steps": {"exercise": exercise}} if exercise else {}
    return {"cell_type": "code", "source": text, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells: str | Json) -> Json:
    """A notebook of code cells."""
    whole = [code(cell) if isinstance(cell, str) else cell for cell in cells]
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": whole}


def write(path: Path, content: Json | str | bytes) -> Path:
    raw = json.dumps(content) if isinstance(content, dict) else content
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


def exported(course: Course, chapter: str, answers: Mapping[str, str] | None = None) -> Json:
    """The notebook of a chapter. answers: what to put in the cells, by slug; None leaves the stubs."""
    (found,) = (each for each in course.chapters if each.name == chapter)
    made: Json = json.loads(notebook(course, found))
    for cell in made["cells"]:
        if cell["id"] in (answers or {}):
            cell["source"] = f"%%grade {cell['id']}\n{(answers or {})[cell['id']]}"
    return made


def solutions(course: Course, chapter: str) -> dict[str, str]:
    """The solutions of a chapter, by slug."""
    return {
        exercise.slug: course.solution_path(exercise).read_text(encoding="utf-8")
        for exercise in course.all
        if exercise.chapter == chapter
    }
