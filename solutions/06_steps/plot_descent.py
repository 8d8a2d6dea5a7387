"""The path of a descent, drawn on its function."""

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def plot_descent(f, xs: list[float]) -> tuple[Figure, Axes]:
    """The curve of `f`, and the visited places on it."""
    fig, ax = plt.subplots()
    # A tenth more than needed on both sides; one place alone has no width, and gets some.
    room = (max(xs) - min(xs)) / 10 or 1.0
    curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist()
    ax.plot(curve, _heights(f, curve))
    ax.plot(xs, _heights(f, xs), "o-")
    ax.set(xlabel="x", ylabel="f(x)")
    return fig, ax


def _heights(f, xs: list[float]) -> list[float]:
    return [f(torch.tensor(x)).item() for x in xs]
