"""The screen of `grade watch`: it shows what is known and says which key was pressed; the rest is the desk's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from grader.editor import find_editor
from grader.engine import Engine
from grader.errors import GradeError
from grader.result import Report
from grader.watch import pages
from grader.watch.desk import Desk
from grader.watch.judging import Failed, Judging, News, Setting, Told
from grader.watch.pane import Pane
from grader.watch.saves import Eyes
from grader.watch.screens import ListScreen, Question

WIDE = 120  # columns from which lesson and verdict stand side by side
SOON = 0.15  # seconds in which most verdicts come: only then is it said that one is awaited


class Heard(Message):
    """News of a judging."""

    def __init__(self, news: News) -> None:
        super().__init__()
        self.news = news


class Main(Screen[None]):
    """Lesson and verdict of the exercise in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "move(1)", "next"),
        Binding("p", "move(-1)", "back"),
        Binding("l", "list", "list"),
        Binding("h", "hint", "hint"),
        Binding("s", "lesson", "lesson"),
        Binding("v", "solution", "solution"),
        Binding("r", "reset", "reset"),
        Binding("e", "edit", "edit"),
        Binding("g", "again", "reseed"),
        Binding("q", "app.quit", "quit"),
        Binding("escape", "verdict", "verdict", show=False),
    ]

    def __init__(self, setting: Setting, desk: Desk, engine: Engine) -> None:
        super().__init__()
        self._desk = desk
        self._report: Report | None = None
        self._judging = Judging(setting, engine, self._tell)
        self._eyes = Eyes(self._judging.give_up, self._judging.judge)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="line"):
            yield Static(id="title")
            yield Static(id="number")
        with Horizontal(classes="line"):
            yield Static(id="bar")
            yield Static(id="state")
        with Horizontal(id="panes"):
            yield Pane(id="reading")
            yield Pane(id="verdict")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._waiting = self.set_timer(SOON, lambda: None)
        self._open()

    def on_unmount(self) -> None:
        self._eyes.close()
        self._judging.close()

    def _tell(self, news: News) -> None:
        """From any thread."""
        self.post_message(Heard(news))

    # What is shown.

    def _open(self) -> None:
        """Show the exercise in hand; its verdict follows."""
        self._report = None
        self._show_progress()
        self._say(Text("looking ...", "dim"))
        self._read("Lesson", pages.lesson(self._desk.lesson()))
        self._verdict.border_title = self._desk.target.path.name
        self._verdict.border_subtitle = ""
        self._verdict.show(Text())
        self._eyes.turn_to(self._desk.target)

    @property
    def _reading(self) -> Pane:
        return self.query_one("#reading", Pane)

    @property
    def _verdict(self) -> Pane:
        return self.query_one("#verdict", Pane)

    def _put(self, place: str, text: Text | str) -> None:
        self.query_one(f"#{place}", Static).update(text)

    def _say(self, text: Text) -> None:
        self._put("state", text)

    def _show_progress(self) -> None:
        progress, exercise = self._desk.progress(), self._desk.exercise
        self._put("title", Text.assemble((exercise.name, "bold"), f"  {exercise.title}"))
        self._put("number", pages.place(progress))
        self._put("bar", pages.bar(progress))

    def _read(self, title: str, text: Text) -> None:
        """Show something to read beside the verdict, or in its place where there is no room for both."""
        self._reading.border_title = title
        self._reading.show(text)
        self._turn_to(self._reading)

    def _turn_to(self, pane: Pane) -> None:
        """Keys scroll this pane now; where there is room for one only, it is this."""
        self.query_one("#panes").set_class(pane is self._verdict, "-verdict")
        pane.scroll_home(animate=False)
        pane.focus()

    @on(Heard)
    def _hear(self, message: Heard) -> None:
        news = message.news
        if isinstance(news, Failed):
            self.app.exit(news.error)
        elif news.exercise != self._desk.exercise.name:
            pass  # one that was left meanwhile
        elif isinstance(news, Told):
            self._show_verdict(news)
        elif news.share:
            self._say(pages.awaited(news.share))
        else:
            self._waiting.stop()
            self._waiting = self.set_timer(SOON, lambda: self._say(pages.awaited()))

    def _show_verdict(self, told: Told) -> None:
        self._waiting.stop()
        self._report = told.report
        self._draw_verdict()
        if told.report.passed:
            self._show_progress()
        result = next(iter(told.report.exercises), None)
        self._say(pages.summary(result, told.at))
        self._verdict.border_subtitle = pages.seed(result)
        if not told.first or self._desk.begun():
            self._turn_to(self._verdict)

    def _draw_verdict(self) -> None:
        if self._report is not None:
            width = self._verdict.text_width or self.size.width - 3  # it has none while it is hidden
            self._verdict.show(pages.verdict(self._report, width, self._desk.following()))

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw_verdict)

    # What the keys do.

    def action_move(self, steps: int) -> None:
        if self._desk.move(steps):
            self._open()
        else:
            self.notify("This is the last exercise." if steps > 0 else "This is the first exercise.")

    def action_list(self) -> None:
        self.app.push_screen(ListScreen(self._desk.standings(), self._desk.exercise.name), self._go)

    def _go(self, name: str | None) -> None:
        if name is not None:
            self._desk.go(name)
            self._open()

    def action_lesson(self) -> None:
        self._read("Lesson", pages.lesson(self._desk.lesson()))

    def action_verdict(self) -> None:
        self._turn_to(self._verdict)

    def action_hint(self) -> None:
        shown, total = self._desk.one_more_hint(), len(self._desk.exercise.hints)
        self._read(f"Hints {len(shown)} of {total}", pages.hints(shown, total))
        self._reading.scroll_end(animate=False)

    def action_solution(self) -> None:
        with self._told():
            self._read("Our answer", Text(self._desk.solution()))

    def action_reset(self) -> None:
        name = self._desk.target.path.name
        question = Question(f"Put {name} back as it came? What you wrote is kept beside it.")
        self.app.push_screen(question, self._reset)

    def _reset(self, agreed: bool | None) -> None:
        if agreed:
            with self._told():
                self.notify(self._desk.reset(), markup=False)

    def action_edit(self) -> None:
        with self._told():
            editor = find_editor()
            with self.app.suspend() if editor.in_terminal else nullcontext():
                editor.open(self._desk.target.path)

    def action_again(self) -> None:
        self._judging.again(self._desk.target)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What cannot be done is said, and the screen stays."""
        try:
            yield
        except GradeError as error:
            self.notify(str(error), severity="warning", markup=False)


class WatchApp(App[Exception]):
    """Gives the error that ended it, None where the learner did."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (as Textual declares it)

    def __init__(self, setting: Setting, desk: Desk, engine: Engine) -> None:
        super().__init__(ansi_color=True)  # the terminal's own colours, whether they are dark or light
        self.theme = "ansi-dark"
        self._main = Main(setting, desk, engine)

    def get_default_screen(self) -> Main:
        return self._main
