"""What a class has handed in: whose it is, which file is which exercise's, and that nothing else is read."""

from __future__ import annotations

import json
import os
import stat
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.catalog import Course
from grader.errors import UsageError
from grader.gradebook import Handed
from grader.handed_in import HandedIn, handed_in
from grader.source import Unreadable

LOSS = "04_losses/mnist_loss"


@pytest.fixture
def klass(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    return folder


def write(path: Path, content: bytes = b"x = 1") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def only(klass: Path, course: Course) -> HandedIn:
    (one,) = handed_in(klass, course)
    return one


@pytest.mark.parametrize(
    ("place", "learner"),
    [
        ("ada/04_losses/mnist_loss.py", "ada"),
        ("ada/mnist_loss.py", "ada"),
        ("ada/my work/exercises/04_losses/mnist_loss.py", "ada"),
        ("Ada Lovelace_4711_assignsubmission_file_/mnist_loss.py", "Ada Lovelace"),
        ("Ada Lovelace_4711_assignsubmission_file/04_losses/mnist_loss.py", "Ada Lovelace"),
        ("lovelaceada_12_345_mnist_loss.py", "lovelaceada"),
        ("lovelaceada_LATE_12_345_mnist_loss-2.py", "lovelaceada"),
    ],
)
def test_a_file_is_found_as_platforms_export_it(klass: Path, course: Course, place: str, learner: str) -> None:
    write(klass / place, b"answer")
    one = only(klass, course)
    assert one.learner == learner
    assert {name: answer.read() for name, answer in one.answers.items()} == {LOSS: b"answer"}


@pytest.mark.parametrize("name", ["ada.zip", "ada/handed in.zip", "lovelace_1_22_work.zip"])
def test_a_zip_is_read_where_it_lies(klass: Path, course: Course, name: str) -> None:
    (klass / name).parent.mkdir(exist_ok=True)
    packed(klass / name, {"work/04_losses/mnist_loss.py": b"answer", "work/notes.txt": b"", "work/mse.py": b"flat"})
    answers = only(klass, course).answers
    assert {name: answer.read() for name, answer in answers.items()} == {LOSS: b"answer", "04_losses/mse": b"flat"}
    assert sorted(path.suffix for path in klass.rglob("*") if path.is_file()) == [".zip"]


def notebook(*cells: str) -> bytes:
    code = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": code}).encode()


@pytest.mark.parametrize("zipped", [False, True])
def test_a_notebook_gives_what_no_file_does(klass: Path, course: Course, zipped: bool) -> None:
    content = notebook("%%grade mnist_loss\ndef mnist_loss(p, t): ...", "%%grade mse\ndef mse(p, t): ...")
    if zipped:
        packed(klass / "ada.zip", {"work/losses.ipynb": content, "work/mse.py": b"file"})
    else:
        write(klass / "ada/losses.ipynb", content)
        write(klass / "ada/mse.py", b"file")
    answers = only(klass, course).answers
    assert set(answers) == {LOSS, "04_losses/mse"} and answers["04_losses/mse"].read() == b"file"
    assert b"def mnist_loss(p, t): ..." in answers[LOSS].read() and b"mse" not in answers[LOSS].read()


def test_a_damaged_notebook_named_for_an_exercise_is_told(klass: Path, course: Course) -> None:
    write(klass / "ada/mnist_loss.ipynb", b"{}")
    with pytest.raises(Unreadable, match=r"mnist_loss\.ipynb is no notebook"):
        only(klass, course).answers[LOSS].read()


def test_the_file_in_its_chapter_goes_before_one_that_lies_about(klass: Path, course: Course) -> None:
    write(klass / "ada/mnist_loss.py", b"draft")
    write(klass / "ada/copy/old/04_losses/mnist_loss.py", b"deeper")
    write(klass / "ada/04_losses/mnist_loss.py", b"answer")
    assert only(klass, course).answers[LOSS].read() == b"answer"


def test_what_is_nobodys_is_left_alone(klass: Path, course: Course) -> None:
    write(klass / "ada/mnist_loss.py")
    write(klass / "ada/.git/04_losses/mse.py")
    write(klass / "ada/__MACOSX/mse.py")
    write(klass / "__MACOSX/mse.py")
    write(klass / "grades.csv")
    write(klass / ".hidden/mse.py")
    assert set(only(klass, course).answers) == {LOSS}


def test_links_are_not_followed(klass: Path, course: Course, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.py", b"secret")
    write(klass / "ada/mse.py")
    (klass / "ada/mnist_loss.py").symlink_to(secret)
    (klass / "ada/linked").symlink_to(tmp_path)
    (klass / "eve").symlink_to(tmp_path)
    one = only(klass, course)
    with pytest.raises(Unreadable, match="link"):
        one.answers[LOSS].read()
    assert set(one.answers) == {LOSS, "04_losses/mse"}


def test_a_link_in_a_zip_is_no_answer(klass: Path, course: Course) -> None:
    link = zipfile.ZipInfo("mnist_loss.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(klass / "ada.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert only(klass, course).answers == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.sampled_from(["..", "/", "C:", "a", ".x", "04_losses", "\\", "mse"]), max_size=5))
def test_no_name_in_a_zip_leads_out_of_it(tmp_path: Path, course: Course, parts: list[str]) -> None:
    klass = tmp_path / "any"
    klass.mkdir(exist_ok=True)
    packed(klass / "ada.zip", {"/".join([*parts, "mnist_loss.py"]): b"answer"})
    for answer in only(klass, course).answers.values():
        assert ".." not in answer.where.parts and not answer.where.is_absolute()
        assert answer.read() == b"answer"


def test_a_zip_bomb_is_too_long(klass: Path, course: Course) -> None:
    with zipfile.ZipFile(klass / "ada.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mnist_loss.py", bytes(50_000_000))
    with pytest.raises(Unreadable, match="longer than 256 KB"):
        only(klass, course).answers[LOSS].read()


def test_a_damaged_zip_is_told_and_hides_nobody(klass: Path, course: Course) -> None:
    (klass / "ada.zip").write_bytes(b"PK\3\4 and no more")
    write(klass / "bob/mnist_loss.py")
    ada, bob = handed_in(klass, course)
    assert "ada.zip cannot be read" in ada.problem and not bob.problem


def test_a_member_damaged_or_locked_is_told(klass: Path, course: Course) -> None:
    path = packed(klass / "ada.zip", {"mnist_loss.py": b"some answer"})
    content = bytearray(path.read_bytes())
    content[content.index(b"some")] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"cannot be read out of ada\.zip"):
        only(klass, course).answers[LOSS].read()


