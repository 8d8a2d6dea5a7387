"""Whether a right answer always passes: every solution and every other right answer, over many seeds.

    python -m benchmarks.steady [--seeds 20] [--from 1] [--burners 4] [--full] [EXERCISE ...]

`--burners` starts so many processes that compute without end; `--from` is the first seed, so that several can share.
Trained exercises use a small set of digits and its own bars, as the content gate does; `--full` trains their solutions
at full size.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager

from grader.catalog import Course, Exercise, own_course
from grader.engine import Engine, Job
from grader.known import variants
from grader.result import Verdict


def main() -> None:
    options = _options()
    course = own_course()
    exercises = [exercise for name in options.exercises for exercise in course.find(name)] or course.all
    failures = judged = 0
    began = time.monotonic()
    with _burning(options.burners), Engine() as engine:
        for seed in range(options.first, options.first + options.seeds):
            for name, job in _jobs(course, exercises, seed, options.full):
                result = engine.judge(job)
                judged += 1
                if result.verdict is not Verdict.PASSED:
                    failures += 1
                    print(f"{job.exercise}, {name}, seed {seed}: {result.verdict.value}: {result.message}", flush=True)
            print(f"seed {seed}: {judged:,} judged, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{failures} of {judged:,} right answers failed, with {options.burners} burning processes")
    raise SystemExit(1 if failures else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--from", type=int, default=1, dest="first", metavar="SEED")
    parser.add_argument("--burners", type=int, default=0)
    parser.add_argument("--full", action="store_true")
    return parser.parse_args()


def _jobs(course: Course, exercises: list[Exercise], seed: int, full: bool) -> Iterator[tuple[str, Job]]:
    """The right answers to each exercise, by name."""
    for exercise in exercises:
        small = exercise.threads > 1 and not full
        right = {"solution": course.solution_path(exercise).read_bytes()}
        if small or exercise.threads == 1:
            right |= {variant.name: variant.source for variant in variants(course, exercise) if variant.right}
        for name, source in right.items():
            yield name, Job(exercise.name, source, seed, small=small)


@contextmanager
def _burning(number: int) -> Iterator[None]:
    burners = [multiprocessing.get_context("spawn").Process(target=_burn, daemon=True) for _ in range(number)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()


def _burn() -> None:
    while True:
        pass


if __name__ == "__main__":
    main()
