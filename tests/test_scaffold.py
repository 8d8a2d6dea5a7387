"""`grade dev new` writes six files, and the gate says what is left to do."""

from __future__ import annotations

import pytest

from grader.scaffold import ENTRY, with_entry
from tests.conftest import Workshop

CATALOG = '[[chapter]]\nname = "01_a"\ntitle = "A"\n\n[[chapter]]\nname = "02_b"\ntitle = "B"\n'


def test_a_new_exercise_is_judged_like_any_other(workshop: Workshop) -> None:
    made = workshop.grade("dev", "new", "04_losses/huber_loss")
    assert made.returncode == 0, made.stderr
    assert len(made.stdout.split()) == 6
    checked = workshop.grade("dev", "check", "huber_loss", COLUMNS="200")
    (left,) = [line for line in checked.stdout.splitlines() if line.startswith("- ")]
    assert "the lesson has" in left  # its text is all that the files still need
    assert "04_losses/huber_loss" in workshop.grade("huber_loss").stdout


@pytest.mark.parametrize("name", ["huber", "04_losses/Huber", "04_losses/mnist_loss", "../04_x/y", "04_losses/"])
def test_a_name_that_will_not_do_writes_nothing(workshop: Workshop, name: str) -> None:
    before = (workshop.root / "exercises/catalog.toml").read_bytes()
    assert workshop.grade("dev", "new", name).returncode == 2
    assert (workshop.root / "exercises/catalog.toml").read_bytes() == before


def test_an_entry_goes_to_the_end_of_its_chapter_or_makes_a_new_one() -> None:
    entry = ENTRY.format(slug="s", title="S")
    assert with_entry(CATALOG, "01_a", entry).index('slug = "s"') < with_entry(CATALOG, "01_a", entry).index("02_b")
    assert with_entry(CATALOG, "02_b", entry).endswith(entry.rstrip() + "\n")
    assert '[[chapter]]\nname = "03_c"\ntitle = "C"\n' in with_entry(CATALOG, "03_c", entry)
