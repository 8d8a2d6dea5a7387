"""A thread that judges what was saved last, and nothing that was overtaken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from grader.catalog import Course
from grader.engine import Engine, Overtaken
from grader.errors import GradeError
from grader.judge import Options
from grader.ledger import Ledger, ledger_path
from grader.result import Report, Verdict
from grader.session import Quiet, Session, Target

SHOWN_FROM = 0.05  # of a budget: what needs less is over before it can be read
IDLE = 1.0  # seconds after which an engine that died meanwhile is replaced, so that the next save does not wait for it
UNJUDGED = (Verdict.TODO, Verdict.MISSING, Verdict.BROKEN)  # may have been found without an engine


class Setting(msgspec.Struct, frozen=True):
    """Whose answers are judged, and how. reveal: whether reports may show what calls should have given."""

    course: Course
    folder: Path
    options: Options
    reveal: bool = True


class Began(msgspec.Struct, frozen=True):
    """A judging goes on. share: how much of its budget the submission has used, from 0 to 1."""

    exercise: str
    share: float = 0.0


class Told(msgspec.Struct, frozen=True):
    """A verdict, or a fault of ours in its place. first: of the file as it was found, not of a save."""

    exercise: str
    report: Report
    at: datetime
    first: bool


class Failed(msgspec.Struct, frozen=True):
    """Nothing can be judged any more."""

    error: Exception


News = Began | Told | Failed


class _Ask(msgspec.Struct, frozen=True):
    """fresh: with new draws. first: whether the exercise has just been opened."""

    target: Target
    fresh: bool = False
    first: bool = False


class Judging:
    """Judges one file after the other. Only the last one asked for matters: what runs is given up for it.

    tell: called with the news, from the thread. What passed is in the ledger before it is told.
    """

    def __init__(self, setting: Setting, engine: Engine, tell: Callable[[News], None]) -> None:
        self._setting, self._engine, self._tell = setting, engine, tell
        self._changed = threading.Condition()
        self._ask: _Ask | None = None
        self._opened = ""  # the exercise that was judged last
        self._turn = 0  # goes up with each ask: a run of an earlier one is overtaken
        self._closed = False
        self._thread = threading.Thread(target=self._run, daemon=True, name="judging")
        self._thread.start()

    def judge(self, target: Target) -> None:
        """Judge what the target holds, and give up what runs."""
        self._put(_Ask(target, first=target.exercise.name != self._opened))

    def again(self, target: Target) -> None:
        """Judge it with other random inputs."""
        self._put(_Ask(target, fresh=True))

    def give_up(self) -> None:
        """What runs is not wanted any more."""
        self._put(None)

    def close(self) -> None:
        self._closed = True
        self.give_up()
        self._engine.close()
        self._thread.join()

    def _put(self, ask: _Ask | None) -> None:
        with self._changed:
            self._ask = ask
            self._turn += 1
            self._changed.notify()
        if ask is not None:
            self._tell(Began(ask.target.exercise.name))

    def _run(self) -> None:
        try:
            with Ledger(ledger_path()) as ledger:
                session = self._session(ledger, self._setting.options)
                while not self._closed:
                    self._one(session, ledger)
        except Exception as error:
            if not self._closed:  # a closed engine answers nobody
                self._tell(Failed(error))

    def _session(self, ledger: Ledger, options: Options) -> Session:
        return Session(self._setting.course, self._setting.folder, ledger, self._engine, options)

    def _one(self, session: Session, ledger: Ledger) -> None:
        """The next judging, or a look after the engine."""
        with self._changed:
            if self._ask is None:
                self._changed.wait(IDLE)
            ask, self._ask, turn = self._ask, None, self._turn
        if ask is None:
            self._engine.start()
            return
        if ask.fresh:
            options = msgspec.structs.replace(self._setting.options, seed=None, cache=False)
            session = self._session(ledger, options)
        with suppress(Overtaken):
            self._judge(session, ask, turn)

    def _judge(self, session: Session, ask: _Ask, turn: int) -> None:
        exercise = ask.target.exercise
        self._opened = exercise.name
        run = _Run(lambda share: self._used(exercise.name, turn, share))
        results, faults = session.run([ask.target], run)
        report = session.report(results, faults, self._setting.folder)
        if turn != self._turn:
            return
        shown = report if self._setting.reveal else report.unrevealed()
        self._tell(Told(exercise.name, shown, datetime.now(), ask.first))
        if ask.first and results and (results[0].cached or results[0].verdict in UNJUDGED):
            with suppress(GradeError):  # told when there is a verdict to give
                session.warm(exercise, lambda share: self._check(turn))

    def _used(self, exercise: str, turn: int, share: float) -> None:
        self._check(turn)
        if share >= SHOWN_FROM:
            self._tell(Began(exercise, share))

    def _check(self, turn: int) -> None:
        """Raises Overtaken where another run is wanted."""
        if turn != self._turn:
            raise Overtaken


class _Run(Quiet):
    """Hears how one run gets on."""

    def __init__(self, used: Callable[[float], None]) -> None:
        self._used = used

    def used(self, share: float) -> None:
        self._used(share)
