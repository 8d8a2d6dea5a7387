"""The ledger: what it keeps, what it never answers, and that nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.ledger import MIGRATIONS, Key, Ledger
from grader.result import CheckResult, Diagnosis, ExerciseResult, Failure, Verdict

KEY = Key("04_losses/mse", "source", "judge", "torch", "data", "cpu", "process-only")


def result(verdict: Verdict = Verdict.FAILED, source: str = "source") -> ExerciseResult:
    check = CheckResult("test_a", "A line.", verdict, False, 0, 1, "why", Failure("f(1)", "2", "3", curve=(1.0, 2.0)))
    return ExerciseResult(
        "04_losses/mse", verdict, (check,), source, 0.1, False, 3, "why", Diagnosis("sum", "text"), "out"
    )


@pytest.fixture
def ledger(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Ledger(tmp_path / "ledger.sqlite3") as ledger:
        yield ledger


def test_a_judgement_comes_back_as_it_was_but_for_being_cached(ledger: Ledger) -> None:
    ledger.remember(KEY, result())
    found = ledger.judgement(KEY)
    assert found is not None and found.cached
    assert (found.checks, found.diagnosis, found.seed) == (result().checks, result().diagnosis, 3)


@pytest.mark.parametrize("field", Key.__struct_fields__)
def test_whatever_it_depends_on_makes_another_judgement(ledger: Ledger, field: str) -> None:
    ledger.remember(KEY, result())
    other = Key(**{name: getattr(KEY, name) + ("x" if name == field else "") for name in Key.__struct_fields__})
    assert ledger.judgement(other) is None


@pytest.mark.parametrize("verdict", [Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.MISSING])
def test_what_may_come_out_otherwise_is_never_reused(ledger: Ledger, verdict: Verdict) -> None:
    ledger.remember(KEY, result(verdict))
    assert ledger.judgement(KEY) is None


def test_an_attempt_is_noted_once_until_something_changes(ledger: Ledger) -> None:
    for verdict, source in [("failed", "a"), ("failed", "a"), ("passed", "b"), ("failed", "a")]:
        ledger.attempted("ada", result(Verdict(verdict), source))
    assert [(a.source, a.verdict) for a in ledger.attempts("ada")] == [
        ("a", "failed"),
        ("b", "passed"),
        ("a", "failed"),
    ]
    assert ledger.passed("ada") == {"04_losses/mse"}
    assert ledger.passed("bob") == frozenset()


@given(st.text(), st.text())
def test_learners_of_any_name_are_told_apart(tmp_path_factory: pytest.TempPathFactory, one: str, other: str) -> None:
    with Ledger(tmp_path_factory.mktemp("ledger") / "l.sqlite3") as ledger:
        ledger.show_hints(one.encode("utf-8", "replace").decode(), "e", 2)
        assert ledger.hints_shown(other.encode("utf-8", "replace").decode(), "e") == (2 if one == other else 0)


def test_an_older_ledger_is_brought_up_to_date_and_a_newer_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite3"
    sqlite3.connect(path).close()
    with Ledger(path) as ledger:
        ledger.remember(KEY, result())
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(UsageError, match="newer grader"):
        Ledger(path)


@pytest.mark.parametrize("damage", ["no database", "a page of zeros"])
def test_a_damaged_ledger_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "l.sqlite3"
    with Ledger(path) as ledger:
        for number in range(300):
            ledger.show_hints("ada", str(number), 2)
    raw = bytearray(path.read_bytes())
    raw[:] = b"this is no database, " * 100 if damage == "no database" else raw
    if damage == "a page of zeros":
        raw[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    for number in (1, 2):
        path.write_bytes(raw)
        with Ledger(path) as ledger:
            assert "damaged" in ledger.notice and f"l.damaged-{number}.sqlite3" in ledger.notice
            assert ledger.hints_shown("ada", "1") == 0
            ledger.show_hints("ada", "1", 3)
        assert (tmp_path / f"l.damaged-{number}.sqlite3").read_bytes() == bytes(raw)
        with Ledger(path) as ledger:
            assert ledger.notice == "" and ledger.hints_shown("ada", "1") == 3


def test_a_clock_that_is_set_back_does_not_confuse_what_came_last(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment, verdict in ((2e9, Verdict.FAILED), (1e9, Verdict.PASSED), (1e9 - 5, Verdict.PASSED)):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        ledger.attempted("ada", result(verdict))
    assert [attempt.verdict for attempt in ledger.attempts("ada")] == [Verdict.FAILED, Verdict.PASSED]


def test_two_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite3"
    program = (
        "import sys; from pathlib import Path; from grader.ledger import Ledger\n"
        "with Ledger(Path(sys.argv[1])) as l:\n"
        "    for n in range(200): l.show_hints(sys.argv[2], str(n), n)\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, str(path), who], env={**os.environ}) for who in "ab"]
    assert [process.wait() for process in both] == [0, 0]
    with Ledger(path) as ledger:
        assert all(ledger.hints_shown(who, str(n)) == n for who in "ab" for n in range(200))


def test_a_ledger_made_by_many_at_once_is_open_to_each(tmp_path: Path) -> None:
    """SQLite itself answers "locked" at once where two turn one file to write-ahead logging."""
    start = threading.Barrier(4, timeout=60)  # seconds: one that fails fails them all

    def make_all() -> None:
        for number in range(50):
            start.wait()
            with Ledger(tmp_path / f"{number}.sqlite3") as ledger:
                ledger.verify("digits")

    with ThreadPoolExecutor(4) as pool:
        for made in [pool.submit(make_all) for _ in range(4)]:
            made.result()
