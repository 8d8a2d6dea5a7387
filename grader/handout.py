"""The learner's folder: written from the course, and brought up to date without touching what the learner wrote.

A record in the folder holds the digest of each file as it was handed out last. A file that is still so is untouched,
and a newer course may replace it; every other is the learner's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader import __version__
from grader.catalog import Course
from grader.errors import UsageError
from grader.source import digest

RECORD = ".seven-steps.json"
VERSION = 1

README = """# {title}

Your own copy of the exercises. Work here:

```sh
grade                     # judges what you changed, says what is next
grade {slug:20}# judges one exercise; a chapter or a file may be named too
grade hint {slug:15}# one more hint each time
grade list                # where you stand
grade reset {slug:14}# the exercise as it came; what you wrote is kept beside it
```

{chapters}

`grade init DIR`, run again with a newer grader, brings this folder up to date. What you wrote stays as it is: where the
course has changed the same file, its text is put beside yours, as `NAME.py.new`.
"""


class _Record(msgspec.Struct, frozen=True):
    """What was handed out: the digest of each file, by its path in the folder."""

    version: int
    grader: str
    files: dict[str, str]


class HandedOut(msgspec.Struct):
    """What became of each file, by its path in the folder.

    beside: where the learner's file and the course's have both changed, where the course's lies now.
    kept: changed by the learner, and as before in the course. gone: no longer in the course, left where it is.
    """

    added: list[str] = []
    updated: list[str] = []
    beside: dict[str, str] = {}
    kept: list[str] = []
    gone: list[str] = []
    unchanged: int = 0
    notice: str = ""


def hand_out(course: Course, root: Path) -> HandedOut:
    """Write the learner's folder, or bring it up to date. Raises UsageError where that cannot be done."""
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file: `grade init` wants a folder, or the name of a new one.")
    if (root / "exercises").resolve() == course.exercises.resolve():
        raise UsageError(f"{root} is the course itself: work in it as it is, or name another folder.")
    done = HandedOut()
    recorded = _recorded(root / RECORD, done)
    files = dict(_files(course))
    try:
        for name, content in files.items():
            _place(root, name, content, recorded.get(name), done)
        done.gone = sorted(name for name in recorded.keys() - files.keys() if (root / name).exists())
        record = _Record(VERSION, __version__, {name: digest(content) for name, content in files.items()})
        _write(root / RECORD, msgspec.json.format(msgspec.json.encode(record)))
    except OSError as error:
        raise UsageError(
            f"{error.filename or root} cannot be written: {error.strerror}. Nothing of yours was changed; "
            "mend that and run the command again."
        ) from None
    return done


def _files(course: Course) -> Iterator[tuple[str, bytes]]:
    """The path and the text of each file to hand out."""
    for path in (course.catalog_path, *sorted(course.exercises.glob("*/README.md"))):
        yield f"exercises/{path.relative_to(course.exercises).as_posix()}", path.read_bytes()
    for exercise in course.all:
        yield f"exercises/{exercise.name}.py", course.stub(exercise)
    yield "README.md", _readme(course).encode()


def _readme(course: Course) -> str:
    slug = max((exercise.slug for exercise in course.all), key=lambda slug: (slug == "mnist_loss", -len(slug)))
    chapters = [f"- [{chapter.name}](exercises/{chapter.name}/): {chapter.title}" for chapter in course.chapters]
    return README.format(title=course.title, slug=slug, chapters="\n".join(chapters))


def _place(root: Path, name: str, content: bytes, recorded: str | None, done: HandedOut) -> None:
    """Put one file where it belongs; `recorded` is the digest of what was handed out last."""
    path, new = root / name, digest(content)
    found = digest(path.read_bytes()) if os.path.lexists(path) else None
    if found == new:
        done.unchanged += 1
    elif found is None:
        done.added.append(name)
        _write(path, content)
    elif found == recorded:
        done.updated.append(name)
        _write(path, content)
    elif new == recorded:
        done.kept.append(name)
    else:
        done.beside[name] = str(_put_beside(path, content).relative_to(root))


def _put_beside(path: Path, content: bytes) -> Path:
    """The first name of `NAME.new`, `NAME.new2` ... that nobody has, or that holds this very text already."""
    number = 1
    while True:
        beside = path.with_name(f"{path.name}.new{number if number > 1 else ''}")
        if not os.path.lexists(beside):
            _write(beside, content)
            return beside
        if beside.is_file() and beside.read_bytes() == content:
            return beside
        number += 1


def _write(path: Path, content: bytes) -> None:
    """In one step: whoever reads meanwhile, or pulls the plug, finds the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.part")
    fresh.write_bytes(content)
    os.replace(fresh, path)


def _recorded(path: Path, done: HandedOut) -> dict[str, str]:
    """What was handed out last; nothing where there is no record. A damaged one makes every file the learner's."""
    try:
        record = msgspec.json.decode(path.read_bytes(), type=_Record)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        done.notice = f"The record {path} cannot be read ({error}). Every file that differs is taken for yours."
        return {}
    if record.version > VERSION:
        raise UsageError(f"{path} was written by a newer grader ({record.grader}). Update this one.")
    return record.files
