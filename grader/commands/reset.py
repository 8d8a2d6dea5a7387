"""`grade reset EXERCISE`: the stub as it came; what was there is kept beside it."""

from __future__ import annotations

import argparse

from grader.catalog import own_course
from grader.commands.common import add_exercise, add_submission, one_exercise, submission_folder
from grader.restore import restore
from grader.source import source_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    path = source_path(submission_folder(arguments.submission, course), exercise)
    print(restore(course, exercise, path))
    return 0
