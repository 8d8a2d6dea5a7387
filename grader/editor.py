"""Opens a file in the learner's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from grader.errors import UsageError

VARIABLES = ("VISUAL", "EDITOR")  # as every Unix program asks for them, in this order
FALLBACK = "code"  # VS Code, which returns at once


def open_editor(path: Path) -> None:
    """Open a file and wait until the editor lets go of it. Raises UsageError where there is no editor to be had."""
    command = _command()
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode
    except OSError as error:
        raise UsageError(f"The editor {command[0]} cannot be started: {error.strerror}. {_ADVICE}") from None
    if status:
        raise UsageError(f"The editor {command[0]} ended with status {status}. {_ADVICE}")


_ADVICE = "$VISUAL or $EDITOR names the editor to use."


def _command() -> list[str]:
    """The editor's command line, split as a shell would split it."""
    for variable in VARIABLES:
        if words := shlex.split(os.environ.get(variable, ""), posix=os.name == "posix"):
            return words
    found = shutil.which(FALLBACK)  # on Windows a .cmd, which only its whole name starts
    if found is None:
        raise UsageError(
            f"There is no editor to be found: $VISUAL and $EDITOR are not set, and there is no `{FALLBACK}`."
        )
    return [found]
