"""What a class has handed in and what came of it: one SQLite file, so that a run that was stopped goes on where it was.

A book has one seed, so that all learners get the same draws. It never reads a learner's own ledger.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.ledger import Key
from grader.result import ExerciseResult
from grader.store import Store

MIGRATIONS = (
    """
    CREATE TABLE class (seed INTEGER NOT NULL);
    CREATE TABLE answers (
        learner TEXT, exercise TEXT,
        source TEXT, judge TEXT, torch TEXT, data TEXT, device TEXT, isolation TEXT,
        result BLOB NOT NULL, submitted REAL, judged REAL NOT NULL, shape TEXT NOT NULL,
        PRIMARY KEY (learner, exercise)
    ) WITHOUT ROWID;
    CREATE INDEX answers_of ON answers (exercise, source);
    CREATE TABLE overrides (
        learner TEXT, exercise TEXT, points REAL NOT NULL, reason TEXT NOT NULL, time REAL NOT NULL,
        PRIMARY KEY (learner, exercise)
    ) WITHOUT ROWID;
    """,
    "ALTER TABLE answers ADD COLUMN late INTEGER NOT NULL DEFAULT 0;",
)


class Handed(msgspec.Struct, frozen=True):
    """Whose an answer is, and how it was handed in.

    submitted: seconds since 1970; None where nobody knows. late: whether the platform's export marks it so.
    """

    learner: str
    submitted: float | None = None
    late: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One learner's answer and its result. judged: seconds since 1970."""

    handed: Handed
    exercise: str
    result: ExerciseResult
    judged: float

    @property
    def learner(self) -> str:
        return self.handed.learner


class Override(msgspec.Struct, frozen=True):
    """Points that an instructor gives instead of ours."""

    learner: str
    exercise: str
    points: float
    reason: str
    time: float


class Gradebook(Store):
    """A class's results."""

    name = "gradebook"
    migrations = MIGRATIONS
    advice = "--book names another file."

    def seed(self, wanted: int | None, drawn: int) -> int:
        """The class's seed: the one it has, else the one that is wanted, else the one drawn.

        Raises UsageError where another one is wanted than it has.
        """
        known = self._value("SELECT seed FROM class")
        if known is None:
            known = drawn if wanted is None else wanted
            self._write("INSERT INTO class VALUES (?)", known)
        if wanted not in (None, known):
            raise UsageError(
                f"{self.path} was begun with --seed {known}, and all of a class get the same draws. "
                "For another seed, name another file with --book."
            )
        return int(known)

    def holds(self, learner: str, key: Key) -> bool:
        """Whether this very answer of the learner's was judged by this very judge."""
        query = f"SELECT 1 FROM answers WHERE learner = ? AND {_SAME_KEY}"
        return self._value(query, learner, *msgspec.structs.astuple(key)) is not None

    def found_for(self, key: Key) -> ExerciseResult | None:
        """What was found for the same content, whoever handed it in."""
        found = self._value(f"SELECT result FROM answers WHERE {_SAME_KEY} LIMIT 1", *msgspec.structs.astuple(key))
        return None if found is None else msgspec.json.decode(found, type=ExerciseResult)

    def put(self, handed: Handed, key: Key, result: ExerciseResult, shape: str = "") -> None:
        """Keep a result, in place of the learner's earlier one for the exercise. shape: see `insight`."""
        encoded = msgspec.json.encode(result)
        of_answer = handed.submitted, handed.late, time.time(), shape
        values = handed.learner, *msgspec.structs.astuple(key), encoded, *of_answer
        self._write(f"INSERT OR REPLACE INTO answers ({_COLUMNS}) VALUES ({', '.join('?' * 13)})", *values)

    def entries(self) -> Iterator[Entry]:
        """All results, by learner and exercise."""
        query = "SELECT learner, submitted, late, exercise, result, judged FROM answers ORDER BY learner, exercise"
        with self._usable(), closing(self._connection.execute(query)) as rows:
            for learner, submitted, late, exercise, result, judged in rows:
                handed = Handed(learner, submitted, bool(late))
                yield Entry(handed, exercise, msgspec.json.decode(result, type=ExerciseResult), judged)

    def learners(self) -> list[str]:
        """By name."""
        with self._usable(), closing(self._connection.execute("SELECT DISTINCT learner FROM answers")) as rows:
            return sorted(learner for (learner,) in rows)

    def shapes(self) -> list[tuple[str, str, str]]:
        """Learner, exercise and shape of every answer that has one."""
        with self._usable(), closing(self._connection.execute(_SHAPES)) as rows:
            return list(rows)

    def override(self, override: Override) -> None:
        values = msgspec.structs.astuple(override)
        self._write("INSERT OR REPLACE INTO overrides VALUES (?, ?, ?, ?, ?)", *values)

    def withdraw(self, learner: str, exercise: str) -> bool:
        """Take an override back; whether there was one."""
        there = self._value("SELECT 1 FROM overrides WHERE learner = ? AND exercise = ?", learner, exercise)
        self._write("DELETE FROM overrides WHERE learner = ? AND exercise = ?", learner, exercise)
        return there is not None

    def overrides(self) -> dict[tuple[str, str], Override]:
        """By learner and exercise."""
        with self._usable(), closing(self._connection.execute("SELECT * FROM overrides")) as rows:
            return {(row[0], row[1]): Override(*row) for row in rows}

    def merge(self, other: Path) -> int:
        """Take over what another book of this class holds, and give the number of its answers. The newer one stays.

        Raises UsageError where it is no gradebook or was begun with another seed.
        """
        with Gradebook.to_read(other) as book:
            self.seed(book.seed(None, 0), 0)
        with self._attached(other), self._usable():
            newer = "SELECT * FROM other.{0} AS o WHERE NOT EXISTS (SELECT 1 FROM main.{0} AS m WHERE {1})"
            same = "m.learner = o.learner AND m.exercise = o.exercise AND m.{} >= o.{}"
            for table, when in (("answers", "judged"), ("overrides", "time")):
                rows = newer.format(table, same.format(when, when))
                self._connection.execute(f"INSERT OR REPLACE INTO main.{table} {rows}")
            return int(self._first("SELECT COUNT(*) FROM other.answers"))

    @classmethod
    def to_read(cls, path: Path) -> Gradebook:
        """A book that has to be there already. Raises UsageError where it is not, or is no gradebook."""
        if not path.is_file():
            raise UsageError(f"There is no gradebook {path}. `grade batch DIR --book {path}` makes one.")
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                connection.execute("SELECT seed FROM class")
        except sqlite3.DatabaseError as error:
            raise UsageError(f"{path} is no gradebook: {error}.") from None
        return cls(path)

    @contextmanager
    def _attached(self, other: Path) -> Iterator[None]:
        self._write("ATTACH DATABASE ? AS other", str(other))
        try:
            yield
        finally:
            self._write("DETACH DATABASE other")


_SAME_KEY = " AND ".join(f"{field} = ?" for field in Key.__struct_fields__)
_COLUMNS = ", ".join(("learner", *Key.__struct_fields__, "result", "submitted", "late", "judged", "shape"))
_SHAPES = "SELECT learner, exercise, shape FROM answers WHERE shape <> '' ORDER BY learner, exercise"
