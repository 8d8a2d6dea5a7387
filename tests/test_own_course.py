"""An instructor's own course: the page that leads to one, and what is different about it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest

from grader.sandbox.fence import private
from grader.sandbox.landlock import READ_FILE, library_rules
from grader.sandbox.levels import tried
from tests.conftest import ROOT, Grade

PAGE = (ROOT / "docs/own-course.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w/.]+\.(?:py|toml))`")

Followed = tuple[Path, subprocess.CompletedProcess[str]]

posix = pytest.mark.skipif(os.name != "posix", reason="the page's commands are a POSIX shell's")


def steps() -> Iterator[str]:
    """The page as one shell script: its commands, and its other blocks written to the file named last before them."""
    for block in BLOCK.finditer(PAGE):
        language, text = block.groups()
        if language == "sh":
            yield text
        else:
            yield f"cat > {FILE.findall(PAGE[: block.start()])[-1]} <<'END'\n{text}END\n"


def follow(folder: Path) -> subprocess.CompletedProcess[str]:
    """Follow the page in a folder. The `grade` that it names is this very one."""
    programs = folder / "bin"
    programs.mkdir(parents=True)
    (programs / "grade").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m grader.cli "$@"\n')
    (programs / "grade").chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    return subprocess.run(
        ["sh", "-e", "-c", "".join(steps())], cwd=folder, env=environment, capture_output=True, text=True, timeout=200
    )


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADE_STATE", str(folder / "state"))
        return folder, follow(folder)


@posix
def test_the_page_leads_to_a_course_that_passes_the_gate_and_can_be_handed_out(
    followed: Followed,
) -> None:
    folder, ended = followed
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "1 exercise, 0 problems" in ended.stdout
    assert "Weather is yours" in ended.stdout
    assert "01_units/fahrenheit: not begun, 0 of 2 points" in ended.stdout
    assert (folder / "ada/exercises/01_units/fahrenheit.py").is_file()


@posix
def test_every_command_works_on_it(followed: Followed, grade: Grade, tmp_path: Path) -> None:
    course = followed[0] / "weather"
    answer = tmp_path / "learner/01_units/fahrenheit.py"
    answer.parent.mkdir(parents=True)
    answer.write_text("def fahrenheit(celsius):\n    return (celsius + 32) * 9 / 5\n")
    mine = "--submission", answer.parents[1]
    wrong = grade("--course", course, "fahrenheit", *mine)
    assert wrong.returncode == 1 and "The 32 is added before" in wrong.stdout
    answer.write_bytes((course / "solutions/01_units/fahrenheit.py").read_bytes())
    assert "Everything is passed." in grade(*mine, "--course", course).stdout
    assert "✓ fahrenheit" in grade("list", "--course", course, *mine).stdout
    assert "Two things differ" in grade("hint", "fahrenheit", *mine, f"--course={course}").stdout
    assert "weather station" in grade("show", "fahrenheit", GRADE_COURSE=str(course)).stdout
    assert "1.8" in grade("solution", "fahrenheit", "--course", course, *mine).stdout
    assert "Yours is kept" in grade("reset", "fahrenheit", "--course", course, *mine).stdout
    assert "There is no exercise 'mnist_loss'" in grade("mnist_loss", "--course", course, *mine).stderr


@posix
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_no_answer_reads_the_courses_files(
    followed: Followed, grade: Grade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    """Not even where it is told their place; one that could read the solution would pass by running it."""
    course = followed[0] / "weather"
    monkeypatch.setenv("GRADE_COURSE", str(course))
    if not (refused := tried().files_refused):
        pytest.skip("no Landlock here: the files of the same user can be read")
    assert "read the course" in refused
    answer = tmp_path / "learner/01_units/fahrenheit.py"
    answer.parent.mkdir(parents=True)
    place = "os.environ['GRADE_COURSE'] + '/solutions/01_units/fahrenheit.py'"
    answer.write_text(f"import os\nexec(open({place}).read())\n")
    told = grade("--course", course, "--submission", answer.parents[1], GRADE_START=start)
    assert "cannot be imported" in told.stdout and "PermissionError" in told.stdout


def test_a_folder_without_a_course_is_named(grade: Grade, tmp_path: Path) -> None:
    for arguments in (["list"], ["mse"], ["dev", "check"]):
        refused = grade(*arguments, "--course", tmp_path)
        assert refused.returncode == 2 and f"{tmp_path} holds no course" in refused.stderr


def test_a_course_that_lies_among_libraries_is_no_workers_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(numpy.__file__).resolve().parent / "linalg"  # stands for a course that was installed
    monkeypatch.setenv("GRADE_COURSE", str(place))
    readable = [Path(rule.path) for rule in library_rules(private()) if rule.rights & READ_FILE]
    assert place.parent / "fft" in readable
    assert not [path for path in readable if place.is_relative_to(path)]
