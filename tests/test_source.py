"""What is read of a folder that is not trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.source import MAX_SOURCE, Missing, Unreadable, digest, read_plainly


def test_a_plain_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"x" * MAX_SOURCE)
    assert read_plainly(path) == b"x" * MAX_SOURCE


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"a\.py"):
        read_plainly(tmp_path / "a.py")
    with pytest.raises(Missing):
        read_plainly(tmp_path / "no folder" / "a.py")


@pytest.mark.parametrize("kind", ["long", "link", "linked folder", "folder", "pipe"])
def test_what_is_no_plain_short_file_is_refused_with_a_reason(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "chapter" / "a.py"
    if kind == "linked folder":
        (tmp_path / "real").mkdir()
        (tmp_path / "real" / "a.py").write_text("x = 1")
        path.parent.symlink_to(tmp_path / "real")
    else:
        path.parent.mkdir()
    if kind == "long":
        path.write_bytes(b"x" * (MAX_SOURCE + 1))
    elif kind == "link":
        (tmp_path / "secret").write_text("x = 1")
        path.symlink_to(tmp_path / "secret")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(Unreadable) as refused:
        read_plainly(path)
    assert not isinstance(refused.value, Missing)
    assert "a.py" in str(refused.value)


def test_the_digest_is_sha_256() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
