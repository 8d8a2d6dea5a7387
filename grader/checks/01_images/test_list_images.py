import os
from pathlib import Path

import pytest

from grader.expect import Mismatch, check_that, is_type, refuses


def files(draw, *names):
    """A folder with these files in it, written in an order that is nobody's."""
    shuffled = [names[i] for i in draw.permutation(len(names)).tolist()]
    return dict.fromkeys(shuffled, b"not really an image")


def expect_files(found, folder, names):
    """A list of Paths, to these files of the folder, in this order."""
    for path in is_type(found, list):
        with_folder = os.path.dirname(path) if isinstance(path, str | Path) else ""
        slip = "strings_not_paths" if with_folder else "names_only"
        check_that(not isinstance(path, str), "The list holds strings, but Paths were wanted.", symptom=slip)
        is_type(path, Path, what="an entry of the list")
        check_that(bool(with_folder), "The paths do not say in which folder they are.", symptom="bare_paths")
    home = os.path.realpath(folder)
    expect_names([os.path.relpath(os.path.realpath(path), home) for path in found], names)


def expect_names(found, names):
    """These names in this order, and a sentence on what is too much, too little or out of order."""
    astray = any(name.startswith("..") for name in found)
    check_that(not astray, "The paths do not lead into the folder that was given.")
    extra = [name for name in found if name not in names]
    missing = [name for name in names if name not in found]
    check_that(not extra, f"The list has {', '.join(map(repr, extra))}, which should not be in it.")
    check_that(not missing, f"The list lacks {', '.join(map(repr, missing))}.")
    check_that(len(found) == len(names), f"A file is listed more than once: {', '.join(found)}.")
    if found != names:
        raise Mismatch("The files come in the wrong order.", came=", ".join(found), wanted=", ".join(names))


def test_lists_png_files_in_order(submission, draw):
    """The paths of the .png files come sorted by name, as plain strings."""
    stems = ["A3", "Z1", "a", "b.old", "img-1", "img", "img1", "img10", "img2", "m"]
    names = [f"{stem}.png" for stem in stems]
    folder = submission.folder(files(draw, *names))
    expect_files(submission.list_images(folder), folder, names)


@pytest.mark.parametrize("other", ["notes.txt", "PHOTO.PNG", "notpng", "m.png.txt", "film.apng", "p.pngx"])
def test_leaves_other_files_out(submission, draw, other):
    """Only files whose suffix is exactly .png count."""
    folder = submission.folder(files(draw, "b.png", other, "z.png"))
    expect_files(submission.list_images(folder), folder, ["b.png", "z.png"])


@pytest.mark.parametrize("inner", ["old/c.png", "holiday.png/notes.txt"])
def test_leaves_folders_out(submission, draw, inner):
    """Folders never count, nor does what lies inside them."""
    folder = submission.folder(files(draw, "b.png", "z.png", inner))
    expect_files(submission.list_images(folder), folder, ["b.png", "z.png"])


def test_takes_a_folder_as_text(submission, draw):
    """The folder may be a string as well as a `Path`."""
    folder = submission.folder(files(draw, "b.png", "a.png"))
    expect_files(submission.list_images(str(folder)), folder, ["a.png", "b.png"])


def test_empty_folder(submission):
    """A folder without images gives an empty list."""
    folder = submission.folder({})
    expect_files(submission.list_images(folder), folder, [])


def test_missing_folder(submission, draw):
    """A missing folder raises FileNotFoundError."""
    folder = submission.folder(files(draw, "a.png"))
    with refuses(FileNotFoundError):
        submission.list_images(folder / "missing")
