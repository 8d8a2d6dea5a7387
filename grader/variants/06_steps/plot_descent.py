"""plot_descent in other styles: right answers, and the known mistakes as somebody else would write them."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.figure import Figure


def right_by_a_scatter():
    """A scatter on a figure of its own, without pyplot's help."""

    def plot_descent(f, xs):
        fig = Figure()
        ax = fig.subplots()
        low, high = min(xs) - 1, max(xs) + 1
        many = np.linspace(low, high, 300)
        with torch.no_grad():
            ax.plot(many, [f(torch.tensor(float(x))).item() for x in many])
            ax.scatter(xs, [f(torch.tensor(x)).item() for x in xs], c=range(len(xs)))
        ax.set_xlabel("x")
        fig.supylabel("f")
        return fig, ax


def right_by_one_mark_at_a_time():
    """Each place is drawn by itself, with its number beside it."""

    def plot_descent(f, xs):
        fig, ax = plt.subplots(1, 1, figsize=(5, 5))
        reach = max(abs(x) for x in xs) + 1
        many = [reach * i / 100 for i in range(-100, 101)]
        ax.plot(many, [float(f(torch.tensor(x, dtype=torch.float64))) for x in many], "k--")
        for number, x in enumerate(xs):
            y = float(f(torch.tensor(x, dtype=torch.float64)))
            ax.plot([x], [y], "rx")
            ax.annotate(str(number), (x, y))
        ax.set(title="down", xlabel="where", ylabel="how high")
        ax.legend(["f"])
        return fig, ax


def right_by_a_joined_line():
    """The path is a line without marks."""

    def plot_descent(f, xs):
        fig, ax = plt.subplots(constrained_layout=True)
        xs = [float(x) for x in xs]
        room = max(max(xs) - min(xs), 1) * 0.05
        many = torch.arange(min(xs) - room, max(xs) + room, (max(xs) - min(xs) + 2 * room) / 400)
        ax.plot(many, torch.stack([f(x) for x in many]).detach())
        ax.plot(xs, [f(torch.tensor(x)).item() for x in xs], color="C3")
        plt.setp(ax, xlabel="x", ylabel="loss")
        ax.grid(True)
        return fig, ax


def right_by_pieces():
    """The path is drawn piece by piece, each from one place to the next."""

    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        many = np.linspace(min(xs) - 1, max(xs) + 1, 200)
        ax.plot(many, [float(f(torch.tensor(float(x)))) for x in many], color="grey")
        ys = [float(f(torch.tensor(float(x)))) for x in xs]
        ax.plot(xs[:1], ys[:1], "ks")
        for i in range(len(xs) - 1):
            ax.plot(xs[i : i + 2], ys[i : i + 2], "o-", color="C3")
        ax.set_xlabel("x")
        ax.set_ylabel("f(x)")
        return fig, ax


def off_the_curve():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, range(len(xs)), color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def curve_too_short():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = (3 * min(xs) + max(xs)) / 4 - 0.01, (min(xs) + 3 * max(xs)) / 4
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def no_labels():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_title("a descent")
        return (fig, ax)


def one_label():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        return (fig, ax)


def no_curve():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(xs, ys)
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def places_missing():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def order_lost():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        xs = sorted(xs)
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def start_missing():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs[1:], ys[1:], color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def last_missing():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs[:-1], ys[:-1], color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def last_only():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter([xs[-1]], [ys[-1]], color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def cut_off():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_ylim(-0.5, 0.5)
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def same_figure():
    def plot_descent(f, xs):
        fig = plt.figure(1)
        ax = fig.gca()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def nothing_returned():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        fig.tight_layout()


def axes_first():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (ax, fig)


def no_pair():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return fig


def one_place_breaks_it():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs), max(xs)
        low, high = low - 0.1 / (high - low), high + 0.1 / (high - low)
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many], color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


def curve_without_width():
    def plot_descent(f, xs):
        fig, ax = plt.subplots()
        low, room = min(xs), (max(xs) - min(xs)) * 1.1
        many = [low - room / 20 + room * i / 300 for i in range(301)]
        ax.plot(many, [float(f(torch.tensor(x))) for x in many])
        ax.scatter(xs, [float(f(torch.tensor(x))) for x in xs], color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return fig, ax


def asks_for_all_at_once():
    def plot_descent(f, xs):
        fig = plt.figure()
        ax = fig.add_subplot()
        low, high = min(xs) - 0.5, max(xs) + 0.5
        many = [low + (high - low) * i / 150 for i in range(151)]
        ys = [float(f(torch.tensor(x))) for x in xs]
        ax.plot(many, f(torch.tensor(many)).numpy(), color="grey")
        ax.scatter(xs, ys, color="red")
        ax.set_xlabel("place")
        ax.set_ylabel("height")
        return (fig, ax)


# Slips in the solution (`grade dev mutants`) that answer as it does, with the reason.
EQUIVALENT = {
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) - min(xs)) * 10 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) + min(xs)) / 10 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (min(xs) - min(xs)) / 10 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) - max(xs)) / 10 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) - min(xs)) / 11 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) - min(xs)) / 9 or 1.0": "how much further the curve goes is free",
    "plot_descent: room = (max(xs) - min(xs)) / 10 or 1.0 => room = (max(xs) - min(xs)) / 10 or 2.0": "how much further the curve goes is free",
    "plot_descent: curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist() => curve = torch.linspace(min(xs) - room, max(xs) + room, 200)": "another set of points on the same curve",
    "plot_descent: curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist() => curve = torch.linspace(max(xs) + room, min(xs) - room, 200).tolist()": "another set of points on the same curve",
    "plot_descent: curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist() => curve = torch.linspace(min(xs) - room, max(xs) + room, 201).tolist()": "another set of points on the same curve",
    "plot_descent: curve = torch.linspace(min(xs) - room, max(xs) + room, 200).tolist() => curve = torch.linspace(min(xs) - room, max(xs) + room, 199).tolist()": "another set of points on the same curve",
    "plot_descent: ax.set(xlabel='x', ylabel='f(x)') => ax.set(xlabel='xx', ylabel='f(x)')": "the words of the labels are free",
    "plot_descent: ax.set(xlabel='x', ylabel='f(x)') => ax.set(xlabel='x', ylabel='f(x)x')": "the words of the labels are free",
    "_heights: return [f(torch.tensor(x)).item() for x in xs] => return [f(torch.tensor(x)) for x in xs]": "matplotlib takes tensors of one number",
}
