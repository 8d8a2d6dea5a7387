"""Save to verdict, warm: from the rename of the saved file to the report's text on the terminal.

All function exercises of chapters 01 to 04, a new source each time, right and wrong answers in turn; against the same
checks by plain `pytest` in a fresh process. Run: `python benchmarks/warm.py [--rounds N]`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grader.catalog import Course, Exercise, own_course
from grader.engine import Engine
from grader.judge import Options
from grader.known import known_mistakes
from grader.ledger import Ledger
from grader.reports import Screen
from grader.reports.terminal import render
from grader.session import Quiet, Session, Target

CHAPTERS = ("01", "02", "03", "04")
SCREEN = Screen(100, True)
PAUSE = 0.3  # seconds between two saves: nobody types faster, and the engine gets ready meanwhile


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    course = own_course()
    chosen = [exercise for exercise in course.all if exercise.chapter[:2] in CHAPTERS]
    with (
        tempfile.TemporaryDirectory() as root,
        Ledger(Path(root) / "ledger.sqlite3") as ledger,
        Engine() as engine,
    ):
        times = {"right": [], "wrong": []}
        session = Session(course, Path(root), ledger, engine, Options())
        for number in range(arguments.rounds + 1):  # the first round warms up: preloads, collected checks
            for exercise in chosen:
                for kind, source in answers(course, exercise, number):
                    seconds = one(session, exercise, Path(root), source)
                    if number:
                        times[kind].append(seconds)
    both = times["right"] + times["wrong"]
    for kind, values in [*times.items(), ("all", both)]:
        print(
            f"{kind:6} {len(values):4} answers   median {ms(statistics.median(values))}   95 % {ms(percentile(values))}"
        )
    pytest_seconds = statistics.median(by_pytest(course, exercise) for exercise in chosen[:: max(1, len(chosen) // 5)])
    ratio = pytest_seconds / statistics.median(both)
    print(f"plain pytest in a fresh process: {pytest_seconds:.2f} s, {ratio:.0f} times as long")


def answers(course: Course, exercise: Exercise, number: int) -> Iterator[tuple[str, bytes]]:
    """One right and one wrong answer that were not seen before."""
    mistakes = known_mistakes(course, exercise)
    yield "right", course.solution_path(exercise).read_bytes() + f"\n# {number}\n".encode()
    yield "wrong", mistakes[number % len(mistakes)].source + f"\n# {number}\n".encode()


def one(session: Session, exercise: Exercise, folder: Path, source: bytes) -> float:
    path = folder / exercise.chapter / f"{exercise.slug}.py"
    path.parent.mkdir(exist_ok=True)
    saved = path.with_suffix(".new")
    saved.write_bytes(source)
    time.sleep(PAUSE)
    with open(os.devnull, "w") as screen:
        began = time.perf_counter()
        saved.rename(path)
        results, faults = session.run([Target(exercise, path)], Quiet())
        screen.write(render(session.report(results, faults, folder), SCREEN))
        screen.flush()
        return time.perf_counter() - began


def by_pytest(course: Course, exercise: Exercise) -> float:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        str(course.checks_path(exercise)),
    ]
    began = time.perf_counter()
    subprocess.run([*command, f"--submission={course.solutions}"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def percentile(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def ms(seconds: float) -> str:
    return f"{1000 * seconds:4.0f} ms"


if __name__ == "__main__":
    main()
