"""Completion, asked by the real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.cli import COMMANDS

BASH = """
source <(grade completion bash)
COMP_LINE="$1"; COMP_POINT=${#1}; COMP_TYPE=9
_python_argcomplete grade
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = "grade completion fish | source; complete --do-complete $argv[1]"
# What zsh would offer goes to `_describe`, which the completion system has and a script has not.
ZSH = """
compdef() { }; is-at-least() { false }
_describe() { print -l -- ${(P)2} }
source <(grade completion zsh)
BUFFER="$1"; CURSOR=${#1}; words=(grade)
_python_argcomplete
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH on which `grade` is this one."""
    program = tmp_path / "programs/grade"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m grader.cli "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


def completed(shell: str, line: str, path: str) -> list[str]:
    """The words that a shell offers, without what zsh and fish say about them."""
    if (program := shutil.which(shell)) is None:
        pytest.skip(f"{shell} is not installed")
    scripts = {"bash": ["-c", BASH, "bash", line], "zsh": ["-fc", ZSH, "zsh", line], "fish": ["-Nc", FISH, line]}
    ended = subprocess.run(
        [program, *scripts[shell]], env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=60
    )
    assert ended.stderr == ""
    return [word.split("\t")[0].split(":")[0].strip() for word in ended.stdout.splitlines() if word.strip()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("grade mnist_l", ["mnist_loss"]),
        ("grade hint batch", ["batch_accuracy", "batches"]),
        ("grade 04_losses/m", ["04_losses/mnist_loss", "04_losses/mse"]),
        ("grade mse 04_l", ["04_losses"]),
        ("grade --format j", ["json", "junit"]),
        ("grade reset --al", ["--all"]),
        ("grade dev check --mut", ["--mutants"]),
        ("grade dev check sigm", ["sigmoid"]),
        ("grade progress ", ["export", "import"]),
    ],
)
def test_what_a_shell_offers(shell: str, line: str, words: list[str], path: str) -> None:
    assert sorted(completed(shell, line, path)) == words


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_first_word_is_a_command_or_an_exercise_and_a_later_one_no_command(
    shell: str, path: str, course: Course
) -> None:
    slugs = {exercise.slug for exercise in course.all}
    assert {*COMMANDS, *slugs} <= set(completed(shell, "grade ", path))
    later = set(completed(shell, "grade mse ", path))
    assert slugs <= later and not later & {"hint", "list"}


def test_a_course_of_ones_own_has_names_of_its_own(path: str, tmp_path: Path) -> None:
    stub = tmp_path / "own/exercises/catalog.toml"
    stub.parent.mkdir(parents=True)
    exercise = '[[chapter.exercise]]\nslug = "wind_chill"\ntitle = "W"\nhints = []\n'
    stub.write_text(f'title = "T"\n[[chapter]]\nname = "01_a"\ntitle = "A"\n{exercise}')
    assert completed("bash", f"grade --course {tmp_path}/own hint wi", path) == ["wind_chill"]
    assert completed("bash", f"grade hint --course {tmp_path}/own wi", path) == ["wind_chill"]
    assert completed("bash", "grade hint --course /nowhere wi", path) == []
