"""Answers to plot_function in other styles: right ones, and the known mistakes as somebody else would write them."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

EQUIVALENT = {
    "plot_function: x = torch.linspace(min, max, 200) => x = torch.linspace(max, min, 200)": (
        "the same line, drawn from right to left"
    ),
    "plot_function: x = torch.linspace(min, max, 200) => x = torch.linspace(min, max, 201)": "one point more",
    "plot_function: x = torch.linspace(min, max, 200) => x = torch.linspace(min, max, 199)": "one point less",
}


def right_without_pyplot():
    """A figure of its own, without pyplot."""

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = Figure(figsize=figsize)
        ax = fig.add_subplot()
        x = torch.linspace(min, max, 1000)
        with torch.no_grad():
            ax.add_line(Line2D(x.tolist(), f(x).tolist(), color="tab:red", linewidth=2))
        ax.autoscale_view()
        if tx is not None:
            ax.set_xlabel(tx)
        if ty is not None:
            ax.set_ylabel(ty)
        if title is not None:
            ax.set_title(title, loc="left")
        return fig, ax


def right_with_the_current_figure():
    """pyplot's functions on a fresh figure, with grid and a heavy title."""

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure(figsize=figsize)
        x = torch.linspace(min, max, steps=101)
        y = f(x).detach().numpy()
        plt.plot(x.numpy(), y, "--")
        plt.xlabel(tx or "")
        plt.ylabel(ty or "")
        if title:
            plt.suptitle(title)
        plt.axhline(0, color="grey")
        plt.grid(True)
        plt.xlim(min, max)
        return fig, plt.gca()


def right_in_segments():
    """A collection of short lines."""

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        x = torch.linspace(min, max, 300)
        points = torch.stack([x, f(x).detach()], dim=1).numpy()
        fig, ax = plt.subplots(1, 1, figsize=figsize)
        ax.add_collection(LineCollection(np.stack([points[:-1], points[1:]], axis=1)))
        ax.autoscale()
        ax.set(**{k: v for k, v in {"xlabel": tx, "ylabel": ty, "title": title}.items() if v is not None})
        return fig, ax


def right_from_an_array():
    """The points made by NumPy, in float32."""

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        grid = np.linspace(min, max, 150, dtype=np.float32)
        heights = f(torch.from_numpy(grid)).data
        fig, axes = plt.subplots(figsize=figsize, squeeze=False)
        ax = axes[0, 0]
        ax.plot(grid, heights, "-", label="f")
        ax.set_title(title)
        ax.set_xlabel(tx)
        ax.set_ylabel(ty)
        return fig, ax


def right_by_fill():
    """Both: the line, and the area below it, and the figure is closed for pyplot."""

    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 400)
        y = f(x).clone().detach()
        ax.fill_between(x, y, alpha=0.2)
        ax.plot(x, y, color="black", marker=".")
        ax.set(title=title or "", xlabel=tx or "", ylabel=ty or "")
        plt.close(fig)
        return fig, ax


def min_and_max_ignored():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure(figsize=figsize)
        ax = fig.add_subplot(111)
        x = torch.arange(401) / 100 - 2
        ax.plot(x.numpy(), f(x).detach().numpy())
        ax.set_xlim(min, max)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def stops_short():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 121)[:-1]
        ax.plot(x.numpy(), f(x).detach().numpy())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def axes_swapped():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure(figsize=figsize)
        x = torch.linspace(min, max, 250)
        with torch.no_grad():
            plt.plot(f(x).tolist(), x.tolist())
        plt.xlabel(tx)
        plt.ylabel(ty)
        plt.title(title)
        return fig, fig.gca()


def labels_swapped():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set_xlabel(ty)
        ax.set_ylabel(tx)
        ax.set_title(title)
        return fig, ax


def label_below_forgotten():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        if ty is not None:
            ax.set_ylabel(ty)
            if tx is not None:
                ax.set_xlabel(tx)
        ax.set_title(title)
        return fig, ax


def label_at_the_left_forgotten():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        if tx and ty:
            ax.set_ylabel(ty)
        if tx:
            ax.set_xlabel(tx)
        ax.set_title(title)
        return fig, ax


def title_forgotten():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure(figsize=figsize)
        x = torch.linspace(min, max, 250)
        plt.plot(x, f(x).data)
        if tx:
            plt.xlabel(tx)
        if ty:
            plt.ylabel(ty)
        return fig, plt.gca()


def says_none():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set_xlabel(str(tx))
        ax.set_ylabel(str(ty))
        ax.set_title(str(title))
        return fig, ax


def too_few_points():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = min + (max - min) * torch.arange(99) / 98
        ax.plot(x.numpy(), f(x).detach().numpy())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def dots():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data, ".")
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def points_counted():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        heights = f(torch.linspace(min, max, 150)).detach().tolist()
        ax.plot(range(len(heights)), heights)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def nothing_drawn():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.clear()
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def same_figure():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure("function", figsize=figsize)
        fig.set_size_inches(figsize)
        fig.clf()
        ax = fig.add_subplot()
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def size_ignored():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = plt.figure()
        ax = fig.gca()
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def nothing_returned():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        x = torch.linspace(min, max, 250)
        plt.figure(figsize=figsize)
        plt.plot(x, f(x).data)
        plt.title(title)
        plt.xlabel(tx)
        plt.ylabel(ty)
        plt.show()


def axes_first():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig = Figure(figsize=figsize)
        ax = fig.subplots()
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return (ax, fig)


def no_pair():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        line = ax.plot(x, f(x).data)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, line


def figure_and_axes_apart():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        ax = plt.subplots(figsize=figsize)[1]
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return plt.figure(figsize=figsize), ax


def cut_off():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        ax.plot(x, f(x).data)
        ax.set_ylim(0, 1)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def tracked_tensors_break_it():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = torch.linspace(min, max, 250)
        y = f(x).numpy()
        ax.plot(x.numpy(), y)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def one_point_at_a_time():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        xs = [min + (max - min) * i / 200 for i in range(201)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(xs, ys)
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax


def float64_points():
    def plot_function(f, tx=None, ty=None, title=None, min=-2.0, max=2.0, figsize=(6, 4)):
        fig, ax = plt.subplots(figsize=figsize)
        x = np.linspace(min, max, 250)
        ax.plot(x, f(torch.from_numpy(x)).detach())
        ax.set(xlabel=tx, ylabel=ty, title=title)
        return fig, ax
