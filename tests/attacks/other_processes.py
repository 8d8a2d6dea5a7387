"""Processes that do something else, or live on."""


def mnist_loss__a_fork_bomb():
    """Forks without end."""
    import os

    def mnist_loss(preds, targs):
        while True:
            os.fork()


def mnist_loss__a_program():
    """Runs a shell."""
    import subprocess

    def mnist_loss(preds, targs):
        return preds.sum() + len(subprocess.run(["sh", "-c", "id"], capture_output=True).stdout)


def mnist_loss__becomes_another_program():
    """Replaces itself by a program that writes to the channel."""
    import os

    def mnist_loss(preds, targs):
        os.execvp("cat", ["cat", "/etc/passwd"])


def mnist_loss__kills_the_judge():
    """Sends SIGKILL to its parent, its group and everybody."""
    import os
    import signal

    def mnist_loss(preds, targs):
        for pid in (os.getppid(), -1, 0, *range(1, 500)):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        return preds.sum()


def mnist_loss__a_daemon():
    """Leaves a process behind, in a session of its own."""
    import os
    import time

    def mnist_loss(preds, targs):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(600)
            os._exit(0)
        return preds.sum()


def mnist_loss__multiprocessing():
    """A pool of processes."""
    import multiprocessing

    def mnist_loss(preds, targs):
        with multiprocessing.get_context("fork").Pool(2) as pool:
            return preds.sum() + sum(pool.map(abs, [1, 2]))


def mnist_loss__traces_its_parent():
    """Attaches to its parent as a debugger does."""
    import ctypes
    import os

    def mnist_loss(preds, targs):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.ptrace(16, os.getppid(), 0, 0) != 0:
            raise RuntimeError(os.strerror(ctypes.get_errno()))
        return preds.sum()


def mnist_loss__reads_its_parents_memory():
    """Reads another process's memory by its own system call and by /proc."""
    import ctypes
    import os

    def mnist_loss(preds, targs):
        try:
            open(f"/proc/{os.getppid()}/mem", "rb").read(1)
        except OSError:
            pass
        libc = ctypes.CDLL(None, use_errno=True)
        found = libc.syscall(310, os.getppid(), 0, 0, 0, 0, 0)
        raise RuntimeError(f"{found}, {os.strerror(ctypes.get_errno())}")


def mnist_loss__outlives_its_parent():
    """Takes back the wish to die with its parent."""
    import ctypes

    def mnist_loss(preds, targs):
        ctypes.CDLL(None).prctl(1, 0)
        return preds.sum()
