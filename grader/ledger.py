"""What is remembered between runs: one SQLite file in the user's state directory.

Judgements are kept by content, so that what did not change is not judged again; attempts by learner, so that a pass is
never lost. Write-ahead logging keeps whatever was committed, however the process ends.
"""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from grader.environment import STATE, state_folder
from grader.errors import GraderFault, UsageError
from grader.result import ExerciseResult, Verdict

NEVER_REUSED = (Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.MISSING)
PATIENCE = 10.0  # seconds to wait for another `grade` that writes
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)  # the low byte of an error code

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


class Attempt(msgspec.Struct, frozen=True):
    """One answer of a learner. `time` is in seconds since 1970."""

    learner: str
    exercise: str
    source: str
    verdict: Verdict
    time: float


class Ledger:
    """The open file. Raises UsageError where it cannot be opened, GraderFault where it cannot be used later.

    notice: a sentence on what had to be done to open it, "" for nothing. A damaged file is set aside for a new one.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.notice = path, ""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        except OSError as error:
            raise UsageError(f"The ledger's directory {path.parent} cannot be made: {error.strerror}.") from None
        except sqlite3.OperationalError as error:
            raise UsageError(f"The ledger {path} cannot be used: {error}. {STATE} names another directory.") from None
        except sqlite3.DatabaseError as error:
            self._set_aside(str(error))
            self._open()

    def _open(self) -> None:
        """SQLite does not wait where a file turns to write-ahead logging or its last reader leaves: so this does."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self._connect()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in BUSY or time.monotonic() > deadline:
                    raise
                self._connection.close()
                time.sleep(0.01)

    def _connect(self) -> None:
        self._connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        self._prepare()
        if (found := self._first("PRAGMA quick_check(1)")) != "ok":
            raise sqlite3.DatabaseError(found)

    def _set_aside(self, reason: str) -> None:
        """With its two companions, under a name that nothing has yet."""
        self._connection.close()
        number = next(n for n in itertools.count(1) if not _aside(self.path, n).exists())
        for suffix in ("-wal", "-shm", ""):
            file = self.path.with_name(self.path.name + suffix)
            if file.exists():
                file.rename(_aside(self.path, number).with_name(_aside(self.path, number).name + suffix))
        self.notice = (
            f"The ledger was damaged ({reason}). It lies in {_aside(self.path, number)} now; a new one is begun."
        )

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        version = self._version()
        if version > len(MIGRATIONS):
            raise UsageError(
                f"The ledger {self.path} was written by a newer grader (schema {version}). Update this one."
            )
        if version < len(MIGRATIONS):
            self._migrate()

    def _version(self) -> int:
        return int(self._first("PRAGMA user_version"))

    def _migrate(self) -> None:
        """All steps in one transaction: another `grade` sees the old schema or the new one."""
        self._connection.execute("BEGIN IMMEDIATE")
        for number in range(self._version(), len(MIGRATIONS)):
            for statement in filter(str.strip, MIGRATIONS[number].split(";")):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {number + 1}")
        self._connection.execute("COMMIT")

    def _first(self, query: str, *values: Any) -> Any:
        """The first column of the first row, None where there is none."""
        with closing(self._connection.execute(query, values)) as rows:
            row = rows.fetchone()
        return None if row is None else row[0]

    def _value(self, query: str, *values: Any) -> Any:
        with self._usable():
            return self._first(query, *values)

    def _write(self, statement: str, *values: Any) -> None:
        with self._usable():
            self._connection.execute(statement, values)

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise GraderFault(f"The ledger {self.path} cannot be used: {error}.") from None

    def judgement(self, key: Key) -> ExerciseResult | None:
        """What was found for this very content before."""
        wanted = " AND ".join(f"{field} = ?" for field in Key.__struct_fields__)
        found = self._value(f"SELECT result FROM judgements WHERE {wanted}", *msgspec.structs.astuple(key))
        if found is None:
            return None
        return msgspec.structs.replace(msgspec.json.decode(found, type=ExerciseResult), cached=True)

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
            values = learner, result.exercise, result.source, result.verdict, time.time()
            self._write("INSERT INTO attempts VALUES (?, ?, ?, ?, ?)", *values)

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


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")


def ledger_path() -> Path:
    """Where the ledger lies: in the user's state directory."""
    return state_folder() / "ledger.sqlite3"
