"""What a command costs from a standstill: each as a ratio to what it cannot be faster than, in one run.

Run: `python benchmarks/cold.py [--rounds N]`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader.catalog import own_course
from grader.engine import Engine
from grader.judge import Options
from grader.ledger import Ledger
from grader.session import Quiet, Session, Target

GRADE = ["-P", "-m", "grader.cli"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    solutions = str(own_course().solutions)
    with tempfile.TemporaryDirectory() as state:
        os.environ["GRADE_STATE"] = state
        run("-P", "-m", "grader.cli", "mnist_loss", "--submission", solutions)  # the digits are verified once
        commands = {
            "python -c pass": ["-c", "pass"],
            "grade list": [*GRADE, "list"],
            "grade hint": [*GRADE, "hint", "mnist_loss", "--submission", solutions],
            "grade --help": [*GRADE, "--help"],
            "import torch": ["-c", "import torch"],
            "cold grade mnist_loss": [*GRADE, "mnist_loss", "--no-cache", "--submission", solutions],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):  # in turn, so that a busy minute hits all alike
            for name, command in commands.items():
                times[name].append(run(*command))
        found = {name: statistics.median(values) for name, values in times.items()}
        hit = ledger_hit(Path(state))
    for name, seconds in found.items():
        print(f"{name:24} {1000 * seconds:6.0f} ms")
    print(f"\ncold grade mnist_loss / import torch: {found['cold grade mnist_loss'] / found['import torch']:.2f}")
    print(f"grade list / python -c pass: {found['grade list'] / found['python -c pass']:.1f}")
    print(f"an unchanged exercise, answered by the ledger: {1000 * hit:.1f} ms")


def run(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def ledger_hit(state: Path) -> float:
    """Seconds an exercise for a second look at answers that did not change."""
    course = own_course()
    with Ledger(state / "ledger.sqlite3") as ledger, Engine() as engine:
        targets = [Target(exercise, course.solution_path(exercise)) for exercise in course.find("04_losses")]
        session = Session(course, course.solutions, ledger, engine, Options())
        session.run(targets, Quiet())
        again = Session(course, course.solutions, ledger, engine, Options())
        began = time.perf_counter()
        results, _ = again.run(targets, Quiet())
        seconds = time.perf_counter() - began
    assert all(result.cached for result in results)
    return seconds / len(targets)


if __name__ == "__main__":
    main()
