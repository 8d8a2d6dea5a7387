"""The glossary page, from the definitions in the lesson of `vocabulary` and the words of its solution."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from grader.catalog import Course
from grader.errors import GraderFault
from grader.outline import parsed

EXERCISE = "vocabulary"
DEFINITION = re.compile(r"^ *(\d+)\. +(.+(?:\n(?! *\d+\.)[^\S\n]+\S.*)*)", re.MULTILINE)
HEAD = """# Glossary

Ten words that the course uses all the time. The exercise `{name}` asks for them, so try it first: here are
its answers.
"""


def glossary(course: Course) -> str:
    """The page as Markdown. Raises GraderFault where words and definitions do not go together."""
    (exercise,) = course.find(EXERCISE)
    definitions = {int(n): " ".join(text.split()) for n, text in DEFINITION.findall(course.lesson(exercise))}
    words = _words(course.solution_path(exercise))
    if words.keys() != definitions.keys():
        raise GraderFault(f"{exercise.name} defines {sorted(definitions)}, and its solution names {sorted(words)}")
    entries = sorted((words[number], definitions[number]) for number in words)
    lines = [f"**{word}**: {definition}" for word, definition in entries]
    return "\n\n".join([HEAD.format(name=exercise.name).rstrip(), *lines]) + "\n"


def _words(solution: Path) -> dict[int, str]:
    for node in parsed(solution).body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id == "ANSWERS" and isinstance(node, ast.AnnAssign) and node.value:
            found: dict[int, str] = ast.literal_eval(node.value)
            return found
    raise GraderFault(f"{solution} has no ANSWERS")
