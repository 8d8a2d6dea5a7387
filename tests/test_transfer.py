"""Progress that moves to another machine: nothing is lost, nothing counts twice, and nothing is judged by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.ledger import Ledger
from grader.result import Attempt, Verdict
from grader.transfer import LATEST, merge, save
from tests.answers import SWAPPED
from tests.conftest import Grade

SOURCE = "ab" * 32
WHOLE = {
    "format": "seven-steps progress",
    "version": 1,
    "grader": "0.1.0",
    "attempts": [{"exercise": "04_losses/mse", "source": SOURCE, "verdict": "passed", "time": 5.0}],
    "hints": {"04_losses/mse": 2},
}

attempts = st.lists(
    st.builds(
        Attempt,
        st.just("ada"),
        st.sampled_from(["01_a/one", "01_a/two"]),
        st.sampled_from(["", SOURCE]),
        st.sampled_from(Verdict),
        st.floats(0, LATEST) | st.sampled_from([1.0, 2.0]),
    ),
    max_size=6,
)


def contents(ledger: Ledger, learner: str) -> list[tuple[object, ...]]:
    return sorted((a.exercise, a.source, a.verdict, a.time) for a in ledger.attempts(learner))


@given(attempts, attempts)
@settings(max_examples=50)
def test_a_merge_keeps_all_of_both_and_a_second_one_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, here: list[Attempt], there: list[Attempt]
) -> None:
    place = tmp_path_factory.mktemp("progress")
    with Ledger(place / "a.sqlite3") as one, Ledger(place / "b.sqlite3") as other:
        for attempt in here:
            one.add(attempt)
        for attempt in there:
            other.add(attempt)
        save(other, "ada", place / "file")
        assert merge(one, "ada", place / "file") <= len(there)
        merged = contents(one, "ada")
        for row in contents(one, "ada") + contents(other, "ada"):
            assert merged.count(row) == max(
                [(a.exercise, a.source, a.verdict, a.time) for a in side].count(row) for side in (here, there)
            )
        assert merge(one, "ada", place / "file") == 0 and contents(one, "ada") == merged


def test_progress_goes_to_another_machine_and_another_folder(grade: Grade, learner: Path, tmp_path: Path) -> None:
    (learner / "04_losses/mnist_loss.py").write_text(SWAPPED)
    grade("mnist_loss", "--submission", learner)
    grade("hint", "mnist_loss", "--submission", learner)
    file, elsewhere = tmp_path / "progress.json", learner.rename(tmp_path / "elsewhere")
    learner.mkdir()
    assert "1 attempt; passed: 0" in grade("progress", "export", file, "--submission", learner).stdout
    state = {"GRADE_STATE": str(tmp_path / "another machine")}
    for told in ("1 attempt added", "0 attempts added"):
        assert told in grade("progress", "import", file, "--submission", elsewhere, **state).stdout
    assert "2. " in grade("hint", "mnist_loss", "--submission", elsewhere, **state).stdout
    listed = grade("list", "--history", "--submission", elsewhere, **state).stdout
    assert any("mnist_loss" in line and "tried once" in line for line in listed.splitlines())


def test_a_claim_to_have_passed_is_no_judgement(grade: Grade, learner: Path, tmp_path: Path) -> None:
    """The file names the very source that is there as passed; it is judged all the same."""
    path, file = learner / "04_losses/mnist_loss.py", tmp_path / "progress.json"
    path.write_text(SWAPPED)
    grade("mnist_loss", "--submission", learner)
    grade("progress", "export", file, "--submission", learner)
    file.write_text(file.read_text().replace('"failed"', '"passed"'))
    state = {"GRADE_STATE": str(tmp_path / "another machine")}
    assert "1 more than before" in grade("progress", "import", file, "--submission", learner, **state).stdout
    judged = json.loads(grade("mnist_loss", "--format=json", "--submission", learner, **state).stdout)
    assert (judged["exercises"][0]["verdict"], judged["exercises"][0]["cached"]) == ("failed", False)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2, "attempts": "of another form"}, "newer grader"),
        ({"format": "recipes"}, "is no progress file"),
        ({"hints": {"a": -1}}, "damaged"),
        ({"hints": {"": 1}}, "damaged"),
        ({"more": 1}, "damaged"),
        ({"attempts": [{**WHOLE["attempts"][0], "verdict": "superb"}]}, "damaged"),  # type: ignore[dict-item, index]
        ({"attempts": [{**WHOLE["attempts"][0], "time": 1e300}]}, "damaged"),  # type: ignore[dict-item, index]
        ({"attempts": [{**WHOLE["attempts"][0], "source": "x"}]}, "damaged"),  # type: ignore[dict-item, index]
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    file = tmp_path / "file"
    with Ledger(tmp_path / "l.sqlite3") as ledger:
        file.write_text(json.dumps(WHOLE | change))
        with pytest.raises(UsageError, match=told):
            merge(ledger, "ada", file)
        for cut in (0, 1, 40, len(json.dumps(WHOLE)) - 1):
            file.write_text(json.dumps(WHOLE)[:cut])
            with pytest.raises(UsageError, match="damaged"):
                merge(ledger, "ada", file)
        assert ledger.attempts("ada") == [] and ledger.all_hints_shown("ada") == {}
        file.write_text(json.dumps(WHOLE))
        assert merge(ledger, "ada", file) == 1


def test_an_export_writes_over_an_export_and_nothing_else(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.sqlite3") as ledger:
        for _ in range(2):
            save(ledger, "ada", tmp_path / "file")
        (tmp_path / "thesis").write_text("two years of work")
        with pytest.raises(UsageError, match="no progress file"):
            save(ledger, "ada", tmp_path / "thesis")
        assert (tmp_path / "thesis").read_text() == "two years of work"
        with pytest.raises(UsageError, match="cannot be written"):
            save(ledger, "ada", tmp_path / "nowhere/file")


def test_an_import_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def half_way(ledger: Ledger) -> None:
        with ledger.transaction():
            ledger.show_hints("ada", "04_losses/mse", 2)
            raise RuntimeError

    with Ledger(tmp_path / "l.sqlite3") as ledger, pytest.raises(RuntimeError):
        half_way(ledger)
    with Ledger(tmp_path / "l.sqlite3") as ledger:
        assert ledger.hints_shown("ada", "04_losses/mse") == 0
