"""What is shown while a run goes on: a bar over the exercises, and the budget of the one that runs."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from grader.session import Target

SHOWN_FROM = 0.05  # of a budget: what needs less is over before it can be read


class Bar:
    """A progress bar on standard error that leaves nothing behind; silent where that is no terminal."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._all = self._progress.add_task("Judging", total=total)
        self._name = ""

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def began(self, target: Target) -> None:
        self._name = target.exercise.name
        self._progress.update(self._all, description=self._name)

    def used(self, share: float) -> None:
        if share >= SHOWN_FROM:
            self._progress.update(self._all, description=f"{self._name} ({share:.0%} of its computing time used)")

    def ended(self, target: Target) -> None:
        self._progress.advance(self._all)


class ClassBar:
    """A bar over a class's answers: how many a second, and how long it will take."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        columns = (
            TextColumn("Judging"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
        )  # fmt: skip
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._all = self._progress.add_task("", total=total, rate="")

    def __enter__(self) -> ClassBar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def advance(self, count: int) -> None:
        speed = self._progress.tasks[0].speed
        self._progress.update(self._all, advance=count, rate=f"{speed:.0f} a second" if speed else "")
