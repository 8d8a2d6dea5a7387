"""`grade solution EXERCISE`: the reference solution, for those who have passed."""

from __future__ import annotations

import argparse

from grader.catalog import own_course
from grader.commands.common import add_exercise, add_submission, one_exercise, open_ledger, submission_folder
from grader.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    add_submission(parser)
    parser.add_argument("--spoil", action="store_true", help="show it all the same")


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    learner = str(submission_folder(arguments.submission, course).resolve())
    with open_ledger() as ledger:
        passed = exercise.name in ledger.passed(learner)
    if not passed and not arguments.spoil:
        raise UsageError(
            f"You have not passed {exercise.name} yet. `grade hint {exercise.slug}` helps; "
            "--spoil shows the solution all the same."
        )
    print(course.solution_path(exercise).read_text(encoding="utf-8"), end="")
    return 0
