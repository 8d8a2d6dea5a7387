"""Report formats: one pure function `render(report, screen) -> str` in a file each, listed in FORMATS."""

from __future__ import annotations

from collections.abc import Callable

from grader.reports import html, json, terminal
from grader.reports.screen import PLAIN, Screen
from grader.result import Report

FORMATS: dict[str, Callable[[Report, Screen], str]] = {
    "terminal": terminal.render,
    "json": json.render,
    "html": html.render,
}

__all__ = ["FORMATS", "PLAIN", "Screen"]
