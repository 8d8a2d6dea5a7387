"""The wire's property tests again and again, with new seeds: `python -m tests.fuzz [--minutes M]`.

Any failure is printed as pytest would print it and ends the run; so does growth of this process's memory.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import hypothesis
import psutil

from tests import test_submission
from tests.sandbox import test_codec, test_wire

GROWTH = 300 << 20  # bytes that caches may take


class _Folders:
    """What the test wants of pytest's fixture of that name."""

    def getbasetemp(self) -> Path:
        return Path(tempfile.gettempdir())


def _replies(turn: int) -> Callable[[_Folders], None]:
    return hypothesis.seed(turn)(test_submission.test_whatever_a_worker_replies_is_a_value_or_a_refusal)


PLAIN: tuple[Callable[[], None], ...] = (
    test_codec.test_whatever_a_worker_sends_is_a_value_or_a_protocol_error,
    test_codec.test_a_view_comes_back_with_its_strides,
    test_codec.test_plain_values_come_back,
    test_wire.test_arbitrary_bytes_are_no_frame,
    test_wire.test_a_flipped_byte_gives_a_message_or_a_protocol_error,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10, metavar="M")
    until = time.monotonic() + 60 * parser.parse_args().minutes
    before = psutil.Process().memory_info().rss
    for turn in itertools.count(1):
        for test in PLAIN:
            hypothesis.seed(turn)(test)()
        _replies(turn)(_Folders())
        grown = psutil.Process().memory_info().rss - before
        print(f"\r{turn} turns, {grown >> 20} MiB more than at first", end="", flush=True)
        if grown > GROWTH:
            raise SystemExit(f"\nmemory grew by {grown >> 20} MiB")
        if time.monotonic() > until:
            break
    print("\nnothing but values and refusals")


if __name__ == "__main__":
    main()
