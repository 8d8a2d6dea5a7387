"""`grade show EXERCISE`: its lesson, and what its checks look at."""

from __future__ import annotations

import argparse

from grader.catalog import own_course
from grader.commands.common import add_exercise, one_exercise
from grader.lesson import introduction


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    print(f"{exercise.name}: {exercise.title}\n\n{introduction(course, exercise)}")
    return 0
