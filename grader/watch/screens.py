"""The screens that lie over the main one: the list of exercises, and a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, OptionList
from textual.widgets.option_list import Option

from grader.standing import Standing
from grader.watch.pages import DONE

OPEN = Style.parse("yellow")

# What the list can be narrowed to, in the order in which Tab goes through it.
FILTERS: dict[str, Callable[[Standing], bool]] = {
    "all": lambda one: True,
    "not passed": lambda one: not one.passed,
    "not yet right": lambda one: bool(one.said) and not one.passed,
    "passed": lambda one: one.passed,
}


def matching(rows: Sequence[Standing], search: str, wanted: str) -> list[Standing]:
    """The exercises of a filter whose name, title or state holds every word of the search."""
    words = search.lower().split()
    return [
        one
        for one in rows
        if FILTERS[wanted](one)
        and all(word in f"{one.exercise.name} {one.exercise.title} {one.said}".lower() for word in words)
    ]


class ListScreen(ModalScreen[str | None]):
    """All exercises, to search and to choose from. Gives the name of the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "choose", "go"),
        ("tab", "filter", "filter"),
        ("up", "move(-1)", "up"),
        ("down", "move(1)", "down"),
        ("pageup", "move(-10)", ""),
        ("pagedown", "move(10)", ""),
        ("escape", "dismiss", "back"),
    ]

    def __init__(self, rows: Sequence[Standing], current: str) -> None:
        super().__init__()
        self._rows, self._current, self._filter = rows, current, next(iter(FILTERS))
        self._shown: list[Standing] = []
        self._marked = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="list"):
            yield Input(placeholder="search: a name, a word of a title, a verdict", id="search", compact=True)
            yield Label(id="filters")
            yield OptionList(id="options", compact=True, markup=False)
            yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._fill()

    def on_input_changed(self, _: Input.Changed) -> None:
        self._fill()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.action_choose()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Reversed, so that it shows without colours too: a style sheet cannot say so."""
        for number, one in enumerate(self._shown):
            chosen = number == event.option_index
            if chosen or number == self._marked:
                event.option_list.replace_option_prompt_at_index(number, _row(one, chosen))
        self._marked = event.option_index

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_filter(self) -> None:
        names = list(FILTERS)
        self._filter = names[(names.index(self._filter) + 1) % len(names)]
        self._fill()

    def action_move(self, steps: int) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = max(0, min(options.option_count - 1, (options.highlighted or 0) + steps))

    def action_choose(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def _fill(self) -> None:
        self._shown = rows = matching(self._rows, self.query_one(Input).value, self._filter)
        options = self.query_one(OptionList)
        options.set_options([Option(_row(one), id=one.exercise.name) for one in rows])
        names = [one.exercise.name for one in rows]
        options.highlighted = names.index(self._current) if self._current in names else 0 if names else None
        self.query_one("#filters", Label).update(self._filters(len(rows)))

    def _filters(self, shown: int) -> Text:
        line = Text(f"{shown} of {len(self._rows)}   Tab: ", "dim")
        for name in FILTERS:
            line.append(name, "reverse" if name == self._filter else "").append("  ")
        return line.append("   Enter: go there", "dim")


def _row(one: Standing, chosen: bool = False) -> Text:
    line = Text().append("✓ " if one.passed else "  ", DONE)
    line.append(f"{one.exercise.chapter[:2]} {one.exercise.slug:22} ", "bold").append(one.exercise.title)
    if one.said:
        line.append(f"  [{one.said}]", OPEN)
    if chosen:
        line.stylize("reverse")
    return line


class Question(ModalScreen[bool]):
    """Asks before something is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "dismiss(True)", "yes"),
        ("n,escape,q", "dismiss(False)", "no"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Label(Text(self._text))
            yield Label(Text("y yes   n no", "bold"))
