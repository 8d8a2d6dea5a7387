"""What is remembered between runs: one SQLite file in the user's state directory.

Judgements are kept by content, so that what did not change is not judged again; attempts by learner, so that a pass is
never lost.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import msgspec

from grader.environment import STATE, state_folder
from grader.result import Attempt, ExerciseResult, Verdict
from grader.store import Store

NEVER_REUSED = (Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.MISSING)

# Each brings a ledger from one schema version to the next. Never edit one: add another.
MIGRATIONS = (
    """
    CREATE TABLE judgements (
        exercise TEXT, source TEXT, judge TEXT, torch TEXT, data TEXT, device TEXT, isolation TEXT,
        result BLOB NOT NULL,
        PRIMARY KEY (exercise, source, judge, torch, data, device, isolation)
    ) WITHOUT ROWID;
    CREATE TABLE attempts (
        learner TEXT NOT NULL, exercise TEXT NOT NULL, source TEXT NOT NULL, verdict TEXT NOT NULL, time REAL NOT NULL
    );
    CREATE INDEX attempts_of ON attempts (learner, exercise, time);
    CREATE TABLE hints (
        learner TEXT, exercise TEXT, shown INTEGER NOT NULL, PRIMARY KEY (learner, exercise)
    ) WITHOUT ROWID;
    CREATE TABLE verified (data TEXT PRIMARY KEY) WITHOUT ROWID;
    """,
)


class Key(msgspec.Struct, frozen=True):
    """All that a judgement depends on, each as a digest or a name."""

    exercise: str
    source: str
    judge: str
    torch: str
    data: str
    device: str
    isolation: str


class Ledger(Store):
    """The learner's memory."""

    name = "ledger"
    migrations = MIGRATIONS
    advice = f"{STATE} names another directory."

    def judgement(self, key: Key) -> ExerciseResult | None:
        """What was found for this very content before."""
        wanted = " AND ".join(f"{field} = ?" for field in Key.__struct_fields__)
        found = self._value(f"SELECT result FROM judgements WHERE {wanted}", *msgspec.structs.astuple(key))
        return None if found is None else _decoded(found)

    def judgements(self, exercise: str, source: str) -> list[ExerciseResult]:
        """Whatever was found for a source, by any grader, with any data, on any device."""
        query = "SELECT result FROM judgements WHERE exercise = ? AND source = ?"
        with self._usable(), closing(self._connection.execute(query, (exercise, source))) as rows:
            return [found for (result,) in rows if (found := _decoded(result)) is not None]

    def remember(self, key: Key, result: ExerciseResult) -> None:
        """Keep a judgement, unless it may come out otherwise the next time."""
        if result.verdict in NEVER_REUSED:
            return
        values = *msgspec.structs.astuple(key), msgspec.json.encode(result)
        self._write(f"INSERT OR REPLACE INTO judgements VALUES ({', '.join('?' * 8)})", *values)

    def attempted(self, learner: str, result: ExerciseResult) -> None:
        """Note an answer, unless it is the learner's last one once more."""
        # By the order in which they came: a clock may be set back.
        last = "SELECT source || verdict FROM attempts WHERE learner = ? AND exercise = ? ORDER BY rowid DESC"
        if self._value(last, learner, result.exercise) != result.source + result.verdict:
            self.add(Attempt(learner, result.exercise, result.source, result.verdict, time.time()))

    def add(self, attempt: Attempt) -> None:
        self._write("INSERT INTO attempts VALUES (?, ?, ?, ?, ?)", *msgspec.structs.astuple(attempt))

    def attempts(self, learner: str) -> list[Attempt]:
        """All answers of a learner, the oldest first."""
        query = "SELECT * FROM attempts WHERE learner = ? ORDER BY rowid"
        with self._usable(), closing(self._connection.execute(query, (learner,))) as rows:
            return [Attempt(who, what, source, Verdict(verdict), when) for who, what, source, verdict, when in rows]

    def passed(self, learner: str) -> frozenset[str]:
        """The exercises that a learner has passed at some time."""
        return frozenset(a.exercise for a in self.attempts(learner) if a.verdict is Verdict.PASSED)

    def hints_shown(self, learner: str, exercise: str) -> int:
        query = "SELECT shown FROM hints WHERE learner = ? AND exercise = ?"
        return int(self._value(query, learner, exercise) or 0)

    def all_hints_shown(self, learner: str) -> dict[str, int]:
        query = "SELECT exercise, shown FROM hints WHERE learner = ? ORDER BY exercise"
        with self._usable(), closing(self._connection.execute(query, (learner,))) as rows:
            return dict(rows.fetchall())

    def show_hints(self, learner: str, exercise: str, count: int) -> None:
        """Note that the first `count` hints have been shown."""
        self._write("INSERT OR REPLACE INTO hints VALUES (?, ?, ?)", learner, exercise, count)

    def one_more_hint(self, learner: str, exercise: str, total: int) -> int:
        """How many of an exercise's hints are to be shown now: one more than the last time, up to all of them."""
        count = min(self.hints_shown(learner, exercise) + 1, total)
        self.show_hints(learner, exercise, count)
        return count

    def verified(self, data: str) -> bool:
        """Whether data of this digest was found whole before."""
        return self._value("SELECT 1 FROM verified WHERE data = ?", data) is not None

    def verify(self, data: str) -> None:
        self._write("INSERT OR IGNORE INTO verified VALUES (?)", data)


def _decoded(result: bytes) -> ExerciseResult | None:
    """None for one that another grader wrote and this one cannot read."""
    try:
        return msgspec.structs.replace(msgspec.json.decode(result, type=ExerciseResult), cached=True)
    except msgspec.DecodeError:
        return None


def ledger_path() -> Path:
    """Where the ledger lies: in the user's state directory."""
    return state_folder() / "ledger.sqlite3"
