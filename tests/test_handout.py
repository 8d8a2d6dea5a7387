"""The learner's folder: written, and brought up to date without a word of the learner's lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.catalog import Course, course_in
from grader.errors import UsageError
from grader.handout import RECORD, hand_out

CATALOG = 'title = "T"\n\n[[chapter]]\nname = "01_a"\ntitle = "A"\n'
ENTRY = '\n[[chapter.exercise]]\nslug = "{slug}"\ntitle = "{slug}"\nhints = []\n'


def publish(root: Path, **stubs: str) -> Course:
    """A course of these exercises, in place of the one that may be there."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "exercises/01_a").mkdir(parents=True)
    (root / "data").mkdir()
    entries = "".join(ENTRY.format(slug=slug) for slug in stubs)
    (root / "exercises/catalog.toml").write_text(CATALOG + entries, encoding="utf-8")
    for slug, text in stubs.items():
        (root / f"exercises/01_a/{slug}.py").write_text(text, encoding="utf-8")
    return course_in(root)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A learner's folder, of a course with `one`, `two` and `three`."""
    hand_out(publish(tmp_path / "course", one="1", two="2", three="3"), tmp_path / "mine")
    return tmp_path / "mine"


def test_an_update_adds_renews_and_keeps(mine: Path, tmp_path: Path) -> None:
    (mine / "exercises/01_a/two.py").write_text("my two")
    newer = publish(tmp_path / "course", one="1", two="new 2", three="new 3", four="4")
    done = hand_out(newer, mine)
    texts = {path.name: path.read_text() for path in (mine / "exercises/01_a").iterdir()}
    assert texts == {"one.py": "1", "two.py": "my two", "two.py.new": "new 2", "three.py": "new 3", "four.py": "4"}
    assert done.added == ["exercises/01_a/four.py"] and "exercises/01_a/three.py" in done.updated
    assert done.beside == {"exercises/01_a/two.py": "exercises/01_a/two.py.new"}
    again = hand_out(newer, mine)
    assert (again.added, again.updated, again.beside, again.kept) == ([], [], {}, ["exercises/01_a/two.py"])


def test_what_the_course_has_no_more_is_left_and_what_was_deleted_comes_back(mine: Path, tmp_path: Path) -> None:
    (mine / "exercises/01_a/three.py").unlink()
    done = hand_out(publish(tmp_path / "course", two="2", three="3"), mine)
    assert done.gone == ["exercises/01_a/one.py"] and (mine / "exercises/01_a/one.py").read_text() == "1"
    assert done.added == ["exercises/01_a/three.py"]


def test_a_name_that_is_taken_is_not_written_over(mine: Path, tmp_path: Path) -> None:
    (mine / "exercises/01_a/two.py").write_text("my two")
    (mine / "exercises/01_a/two.py.new").write_text("my notes")
    done = hand_out(publish(tmp_path / "course", two="new 2"), mine)
    assert done.beside["exercises/01_a/two.py"].endswith("two.py.new2")
    assert (mine / "exercises/01_a/two.py.new").read_text() == "my notes"


@pytest.mark.parametrize("record", [None, b"", b'{"version": 1}', b"\xff"])
def test_without_a_record_every_file_that_differs_is_the_learners(
    mine: Path, tmp_path: Path, record: bytes | None
) -> None:
    (mine / RECORD).unlink()
    if record is not None:
        (mine / RECORD).write_bytes(record)
    done = hand_out(publish(tmp_path / "course", one="new 1", two="2"), mine)
    assert (mine / "exercises/01_a/one.py").read_text() == "1"
    assert "exercises/01_a/one.py" in done.beside and "exercises/01_a/two.py" not in done.beside
    assert bool(done.notice) == (record is not None)


def test_what_cannot_be_written_is_named(tmp_path: Path, course: Course) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        hand_out(course, tmp_path / "file")
    with pytest.raises(UsageError, match="cannot be written"):
        hand_out(course, tmp_path / "file/below")
    with pytest.raises(UsageError, match="the course itself"):
        hand_out(course, course.exercises.parent)
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / RECORD).write_text('{"version": 2, "grader": "9.9", "files": {}}')
    with pytest.raises(UsageError, match="newer grader"):
        hand_out(course, tmp_path / "newer")


step = st.dictionaries(st.sampled_from(["one", "two", "three"]), st.sampled_from(["a", "b", "c"]), min_size=1)


@given(st.lists(st.tuples(step, step), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_no_update_loses_what_a_learner_wrote(
    tmp_path_factory: pytest.TempPathFactory, days: list[tuple[dict[str, str], dict[str, str]]]
) -> None:
    """Courses come and go, and between them the learner writes."""
    place = tmp_path_factory.mktemp("updates")
    mine = place / "mine"
    for stubs, answers in days:
        hand_out(publish(place / "course", **stubs), mine)
        for slug, text in answers.items():
            path = mine / f"exercises/01_a/{slug}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"my {text}")
    hand_out(publish(place / "course", one="last", two="last"), mine)
    for slug in ("one", "two", "three"):
        written = [answers[slug] for _, answers in days if slug in answers]
        if written:
            assert (mine / f"exercises/01_a/{slug}.py").read_text() == f"my {written[-1]}"
