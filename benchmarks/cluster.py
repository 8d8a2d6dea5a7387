"""What Dask costs: seconds a task and an answer, for answers that need no engine, so that nothing else takes time.

    python -m benchmarks.cluster [--answers 8000] [--workers 2]

A task is a chunk of answers, as `grade batch --dask` sends them to a scheduler and workers in processes of their own.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from distributed import LocalCluster

from grader.batch import Task
from grader.catalog import own_course
from grader.cluster import CHUNK, Cluster
from grader.gradebook import Handed
from grader.judge import Judge, Options
from grader.result import Verdict


def main() -> None:
    options = _options()
    judge = Judge(own_course(), Options(seed=1))
    with LocalCluster(options.workers, threads_per_worker=1, dashboard_address=None) as dask:
        address = dask.scheduler_address
        _seconds(judge, address, CHUNK * options.workers)  # the workers import the grader
        seconds = _seconds(judge, address, options.answers)
    tasks = options.answers / CHUNK
    print(f"{options.answers:,} answers in {tasks:,.0f} tasks on {options.workers} workers: {seconds:.2f} s")
    print(f"{1000 * seconds / tasks:.2f} ms a task, {1000 * seconds / options.answers:.2f} ms an answer")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def _seconds(judge: Judge, address: str, answers: int) -> float:
    began = time.perf_counter()
    outcomes = list(Cluster(address, 0).run(_untouched(judge, answers), judge))
    seconds = time.perf_counter() - began
    if sum(o.result is not None and o.result.verdict is Verdict.TODO for o in outcomes) != answers:
        raise SystemExit("some answers did not come back as they must")
    return seconds


def _untouched(judge: Judge, answers: int) -> Iterator[Task]:
    """Stubs as they came: a look at them is the verdict."""
    (exercise,) = judge.course.find("mnist_loss")
    for number in range(answers):
        yield Task(exercise.name, judge.course.stub(exercise), (Handed(f"learner-{number}"),))


if __name__ == "__main__":
    main()
