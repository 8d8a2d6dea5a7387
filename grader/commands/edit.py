"""`grade edit EXERCISE`: its file in the learner's editor."""

from __future__ import annotations

import argparse

from grader.catalog import own_course
from grader.commands.common import add_exercise, add_submission, one_exercise, submission_folder
from grader.editor import open_editor
from grader.errors import UsageError
from grader.source import source_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    path = source_path(submission_folder(arguments.submission, course), exercise)
    if not path.is_file():
        raise UsageError(f"There is no file {path}. `grade reset {exercise.slug}` writes it as it came.")
    open_editor(path)
    return 0
