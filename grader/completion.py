"""What a shell may complete a `grade` command line to: argcomplete asks the parsers, we add the course's names."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

import argcomplete
from argcomplete.completers import DirectoriesCompleter
from argcomplete.shell_integration import shellcode

from grader.catalog import Course, own_course
from grader.environment import COMPLETING

SHELLS = ("bash", "zsh", "fish")
Words = dict[str, str]  # with a description each, which zsh and fish show


def script(shell: str) -> str:
    """What a shell has to read so that it asks us."""
    return shellcode(["grade"], shell=shell)


def words_before_cursor() -> list[str]:
    """The finished words of the line that is being completed, without the program's name."""
    line = os.environ["COMP_LINE"]
    typed = line[: int(os.environ.get("COMP_POINT") or len(line))]
    return typed.split()[1:] if typed[-1:].isspace() else typed.split()[1:-1]


def complete(parser: argparse.ArgumentParser, skip: int, first: Words) -> None:
    """Answer the shell, and end this process.

    skip: how many words lead up to this parser's arguments. first: what may stand in place of the first exercise.
    """
    os.environ[COMPLETING] = str(1 + skip)
    for action in _arguments(parser):
        if action.dest in ("exercise", "exercises"):
            action.completer = lambda prefix, **_: first | _names(own_course(), prefix)  # type: ignore[attr-defined]
        elif action.metavar == "DIR":
            action.completer = DirectoriesCompleter()  # type: ignore[attr-defined]
    argcomplete.autocomplete(parser, always_complete_options=False)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All arguments, those of subcommands too."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _arguments(inner)
        else:
            yield action


def _names(course: Course, prefix: str) -> Words:
    if "/" in prefix:
        return {exercise.name: exercise.title for exercise in course.all}
    chapters = {chapter.name: chapter.title for chapter in course.chapters}
    return chapters | {exercise.slug: exercise.title for exercise in course.all}
