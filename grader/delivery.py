"""Where a report goes: onto the terminal, into files, and into the summary of a GitHub job."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.reports import FORMATS, PLAIN, Screen
from grader.reports.curves import ASCII
from grader.result import Report

ON_GITHUB = "GITHUB_ACTIONS"
SUMMARY = "GITHUB_STEP_SUMMARY"  # the file that GitHub shows as Markdown on the page of the job

Copy = tuple[str, Path]  # a report's format and its file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=list(FORMATS), default="terminal", help="how the report is written")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report there, not on the terminal")
    parser.add_argument(
        "--save", type=_copy, action="append", default=[], metavar="FORMAT=FILE",
        help="write the report to a file as well; may be given several times",
    )  # fmt: skip


def _copy(text: str) -> Copy:
    name, equals, path = text.partition("=")
    if name not in FORMATS or not equals or not path:
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=FILE with a format of {', '.join(FORMATS)}")
    return name, Path(path)


def refuse(arguments: argparse.Namespace) -> None:
    """Raise UsageError for a file that cannot be written, before anything is judged."""
    for _, path in _copies(arguments):
        require_folder_of(path)


def require_folder_of(path: Path) -> None:
    """Raise UsageError where there is no folder to write a file in."""
    if not path.resolve().parent.is_dir():
        raise UsageError(f"There is no folder {path.resolve().parent} to write {path.name} in.")


def deliver(report: Report, arguments: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> None:
    """Write the report wherever it was asked for. Raises UsageError where that cannot be done."""
    for name, path in _copies(arguments):
        write(path, "w", FORMATS[name](report, PLAIN))
    if arguments.format == "github" and environment.get(SUMMARY):
        write(Path(environment[SUMMARY]), "a", FORMATS["markdown"](report, PLAIN))
    if arguments.output is None and arguments.format != "terminal":
        say(FORMATS[arguments.format](report, PLAIN))
    elif arguments.output is None or arguments.format != "terminal":
        say(_for_people(report, environment))


def formats(arguments: argparse.Namespace) -> set[str]:
    """All that are asked for."""
    return {arguments.format, *(name for name, _ in arguments.save)}


def _copies(arguments: argparse.Namespace) -> Sequence[Copy]:
    own = [] if arguments.output is None else [(arguments.format, arguments.output)]
    return [*own, *arguments.save]


def _for_people(report: Report, environment: Mapping[str, str]) -> str:
    """The terminal's report; in a log of GitHub's, whose lines may be commands, between fences."""
    text = FORMATS["terminal"](report, screen())
    if environment.get(ON_GITHUB) != "true":
        return text
    from grader.reports.github import fenced

    return fenced(text)


def write(path: Path, mode: str, text: str) -> None:
    """Raises UsageError where that cannot be done."""
    try:
        with path.open(mode, encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. What was judged is kept.") from None


def say(text: str) -> None:
    """To a terminal of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        "✓█▁".encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(ASCII)
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def screen() -> Screen:
    from rich.console import Console

    console = Console()
    return Screen(console.width, console.is_terminal and not console.no_color and console.color_system is not None)
