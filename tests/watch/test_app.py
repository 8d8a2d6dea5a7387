"""The screen of `grade watch`, driven by its keys and by saves, with a real engine behind it."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import psutil
import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from grader.catalog import Course
from grader.engine import Engine
from grader.judge import Options
from grader.ledger import Ledger, ledger_path
from grader.watch.app import WatchApp
from grader.watch.desk import Desk
from grader.watch.judging import Setting
from grader.watch.pane import Pane
from tests.answers import RIGHT, SWAPPED, mnist_loss

NAME = "04_losses/mnist_loss"
SYNTAX = "def mnist_loss(preds, targs):\n    return (\n"
LOOP = mnist_loss("while True: pass")
SMALL, LARGE = (80, 24), (160, 50)
PATIENCE = 100  # seconds on a machine that does other things too


class Sitting:
    """A learner before the screen."""

    def __init__(self, app: WatchApp, pilot: Pilot[Exception], folder: Path) -> None:
        self._app, self._pilot, self.path = app, pilot, folder / f"{NAME}.py"

    def save(self, source: str) -> None:
        new = self.path.with_suffix(".new")
        new.write_text(source, encoding="utf-8")
        new.replace(self.path)

    async def press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def sees(self, text: str, place: str = "state") -> None:
        """Wait until a place of the screen says so."""
        until = time.monotonic() + PATIENCE
        while text not in self.reads(place):
            assert time.monotonic() < until, f"{text!r} is not in {self.reads(place)!r}"
            await self._pilot.pause(0.02)

    def reads(self, place: str) -> str:
        found = self._app.screen_stack[0].query_one(f"#{place}")
        text = found.query_one(Static) if isinstance(found, Pane) else found
        assert isinstance(text, Static)
        return str(text.content)

    def shows(self, place: str) -> bool:
        return self._app.screen_stack[0].query_one(f"#{place}").size.area > 0

    @property
    def seed(self) -> str:
        return str(self._app.screen_stack[0].query_one("#verdict").border_subtitle)

    @property
    def notices(self) -> str:
        return " ".join(notice.message for notice in self._app._notifications)

    def options(self) -> list[str | None]:
        return [option.id for option in self._app.screen.query_one(OptionList).options]


Play = Callable[[Sitting], Awaitable[None]]


@pytest.fixture
def watch(course: Course, learner: Path) -> Iterator[Callable[..., None]]:
    """Plays with a screen, from its start to its end."""
    with Ledger(ledger_path()) as ledger:

        def play(scene: Play, size: tuple[int, int] = LARGE, name: str = NAME) -> None:
            asyncio.run(_play(scene, size, name))

        async def _play(scene: Play, size: tuple[int, int], name: str) -> None:
            desk = Desk(course, learner, ledger)
            desk.go(name)
            app = WatchApp(Setting(course, learner, Options(seed=1)), desk, Engine())
            async with app.run_test(size=size) as pilot:
                await scene(Sitting(app, pilot, learner))

        yield play


def attempts(learner: Path) -> list[str]:
    with Ledger(ledger_path()) as ledger:
        return [attempt.verdict for attempt in ledger.attempts(str(learner.resolve()))]


def test_wrong_then_broken_then_an_endless_loop_and_then_right(watch: Callable[..., None], learner: Path) -> None:
    async def scene(at: Sitting) -> None:
        await at.sees("not begun")
        at.save(SWAPPED)
        await at.sees("not yet right, 1/5")
        assert "came:" in at.reads("verdict") and "wrong way round" in at.reads("verdict")
        at.save(SYNTAX)
        await at.sees("cannot be imported")
        at.save(LOOP)
        await at.sees("judging")
        at.save(RIGHT)
        await at.sees("passed, 5/5")
        assert "Press n to go on to 04_losses/batch_accuracy" in at.reads("verdict")
        assert "20 of 68, 1 passed" in at.reads("number")

    watch(scene)
    assert attempts(learner) == ["todo", "failed", "broken", "passed"]  # the loop was overtaken: no attempt


def test_the_keys(watch: Callable[..., None], learner: Path) -> None:
    async def scene(at: Sitting) -> None:
        await at.sees("not begun")
        assert at.shows("reading") and not at.shows("verdict")  # too narrow for both
        await at.press("v")
        assert "once you have passed" in at.notices
        await at.press("h", "h")
        await at.sees("2 more: press h again", "reading")
        at.save(SWAPPED)
        await at.sees("not yet right")
        await at.press()
        assert at.shows("verdict") and not at.shows("reading")
        await at.press("s")
        assert at.shows("reading") and "one number to make small" in at.reads("reading")
        await at.press("escape")
        assert at.shows("verdict")
        at.save(RIGHT)
        await at.sees("passed")
        assert at.seed == "seed 1"
        await at.press("g")
        while at.seed in ("", "seed 1"):
            await at.press()
        assert at.reads("state").startswith("✓ passed")
        await at.press("v")
        assert "return distances.mean()" in at.reads("reading")
        await at.press("n")
        assert "batch_accuracy" in at.reads("title")
        await at.press("p", "p")
        assert "sigmoid" in at.reads("title")

    watch(scene, SMALL)
    with Ledger(ledger_path()) as ledger:
        assert ledger.hints_shown(str(learner.resolve()), NAME) == 2


def test_the_list_and_a_reset(watch: Callable[..., None], learner: Path) -> None:
    async def scene(at: Sitting) -> None:
        at.save(SWAPPED)
        await at.sees("not yet right")
        await at.press("l")
        assert len(at.options()) == 68
        await at.press("tab", "tab")
        assert at.options() == [NAME]  # the only one that is begun and not right
        await at.press("tab", "tab", *"by hand")
        assert "02_tensors/matmul" in at.options() and NAME not in at.options()
        await at.press(*" error")
        assert at.options() == ["04_losses/mse"]
        await at.press("enter")
        assert "04_losses/mse" in at.reads("title")
        await at.press("n", "n")
        await at.sees("not yet right")
        await at.press("r", "n")
        assert at.path.read_text() == SWAPPED
        await at.press("r", "y")
        await at.sees("not begun")

    watch(scene)
    (kept,) = (learner / "04_losses").glob("*.bak")
    assert kept.read_text() == SWAPPED


def test_the_engine_and_the_zygote_die(watch: Callable[..., None]) -> None:
    async def scene(at: Sitting) -> None:
        at.save(SWAPPED)
        await at.sees("not yet right")
        for victim in range(2):  # the engine itself, then what it forks workers from
            end(victim)
            at.save(RIGHT + f"# {victim}\n")
            await at.sees("passed")
            at.save(SWAPPED + f"# {victim}\n")
            await at.sees("not yet right")

    watch(scene)


def end(generation: int) -> None:
    """Kill the engine, or its child."""
    engines = [child for child in psutil.Process().children() if "grader.engine" in child.cmdline()]
    engine = max(engines, key=psutil.Process.create_time)  # the tests may have another one, for all of them
    victim = engine.children()[0] if generation else engine
    victim.send_signal(signal.SIGKILL)
