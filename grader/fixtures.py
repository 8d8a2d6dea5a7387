"""The fixtures of the checks. What they give comes from the run's `Bench`."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
import torch

from grader.datasets import Digits
from grader.draw import Draw
from grader.gallery import Gallery
from grader.submission import Submission


class Bench(Protocol):
    """Where a check finds the submission and what is drawn for it."""

    seed: int
    digits: Digits
    device: torch.device
    gallery: Gallery

    def submission(self, checks: Path) -> Submission:
        """The loaded submission that a file of checks is about. Raises what a learner's failure is told by."""
        ...


BENCH: pytest.StashKey[Bench] = pytest.StashKey()
BEGUN: pytest.StashKey[Submission] = pytest.StashKey()


def _bench(request: pytest.FixtureRequest) -> Bench:
    return request.config.stash[BENCH]


def draw_name(node: pytest.Item | pytest.Collector) -> str:
    """A check's name for its draws, the same in every way to run it."""
    return f"{node.path.stem}:{node.name}"


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Submission:
    return _bench(request).submission(request.path)


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Draw:
    return Draw(_bench(request).seed, draw_name(request.node))


@pytest.fixture(scope="module")
def module_draw(request: pytest.FixtureRequest) -> Draw:
    return Draw(_bench(request).seed, request.path.stem)


@pytest.fixture(scope="session")
def digits(request: pytest.FixtureRequest) -> Digits:
    return _bench(request).digits


@pytest.fixture(scope="session")
def device(request: pytest.FixtureRequest) -> torch.device:
    return _bench(request).device


@pytest.fixture(scope="module")
def gallery(request: pytest.FixtureRequest) -> Gallery:
    """Takes what a report may show of the answer."""
    return _bench(request).gallery


@pytest.fixture(autouse=True)
def _own_transcript(request: pytest.FixtureRequest) -> None:
    """Each check has a transcript of its own, and says whether its calls may change their arguments."""
    if "submission" in request.fixturenames:
        request.getfixturevalue("submission").begin(in_place(request.node))


def in_place(item: pytest.Item) -> bool:
    return item.get_closest_marker("in_place") is not None
