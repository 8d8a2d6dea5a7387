"""The engine's client: a job that is given up, and an engine that is closed by another thread."""

from __future__ import annotations

import threading
import time

import pytest

from grader.engine import Engine, Job, Overtaken
from grader.errors import EngineDied
from grader.result import Verdict
from tests.answers import RIGHT, mnist_loss

EXERCISE = "04_losses/mnist_loss"
LOOP = mnist_loss("while True: pass").encode()


def give_up(share: float) -> None:
    raise Overtaken


def test_a_job_that_is_given_up_ends_at_once_and_leaves_the_engine_as_it_was(engine: Engine) -> None:
    engine.judge(Job(EXERCISE, RIGHT.encode(), 0))
    rooms = engine.rooms
    for _ in range(3):
        with pytest.raises(Overtaken):
            engine.judge(Job(EXERCISE, LOOP, 0), give_up)
        assert engine.judge(Job(EXERCISE, RIGHT.encode(), 0)).verdict is Verdict.PASSED
    assert engine.rooms == rooms  # the same process still


def test_a_job_that_nobody_gives_up_runs_out_of_its_budget(engine: Engine) -> None:
    shares: list[float] = []
    assert engine.judge(Job(EXERCISE, LOOP, 0), shares.append).verdict is Verdict.TIMED_OUT
    assert shares == sorted(shares) and max(shares) > 0.9


def test_a_result_tells_what_the_submission_computed(engine: Engine) -> None:
    busy = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass\n"
    result = engine.judge(Job(EXERCISE, (busy + RIGHT).encode(), 0))
    assert result.verdict is Verdict.PASSED and result.computing > 0.25
    assert engine.judge(Job(EXERCISE, RIGHT.encode(), 0)).computing < 0.25
    assert engine.judge(Job(EXERCISE, LOOP, 0)).computing > 1  # though it was ended


def test_closed_by_another_thread_it_answers_nobody_and_starts_no_more() -> None:
    engine = Engine()
    engine.start()
    threading.Timer(0.05, engine.close).start()
    began = time.monotonic()
    with pytest.raises(EngineDied):
        engine.judge(Job(EXERCISE, LOOP, 0))
    assert time.monotonic() - began < 60
    with pytest.raises(EngineDied, match="closed"):
        engine.start()
