"""`grade progress export FILE` and `import FILE`: from one machine, or one folder, to another."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import own_course
from grader.commands.common import add_submission, counted, open_ledger, submission_folder
from grader.transfer import merge, save


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="export|import")
    for action, what in (
        ("export", "write what you have tried and passed into a file"),
        ("import", "add what such a file holds to the progress in this folder"),
    ):
        one = actions.add_parser(action, help=what, description=f"{what.capitalize()}.")
        one.add_argument("file", type=Path, metavar="FILE")
        add_submission(one)


def run(arguments: argparse.Namespace) -> int:
    folder = submission_folder(arguments.submission, own_course())
    learner, file = str(folder.resolve()), arguments.file
    with open_ledger() as ledger:
        before = len(ledger.passed(learner))
        if arguments.action == "export":
            tried = counted(len(save(ledger, learner, file).attempts), "attempt")
            print(
                f"{file} holds {tried}; passed: {counted(before, 'exercise')}. The files that you wrote are not in it."
            )
            return 0
        new = merge(ledger, learner, file)
        passed = len(ledger.passed(learner))
    print(f"{counted(new, 'attempt')} added to the progress in {folder}.")
    print(f"Passed: {counted(passed, 'exercise')}, {passed - before} more than before.")
    return 0
