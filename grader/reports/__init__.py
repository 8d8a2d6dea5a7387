"""Report formats: one pure function `render(report, screen) -> str` in a file each, listed in FORMATS."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial

from grader.reports.screen import PLAIN, Screen
from grader.result import Report

Render = Callable[[Report, Screen], str]


def _render(name: str, report: Report, screen: Screen) -> str:
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    text: str = module.render(report, screen)
    return text


# Each is a module of this package, imported when it is first asked for: to know the names costs nothing.
FORMATS: dict[str, Render] = {
    name: partial(_render, name)
    for name in (
        "terminal",
        "json",
        "junit",
        "gradescope",
        "gradescope-leaderboard",
        "exercism",
        "github",
        "classroom",
        "markdown",
        "csv",
    )
}

__all__ = ["FORMATS", "PLAIN", "Screen"]
