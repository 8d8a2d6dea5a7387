"""How good and how fast the reference answer to `train_mnist` is, over several seeds.

    python benchmarks/train_mnist.py [--seeds N] [--threads N] [--small]

Prints the accuracy on unseen digits, the wall and the CPU seconds of each run (training and answers), then their mean
and standard deviation. A bar holds when it lies three standard deviations below the mean, or more.
"""

from __future__ import annotations

import argparse
import os
import runpy
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

# Threads that wait shall not burn seconds. PyTorch reads this when it is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch

from grader.catalog import own_course
from grader.datasets import Digits, load_digits

CPU = torch.device("cpu")


class Run(NamedTuple):
    accuracy: float
    wall: float
    cpu: float


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    digits, train = load_digits(small=options.small), _solution()
    trained, unseen = len(digits.train.labels), len(digits.test.labels)
    print(f"{trained:,} training images, {unseen:,} unseen; {options.threads} threads")
    print("seed  accuracy  wall s   CPU s")
    runs = []
    for seed in range(options.seeds):
        runs.append(_run(train, digits, seed))
        print(f"{seed:4}  " + _line(*runs[-1]), flush=True)
    columns = list(zip(*runs, strict=True))
    print("mean  " + _line(*map(statistics.mean, columns)))
    print("  sd  " + _line(*map(statistics.stdev, columns)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="accuracy and seconds of the reference answer to train_mnist")
    parser.add_argument("--seeds", type=int, default=5, metavar="N", help="runs, at least 2 (default 5)")
    parser.add_argument("--threads", type=int, default=2, metavar="N", help="threads to compute with (default 2)")
    parser.add_argument("--small", action="store_true", help="the small set: 6,000 training images, 2,000 unseen")
    return parser.parse_args()


def _solution() -> Callable[..., Callable[[torch.Tensor], torch.Tensor]]:
    course = own_course()
    (exercise,) = course.find("train_mnist")
    return runpy.run_path(str(course.solution_path(exercise)))["train_mnist"]


def _run(train: Callable[..., Callable[[torch.Tensor], torch.Tensor]], digits: Digits, seed: int) -> Run:
    torch.manual_seed(seed)
    wall, cpu = time.perf_counter(), time.process_time()
    model = train(digits.train.images, digits.train.labels, CPU)
    right = model(digits.test.images).argmax(dim=1) == digits.test.labels
    return Run(right.float().mean().item(), time.perf_counter() - wall, time.process_time() - cpu)


def _line(accuracy: float, wall: float, cpu: float) -> str:
    return f"{accuracy:8.2%}  {wall:6.1f}  {cpu:6.1f}"


if __name__ == "__main__":
    main()
