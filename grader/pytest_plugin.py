"""The checks as plain pytest: `pytest --pyargs grader.checks --submission DIR --seed N`.

Loaded in every pytest run of an environment that has the grader, so it imports no PyTorch and does nothing but add two
options. Only with `--submission` does it bring the checks' fixtures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

MARKS = (
    "in_place: the contract wants arguments to be changed, so the check judges the changes itself",
    "bonus: earns points and does not decide the verdict",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("seven steps", "Seven Steps: auto-graded PyTorch katas")
    group.addoption("--submission", type=Path, metavar="DIR", help="judge the answers in DIR/<chapter>/<slug>.py")
    group.addoption("--no-sandbox", action="store_true", help="run the answers in this process, for a debugger")
    group.addoption("--seed", type=int, default=0, metavar="N", help="the seed of the checks' random inputs")


def pytest_configure(config: pytest.Config) -> None:
    folder = config.getoption("submission")
    if folder is None:
        return
    for mark in MARKS:
        config.addinivalue_line("markers", mark)
    from grader import fixtures
    from grader.bench import FolderBench

    bench = FolderBench(folder.resolve(), config.getoption("seed"), not config.getoption("no_sandbox"))
    config.stash[fixtures.BENCH] = bench
    config.pluginmanager.register(fixtures, "seven steps fixtures")
    config.add_cleanup(bench.close)
