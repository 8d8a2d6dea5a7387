"""What the lockdown achieves on this machine: `python -P -m grader.sandbox.selftest DIR` locks itself down and tries.

DIR holds `scratch` and `in`. Prints the `Holds` as JSON. PyTorch is not needed for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from grader.sandbox.fence import Fence
from grader.sandbox.limits import Launch, lock_down


def main() -> None:
    room = Path(sys.argv[1])
    holds = lock_down(Launch(str(room / "scratch"), str(room / "in"), threads=1, cpu_seconds=30), Fence(), {0, 1, 2})
    sys.stdout.buffer.write(msgspec.json.encode(holds))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
