"""Faults of ours and of the world: named as such, no verdict changed, nothing lost, no process left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from grader.engine import Engine, Job
from grader.ledger import Ledger
from grader.result import Verdict
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Workshop

CHECKS = "grader/checks/04_losses/test_mnist_loss.py"
FIRST_LINE = '    """The loss is the average distance between answers and truth."""\n'
LOOP = "def mse(preds, targs):\n    while True: pass\n"


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.02)


def processes_below(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CHECKS, FIRST_LINE, FIRST_LINE + '    raise RuntimeError("a bug of ours")\n'),
        (CHECKS, "import torch\n", "import torch\nimport a_reference_that_is_not_there\n"),
        (CHECKS, "submission.mnist_loss", "submission.no_such_name"),
        ("grader/mistakes/04_losses/mnist_loss.py", "def branches_swapped", "def = branches_swapped"),
    ],
    ids=["raises", "missing reference", "unknown name", "broken mistakes"],
)
def test_a_bug_of_ours_is_a_grader_fault_and_changes_no_other_verdict(
    workshop: Workshop, path: str, old: str, new: str
) -> None:
    workshop.edit(path, old, new)
    (workshop.root / "exercises/04_losses/mnist_loss.py").write_text(SWAPPED)
    (workshop.root / "exercises/04_losses/mse.py").write_bytes(
        (workshop.root / "solutions/04_losses/mse.py").read_bytes()
    )
    ended = workshop.grade("mnist_loss", "mse", "--format", "json")
    assert ended.returncode == 3, ended.stderr
    found = json.loads(ended.stdout)
    assert [fault["exercise"] for fault in found["faults"]] == ["04_losses/mnist_loss"]
    assert [(e["exercise"], e["verdict"]) for e in found["exercises"]] == [("04_losses/mse", "passed")]
    assert "a fault of the grader's, not yours" in workshop.grade("mnist_loss", "mse").stdout


@pytest.mark.parametrize("tree", ["grader/mistakes", "solutions", "exercises"])
def test_a_missing_file_of_the_course_is_a_grader_fault(workshop: Workshop, tree: str) -> None:
    (workshop.root / tree / "04_losses/mnist_loss.py").unlink()
    answers = workshop.root / "answers"
    (answers / "04_losses").mkdir(parents=True)
    (answers / "04_losses/mnist_loss.py").write_text(RIGHT)
    ended = workshop.grade("mnist_loss", "--submission", answers)
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr and "mnist_loss" in ended.stdout + ended.stderr


def test_damaged_digits_are_named_before_anything_is_judged(workshop: Workshop) -> None:
    file = workshop.root / "data/t10k-labels-idx1-ubyte.gz"
    raw = bytearray(file.read_bytes())
    file.unlink()  # a link to the real one
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    refused = workshop.grade("mse")
    assert refused.returncode == 2
    assert "t10k-labels-idx1-ubyte" in refused.stderr and "damaged" in refused.stderr
    assert workshop.grade("data").returncode == 2


def test_a_killed_grader_leaves_a_whole_ledger_and_no_process(learner: Path, state: Path, tmp_path: Path) -> None:
    (learner / "04_losses/mnist_loss.py").write_text(RIGHT)
    (learner / "04_losses/mse.py").write_text(LOOP)
    command = [sys.executable, "-P", "-m", "grader.cli", "mnist_loss", "mse", "--submission", str(learner)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: recorded(state) == {"04_losses/mnist_loss"})
    wait_for(lambda: len(processes_below(process.pid)) >= 3)  # engine, zygote, worker
    below = processes_below(process.pid)
    process.kill()
    process.wait()
    _, alive = psutil.wait_procs(below, timeout=30)
    assert not alive
    assert recorded(state) == {"04_losses/mnist_loss"}


def recorded(state: Path) -> set[str]:
    path = state / "ledger.sqlite3"
    if not path.exists():
        return set()
    with Ledger(path) as ledger:
        return {row[0] for row in ledger._connection.execute("SELECT exercise FROM judgements")}


def test_ctrl_c_ends_with_130_and_leaves_no_process(learner: Path, state: Path) -> None:
    (learner / "04_losses/mse.py").write_text(LOOP)
    command = [sys.executable, "-P", "-m", "grader.cli", "mse", "--submission", str(learner)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: len(processes_below(process.pid)) >= 3)
    below = processes_below(process.pid)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Stopped." in said and "Traceback" not in said
    assert not psutil.wait_procs(below, timeout=30)[1]


@pytest.mark.parametrize("victim", ["engine", "zygote"])
def test_a_dead_engine_or_zygote_is_replaced(victim: str) -> None:
    job, before = Job("mnist_loss", RIGHT.encode(), 0), set(psutil.Process().children())
    with Engine() as engine:
        assert engine.judge(job).verdict is Verdict.PASSED
        (process,) = set(psutil.Process().children()) - before
        (process if victim == "engine" else process.children()[0]).kill()
        assert engine.judge(job).verdict is Verdict.PASSED


def test_no_process_outlives_its_engine() -> None:
    before = set(processes_below(os.getpid()))
    with Engine() as engine:
        engine.judge(Job("mnist_loss", RIGHT.encode(), 0))
        started = set(processes_below(os.getpid())) - before
        assert len(started) >= 2
    assert not psutil.wait_procs(started, timeout=30)[1]


def test_spawned_workers_give_the_same_results(judge, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    answers = {"right": RIGHT, "wrong": SWAPPED, "broken": "def", "loop": RIGHT + "while True: pass\n"}
    forked = {name: judge("mnist_loss", source) for name, source in answers.items()}
    monkeypatch.setenv("GRADE_START", "spawn")
    with Engine() as engine:
        spawned = {name: engine.judge(Job("mnist_loss", source.encode(), 0)) for name, source in answers.items()}
    for name in answers:
        one, other = forked[name], spawned[name]
        assert (one.verdict, one.checks, one.diagnosis, one.message) == (
            other.verdict, other.checks, other.diagnosis, other.message,
        )  # fmt: skip
