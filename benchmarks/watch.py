"""Save to verdict on the screen: a real `grade watch` in a terminal of its own, driven by saves.

A wrong answer, a right one, a syntax error, an endless loop and then a right one, each a new source; from the rename of
the saved file to the bytes that the terminal gets. Run: `python benchmarks/watch.py [--rounds N] [--exercise NAME]`.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from grader.catalog import Course, Exercise, own_course
from grader.known import known_mistakes

PAUSE = 0.6  # seconds between two saves: nobody types faster
COLD = 120.0  # seconds until the first verdict, at the most
SIZES = ((80, 24), (160, 50))
BROKEN = b"def broken(:\n"
LOOP = b"\n\nwhile True:\n    pass\n"


class Terminal:
    """A `grade watch` in a pseudo-terminal."""

    def __init__(self, folder: Path, exercise: Exercise, size: tuple[int, int]) -> None:
        self.path = folder / f"{exercise.name}.py"
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        command = [sys.executable, "-P", "-m", "grader.cli", "watch", exercise.slug, "--submission", str(folder)]
        environment = {**os.environ, "TERM": "xterm-256color", "GRADE_STATE": str(folder / "state")}
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def save(self, source: bytes) -> None:
        new = self.path.with_suffix(".new")
        new.write_bytes(source)
        new.rename(self.path)

    def shown(self, text: str, seconds: float = 20.0) -> float:
        """Seconds until the terminal gets this text."""
        began, got = time.perf_counter(), b""
        while text.encode() not in got:
            left = seconds - (time.perf_counter() - began)
            if left < 0 or not select.select([self._master], [], [], left)[0]:
                raise SystemExit(f"{text!r} did not come within {seconds} s")
            got += os.read(self._master, 1 << 16)
        return time.perf_counter() - began

    def rest(self, seconds: float) -> None:
        """Let time pass, and read what comes meanwhile: a terminal that is not read holds up the program."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                os.read(self._master, 1 << 16)

    def quit(self) -> None:
        os.write(self._master, b"q")
        with suppress(OSError):  # the other end has been closed
            self.rest(20.0)
        self._process.wait(20)
        os.close(self._master)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--exercise", default="mnist_loss")
    arguments = parser.parse_args()
    course = own_course()
    (exercise,) = course.find(arguments.exercise)
    for size in SIZES:
        print(f"{exercise.name}, {size[0]} x {size[1]}, load {os.getloadavg()[0]:.1f}")
        for kind, times in measured(course, exercise, size, arguments.rounds).items():
            print(f"  {kind:26} median {ms(statistics.median(times))}   95 % {ms(percentile(times))}")


def measured(course: Course, exercise: Exercise, size: tuple[int, int], rounds: int) -> dict[str, list[float]]:
    """Seconds of each save, by its kind."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "exercises"
        shutil.copytree(course.exercises, folder)
        terminal = Terminal(folder, exercise, size)
        terminal.save(course.solution_path(exercise).read_bytes())
        terminal.shown("passed,", COLD)
        for number in range(rounds + 1):  # the first round warms up
            for kind, source, said in saves(course, exercise, number):
                terminal.rest(PAUSE)
                terminal.save(source)
                seconds = terminal.shown(said)
                if number:
                    times.setdefault(kind, []).append(seconds)
        terminal.quit()
    times.pop("an endless loop, begun")
    return times


def saves(course: Course, exercise: Exercise, number: int) -> Iterator[tuple[str, bytes, str]]:
    """Kind, source, and what the screen says then; none was seen before."""
    right, mark = course.solution_path(exercise).read_bytes(), f"\n# {number}".encode()
    mistakes = known_mistakes(course, exercise)
    yield "wrong", mistakes[number % len(mistakes)].source + mark + b"\n", "not yet right"
    yield "right", right + mark + b"\n", "passed,"
    yield "a syntax error", BROKEN + mark + b"\n", "cannot be imported"
    yield "an endless loop, begun", right + LOOP + mark + b"\n", "of its computing time"
    yield "right, after endless loop", right + mark + b" after\n", "passed,"


def percentile(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def ms(seconds: float) -> str:
    return f"{1000 * seconds:4.0f} ms"


if __name__ == "__main__":
    main()
