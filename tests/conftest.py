"""What several test files need: a state directory of their own, one engine, and copies of the project to break."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from grader.catalog import Course, own_course
from grader.engine import Engine, Job
from grader.outline import PublicName
from grader.result import ExerciseResult
from grader.sandbox.clock import Budget
from grader.sandbox.process import working
from grader.sandbox.starters import ForkStarter
from grader.submission import Submission

# How long an example takes says nothing here: the machine has other things to do.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).parents[1]
Grade = Callable[..., subprocess.CompletedProcess[str]]
Judge = Callable[..., ExerciseResult]
Load = Callable[..., Submission]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ledger of one test."""
    monkeypatch.setenv("GRADE_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture(scope="session", autouse=True)
def heed_ctrl_c() -> None:
    """A shell's background jobs, and so a test run that is one, ignore it; the processes of the tests must not."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def course() -> Course:
    return own_course()


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """One for all tests; at the end it must not have complained of itself."""
    with Engine() as engine:
        yield engine
        assert "Traceback" not in engine.said()


@pytest.fixture(scope="session")
def judge(engine: Engine) -> Judge:
    """The verdict of the real engine on a source."""

    def judge(exercise: str, source: str | bytes, seed: int = 0, small: bool = True) -> ExerciseResult:
        raw = source.encode() if isinstance(source, str) else source
        return engine.judge(Job(exercise, raw, seed, small=small))

    return judge


@pytest.fixture
def learner(tmp_path: Path, course: Course) -> Path:
    """A learner's folder with all the stubs."""
    folder = tmp_path / "learner"
    shutil.copytree(course.exercises, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def grade(tmp_path: Path) -> Grade:
    """Runs the real `grade` in a process of its own, in an empty directory."""
    here = tmp_path / "here"
    here.mkdir()

    def run(*arguments: object, cwd: Path = here, **variables: str) -> subprocess.CompletedProcess[str]:
        return run_grade(sys.executable, arguments, cwd, variables)

    return run


def run_grade(
    python: str, arguments: tuple[object, ...], cwd: Path, variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-P", "-m", "grader.cli", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "80", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=200,
    )


def see_packages(environment: Path, *first: Path) -> None:
    """Let a virtual environment see what this one sees, after the folders that come `first`."""
    (found,) = environment.rglob("site-packages")
    # Environments may be layered: the packages of all layers.
    layers = [entry for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")]
    (found / "packages.pth").write_text("".join(f"{path}\n" for path in (*first, *layers)), encoding="utf-8")


class Workshop:
    """A copy of the project that a test may break, with an interpreter that finds it before any other."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("grader", "exercises", "solutions"):
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        shutil.copytree(ROOT / "data", root / "data", copy_function=os.link)
        venv.create(root / "venv", with_pip=False)
        self.python = root / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        see_packages(root / "venv", root)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def grade(self, *arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
        return run_grade(str(self.python), arguments, self.root, variables)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built once."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


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
