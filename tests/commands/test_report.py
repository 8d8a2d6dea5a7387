"""`grade report`: the learner's page from the ledger."""

from __future__ import annotations

import re
from pathlib import Path

from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade
from tests.test_cli import write


def verdicts(page: Path) -> dict[str, str]:
    found = re.findall(r'<details class="exercise" id="([^"]+)" data-verdict="([^"]+)"', page.read_text("utf-8"))
    return dict(found)


def test_it_tells_of_the_last_answers_and_judges_nothing(grade: Grade, learner: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for answer in (RIGHT, SWAPPED):
        write(learner, "04_losses/mnist_loss.py", answer)
        grade("mnist_loss", "--submission", learner)
    write(learner, "04_losses/mnist_loss.py", "never judged")
    write(learner, "04_losses/mse.py", RIGHT)
    told = grade("report", "--html", page, "--submission", learner, PYTHONPROFILEIMPORTTIME="1")
    assert told.returncode == 0 and str(page) in told.stdout
    assert not re.search(r"\| +(torch|pytest|pandas)$", told.stderr, re.MULTILINE)
    found = verdicts(page)
    assert len(found) == 68 and found.pop("04_losses/mnist_loss") == "failed"
    assert set(found.values()) == {"todo"}
    text = page.read_text("utf-8")
    assert "1 of 68 exercises passed" in text and "2 attempts" in text
    assert "wanted:" in text and "The two branches are the wrong way round." in text


def test_what_the_ledger_did_not_keep_has_its_verdict_all_the_same(grade: Grade, learner: Path, tmp_path: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", "import os\nos._exit(3)\n")
    grade("mnist_loss", "--submission", learner)
    grade("report", "--submission", learner)
    page = tmp_path / "here" / "report.html"
    assert verdicts(page)["04_losses/mnist_loss"] == "crashed"
    assert "is not kept" in page.read_text("utf-8")


def test_a_run_writes_the_same_page(grade: Grade, learner: Path, tmp_path: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    page = tmp_path / "page.html"
    run = grade("mnist_loss", "mse", "--submission", learner, "--format", "html", "--output", page, "--no-reveal")
    assert run.returncode == 1
    assert verdicts(page) == {"04_losses/mnist_loss": "failed", "04_losses/mse": "todo"}
    assert "1 attempt<" in page.read_text("utf-8") and "wanted:" not in page.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_a_usage_error(grade: Grade, learner: Path, tmp_path: Path) -> None:
    refused = grade("report", "--html", tmp_path, "--submission", learner)
    assert refused.returncode == 2 and "cannot be written" in refused.stderr
