"""Where a command's text goes: a terminal of any width and encoding, or a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.reports import Screen


def say(text: str) -> None:
    """To a terminal of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def screen() -> Screen:
    from rich.console import Console

    from grader.reports import Screen

    console = Console()
    return Screen(console.width, console.is_terminal and not console.no_color and console.color_system is not None)
