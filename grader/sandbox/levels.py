"""How strongly a worker is held here: told in every result, never silently less.

What is in force is what a self-test could not do, inside a worker that has locked itself down (`selftest`).
"""

from __future__ import annotations

import platform
import subprocess
import sys
from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from grader.environment import clean_environment, course_folder, state_folder
from grader.sandbox.rooms import room

SECONDS = 60  # that the self-test may take on a busy machine


class Level(StrEnum):
    """From the weakest to the strongest.

    process-only: a process of its own with resource limits.
    partial: one of Landlock and seccomp, or a GPU that is shared with the worker.
    strong: Landlock and seccomp.
    """

    PROCESS_ONLY = "process-only"
    PARTIAL = "partial"
    STRONG = "strong"

    def at_least(self, other: Level) -> bool:
        order = list(Level)
        return order.index(self) >= order.index(other)


class Holds(msgspec.Struct, frozen=True):
    """What a worker tried after its lockdown: files are Landlock's to refuse, calls are seccomp's.

    refused and allowed: the tries, in words.
    missing: why a fence is not there.
    """

    files_refused: tuple[str, ...] = ()
    files_allowed: tuple[str, ...] = ()
    calls_refused: tuple[str, ...] = ()
    calls_allowed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    gpu: bool = False

    @property
    def level(self) -> Level:
        fences = (bool(self.files_refused) and not self.files_allowed) + (
            bool(self.calls_refused) and not self.calls_allowed
        )
        return (Level.PROCESS_ONLY, Level.PARTIAL, Level.PARTIAL if self.gpu else Level.STRONG)[fences]

    def why(self) -> str:
        """What keeps the level from being higher, as sentences."""
        allowed = self.files_allowed + self.calls_allowed
        could = f"It could {', '.join(allowed)}." if allowed else ""
        gpu = "It shares a GPU." if self.gpu else ""
        return " ".join(filter(None, (could, gpu, *(f"{reason[0].upper()}{reason[1:]}." for reason in self.missing))))


def tried() -> Holds:
    """Run the self-test, in a process of its own."""
    with room() as where:
        command = [sys.executable, "-P", "-m", "grader.sandbox.selftest", where.path]
        environment = dict(clean_environment())
        try:
            ended = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS, check=True)
            return msgspec.json.decode(ended.stdout, type=Holds)
        except (subprocess.SubprocessError, OSError, msgspec.DecodeError) as error:
            return Holds(missing=(f"the self-test did not run: {error}",))


def level_in_force(device: str = "cpu") -> Level:
    """The level that this machine gives: found by the self-test once, and remembered."""
    level = _known()
    return Level.PARTIAL if level is Level.STRONG and device != "cpu" else level


@cache
def _known() -> Level:
    path, here = state_folder() / "isolation.json", _here()
    with suppress(OSError, ValueError, msgspec.DecodeError):
        remembered = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
        if here in remembered:
            return Level(remembered[here])
    level = tried().level
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode({here: level}))
    return level


def _here() -> str:
    """All that the level may depend on: the kernel as it runs, the interpreter, the places of grader and course."""
    boot = "no id"
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    files = sorted(Path(__file__).parent.glob("*.py"))
    code = max(file.stat().st_mtime_ns for file in files)
    where = sys.executable, files[0].parent, course_folder()
    return " ".join(map(str, (platform.platform(), platform.node(), boot, *where, code)))