def test_the_time_of_an_answer_is_its_files(klass: Path, course: Course) -> None:
    path = write(klass / "ada/mnist_loss.py")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert only(klass, course).answers[LOSS].submitted() == 1_700_000_000


@pytest.mark.parametrize("mark", ["", "_LATE"])
@pytest.mark.parametrize("name", ["mnist_loss.py", "work.zip"])
def test_what_canvas_marks_as_late_is_late(klass: Path, course: Course, mark: str, name: str) -> None:
    file = klass / f"lovelaceada{mark}_12_345_{name}"
    write(file) if file.suffix == ".py" else packed(file, {"mnist_loss.py": b"answer"})
    one = only(klass, course)
    assert one.handed(course.find("mnist_loss")[0]).late is bool(mark)
    assert one.handed(course.find("mse")[0]) == Handed("lovelaceada")


def test_the_time_of_an_answer_in_a_zip_is_the_one_written_there(klass: Path, course: Course) -> None:
    member = zipfile.ZipInfo("mnist_loss.py", (2024, 5, 6, 7, 8, 10))
    with zipfile.ZipFile(klass / "ada.zip", "w") as archive:
        archive.writestr(member, "x")
    assert only(klass, course).answers[LOSS].submitted() == time.mktime((2024, 5, 6, 7, 8, 10, 0, 0, -1))


def test_no_class_is_a_usage_error(tmp_path: Path, klass: Path, course: Course) -> None:
    with pytest.raises(UsageError, match="no folder"):
        handed_in(tmp_path / "gone", course)
    with pytest.raises(UsageError, match="holds no learner"):
        handed_in(klass, course)
