"""Where somebody was, from what they tried."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from grader.history import AWAY, day, histories, was_at
from grader.ledger import Attempt
from grader.result import Verdict

NOW = datetime(2026, 11, 24, 18).timestamp()
DAY = timedelta(days=1).total_seconds()
STUBS = {"stub"}


def tried(exercise: str, days_ago: float, verdict: Verdict = Verdict.FAILED, source: str = "mine") -> Attempt:
    return Attempt("ada", exercise, source, verdict, NOW - days_ago * DAY)


def test_after_some_days_the_last_thing_that_was_tried_is_told() -> None:
    attempts = [
        tried("a", 20),
        tried("b", 12, Verdict.PASSED),
        tried("c", 11, Verdict.TODO),
        tried("d", 10, source="stub"),
    ]
    was = was_at(attempts, STUBS, NOW)
    assert was is not None and (was.exercise, was.day, was.verdict) == ("b", "12 November", Verdict.PASSED)


def test_who_was_here_lately_or_never_is_told_nothing() -> None:
    assert was_at([tried("a", 20), tried("b", 2)], STUBS, NOW) is None
    assert was_at([tried("a", 20, Verdict.MISSING)], STUBS, NOW) is None
    assert was_at([], STUBS, NOW) is None


def test_what_a_wrong_clock_dated_in_the_future_is_passed_over() -> None:
    was = was_at([tried("a", 12), tried("b", -400)], STUBS, NOW)
    assert was is not None and was.exercise == "a"
    assert was_at([tried("b", -400)], STUBS, NOW) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(-1000, 1000))))
def test_whatever_the_clock_did_it_is_the_latest_of_what_is_past(clock: list[tuple[str, float]]) -> None:
    attempts = [tried(exercise, days) for exercise, days in clock]
    past = [a.time for a in attempts if a.time <= NOW]
    was = was_at(attempts, STUBS, NOW)
    assert (was is None) == (not past or NOW - max(past) < AWAY.total_seconds())
    assert was is None or was.exercise in {a.exercise for a in attempts if a.time == max(past)}


def test_an_import_behind_newer_attempts_does_not_move_where_one_was() -> None:
    was = was_at([tried("new", 5), tried("imported", 50)], STUBS, NOW)
    assert was is not None and was.exercise == "new"


def test_a_history_counts_tries_and_keeps_the_first_pass() -> None:
    passed = [tried("a", 9), tried("a", 8, Verdict.PASSED), tried("a", 7), tried("a", 6, Verdict.PASSED)]
    found = histories([tried("a", 10, Verdict.TODO), *passed, tried("b", 5, source="stub")], STUBS)
    assert set(found) == {"a"}
    assert (found["a"].tries, found["a"].passed, found["a"].last) == (4, NOW - 8 * DAY, NOW - 6 * DAY)


def test_a_date_names_its_year_only_where_it_is_another() -> None:
    assert (day(NOW, NOW), day(NOW - 365 * DAY, NOW)) == ("24 November", "24 November 2025")
