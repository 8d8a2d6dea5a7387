"""`grade hint EXERCISE`: the hints so far, and one more."""

from __future__ import annotations

import argparse
import textwrap

from grader.catalog import own_course
from grader.commands.common import add_exercise, add_submission, one_exercise, open_ledger, submission_folder

WIDTH = 80


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    add_submission(parser)


def run(arguments: argparse.Namespace) -> int:
    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    learner = str(submission_folder(arguments.submission, course).resolve())
    with open_ledger() as ledger:
        count = ledger.one_more_hint(learner, exercise.name, len(exercise.hints))
    for number, hint in enumerate(exercise.hints[:count], 1):
        head = f"{number}. "
        print(textwrap.fill(hint, WIDTH, initial_indent=head, subsequent_indent="   ", break_on_hyphens=False))
    left = len(exercise.hints) - count
    print(f"\n{left} more: run the command again." if left else "\nThat was the last hint.")
    return 0
