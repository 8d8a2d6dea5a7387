"""What is printed: a row for each tool, and who got other marks than deserved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from benchmarks.peers.measure import Cost
from benchmarks.peers.submissions import Submission

HEAD = (
    "| tool | s a submission | times `grade batch` | peak MiB | honest, right verdict | dishonest, full marks |\n"
    "|---|---|---|---|---|---|"
)


def row(name: str, cost: Cost, marks: Collection[str], given: Sequence[Submission], ours: float) -> str:
    """marks: the learners with full marks; ours: the seconds of `grade batch`, 0 where it did not run."""
    honest, dishonest = [s for s in given if s.honest], [s for s in given if not s.honest]
    right = sum((one.learner in marks) is one.full_marks for one in honest)
    passed = sum(one.learner in marks for one in dishonest)
    times = f"{cost.seconds / ours:.1f}" if ours else "-"
    cells = f"{cost.seconds / len(given):.3f}", times, f"{cost.megabytes:.0f}"
    return f"| {name} | {' | '.join(cells)} | {right} of {len(honest)} | {passed} of {len(dishonest)} |"


def surprises(name: str, marks: Collection[str], given: Sequence[Submission]) -> Iterator[str]:
    """Honest ones with another verdict than they deserve, and dishonest ones that got through."""
    for one in given:
        if (one.learner in marks) is not one.full_marks:
            kind, got = "honest" if one.honest else "dishonest", "full" if one.learner in marks else "not full"
            yield f"{name}: {one.exercise}, {one.idea} ({kind}): {got} marks"
