"""Everything that a machine has, used up."""


def mnist_loss__a_loop():
    """Computes for ever."""

    def mnist_loss(preds, targs):
        while True:
            pass


def mnist_loss__sleeps():
    """Waits for ever without computing."""
    import time

    def mnist_loss(preds, targs):
        time.sleep(1_000_000)


def mnist_loss__all_memory():
    """Allocates until nothing is left."""

    def mnist_loss(preds, targs):
        held = []
        while True:
            held.append(bytearray(1 << 26))


def mnist_loss__all_threads():
    """Starts threads that wait, until none can be started."""
    import threading

    def mnist_loss(preds, targs):
        threading.stack_size(1 << 16)
        while True:
            threading.Thread(target=threading.Event().wait, daemon=True).start()


def mnist_loss__all_of_the_disk():
    """Writes file after file."""

    def mnist_loss(preds, targs):
        number = 0
        while True:
            number += 1
            with open(f"file{number}", "wb") as file:
                file.write(bytes(1 << 24))


def mnist_loss__all_descriptors():
    """Opens files until none can be opened, and then goes on without."""

    def mnist_loss(preds, targs):
        held = []
        try:
            while True:
                held.append(open("/dev/null"))
        except OSError:
            pass
        return preds.sum() + len(held)


def mnist_loss__all_names():
    """Makes folders within folders, and empty files by the ten thousand."""
    import os

    def mnist_loss(preds, targs):
        for number in range(100_000):
            os.makedirs(f"a/{number}")
        return preds.sum()


def mnist_loss__a_signal_storm():
    """Has the kernel ring an alarm all the time, and ignores the limit's signal."""
    import signal

    def mnist_loss(preds, targs):
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, lambda *_: None)
        signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
        while True:
            pass


def mnist_loss__matrices():
    """A product of matrices that takes an hour."""
    import torch

    def mnist_loss(preds, targs):
        big = torch.ones(8_000, 8_000)
        while True:
            big = big @ big
