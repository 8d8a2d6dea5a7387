"""The gradebook: one seed a class, one row an answer, and books that come together."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from grader.errors import UsageError
from grader.gradebook import Gradebook, Handed, Override
from grader.ledger import Key, Ledger
from grader.result import ExerciseResult, Verdict

KEY = Key("04_losses/mse", "source", "judge", "torch", "data", "cpu", "strong")
PASSED = ExerciseResult("04_losses/mse", Verdict.PASSED, (), "source")
FAILED = ExerciseResult("04_losses/mse", Verdict.FAILED, (), "source")


def begun(path: Path, seed: int = 7) -> Gradebook:
    book = Gradebook(path)
    book.seed(None, seed)
    return book


def test_a_class_keeps_its_seed(tmp_path: Path) -> None:
    with begun(tmp_path / "book") as book:
        assert book.seed(None, 8) == 7 == book.seed(7, 9)
        with pytest.raises(UsageError, match="begun with --seed 7"):
            book.seed(8, 0)


def test_an_answer_is_held_for_its_learner_and_found_for_all(tmp_path: Path) -> None:
    with begun(tmp_path / "book") as book:
        book.put(Handed("ada", 3.0), KEY, PASSED)
        assert book.holds("ada", KEY) and not book.holds("bob", KEY)
        assert book.found_for(KEY) == PASSED
        other = msgspec.structs.replace(KEY, judge="another")
        assert not book.holds("ada", other) and book.found_for(other) is None


def test_a_later_answer_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    with begun(tmp_path / "book") as book:
        book.put(Handed("ada", 3.0), KEY, FAILED)
        book.put(Handed("ada", 4.0), msgspec.structs.replace(KEY, source="new"), PASSED)
        (entry,) = book.entries()
        assert (entry.handed, entry.result) == (Handed("ada", 4.0), PASSED)


def test_books_come_together_and_the_newer_row_stays(tmp_path: Path) -> None:
    with begun(tmp_path / "one") as one, begun(tmp_path / "two") as two:
        one.put(Handed("ada"), KEY, FAILED)
        two.put(Handed("bob"), KEY, PASSED)
        two.put(Handed("ada"), KEY, PASSED)
        two.override(Override("ada", "04_losses/mse", 1.5, "an oral exam", 9.0))
        one.put(Handed("cleo"), KEY, FAILED)
        assert one.merge(tmp_path / "two") == 2
        assert one.merge(tmp_path / "two") == 2
        found = {entry.learner: entry.result.verdict for entry in one.entries()}
        assert found == {"ada": Verdict.PASSED, "bob": Verdict.PASSED, "cleo": Verdict.FAILED}
        assert one.overrides()["ada", "04_losses/mse"].reason == "an oral exam"
        two.merge(tmp_path / "one")
        assert sorted(entry.learner for entry in two.entries()) == ["ada", "bob", "cleo"]


def test_what_is_no_book_of_this_class_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("learner,points\n")
    Ledger(tmp_path / "ledger")
    begun(tmp_path / "other", seed=8)
    with begun(tmp_path / "book") as book:
        for name, said in [("gone", "There is no"), ("text", "no gradebook"), ("ledger", "no gradebook"),
                           ("other", "begun with --seed 7")]:  # fmt: skip
            with pytest.raises(UsageError, match=said):
                book.merge(tmp_path / name)


def test_an_override_may_be_taken_back(tmp_path: Path) -> None:
    with begun(tmp_path / "book") as book:
        book.override(Override("ada", "04_losses/mse", 1.5, "why", 9.0))
        assert book.withdraw("ada", "04_losses/mse") and not book.withdraw("ada", "04_losses/mse")
        assert book.overrides() == {}
