"""What the lockdown achieves on this machine: `python -P -m grader.sandbox.selftest DIR` locks itself down and tries.

DIR is a room. Prints the `Holds` as JSON. PyTorch is not needed for it.
"""

from __future__ import annotations

import sys

import msgspec

from grader.sandbox.fence import Fence
from grader.sandbox.limits import Launch, Terms, lock_down
from grader.sandbox.rooms import Room


def main() -> None:
    launch = Launch(Room(sys.argv[1]), Terms(threads=1, cpu_seconds=30))
    holds = lock_down(launch, Fence(), {0, 1, 2})
    sys.stdout.buffer.write(msgspec.json.encode(holds))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
