"""Where a report goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade
from tests.reports.readers import commands
from tests.test_cli import write

SHOUTS = 'raise ValueError("Oh!\\n::add-mask::the\\n##[error]end")\n'


@pytest.fixture
def wrong(learner: Path) -> Path:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    return learner


def test_one_judging_is_written_in_several_formats(grade: Grade, wrong: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("junit", "csv", "json")}
    saves = [f"--save={name}={path}" for name, path in files.items()]
    shown = grade("mnist_loss", "--submission", wrong, *saves)
    assert shown.returncode == 1 and "not yet right" in shown.stdout
    assert files["junit"].read_text("utf-8").startswith("<?xml") and files["csv"].read_text("utf-8").count("\n") > 5
    (exercise,) = json.loads(files["json"].read_text("utf-8"))["exercises"]
    assert (exercise["cached"], exercise["verdict"]) == (False, "failed")


@pytest.mark.parametrize("given", ["junit", "junit=", "nonsense=x", "=x"])
def test_a_file_without_a_format_is_refused(grade: Grade, given: str) -> None:
    refused = grade("mnist_loss", "--save", given)
    assert refused.returncode == 2 and "FORMAT=FILE" in refused.stderr


def test_a_folder_that_is_not_there_is_told_before_anything_is_judged(grade: Grade, wrong: Path) -> None:
    refused = grade("mnist_loss", "--submission", wrong, "--save", "csv=nowhere/x.csv")
    assert refused.returncode == 2 and "There is no folder" in refused.stderr


def test_a_job_of_githubs_gets_annotations_and_a_summary(grade: Grade, wrong: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    shown = grade(
        "mnist_loss", "--submission", "learner", "--format", "github", cwd=tmp_path,
        GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary),
    )  # fmt: skip
    ((name, properties, message),) = commands(shown.stdout)
    assert (name, properties["file"]) == ("error", "learner/04_losses/mnist_loss.py")
    assert SWAPPED.splitlines()[int(properties["line"]) - 1].startswith("def mnist_loss")
    assert "The two branches are the wrong way round." in message
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n# Seven Steps: 0 of 1 exercise,")


@pytest.mark.parametrize("options", [(), ("--format", "csv", "--output", "report.csv"), ("--format", "github")])
def test_nothing_a_learner_writes_is_a_command_in_a_log_of_githubs(
    grade: Grade, learner: Path, options: tuple[str, ...]
) -> None:
    write(learner, "04_losses/mnist_loss.py", SHOUTS)
    shown = grade("mnist_loss", "--submission", learner, *options, GITHUB_ACTIONS="true")
    assert "\n  ::add-mask::the\n  ##[error]end" in shown.stdout
    assert {name for name, _, _ in commands(shown.stdout)} <= {"error"}
    assert all(properties["file"].endswith("mnist_loss.py") for _, properties, _ in commands(shown.stdout))


def test_elsewhere_a_report_is_not_fenced(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", RIGHT)
    shown = grade("mnist_loss", "--submission", learner, GITHUB_ACTIONS="")
    assert shown.returncode == 0 and "::" not in shown.stdout
