"""Files that lie in a submission's folder beside the answer: none of them is believed, run or read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from grader.ledger import Key, Ledger
from grader.result import Verdict
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade

FORGED = "raise SystemExit('a planted file ran')\n"
HOOK = "def pytest_runtest_makereport(item, call):\n    raise SystemExit('a planted hook ran')\n"


def conftest(folder: Path) -> None:
    for place in (folder, folder / "04_losses", folder.parent):
        (place / "conftest.py").write_text(HOOK)


def settings(folder: Path) -> None:
    for name in ("pytest.ini", "tox.ini", "setup.cfg", "pyproject.toml", ".coveragerc"):
        (folder / name).write_text("[pytest]\naddopts = --collect-only -p planted\n[tool.pytest.ini_options]\nx = 1\n")
    (folder / "planted.py").write_text(FORGED)


def shadows(folder: Path) -> None:
    for name in (
        "torch",
        "numpy",
        "grader",
        "pytest",
        "json",
        "msgspec",
        "sitecustomize",
        "usercustomize",
        "submission",
    ):
        for place in (folder, folder / "04_losses"):
            (place / f"{name}.py").write_text(FORGED)


def packages(folder: Path) -> None:
    for name in ("torch", "grader"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(FORGED)
    (folder / "__pycache__").mkdir()
    (folder / "paths.pth").write_text("import os; os._exit(7)\n")


def ledger(folder: Path) -> None:
    """A ledger in which everything is passed already."""
    for place in (folder, folder / ".grade", folder / ".local/state/seven-steps"):
        with Ledger(place / "ledger.sqlite3") as planted:
            key = Key("04_losses/mnist_loss", "s", "j", "t", "d", "cpu", "strong")
            planted.remember(key, _passed())


def catalogue(folder: Path) -> None:
    """A catalogue that gives a thousand points and checks nothing."""
    text = (folder / "catalog.toml").read_text()
    (folder / "catalog.toml").write_text(text.replace('slug = "mnist_loss"', 'slug = "mnist_loss"\nbudget = 9999'))


def checks(folder: Path) -> None:
    """Checks, mistakes and solutions of its own."""
    for tree in ("grader/checks", "grader/mistakes", "solutions", "checks"):
        place = folder.parent / tree / "04_losses"
        place.mkdir(parents=True)
        for name in ("test_mnist_loss.py", "mnist_loss.py"):
            (place / name).write_text("def test_nothing(): pass\n")


def environment(folder: Path) -> None:
    (folder / ".env").write_text("PYTEST_ADDOPTS=--collect-only\nGRADE_STATE=/nowhere\n")
    (folder / ".python-version").write_text("2.7\n")
    (folder / "requirements.txt").write_text("no-such-package\n")


def others(folder: Path) -> None:
    """Links that lead out, to the state directory and in a circle."""
    (folder / "out").symlink_to("/etc")
    (folder / "circle").symlink_to(".")
    (folder / "04_losses/mse.py").unlink()
    (folder / "04_losses/mse.py").symlink_to("/etc/passwd")


def _passed():  # type: ignore[no-untyped-def]
    from grader.result import ExerciseResult

    return ExerciseResult("04_losses/mnist_loss", Verdict.PASSED, (), "s")


PLANTED = (conftest, settings, shadows, packages, ledger, catalogue, checks, environment, others)


@pytest.mark.parametrize(("source", "verdict"), [(SWAPPED, "failed"), (RIGHT, "passed")], ids=["wrong", "right"])
def test_what_lies_beside_an_answer_changes_nothing(
    grade: Grade, learner: Path, monkeypatch: pytest.MonkeyPatch, source: str, verdict: str
) -> None:
    (learner / "04_losses/mnist_loss.py").write_text(source)
    for plant in PLANTED:
        plant(learner)
    monkeypatch.chdir(learner)
    ended = grade("mnist_loss", "--submission", learner, "--format", "json")
    assert ended.returncode == (0 if verdict == "passed" else 1), ended.stdout + ended.stderr
    (result,) = json.loads(ended.stdout)["exercises"]
    assert result["verdict"] == verdict and not result["cached"] and result["max_points"] < 100
    assert "planted" not in ended.stdout + ended.stderr


def test_the_environment_of_whoever_grades_is_not_the_judges(grade: Grade, learner: Path, tmp_path: Path) -> None:
    (learner / "04_losses/mnist_loss.py").write_text(RIGHT)
    (tmp_path / "planted.py").write_text(HOOK)
    variables = {"PYTEST_ADDOPTS": "--collect-only", "PYTHONPATH": str(tmp_path), "PYTEST_PLUGINS": "planted"}
    ended = grade("mnist_loss", "--submission", learner, **variables)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="hard links need no right of their own elsewhere")
def test_a_hard_link_is_a_file_like_any_other_and_a_device_is_none(grade: Grade, learner: Path, tmp_path: Path) -> None:
    (tmp_path / "answer.py").write_text(SWAPPED)
    path = learner / "04_losses/mnist_loss.py"
    path.unlink()
    os.link(tmp_path / "answer.py", path)
    assert grade("mnist_loss", "--submission", learner).returncode == 1
    path.unlink()
    os.mkfifo(path)
    refused = grade("mnist_loss", "--submission", learner)
    assert refused.returncode == 1 and "no regular file" in refused.stdout
