"""Runs an exercise's checks: ordinary pytest items, in a session that is kept from one judging to the next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from grader import fixtures, pytest_plugin
from grader.draw import Draw
from grader.fixtures import BENCH, Bench, draw_name, in_place
from grader.submission import Submission

SWITCHED_OFF = (
    "cacheprovider", "terminal", "logging", "capture", "doctest", "junitxml", "pastebin", "faulthandler", "stepwise",
    "debugging", "setuponly", "setupplan", "unittest", "legacypath", "recwarn", "warnings",
    # These two run a full garbage collection over all of PyTorch's objects at the end of a session.
    "unraisableexception", "threadexception",
)  # fmt: skip


LAST_RESORT = 1_800  # seconds: budgets end what is slow long before; this ends a check of ours that hangs


class Ran:
    """How one item ended: the exception that ended it, if any, and what was needed to run it again."""

    def __init__(self, item: pytest.Function) -> None:
        self.item = item
        self.error: BaseException | None = None
        self.arguments: dict[str, Any] = {}

    @property
    def check(self) -> str:
        return self.item.originalname


class Runner:
    """The plugin that holds pytest's session open. `main` is called within it, with this runner."""

    def __init__(self, bench: Bench, main: Callable[[Runner], None]) -> None:
        self._bench, self._main = bench, main
        self._items: dict[Path, list[pytest.Function]] = {}
        self._session: pytest.Session | None = None
        self._ran: Ran | None = None

    def hold(self, root: Path) -> None:
        """Open the session, call `main` in it, and close it again."""
        options = [f"-pno:{name}" for name in SWITCHED_OFF]
        arguments = [
            *options,
            "-p",
            "pytest_timeout",
            f"--timeout={LAST_RESORT}",
            "--assert=plain",
            "--import-mode=importlib",
        ]
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        os.environ.pop("PYTEST_ADDOPTS", None)
        options_of_ours = [f"--rootdir={root}", f"-c{os.devnull}", str(root)]
        pytest.main([*arguments, *options_of_ours], plugins=[pytest_plugin, fixtures, self])

    def items(self, path: Path) -> list[pytest.Function]:
        """The items of one file of checks, collected once. Raises what importing the file raised."""
        if path not in self._items:
            assert self._session is not None
            collected = self._session.perform_collect([str(path)])
            self._items[path] = [item for item in collected if isinstance(item, pytest.Function)]
        return self._items[path]

    def run(self, item: pytest.Function) -> Ran:
        """Run one item as pytest does, fixtures and all; those of its file are kept for the next."""
        self._ran = ran = Ran(item)
        # What comes next needs no more than the file: so only what is the item's own is taken down.
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=item.parent)
        self._ran = None
        return ran

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Afterwards nothing of the items that ran inside is kept."""
        try:
            yield
        finally:
            if self._session is not None:
                self._session._setupstate.teardown_exact(None)

    # What follows is called by pytest.

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[BENCH] = self._bench
        for mark in pytest_plugin.MARKS:
            config.addinivalue_line("markers", mark)

    def pytest_collection(self, session: pytest.Session) -> bool:
        session.items = []
        return True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            raise RuntimeError(f"{report.nodeid} cannot be collected: {report.longreprtext}")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._session = session
        self._main(self)
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Note the exception itself: to format tracebacks that nobody reads takes longer than the check."""
        ran = self._ran
        assert ran is not None
        if call.excinfo is not None and ran.error is None:
            ran.error = call.excinfo.value
        if call.when == "call":
            ran.arguments = {name: item.funcargs[name] for name in item._fixtureinfo.argnames}
        outcome = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)  # type: ignore[arg-type]


def run_again(ran: Ran, submission: Submission, seed: int) -> BaseException | None:
    """The same check with the same draws on another submission; the exception that ended it."""
    submission.begin(in_place(ran.item))
    arguments = {**ran.arguments}
    replaced = {"submission": submission, "draw": Draw(seed, draw_name(ran.item))}
    arguments.update({name: value for name, value in replaced.items() if name in arguments})
    try:
        ran.item.obj(**arguments)
    except Exception as error:
        return error
    return None
