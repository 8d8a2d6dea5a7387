"""Pictures of ours for exercises that are passed: what their answer is good for, on the course's own digits."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from grader.datasets import read
from grader.exhibits import Exhibit, Line, Picture, Pictures, Plot
from grader.result import Report

Images = np.ndarray
KINDS = (3, 7)  # of digits, as in the chapter on distances
RUN = np.linspace(0, 3, 31)  # s: when the toboggan was timed
SPEED = 1.5 * (RUN - 1.7) ** 2 + 1 + 0.5 * np.sin(40 * RUN)  # m/s; the sine stands for noise
ROUNDS = (0, 10, 100, 1000)


def illustrated(report: Report, data: Path) -> Report:
    """The report with pictures at the exercises that have been passed. data: a folder of IDX files."""
    results = [
        msgspec.structs.replace(result, exhibits=(*result.exhibits, *ILLUSTRATIONS[result.exercise](data)))
        if result.exercise in ILLUSTRATIONS and (result.passed or report.passed_at(result) is not None)
        else result
        for result in report.exercises
    ]
    return msgspec.structs.replace(report, exercises=tuple(results))


def mean_digits(data: Path) -> tuple[Exhibit, ...]:
    means = tuple(_picture(_mean(data, digit), f"mean {digit}") for digit in range(10))
    return (Pictures("The mean image of each digit", means),)


def nearest_mean(data: Path) -> tuple[Exhibit, ...]:
    """For two images, what pixel_similarity compares: the distances to both means."""
    return tuple(_compared(data, digit) for digit in KINDS)


def _compared(data: Path, digit: int) -> Exhibit:
    image = _digits(data, digit)[0].astype(float)
    away = {kind: np.abs(image - _mean(data, kind)) for kind in KINDS}
    nearest = min(KINDS, key=lambda kind: float(away[kind].mean()))
    parts = [_picture(image, f"a {digit}")]
    for kind in KINDS:
        parts += [_picture(_mean(data, kind), f"mean {kind}")]
        parts += [_picture(away[kind], f"{away[kind].mean() / 255:.3f} apart")]
    return Pictures(f"A {digit}, and how far it is from both means: nearer to {nearest}", tuple(parts))


@cache
def _training(data: Path) -> tuple[Images, Images]:
    """The training images, uint8 (n, h, w), and their labels."""
    return read(data, "train-images-idx3-ubyte"), read(data, "train-labels-idx1-ubyte")


def _digits(data: Path, digit: int) -> Images:
    images, labels = _training(data)
    return np.asarray(images[labels == digit])


@cache
def _mean(data: Path, digit: int) -> Images:
    return np.asarray(_digits(data, digit).mean(axis=0))


def _picture(image: Images, caption: str) -> Picture:
    height, width = image.shape
    return Picture(image.round().astype(np.uint8).tobytes(), height, width, caption)


def fits(_: Path) -> tuple[Exhibit, ...]:
    """The parabola after 0, 10, 100 and 1000 rounds of gradient descent."""
    lines = [Line("measured", "dots", _points(RUN, SPEED))]
    for rounds in ROUNDS:
        lines.append(Line(f"after {rounds} rounds", "curve", _points(RUN, _parabola(_fitted(rounds)))))
    return (Plot("The seven steps, and how the parabola comes to the measurements", tuple(lines), "time", "speed"),)


def _parabola(params: np.ndarray) -> np.ndarray:
    a, b, c = params
    return np.asarray(a * RUN**2 + b * RUN + c)


def _fitted(rounds: int, rate: float = 0.02) -> np.ndarray:
    """a, b and c after some rounds, from a start that is fixed."""
    params = np.array([0.5, -0.5, 0.5])
    for _ in range(rounds):
        away = _parabola(params) - SPEED
        params = params - rate * 2 * np.array([(away * RUN**k).mean() for k in (2, 1, 0)])
    return params


def descents(_: Path) -> tuple[Exhibit, ...]:
    """The same descent with a rate that fits and with one that is too large."""
    return (
        _descent("Gradient descent on x², rate 0.2: the steps get shorter", 0.2),
        _descent("Rate 0.9: it leaps from side to side, and gets there all the same", 0.9),
        _descent("Rate 1.05: it climbs out of the valley", 1.05),
    )


def _descent(what: str, rate: float, steps: int = 8) -> Plot:
    xs = [4 * (1 - 2 * rate) ** step for step in range(steps + 1)]  # x - rate · 2x, again and again
    reach = 1.1 * max(4.0, *map(abs, xs))
    curve = np.linspace(-reach, reach, 81)
    lines = Line("x²", "curve", _points(curve, curve**2)), Line("the descent", "path", _points(xs, np.square(xs)))
    return Plot(what, lines, "x", "x²")


def _points(xs: np.ndarray | list[float], ys: np.ndarray) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(x), 3), round(float(y), 3)) for x, y in zip(xs, ys, strict=True) if math.isfinite(y))


ILLUSTRATIONS: dict[str, Callable[[Path], tuple[Exhibit, ...]]] = {
    "03_distances/mean_image": mean_digits,
    "03_distances/pixel_similarity": nearest_mean,
    "06_steps/fit_quadratic": fits,
    "06_steps/plot_descent": descents,
}
