"""Thousands of judgings by one engine: `python -m benchmarks.soak [--judgings N]` (5,000 take about ten minutes).

Right, wrong and attacking answers in turn. Afterwards: are all verdicts as they were the first time, does the engine's
and the zygote's memory stay flat, is any descriptor, process or file left?
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from pathlib import Path

import psutil

from grader.catalog import Course, own_course
from grader.engine import Engine, Job
from grader.known import known_mistakes
from tests.attacks.test_attacks import ATTACKS, rooms_left

EXERCISES = ("mnist_loss", "matmul", "describe", "batch_accuracy", "center_columns", "is_three", "slope")
# Those that only end with a limit take seconds each; some of them in between are enough.
SLOW_CLASSES = ("resources", "protocol", "oversized_answers", "early_ends", "freed_memory")
SLOW_EVERY = 100
LOOK_EVERY = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--judgings", type=int, default=5_000, metavar="N")
    wanted = parser.parse_args().judgings
    with Engine() as engine:
        engine.judge(Job("mnist_loss", b"", 0))
        assert engine._process is not None
        print(_summary(_soak(engine, psutil.Process(engine._process.pid), wanted)))
        time.sleep(1)  # the last judging is cleared up after its verdict
        left = rooms_left(psutil.Process(engine._process.pid), Path(engine.rooms))
        below = psutil.Process(engine._process.pid).children(recursive=True)
        print(f"rooms left: {len(left)}; processes below the engine: {len(below)} (a zygote and its spare)")


def _jobs(course: Course) -> itertools.cycle[Job]:
    """The mix; every source is made new by a number, so that nothing can be remembered."""
    quick = []
    for slug in EXERCISES:
        (exercise,) = course.find(slug)
        quick.append(Job(slug, course.solution_path(exercise).read_bytes(), 0))
        quick += [Job(slug, mistake.source, 0) for mistake in known_mistakes(course, exercise)]
    for name, (group, slug, source) in ATTACKS.items():
        if group not in SLOW_CLASSES and not slug.startswith("train") and "pixel" not in name:
            quick.append(Job(slug, source.encode(), 0))
    return itertools.cycle(quick)


def _soak(engine: Engine, process: psutil.Process, wanted: int) -> dict[str, list[float]]:
    jobs, slow = _jobs(own_course()), _slow()
    verdicts: dict[tuple[str, bytes], str] = {}
    seen: dict[str, list[float]] = {"engine": [], "zygote": [], "descriptors": [], "changed": [], "ms": []}
    for number in range(wanted):
        job = next(slow) if number % SLOW_EVERY == SLOW_EVERY - 1 else next(jobs)
        began = time.perf_counter()
        verdict = str(engine.judge(job).verdict)
        seen["ms"].append(1000 * (time.perf_counter() - began))
        if verdicts.setdefault((job.exercise, job.source), verdict) != verdict:
            seen["changed"].append(number)
        if number % LOOK_EVERY == 0:
            _look(process, seen)
            print(f"\r{number:,} of {wanted:,}", end="", flush=True)
    print("\r", end="")
    return seen


def _slow() -> itertools.cycle[Job]:
    return itertools.cycle(Job(s, text.encode(), 0) for g, s, text in ATTACKS.values() if g in SLOW_CLASSES)


def _look(process: psutil.Process, seen: dict[str, list[float]]) -> None:
    time.sleep(0.3)  # the spare waits then, as it nearly always does: what it shares is not the zygote's own
    seen["engine"].append(process.memory_full_info().uss / 2**20)
    seen["zygote"].append(process.children()[0].memory_full_info().uss / 2**20)
    seen["descriptors"].append(process.num_fds() + process.children()[0].num_fds())


def _summary(seen: dict[str, list[float]]) -> str:
    fifth = max(1, len(seen["engine"]) // 5)
    lines = [f"{len(seen['ms']):,} judgings, median {statistics.median(seen['ms']):.0f} ms; fifth by fifth:"]
    for what, unit in (("engine", "MiB"), ("zygote", "MiB"), ("descriptors", "")):
        parts = [statistics.median(seen[what][n * fifth : (n + 1) * fifth]) for n in range(5)]
        lines.append(f"{what}: {', '.join(f'{part:.1f}' for part in parts)} {unit}".rstrip())
    lines.append(f"verdicts that changed: {len(seen['changed'])} {seen['changed'][:10]}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
