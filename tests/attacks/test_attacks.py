"""No attack is passed, none is taken for a fault of ours, and none does harm to whoever is judged next."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import psutil
import pytest

from grader.catalog import Course, own_course
from grader.engine import Engine
from grader.result import ExerciseResult, Verdict
from grader.sandbox.levels import Level, level_in_force
from tests.attacks import attacks_in
from tests.conftest import Judge

HERE = Path(__file__).parent
ENDS = {Verdict.FAILED, Verdict.BROKEN, Verdict.CRASHED, Verdict.TIMED_OUT}
# Without the kernel's fences these find what they look for: the level says so.
FENCED = ("files", "network", "other_processes")


def attacks() -> Iterator[tuple[str, str, str]]:
    """Class, name and source of each."""
    for path in sorted(HERE.glob("[!_t]*.py")) + sorted(HERE.glob("tampered*.py")):
        for name, source in attacks_in(path):
            yield path.stem, name, source


ATTACKS = {f"{group}-{name}": (group, name.split("__")[0], source) for group, name, source in attacks()}


def test_there_are_many_ideas_in_every_class() -> None:
    groups = [group for group, _, _ in ATTACKS.values()]
    assert len(ATTACKS) >= 140 and all(groups.count(group) >= 5 for group in groups)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_not_passed_and_does_no_harm(attack: str, judge: Judge, engine: Engine, course: Course) -> None:
    group, exercise, source = ATTACKS[attack]
    if group in FENCED and level_in_force() is not Level.STRONG:
        pytest.skip(f"isolation here is {level_in_force()}")
    result = judge(exercise, source)
    assert result.verdict in ENDS, result
    assert any(check.verdict is not Verdict.PASSED and not check.bonus for check in result.checks)
    assert_private(result, course)
    right = judge("mnist_loss", course.solution_path(course.find("mnist_loss")[0]).read_bytes())
    assert right.verdict is Verdict.PASSED and right.points == right.max_points
    assert_clean(engine)


def assert_private(result: ExerciseResult, course: Course) -> None:
    """Nothing of the solution or of the checks is in what the learner is told."""
    told = msgspec.json.encode(result).decode()
    solution = course.solution_path(course.find(result.exercise)[0]).read_text()
    comments = [line.strip() for line in solution.splitlines() if line.strip().startswith("#")]
    for secret in (*comments, "from grader.expect import"):
        assert secret not in told


def assert_clean(engine: Engine) -> None:
    """The zygote and at most its spare are alive, and no room is left but the spare's."""
    assert engine._process is not None
    process, deadline = psutil.Process(engine._process.pid), time.monotonic() + 30
    while left := [*_strays(process), *rooms_left(process, Path(engine.rooms))]:
        assert time.monotonic() < deadline, left
        time.sleep(0.02)


def _strays(engine: psutil.Process) -> list[psutil.Process]:
    below = engine.children(recursive=True)
    return below if len(below) > 2 else []


def rooms_left(engine: psutil.Process, rooms: Path) -> list[Path]:
    """The rooms in which no worker waits."""
    found, waiting = list(rooms.glob("grade-*")), set(_places(engine))
    return [room for room in found if room not in waiting]


def _places(engine: psutil.Process) -> Iterator[Path]:
    for process in engine.children(recursive=True):
        with suppress(psutil.Error):  # it ends while it is looked at
            yield Path(process.cwd()).parent


def test_the_names_of_attacks_are_exercises() -> None:
    assert {exercise for _, exercise, _ in ATTACKS.values()} <= {e.slug for e in own_course().all}
