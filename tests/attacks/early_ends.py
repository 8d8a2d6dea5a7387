"""The process ends at a moment that might look like success."""


def mnist_loss__exits_with_zero():
    """`sys.exit(0)` in the call."""
    import sys

    def mnist_loss(preds, targs):
        sys.exit(0)


def mnist_loss__exits_at_import():
    """`os._exit(0)` before anything is defined."""
    import os

    os._exit(0)


def mnist_loss__exits_in_the_call():
    """`os._exit(0)` in the call."""
    import os

    def mnist_loss(preds, targs):
        os._exit(0)


def mnist_loss__a_kill_of_itself():
    """SIGKILL to itself."""
    import os
    import signal

    def mnist_loss(preds, targs):
        os.kill(os.getpid(), signal.SIGKILL)


def mnist_loss__a_segmentation_fault():
    """Reads address 0."""
    import ctypes

    def mnist_loss(preds, targs):
        ctypes.string_at(0)


def mnist_loss__stops_itself():
    """SIGSTOP: neither dead nor alive."""
    import os
    import signal

    def mnist_loss(preds, targs):
        os.kill(os.getpid(), signal.SIGSTOP)


def mnist_loss__an_exit_handler():
    """Registers a handler that ends the process with 0, then leaves."""
    import atexit
    import os
    import sys

    atexit.register(os._exit, 0)

    def mnist_loss(preds, targs):
        sys.exit("passed")


def mnist_loss__a_base_exception_of_its_own():
    """Raises what nobody catches by name."""

    class Passed(BaseException):
        pass

    def mnist_loss(preds, targs):
        raise Passed("all checks passed")


def mnist_loss__pytests_own_outcomes():
    """Raises pytest's skip and exit, as a check would."""

    def mnist_loss(preds, targs):
        try:
            import pytest
        except ImportError:
            raise RuntimeError("no pytest here") from None
        pytest.skip("not today")


def mnist_loss__not_yet():
    """`NotImplementedError`, in the hope that it is excused."""

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        raise NotImplementedError("later")
