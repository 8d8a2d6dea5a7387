"""Which editor is opened, and how: with real programs in its place."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from grader.editor import find_editor, open_editor
from grader.errors import UsageError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs of this test are shell scripts")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    return folder


def program(folder: Path, name: str, body: str = "open(sys.argv[-1], 'a').write(' '.join(sys.argv[1:-1]))") -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n")
    path.chmod(0o755)


def test_visual_comes_before_editor_and_editor_before_code(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("code", "ed", "vi"):
        program(programs, name)
    found = []
    for variable, value in (("", ""), ("EDITOR", "ed --now"), ("VISUAL", "vi")):
        if variable:
            monkeypatch.setenv(variable, value)
        found.append([Path(word).name for word in find_editor().command])
    assert found == [["code"], ["ed", "--now"], ["vi"]]


def test_an_editor_in_the_terminal_has_done_when_it_returns(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "ed")
    monkeypatch.setenv("EDITOR", "ed 'two words'")
    open_editor(tmp_path / "a file.py")
    assert (tmp_path / "a file.py").read_text() == "two words"


def test_a_window_is_left_alone(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, "code", "sys.stdin.close(); import time; time.sleep(5)")
    editor = find_editor()
    assert not editor.in_terminal
    began = time.monotonic()
    editor.open(tmp_path / "answer.py")
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("value", "said"),
    [("", "No editor is known"), ("nosuch -w", "no program 'nosuch'"), ("'half", "no command"), ("bad", "status 3")],
)
def test_what_cannot_be_opened_is_said(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, said: str
) -> None:
    program(programs, "bad", "sys.exit(3)")
    monkeypatch.setenv("VISUAL", value)
    with pytest.raises(UsageError, match=said):
        open_editor(tmp_path / "answer.py")
