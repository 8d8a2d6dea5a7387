"""What the lockdown costs a worker: `python benchmarks/lockdown.py`.

Forks this process, with PyTorch imported, as a zygote is forked; each child locks itself down and tells how long that
took, the self-test included.
"""

from __future__ import annotations

import os
import statistics
import time

import torch

from grader.sandbox.fence import Fence, prepare
from grader.sandbox.limits import Launch, Terms, lock_down
from grader.sandbox.rooms import Room, room

ROUNDS = 200


def main() -> None:
    assert torch.__version__  # it is what makes a fork's memory large
    prepare()
    with room() as here:
        fenced, bare = ([_seconds(here, without) for _ in range(ROUNDS)] for without in ((), ("files", "calls")))
    print(f"locking down and trying it: median {_ms(fenced):.2f} ms; without the kernel's fences {_ms(bare):.2f} ms")


def _ms(seconds: list[float]) -> float:
    return 1000 * statistics.median(seconds)


def _seconds(here: Room, without: tuple[str, ...]) -> float:
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        launch = Launch(here, Terms(threads=1, cpu_seconds=30, without=without))
        fence = Fence()  # made while the worker waits
        began = time.perf_counter()
        lock_down(launch, fence, {writing})
        os.write(writing, str(time.perf_counter() - began).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        seconds = float(told.read())
    os.waitpid(pid, 0)
    return seconds


if __name__ == "__main__":
    main()
