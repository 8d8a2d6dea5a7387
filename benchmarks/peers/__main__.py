"""The same hundred submissions through `grade batch`, pytest, otter-grader and nbgrader: seconds, memory, verdicts.

    python -m benchmarks.peers [--home DIR] [--workers N] [--only TOOL ...] [--first N]

Each of the others is installed, once, into a virtual environment of its own below `--home`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import platformdirs

from benchmarks.peers.environments import environment
from benchmarks.peers.measure import Cost, cost_of
from benchmarks.peers.submissions import Submission, submissions
from benchmarks.peers.table import HEAD, row, surprises
from benchmarks.peers.tools import TOOLS, Set
from grader.catalog import own_course


def main() -> None:
    options = _options()
    given = submissions(own_course())[: options.first]
    results = {name: _result(name, given, options) for name in options.only}
    ours = results.get("grade batch", (Cost(0, 0), set()))[0].seconds
    print(HEAD)
    for name, (cost, marks) in results.items():
        print(row(name, cost, marks, given, ours))
    for name, (_, marks) in results.items():
        for line in surprises(name, marks, given):
            print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--home", type=Path, default=platformdirs.user_cache_path("seven-steps") / "peers", metavar="DIR")
    add("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes at a time, where a tool can")
    add("--only", nargs="+", choices=TOOLS, default=list(TOOLS), metavar="TOOL", help=", ".join(TOOLS))
    add("--first", type=int, default=None, metavar="N", help="the first N submissions (all)")
    return parser.parse_args()


def _result(name: str, given: list[Submission], options: argparse.Namespace) -> tuple[Cost, set[str]]:
    """What a tool cost, and to whom it gave full marks."""
    tool = TOOLS[name]()
    python = environment(options.home, name, tool.packages) if tool.packages else Path(sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        everything = Set(python, Path(folder), given, options.workers)
        tool.prepare(everything)
        print(f"{name}: {len(given)} submissions ...", flush=True)
        cost = cost_of(lambda: tool.run(everything))
        return cost, tool.full_marks(everything)


if __name__ == "__main__":
    main()
