"""`grade watch` on a pipe: the real command, in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.ledger import Ledger, ledger_path
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade

NAME = "04_losses/mnist_loss"


class Piped:
    """A running `grade watch` and what it says."""

    def __init__(self, learner: Path) -> None:
        command = [sys.executable, "-P", "-m", "grader.cli", "watch", "mnist_loss", "--submission", str(learner)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")

    def says(self, text: str) -> str:
        """Read on until it says this; all that was read."""
        assert self.process.stdout is not None
        read = ""
        for line in self.process.stdout:
            read += line
            if text in line:
                return read
        raise AssertionError(f"{text!r} was not said: {read}")

    def press(self, key: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{key}\n")
        self.process.stdin.flush()


@pytest.fixture
def piped(learner: Path) -> Iterator[Piped]:
    piped = Piped(learner)
    yield piped
    piped.process.kill()
    piped.process.communicate()


def save(learner: Path, source: str) -> None:
    path = learner / f"{NAME}.py"
    path.with_suffix(".new").write_text(source, encoding="utf-8")
    path.with_suffix(".new").replace(path)


def test_a_report_for_every_save_until_the_keys_end(piped: Piped, learner: Path) -> None:
    piped.says("not begun, 0 of 5 points")
    piped.press("h")
    assert "1. Start from" in piped.says("without depending on")
    piped.press("v")
    piped.says("once you have passed")
    save(learner, SWAPPED)
    assert "\x1b" not in piped.says("wrong way round")
    save(learner, RIGHT)
    piped.says("Press n to go on to 04_losses/batch_accuracy")
    piped.press("n")
    piped.says("batch_accuracy: not begun")
    piped.process.communicate()
    assert piped.process.returncode == 0
    with Ledger(ledger_path()) as ledger:
        assert NAME in ledger.passed(str(learner.resolve()))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c(piped: Piped) -> None:
    piped.says("not begun")
    piped.process.send_signal(signal.SIGINT)
    _, said = piped.process.communicate()
    assert (piped.process.returncode, said) == (130, "\nStopped.\n")


def test_without_any_keys_it_tells_how_the_file_is_and_ends(grade: Grade, learner: Path) -> None:
    save(learner, SWAPPED)
    told = grade("watch", "mnist_loss", "--submission", learner, "--no-reveal")
    assert told.returncode == 0
    assert "not yet right, 1 of 5 points" in told.stdout and "wanted:" not in told.stdout


def test_what_cannot_be_watched_is_said(grade: Grade, learner: Path) -> None:
    for arguments, said in ((("losses",), "means 5 exercises"), (("mnist_los",), "Did you mean mnist_loss")):
        refused = grade("watch", *arguments, "--submission", learner)
        assert refused.returncode == 2 and said in refused.stderr
