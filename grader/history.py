"""What a learner's attempts tell of the days before: where they were, how often they tried, when they passed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from grader.ledger import Attempt
from grader.result import Verdict, Was

AWAY = timedelta(days=3)  # after less than that one knows where one was
NOT_BEGUN = (Verdict.TODO, Verdict.MISSING)


class History(msgspec.Struct):
    """Of one exercise. `last` and `passed` (the first time) are in seconds since 1970."""

    tries: int = 0
    last: float = 0.0
    passed: float | None = None


def histories(attempts: Iterable[Attempt], stubs: Collection[str]) -> dict[str, History]:
    """By exercise, of those that were begun. `stubs` are the digests of the files as they came."""
    found: dict[str, History] = {}
    for attempt in _begun(attempts, stubs):
        history = found.setdefault(attempt.exercise, History())
        history.tries += 1
        history.last = attempt.time
        if attempt.verdict is Verdict.PASSED and history.passed is None:
            history.passed = attempt.time
    return found


def was_at(attempts: Sequence[Attempt], stubs: Collection[str], now: float) -> Was | None:
    """Where somebody was who comes back after some days; None for who was here lately, or never.

    A clock may have been wrong: what it dates after `now` says nothing of when that was, and is passed over.
    """
    dated = [attempt for attempt in _begun(attempts, stubs) if attempt.time <= now]
    if not dated:
        return None
    last = max(reversed(dated), key=lambda attempt: attempt.time)
    if now - last.time < AWAY.total_seconds():
        return None
    return Was(last.exercise, day(last.time, now), last.verdict, last.source)


def day(time: float, now: float) -> str:
    """A date in words, the year only where it is another: "12 November"."""
    date, today = datetime.fromtimestamp(time), datetime.fromtimestamp(now)
    return f"{date.day} {date:%B}" + (f" {date.year}" if date.year != today.year else "")


def _begun(attempts: Iterable[Attempt], stubs: Collection[str]) -> list[Attempt]:
    """A repair's stub fails: that is no attempt."""
    return [a for a in attempts if a.verdict not in NOT_BEGUN and a.source not in stubs]
