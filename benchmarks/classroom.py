"""A whole class through `grade batch`: seconds an answer, memory, and whether every verdict is the one that is known.

    python -m benchmarks.classroom [--learners 300] [--exercises N] [--workers N] [--kills 2] [--dask local]

No two sources are alike and the gradebook is empty. `--kills` ends the run with SIGKILL so many times on the way and
starts it again. Memory is that of the run with all its engines, the first quarter of the answers against the last.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

import psutil

from grader.catalog import own_course
from grader.gradebook import Gradebook
from grader.result import Verdict
from tests.school import Given, school

EVERY = 5  # seconds between two looks: to ask a process for its memory takes time from it
Known = dict[tuple[str, str], Given]


def main() -> None:
    options = _options()
    course = own_course()
    exercises = [exercise for exercise in course.all if exercise.threads == 1][: options.exercises]
    with tempfile.TemporaryDirectory() as root:
        folder, book = Path(root, "class"), Path(root, "class.gradebook")
        made = school(course, folder, options.learners, exercises)
        known = {(learner, exercise): given for learner, exercise, given in made}
        print(f"{options.learners:,} learners, {len(exercises)} exercises, {len(known):,} answers", flush=True)
        command = [sys.executable, "-P", "-m", "grader.cli", "batch", str(folder), *(e.name for e in exercises)]
        command += ["--workers", str(options.workers), *(["--dask", options.dask] if options.dask else [])]
        _report(_run(command, book, len(known), options.kills), known)
        _compare(book, known)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--learners", type=int, default=300)
    parser.add_argument("--exercises", type=int, default=None, help="the first so many function exercises (all)")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--dask", metavar="ADDRESS", help="judge on a Dask cluster; `local` starts one")
    return parser.parse_args()


def _run(command: list[str], book: Path, answers: int, kills: int) -> list[tuple[float, int, float]]:
    """Runs the batch to its end; seconds, answers in the book and megabytes, look by look."""
    seen: list[tuple[float, int, float]] = []
    began, kill_at = time.monotonic(), [answers * (n + 1) // (kills + 1) for n in range(kills)]
    while True:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            time.sleep(EVERY)
            seen.append((time.monotonic() - began, _count(book), megabytes(process.pid)))
            if kill_at and seen[-1][1] >= kill_at[0]:
                print(f"killed at {seen[-1][1]:,} answers")
                kill_at.pop(0)
                process.send_signal(signal.SIGKILL)
                process.wait()
        if process.returncode != -signal.SIGKILL:
            seen.append((time.monotonic() - began, _count(book), 0.0))
            return seen


def _count(book: Path) -> int:
    with suppress(sqlite3.Error), closing(sqlite3.connect(book)) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0])
    return 0


def megabytes(pid: int) -> float:
    """Memory that is these processes' own: what forks share counts once."""
    total = 0.0
    with suppress(psutil.Error):
        for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            with suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total / 2**20


def _report(seen: list[tuple[float, int, float]], known: Known) -> None:
    seconds, judged = seen[-1][0], [given for given in known.values() if given.source is not None]
    print(f"{seconds:.1f} s, {1000 * seconds / len(known):.1f} ms an answer ({len(judged):,} of them judged)")
    memory = [used for _, count, used in seen if used and count]
    quarter = max(1, len(memory) // 4)
    first, last = statistics.median(memory[:quarter]), statistics.median(memory[-quarter:])
    print(f"memory: {first:.0f} MiB in the first quarter, {last:.0f} MiB in the last, at most {max(memory):.0f}")


def _compare(book: Path, known: Known) -> None:
    wrong = unnamed = mistaken = 0
    computing = []
    with Gradebook.to_read(book) as opened:
        for entry in opened.entries():
            given = known.pop((entry.learner, entry.exercise))
            computing.append(entry.result.computing)
            wrong += entry.result.verdict not in given.verdicts
            if given.mistake and entry.result.verdict is Verdict.FAILED:
                mistaken += 1
                unnamed += entry.result.diagnosis is None or entry.result.diagnosis.mistake != given.mistake
    print(f"of that, the learners' own: {1000 * statistics.mean(computing):.1f} ms of CPU an answer")
    print(f"other verdicts than known: {wrong}; not judged: {len(known)}")
    print(f"mistakes not named as themselves: {unnamed} of {mistaken}")


if __name__ == "__main__":
    main()
