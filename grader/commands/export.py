"""`grade export gradescope`: the zip that Gradescope builds an autograder from."""

from __future__ import annotations

import argparse
import zipfile
from collections.abc import Iterable
from pathlib import Path

from grader import __version__
from grader.catalog import PACKAGE, Course, own_course
from grader.errors import UsageError
from grader.sandbox.levels import Level

SCRIPTS = PACKAGE / "recipes" / "gradescope"
PROGRAM, DATA = 0o755, 0o644
EPOCH = (1980, 1, 1, 0, 0, 0)  # so that the same course gives the same bytes

Member = tuple[str, bytes, int]  # a name without a folder, what it holds, its mode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="gradescope")
    gradescope = actions.add_parser("gradescope", help="an autograder for Gradescope, as a zip")
    gradescope.add_argument("exercises", nargs="*", metavar="EXERCISE", help="what it grades (default: everything)")
    gradescope.add_argument("--output", type=Path, default=Path("autograder.zip"), metavar="FILE")
    gradescope.add_argument("--wheel", type=Path, metavar="FILE", help="the grader itself, in place of the index's")
    gradescope.add_argument("--leaderboard", action="store_true", help="show the class everybody's points")
    gradescope.add_argument("--no-reveal", action="store_true", help="do not show what a call should have given")
    gradescope.add_argument(
        "--require-isolation", type=Level, choices=list(Level), metavar="LEVEL", help="as `grade run` has it"
    )


def run(arguments: argparse.Namespace) -> int:
    members = [*_scripts(), *_settings(own_course(), arguments), *_grader(arguments.wheel)]
    try:
        with zipfile.ZipFile(arguments.output, "w") as file:
            for member in members:
                _add(file, *member)
    except OSError as error:
        raise UsageError(f"{arguments.output} cannot be written: {error.strerror}.") from None
    print(f"{arguments.output}: upload it under Configure Autograder, with Ubuntu 24.04 as the base image.")
    return 0


def _scripts() -> Iterable[Member]:
    for name in ("setup.sh", "run_autograder"):
        yield name, (SCRIPTS / name).read_bytes(), PROGRAM


def _settings(course: Course, arguments: argparse.Namespace) -> Iterable[Member]:
    chosen = dict.fromkeys(e for name in arguments.exercises for e in course.find(name)) or course.all
    yield "exercises.txt", _lines(exercise.name for exercise in chosen), DATA
    options = [f"--format=gradescope{'-leaderboard' if arguments.leaderboard else ''}"]
    options += ["--no-reveal"] if arguments.no_reveal else []
    options += [f"--require-isolation={arguments.require_isolation}"] if arguments.require_isolation else []
    yield "arguments.txt", _lines(options), DATA


def _grader(wheel: Path | None) -> Iterable[Member]:
    """What `pip install -r` installs: the wheel, which lies beside, or this version from the index."""
    if wheel is None:
        yield "requirements.txt", _lines([f"seven-steps=={__version__}"]), DATA
        return
    if wheel.suffix != ".whl" or not wheel.is_file():
        raise UsageError(f"{wheel} is no wheel. `python -m build --wheel` makes one of the grader.")
    yield "requirements.txt", _lines([f"./{wheel.name}"]), DATA
    yield wheel.name, wheel.read_bytes(), DATA


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _add(file: zipfile.ZipFile, name: str, content: bytes, mode: int) -> None:
    """Into the root of the zip, as Gradescope wants it: no member has a folder, so none can land elsewhere."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = (0o100000 | mode) << 16
    info.create_system = 3  # Unix, wherever it was made: only so do modes count
    info.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(info, content)
