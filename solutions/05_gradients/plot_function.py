"""A picture of a function."""

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)) -> tuple[Figure, Axes]:
    """Draw `f` as a line from `min` to `max`, in a new figure."""
    fig, ax = plt.subplots(figsize=figsize)
    x = torch.linspace(min, max, 200)
    # A tracked answer has to leave its record behind: matplotlib draws arrays.
    ax.plot(x, f(x).detach())
    ax.set(xlabel=tx, ylabel=ty, title=title)
    return fig, ax
