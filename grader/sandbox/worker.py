"""The process that runs one submission: locks itself down, then answers requests until the judge hangs up.

Started by the zygote as a fork, or as a program of its own: `python -P -m grader.sandbox.worker`, which talks over its
standard input and output. The first line that it reads is its `Launch`.
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
import numpy.random  # numpy itself waits with it until it is used
import torch

from grader.sandbox import wire
from grader.sandbox.codec import Encoder
from grader.sandbox.fence import Fence
from grader.sandbox.host import Host
from grader.sandbox.limits import Launch, lock_down
from grader.sandbox.link import DirectLink
from grader.sandbox.wire import Channel, ProtocolError

REHEARSAL = b"def f(x):\n    return (x * 2).mean()\n"


def serve(reading: int, writing: int) -> None:
    """Wait for the launch, then answer the judge over two descriptors until it hangs up."""
    rehearse()
    fence = Fence()
    stream = os.fdopen(reading, "rb")
    order = stream.readline()
    if not order:
        return
    launch = msgspec.json.decode(order, type=Launch)
    preload(launch.terms.preload)
    held = lock_down(launch, fence, {reading, writing})
    torch.set_num_threads(launch.terms.threads)
    channel = Channel(stream, os.fdopen(writing, "wb"))
    host = Host()
    sys.stdin = io.StringIO()
    channel.send(wire.pack(0, wire.Reply(msgspec.json.encode(held).decode()), ()))
    try:
        while True:
            channel.send(host.answer(channel.receive()))
    except (EOFError, ProtocolError, OSError):
        return


def rehearse() -> None:
    """Answer a first question before anybody asks: what is imported, copied or cached on the way is then paid for.

    A spare worker does it while the learner still writes.
    """
    _forget_chance()
    link, encoder = DirectLink(), Encoder(lambda value: None)
    call = wire.Ask("call", wire.Public("f"), [encoder.encode(torch.ones(4))], {})
    for request in (wire.Parse(REHEARSAL, "rehearsal.py"), wire.Execute(["f"]), call):
        link.ask(1, request, encoder.writer.spans())


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
    gc.freeze()
    serve(os.dup(0), os.dup(1))


if __name__ == "__main__":
    main()
