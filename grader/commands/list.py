"""`grade list`: all exercises and where one stands."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from grader.catalog import Chapter, own_course
from grader.commands.common import add_submission, open_ledger, submission_folder
from grader.standing import Standing, standings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    folder = submission_folder(arguments.submission, course)
    with open_ledger() as ledger:
        known = {one.exercise.name: one for one in standings(course, folder, ledger)}
    for chapter in course.chapters:
        print(_chapter(chapter, known))
    return 0


def _chapter(chapter: Chapter, known: Mapping[str, Standing]) -> str:
    lines = [f"{chapter.number} {chapter.title}"]
    for exercise in chapter.exercise:
        one = known[exercise.name]
        mark = "✓" if one.passed else " "
        lines.append(f"  {mark} {exercise.slug:22} {exercise.title}{f'  [{one.said}]' if one.said else ''}")
    return "\n".join(lines) + "\n"
