"""A half of the screen of `grade watch`."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class Pane(VerticalScroll):
    """Text to scroll, under a line with its title."""

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    @property
    def text_width(self) -> int:
        return self.query_one(Static).size.width

    def show(self, text: Text) -> None:
        self.query_one(Static).update(text)
