"""`grade debug EXERCISE`: its checks by plain pytest and without a sandbox, so that breakpoint() works.

Nothing is recorded: the verdict counts only where the learner's code cannot reach it.
"""

from __future__ import annotations

import argparse
import os

from grader.catalog import own_course
from grader.commands.common import add_exercise, add_submission, one_exercise, submission_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    add_submission(parser)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the seed of the checks' random inputs")


def run(arguments: argparse.Namespace) -> int:
    import pytest

    course = own_course()
    exercise = one_exercise(course, arguments.exercise)
    folder = submission_folder(arguments.submission, course)
    options = [
        "-s",
        "-q",
        "-x",
        "--tb=short",
        "-p",
        "no:cacheprovider",
        "--import-mode=importlib",
        "--timeout=0",
        "--assert=plain",
        f"-c{os.devnull}",  # no settings of a project that lies around the course
    ]
    ours = [
        f"--rootdir={course.checks}",
        f"--submission={folder}",
        f"--seed={arguments.seed}",
        "--no-sandbox",
    ]
    print("Without a sandbox: only for your own code. Nothing is recorded.", flush=True)
    return min(int(pytest.main([*options, *ours, str(course.checks_path(exercise))])), 1)
