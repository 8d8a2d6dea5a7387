"""The learner's editor, which is whatever they have."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import pytest

from grader.editor import find_editor
from grader.errors import UsageError
from tests.conftest import Grade

posix = pytest.mark.skipif(os.name != "posix", reason="its stand-in for an editor is a shell script")


def editor(folder: Path, name: str, status: int = 0) -> Path:
    """A program that adds its own name to the file that it is given last."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f'#!/bin/sh\nfor last; do :; done\necho "# {name} $#" >> "$last"\nexit {status}\n')
    path.chmod(0o755)
    return path


@posix
@pytest.mark.parametrize(
    ("variables", "opened"),
    [
        ({"VISUAL": "{bin}/mine --wait", "EDITOR": "nothing"}, "mine 2"),
        ({"VISUAL": "", "EDITOR": "{bin}/mine"}, "mine 1"),
        ({"VISUAL": "", "EDITOR": ""}, "code 1"),
    ],
)
def test_the_file_is_opened_with_what_the_learner_has(
    grade: Grade, learner: Path, tmp_path: Path, variables: dict[str, str], opened: str
) -> None:
    place = tmp_path / "some programs"
    for name in ("mine", "code"):
        editor(place, name)
    named = {key: value.replace("{bin}", shlex.quote(str(place))) for key, value in variables.items()}
    ended = grade("edit", "mse", "--submission", learner, PATH=f"{place}{os.pathsep}{os.environ['PATH']}", **named)
    assert ended.returncode == 0, ended.stderr
    assert (learner / "04_losses/mse.py").read_text().endswith(f"# {opened}\n")


@posix
def test_an_editor_that_is_not_there_or_fails_is_named(grade: Grade, learner: Path, tmp_path: Path) -> None:
    failing = editor(tmp_path / "bin", "failing", 3)
    for variables, told in (
        ({"VISUAL": "", "EDITOR": "", "PATH": str(tmp_path)}, "$VISUAL and $EDITOR are not set"),
        ({"VISUAL": "no-such-editor"}, "The editor no-such-editor cannot be started"),
        ({"VISUAL": str(failing)}, "ended with status 3"),
    ):
        refused = grade("edit", "mse", "--submission", learner, **variables)
        assert refused.returncode == 2 and told in refused.stderr


def test_a_file_that_is_not_there_is_not_made_up(grade: Grade, learner: Path) -> None:
    (learner / "04_losses/mse.py").unlink()
    refused = grade("edit", "mse", "--submission", learner, VISUAL=sys.executable)
    assert refused.returncode == 2 and "`grade reset mse`" in refused.stderr


@posix
def test_a_window_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = editor(tmp_path / "bin", "code")
    program.write_text("#!/bin/sh\nexec /bin/sleep 9\n")
    monkeypatch.setenv("PATH", str(program.parent))
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    found, began = find_editor(), time.monotonic()
    found.open(tmp_path / "answer.py")
    assert not found.in_terminal and time.monotonic() - began < 8


@posix
def test_what_is_no_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "'half")
    with pytest.raises(UsageError, match="no command"):
        find_editor()
