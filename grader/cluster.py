"""A class on a Dask cluster: chunks of answers go to engines on its workers, each of which has the grader installed.

A worker that dies loses nothing: Dask gives its chunks to another, and what came back is in the gradebook already.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import islice
from typing import Any

from grader.batch import Outcome, Task, judged_by
from grader.catalog import own_course
from grader.engine import Engine
from grader.errors import UsageError
from grader.judge import Judge, Options

CHUNK = 16  # answers that travel together: a second of judging, so that what Dask costs does not count
AHEAD = 3  # chunks that wait at each thread of the cluster


class Cluster:
    """A Dask scheduler's address, or `local` for a cluster of this machine's own with so many workers."""

    def __init__(self, address: str, workers: int) -> None:
        self._address, self._workers = address, workers

    def run(self, tasks: Iterable[Task], judge: Judge) -> Iterator[Outcome]:
        """Outcomes as they come."""
        from distributed import as_completed

        left = iter(tasks)
        chunks = iter(lambda: list(islice(left, CHUNK)), [])
        with ExitStack() as opened:
            client = self._client(opened)
            given = as_completed(with_results=True)
            ahead = AHEAD * max(1, sum(client.nthreads().values()))
            for chunk in islice(chunks, ahead):
                given.add(client.submit(judge_chunk, judge.options, judge.seed, chunk, pure=False))
            for _, outcomes in given:
                for chunk in islice(chunks, 1):
                    given.add(client.submit(judge_chunk, judge.options, judge.seed, chunk, pure=False))
                yield from outcomes

    def _client(self, opened: ExitStack) -> Any:
        try:
            from distributed import Client, LocalCluster
        except ModuleNotFoundError:
            raise UsageError("--dask wants the package distributed: pip install 'seven-steps[dask]'.") from None
        where = self._address
        if where == "local":
            where = opened.enter_context(LocalCluster(self._workers, threads_per_worker=1, dashboard_address=None))
        try:
            return opened.enter_context(Client(where, timeout=10))
        except (OSError, ValueError) as error:
            raise UsageError(f"There is no Dask scheduler at {self._address}: {error}") from None


def judge_chunk(options: Options, seed: int, tasks: list[Task]) -> list[Outcome]:
    """The outcomes of some answers; runs in a Dask worker, on an engine that stays open there."""
    judge, engine = _judge(options, seed), _engine(threading.get_ident())
    return [judged_by(engine, judge, task) for task in tasks]


@cache
def _judge(options: Options, seed: int) -> Judge:
    """A worker reads the course once for a whole class."""
    judge = Judge(own_course(), options)
    judge.seed = seed
    return judge


@cache
def _engine(thread: int) -> Engine:
    """An engine judges one answer at a time, so each thread of the Dask worker has its own."""
    return Engine()
