"""`grade`: parse, dispatch, and the one place where errors become exit statuses.

0 all passed, 1 not all, 2 usage, 3 a fault of ours, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback
from collections.abc import Sequence

from grader import __version__
from grader.errors import GradeError

# Each is a module of grader.commands, imported when it is called; `run` needs no name.
COMMANDS = {
    "run": "grade what changed since last time (the default)",
    "watch": "a verdict on every save, on a screen with keys",
    "list": "all exercises and where you stand",
    "show": "the lesson of an exercise",
    "hint": "one more hint",
    "solution": "the reference solution, once you have passed",
    "reset": "put the stub back; yours is kept beside it",
    "debug": "run an exercise's checks without a sandbox, so that breakpoint() works",
    "data": "the digits in force, and whether they are whole",
    "doctor": "what this machine can do",
    "schema": "the JSON Schema of the JSON report",
    "dev": "for those who write exercises",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `grade` with these arguments (sys.argv's), and give its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
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
    name = given.pop(0) if given and given[0] in COMMANDS else "run"
    module = importlib.import_module(f"grader.commands.{name}")
    parser = argparse.ArgumentParser(
        prog="grade" if name == "run" else f"grade {name}", description=COMMANDS[name].capitalize() + "."
    )
    module.add_arguments(parser)
    status: int = module.run(parser.parse_args(given))
    return status


def _help() -> str:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items() if name != "run")
    return (
        "grade [EXERCISE ...]: judge your answers and show what is next.\n\n"
        "EXERCISE is chapter/slug, a slug, a chapter or a path; without one, everything that changed is judged.\n"
        "`grade run --help` shows the options.\n\n"
        f"Other commands:\n{commands}\n\n"
        "Exit status: 0 all passed, 1 not all, 2 usage, 3 a fault of the grader's, 130 Ctrl-C."
    )


if __name__ == "__main__":
    sys.exit(main())
