"""How strongly a worker is held here: told in every result, never silently less."""

from __future__ import annotations

from enum import StrEnum


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


def level_in_force() -> Level:
    """What `limits.fence` achieves on this machine."""
    return Level.PROCESS_ONLY
