"""`grade watch` without a screen: a report for every save, on a pipe or for a screen reader."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from grader.engine import Engine
from grader.errors import GradeError
from grader.watch import pages
from grader.watch.desk import Desk
from grader.watch.judging import Failed, Judging, News, Setting, Told
from grader.watch.saves import Eyes

TICK = 0.5  # seconds: on Windows Ctrl-C does not end a wait
HELP = "Keys, each with Enter: n next, p back, h hint, s lesson, v solution, g new seed, q quit."


class Lines:
    """Says what it hears, and takes keys as lines until the last one.

    say: writes text where the learner reads it. width: how long its lines may be.
    """

    def __init__(
        self, setting: Setting, desk: Desk, engine: Engine, say: Callable[[str], None], width: int = 80
    ) -> None:
        self._desk, self._say, self._width = desk, say, width
        self._inbox: queue.SimpleQueue[News | str | None] = queue.SimpleQueue()
        self._judging = Judging(setting, engine, self._inbox.put)
        self._eyes = Eyes(self._judging.give_up, self._judging.judge)
        self._awaited = False  # whether an exercise was opened and has no verdict yet
        self._ending = self._ended = False
        self._keys: dict[str, Callable[[], None]] = {
            "n": lambda: self._move(1),
            "p": lambda: self._move(-1),
            "h": lambda: self._say("\n".join(f"{n}. {hint}" for n, hint in enumerate(desk.one_more_hint(), 1))),
            "s": lambda: self._say(desk.lesson()),
            "v": lambda: self._say(desk.solution()),
            "g": lambda: self._judging.again(desk.target),
            "q": self._quit,
        }

    def run(self, keys: IO[str]) -> None:
        """Until `q`, or until the keys end and the exercise that was opened last has its verdict."""
        threading.Thread(target=self._listen, args=(keys,), daemon=True, name="keys").start()
        try:
            self._open()
            while not self._ended:
                with suppress(queue.Empty):
                    self._hear(self._inbox.get(timeout=TICK))
        finally:
            self._eyes.close()
            self._judging.close()

    def _listen(self, keys: IO[str]) -> None:
        for line in keys:
            self._inbox.put(line.strip())
        self._inbox.put(None)

    def _open(self) -> None:
        self._awaited = True
        self._say(f"Watching {self._desk.target.path}. {HELP}")
        self._eyes.turn_to(self._desk.target)

    def _hear(self, heard: News | str | None) -> None:
        if heard is None:
            self._ending = True
        elif isinstance(heard, str):
            self._press(heard)
        elif isinstance(heard, Failed):
            raise heard.error
        elif isinstance(heard, Told) and heard.exercise == self._desk.exercise.name:
            self._say(pages.verdict(heard.report, self._width, self._desk.following()).plain)
            self._awaited = False
        self._ended = self._ended or (self._ending and not self._awaited)

    def _quit(self) -> None:
        self._ended = True

    def _press(self, key: str) -> None:
        try:
            self._keys.get(key, lambda: self._say(HELP))()
        except GradeError as error:
            self._say(str(error))

    def _move(self, steps: int) -> None:
        if self._desk.move(steps):
            self._open()
        else:
            self._say("There is no exercise further on.")
