"""`grade batch DIR`: judge a whole class, resumable, and say how it did."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import msgspec

from grader.batch import Batch, Pool, Run
from grader.catalog import own_course
from grader.commands.common import open_ledger
from grader.commands.judging import add_judging, options_from, require_isolation, require_whole_data
from grader.delivery import require_folder_of, say, screen, write
from grader.errors import UsageError
from grader.gradebook import Gradebook
from grader.handed_in import handed_in
from grader.judge import Judge
from grader.reports.of_class import CLASS_FORMATS
from grader.result import ClassReport

PATIENCE = 2.0  # seconds for a diagnosis: what known mistakes answer is worked out once for the whole class


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", type=Path, metavar="DIR", help="a folder or a zip for each learner")
    add("exercises", nargs="*", metavar="EXERCISE", help="chapter/slug, a slug or a chapter (default: all)")
    add("--book", type=Path, metavar="FILE", help="the gradebook (default: DIR.gradebook, beside it)")
    add("--merge", type=Path, nargs="+", default=[], metavar="BOOK", help="take over what other books hold, first")
    add("--shard", type=_shard, metavar="I/N", help="judge the I-th of N parts of the class")
    add("--workers", type=_positive, default=os.cpu_count() or 1, metavar="N", help="engines (default: %(default)s)")
    add("--dask", metavar="ADDRESS", help="judge on a Dask cluster; `local` starts one here")
    add("--format", choices=CLASS_FORMATS, default="terminal", help="how the report is written")
    add("--output", type=Path, metavar="FILE", help="write the report there, not on the terminal")
    add_judging(parser)


def run(arguments: argparse.Namespace) -> int:
    require_isolation(arguments)
    if arguments.output is not None:
        require_folder_of(arguments.output)
    if arguments.shard and arguments.seed is None:
        raise UsageError("--shard wants --seed N too, the same for every part: all of a class get the same draws.")
    with Gradebook(arguments.book or _book_of(arguments.folder)) as book:
        report = _judge(book, arguments)
        _write(report, arguments)
        print(f"The gradebook is {book.path}.", file=sys.stderr)  # standard output is the report's
    return report.exit_status


def _judge(book: Gradebook, arguments: argparse.Namespace) -> ClassReport:
    from grader.progress import ClassBar

    course = own_course()
    everyone = handed_in(arguments.folder, course)
    if arguments.shard:
        number, count = arguments.shard
        everyone = everyone[number - 1 :: count]
    exercises = [exercise for name in arguments.exercises for exercise in course.find(name)] or list(course.all)
    judge = Judge(course, msgspec.structs.replace(options_from(arguments), patience=PATIENCE))
    judge.seed = book.seed(arguments.seed, judge.seed)
    for other in arguments.merge:
        print(f"{other}: {book.merge(other):,} answers taken over.", file=sys.stderr)
    with open_ledger() as ledger:
        require_whole_data(course, ledger, arguments.data)
    batch = Batch(judge, book, everyone, list(dict.fromkeys(exercises)))
    with ClassBar(batch.answers) as bar:
        batch.run(_runner(arguments), bar.advance)
    return batch.report()


def _runner(arguments: argparse.Namespace) -> Run:
    if arguments.dask is None:
        return Pool(arguments.workers).run
    from grader.cluster import Cluster

    return Cluster(arguments.dask, arguments.workers).run


def _write(report: ClassReport, arguments: argparse.Namespace) -> None:
    from grader.reports import PLAIN

    if arguments.output is not None:
        write(arguments.output, "w", CLASS_FORMATS[arguments.format](report, PLAIN))
    if arguments.output is None or arguments.format != "terminal":
        name = arguments.format if arguments.output is None else "terminal"
        say(CLASS_FORMATS[name](report, screen() if name == "terminal" else PLAIN))


def _book_of(folder: Path) -> Path:
    """Beside the class's folder, where nobody hands anything in."""
    return folder.resolve().with_name(f"{folder.resolve().name}.gradebook")


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of engines: 1 or more was wanted")
    return int(text)


def _shard(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdigit() and count.isdigit() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"{text!r} is no part: I/N was wanted, such as 1/4 for the first of four")
    return int(number), int(count)
