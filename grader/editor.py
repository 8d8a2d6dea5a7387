"""The learner's editor: what $VISUAL or $EDITOR name, else VS Code."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
from pathlib import Path

import msgspec

from grader.errors import UsageError

VARIABLES = ("VISUAL", "EDITOR")
CODE = "code"
ADVICE = "$VISUAL or $EDITOR names the editor to use."
# Those that open a window of their own, and need no terminal.
WINDOWED = """
    atom code code-insiders codium cursor geany gedit gnome-text-editor gvim idea kate kwrite mate mousepad notepad
    notepad++ open pluma positron pycharm start subl textedit vscodium windsurf xdg-open xed zed zeditor
"""
WINDOW_PATIENCE = 1.0  # seconds in which one that opens a window may say that it cannot


class Editor(msgspec.Struct, frozen=True):
    """A command to open a file with. in_terminal: whether it wants this terminal for itself."""

    command: tuple[str, ...]
    in_terminal: bool

    def open(self, path: Path) -> None:
        """Open a file: wait for the end of an editor in the terminal, leave a window alone. Raises UsageError."""
        command = [*self.command, str(path)]
        try:
            status = _wait(command) if self.in_terminal else _start(command)
        except OSError as error:
            raise UsageError(f"The editor {self.command[0]} cannot be started: {error.strerror}. {ADVICE}") from None
        if status:
            raise UsageError(f"The editor {self.command[0]} ended with status {status}. {ADVICE}")


def open_editor(path: Path) -> None:
    """Open a file in the learner's editor. Raises UsageError where there is none, or it fails."""
    find_editor().open(path)


def find_editor() -> Editor:
    """$VISUAL, $EDITOR, or VS Code where it is installed. Raises UsageError where none can be found."""
    for variable in VARIABLES:
        if os.environ.get(variable, "").strip():
            return _named(variable, os.environ[variable])
    if found := shutil.which(CODE):
        return Editor((found,), in_terminal=False)
    raise UsageError(f"No editor is to be found: $VISUAL and $EDITOR are not set, and there is no `{CODE}`. {ADVICE}")


def _named(variable: str, value: str) -> Editor:
    try:
        program, *options = _words(value)
    except ValueError as error:
        raise UsageError(f"${variable} is {value!r}, which is no command: {error}.") from None
    found = shutil.which(program)
    if found is None:
        raise UsageError(f"The editor {program} cannot be started: there is no such program. {ADVICE}")
    return Editor((found, *options), Path(program).stem.lower() not in WINDOWED.split())


def _words(value: str) -> list[str]:
    """A command line as words; on Windows a backslash is part of a path."""
    if os.name != "nt":
        return shlex.split(value)
    return [value] if shutil.which(value) else [word.strip('"') for word in shlex.split(value, posix=False)]


def _wait(command: list[str]) -> int:
    return subprocess.run(command).returncode


def _start(command: list[str]) -> int:
    """The exit status where it ends at once, 0 for one that goes on."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        return process.wait(WINDOW_PATIENCE)
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True, name="editor").start()
        return 0
