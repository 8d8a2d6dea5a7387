"""The process that runs one submission: locks itself down, then answers requests until the judge hangs up.

Started by the zygote as a fork, or as a program of its own: `python -P -m grader.sandbox.worker`, which talks over its
standard input and output and reads its `Launch` there first.
"""

from __future__ import annotations

import gc
import importlib
import io
import os
import random
import sys
from collections.abc import Iterable

import msgspec
import numpy as np
import torch

from grader.sandbox import wire
from grader.sandbox.host import Host
from grader.sandbox.limits import Launch, lock_down
from grader.sandbox.wire import Channel, ProtocolError

READY = wire.Reply(None)


def serve(reading: int, writing: int, launch: Launch) -> None:
    """Answer the judge over two descriptors until it hangs up."""
    lock_down(launch, {reading, writing})
    torch.set_num_threads(launch.threads)
    _forget_chance()
    channel = Channel(os.fdopen(reading, "rb"), os.fdopen(writing, "wb"))
    host = Host()
    sys.stdin = io.StringIO()
    channel.send(wire.pack(0, READY, ()))
    try:
        while True:
            channel.send(host.answer(channel.receive()))
    except (EOFError, ProtocolError, OSError):
        return


def preload(modules: Iterable[str]) -> None:
    """Import what an exercise needs before its worker is forked, so that no submission pays for it."""
    for name in modules:
        importlib.import_module(name)


def _forget_chance() -> None:
    """Random numbers of this worker's own: the judge's draws come from seeds that it never sees."""
    seed = int.from_bytes(os.urandom(4), "little")
    torch.manual_seed(seed)
    np.random.seed(seed)
    random.seed(seed)


def main() -> None:
    reading, writing = os.dup(0), os.dup(1)
    stream = os.fdopen(os.dup(reading), "rb", buffering=0)
    launch = msgspec.json.decode(stream.readline(), type=Launch)
    preload(launch.preload)
    gc.freeze()
    serve(reading, writing, launch)


if __name__ == "__main__":
    main()
