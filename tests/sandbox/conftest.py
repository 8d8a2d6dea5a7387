"""One zygote for the tests of workers, and submissions in fresh workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from grader.catalog import PublicName
from grader.sandbox.clock import Budget
from grader.sandbox.process import working
from grader.sandbox.starters import ForkStarter
from grader.submission import Submission

Load = Callable[..., Submission]


@pytest.fixture(scope="session")
def starter() -> Iterator[ForkStarter]:
    starter = ForkStarter.from_program()
    yield starter
    starter.close()


@pytest.fixture
def load(starter: ForkStarter) -> Iterator[Load]:
    """Loads a source in a worker of its own; its public names are those that are given."""
    with ExitStack() as stack:

        def load(
            source: str,
            *names: str,
            seconds: float = 30.0,
            constants: tuple[str, ...] = (),
            without: tuple[str, ...] = (),
        ) -> Submission:
            worker, readable = stack.enter_context(working(starter, Budget(seconds), without=without))
            public = [PublicName(name, "function") for name in names]
            public += [PublicName(name, "constant") for name in constants]
            submission = Submission(worker, tuple(public), readable)
            raised = submission.load(source.encode(), "answer.py")
            assert raised is None, raised
            return submission

        yield load
