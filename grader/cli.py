"""`grade`: parse, dispatch, and the one place where errors become exit statuses.

0 all passed, 1 not all, 2 usage, 3 a fault of ours, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from grader import __version__
from grader.environment import COMPLETING, COURSE
from grader.errors import GradeError

# Each is a module of grader.commands, imported when it is called; `run` needs no name.
COMMANDS = {
    "run": "grade what changed since last time (the default)",
    "watch": "a verdict on every save, on a screen with keys",
    "batch": "judge a whole class, resumable",
    "grades": "a class's grades for a learning platform",
    "list": "all exercises and where you stand",
    "show": "the lesson of an exercise",
    "hint": "one more hint",
    "solution": "the reference solution, once you have passed",
    "reset": "put the stub back; yours is kept beside it",
    "report": "where you stand, as one HTML file",
    "debug": "run an exercise's checks without a sandbox, so that breakpoint() works",
    "edit": "open an exercise in your editor",
    "init": "write the course's folder, in which you work, or bring one up to date",
    "progress": "take your progress to another machine",
    "completion": "what makes your shell complete exercises and options",
    "notebook": "notebooks made from the exercises, and their grades",
    "data": "the digits in force, and whether they are whole",
    "doctor": "what this machine can do",
    "schema": "the JSON Schema of the JSON report",
    "export": "an autograder for Gradescope, as a zip",
    "dev": "for those who write exercises",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `grade` with these arguments (sys.argv's), and give its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if COMPLETING in os.environ:
            _complete()
        return _dispatch(given)
    except GradeError as error:
        print(f"grade: {error}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:  # the reader of our output has gone: `grade list | head`
        sys.stderr.close()
        return 1
    except Exception:
        traceback.print_exc()
        print("grade: that is a fault of the grader's, and nobody's answer. Please report it.", file=sys.stderr)
        return GradeError.exit_status
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _dispatch(given: list[str]) -> int:
    if given[:1] in (["-h"], ["--help"]):
        print(_help())
        return 0
    if given[:1] == ["--version"]:
        print(f"grade {__version__}")
        return 0
    chosen, given = _common().parse_known_args(given)
    name = given.pop(0) if given and given[0] in COMMANDS else "run"
    arguments = parser_of(name).parse_args(given, chosen)
    if arguments.course is not None:
        os.environ[COURSE] = str(arguments.course)  # for this process, and for those that judge
    status: int = importlib.import_module(f"grader.commands.{name}").run(arguments)
    return status


def _complete() -> None:
    """Answer a shell that asks how a line goes on; the finished words say by which parser."""
    from grader.completion import complete, words_before_cursor

    words = words_before_cursor()
    chosen, rest = _common().parse_known_args([*words, ""] if words[-1:] == ["--course"] else words)
    if chosen.course is not None:
        os.environ[COURSE] = str(chosen.course)
    if rest and rest[0] in COMMANDS:
        complete(parser_of(rest[0]), words.index(rest[0]) + 1, {})
    else:
        complete(parser_of("run"), 0, {} if rest else COMMANDS)


def _common() -> argparse.ArgumentParser:
    """What may stand anywhere in a command line."""
    parser = argparse.ArgumentParser(prog="grade", add_help=False, allow_abbrev=False)
    parser.add_argument("--course", type=Path, metavar="DIR", help="an instructor's own course, not the one built in")
    return parser


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of one command's arguments."""
    parser = argparse.ArgumentParser(
        prog="grade" if name == "run" else f"grade {name}",
        description=COMMANDS[name].capitalize() + ".",
        parents=[_common()],
    )
    importlib.import_module(f"grader.commands.{name}").add_arguments(parser)
    return parser


def _help() -> str:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items() if name != "run")
    return (
        "grade [EXERCISE ...]: judge your answers and show what is next.\n\n"
        "EXERCISE is chapter/slug, a slug, a chapter or a path; without one, everything that changed is judged.\n"
        "`grade run --help` shows the options. `--course DIR`, with any command, means an instructor's own course.\n\n"
        f"Other commands:\n{commands}\n\n"
        "Exit status: 0 all passed, 1 not all, 2 usage, 3 a fault of the grader's, 130 Ctrl-C."
    )


if __name__ == "__main__":
    sys.exit(main())
