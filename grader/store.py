"""A small database of ours: one SQLite file that waits for others, is migrated, and set aside when it is damaged.

Write-ahead logging keeps whatever was committed, however the process ends.
"""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar, Self

from grader.errors import GraderFault, UsageError

PATIENCE = 10.0  # seconds to wait for another `grade` that writes
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)  # the low byte of an error code


class Store:
    """The open file. Raises UsageError where it cannot be opened, GraderFault where it cannot be used later.

    name: what messages call it. migrations: each brings the file from one schema version to the next.
    advice: what one may do where it cannot be opened.
    notice: a sentence on what had to be done to open it, "" for nothing. A damaged file is set aside for a new one.
    """

    name: ClassVar[str]
    migrations: ClassVar[tuple[str, ...]]
    advice: ClassVar[str] = ""

    def __init__(self, path: Path) -> None:
        self.path, self.notice = path, ""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        except OSError as error:
            raise UsageError(f"The {self.name}'s directory {path.parent} cannot be made: {error.strerror}.") from None
        except sqlite3.OperationalError as error:
            raise UsageError(f"The {self.name} {path} cannot be used: {error}. {self.advice}".strip()) from None
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
            f"The {self.name} was damaged ({reason}). It lies in {_aside(self.path, number)} now; a new one is begun."
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        version = self._version()
        if version > len(self.migrations):
            raise UsageError(
                f"The {self.name} {self.path} was written by a newer grader (schema {version}). Update this one."
            )
        if version < len(self.migrations):
            self._migrate()

    def _version(self) -> int:
        return int(self._first("PRAGMA user_version"))

    def _migrate(self) -> None:
        """All steps in one transaction: another `grade` sees the old schema or the new one."""
        self._connection.execute("BEGIN IMMEDIATE")
        for number in range(self._version(), len(self.migrations)):
            for statement in filter(str.strip, self.migrations[number].split(";")):
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
    def transaction(self) -> Iterator[None]:
        """What is written inside is kept whole or, after an error, not at all."""
        self._write("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._write("ROLLBACK")
            raise
        self._write("COMMIT")

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise GraderFault(f"The {self.name} {self.path} cannot be used: {error}.") from None


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
