"""Answers that are larger than the judge."""


def mnist_loss__gigabytes():
    """A tensor of two gigabytes."""
    import torch

    def mnist_loss(preds, targs):
        return torch.zeros(1 << 29)


def describe__a_list_of_many_millions():
    """A list of ten million numbers."""

    def describe(t):
        return [0] * 10_000_000


def list_images__a_long_name():
    """One name of a hundred megabytes."""
    from pathlib import Path

    def list_images(folder):
        return [Path("a" * 100_000_000)]


def mnist_loss__an_exception_with_a_novel():
    """An exception whose text has a hundred megabytes."""

    def mnist_loss(preds, targs):
        raise ValueError("no" * 50_000_000)


def mnist_loss__an_exception_chain():
    """Exceptions raised from exceptions, a hundred thousand of them."""

    def mnist_loss(preds, targs):
        error = ValueError("end")
        for number in range(100_000):
            outer = ValueError(number)
            outer.__cause__ = error
            error = outer
        raise error


def mnist_loss__prints_without_end():
    """Half a gigabyte on standard output."""

    def mnist_loss(preds, targs):
        for _ in range(500):
            print("x" * 1_000_000)
        return preds.sum()


def batches__never_the_last_batch():
    """An epoch that does not end."""
    import torch

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError("a size of 1 or more is wanted, less came")

        def __len__(self):
            return 3

        def __iter__(self):
            while True:
                yield torch.zeros(2), torch.zeros(2)
