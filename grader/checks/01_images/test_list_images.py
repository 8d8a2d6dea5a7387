import os
import re
from pathlib import Path

import pytest

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, check_that, fail, is_type, refuses

OTHERS = ["notes.txt", "PHOTO.PNG", "notpng", "m.png.txt", "film.apng", "p.pngx"]


def files(draw, *names):
    """A folder with these files in it, written in an order that is nobody's."""
    shuffled = [names[i] for i in draw.permutation(len(names)).tolist()]
    return dict.fromkeys(shuffled, b"not really an image")


def expect_files(found, folder, names, slip=lambda extra: None):
    """A list of Paths, to these files of the folder, in this order. `slip` names what lets others in."""
    is_list(found)
    for path in found:
        with_folder = os.path.dirname(path) if isinstance(path, str | Path) else ""
        text = "strings_not_paths" if with_folder else "names_only"
        check_that(not isinstance(path, str), "The list holds strings, but Paths were wanted.", symptom=text)
        is_type(path, Path, what="an entry of the list")
        check_that(bool(with_folder), "The paths do not say in which folder they are.", symptom="bare_paths")
    home = os.path.realpath(folder)
    expect_names([os.path.relpath(os.path.realpath(path), home) for path in found], names, slip)


def is_list(found):
    try:
        is_type(found, list)
    except Mismatch as slip:
        slip.symptom = None if found is None or isinstance(found, str) else "not_a_list"
        raise


def expect_names(found, names, slip):
    """These names in this order, and a sentence on what is too much, too little or out of order."""
    astray = any(name.startswith("..") for name in found)
    check_that(not astray, "The paths do not lead into the folder that was given.")
    extra = [name for name in found if name not in names]
    missing = [name for name in names if name not in found]
    listed = f"The list has {', '.join(map(repr, extra))}, which should not be in it."
    check_that(not extra, listed, symptom=slip(set(extra)))
    hidden = all(name.startswith(".") for name in missing)
    lacks = f"The list lacks {', '.join(map(repr, missing))}."
    check_that(not missing, lacks, symptom="hidden_left_out" if hidden else None)
    check_that(len(found) == len(names), f"A file is listed more than once: {', '.join(found)}.")
    if found != names:
        came, wanted = ", ".join(found), ", ".join(names)
        raise Mismatch("The files come in the wrong order.", came=came, wanted=wanted, symptom=order_of(found))


def order_of(found):
    """Which rule puts the names into this order: the name of the slip."""
    rules = {"counted_order": counted, "capitals_ignored": str.lower, "sorted_without_suffix": stem, "by length": len}
    rules["reversed"] = None
    known = (name for name, rule in rules.items() if found == sorted(found, key=rule, reverse=rule is None))
    return next(known, "unsorted")


def counted(name):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


def stem(name):
    return name.removesuffix(".png")


def looser_test(extra):
    """Which test on the name lets these files in."""
    if extra == set(OTHERS):
        return "every_file"
    tests = {
        "any_case": {"PHOTO.PNG"},
        "dot_forgotten": {"notpng", "film.apng"},
        "png_anywhere": {"m.png.txt", "p.pngx"},
        "png_anywhere in the middle": {"m.png.txt"},
        "png_anywhere without its dot": {"notpng", "m.png.txt", "film.apng", "p.pngx"},
        "beginning_of_suffix": {"p.pngx"},
        "beginning_of_suffix or its end": {"film.apng", "p.pngx"},
    }
    return next((name.split()[0] for name, files in tests.items() if extra == files), None)


def looks_inside(extra):
    return "recursive" if any("/" in name for name in extra) else "folders_included"


def test_lists_png_files_in_order(submission, draw):
    """The paths of the .png files come sorted by name, as plain strings."""
    stems = ["A3", "Z1", "a", "b.old", "img-1", "img", "img1", "img10", "img2", "m"]
    names = [f"{stem}.png" for stem in stems]
    folder = submission.folder(files(draw, *names))
    expect_files(submission.list_images(folder), folder, names)


def test_leaves_other_files_out(submission, draw):
    """Only files whose suffix is exactly .png count."""
    folder = submission.folder(files(draw, "b.png", *OTHERS, "z.png"))
    expect_files(submission.list_images(folder), folder, ["b.png", "z.png"], looser_test)


def test_counts_hidden_files(submission, draw):
    """A name that begins with a dot is a name like any other."""
    names = [".b.png", "a.png", "z.png"]
    folder = submission.folder(files(draw, *names))
    expect_files(submission.list_images(folder), folder, names)


@pytest.mark.parametrize("inner", ["old/c.png", "holiday.png/notes.txt"])
def test_leaves_folders_out(submission, draw, inner):
    """Folders never count, nor does what lies inside them."""
    folder = submission.folder(files(draw, "b.png", "z.png", inner))
    expect_files(submission.list_images(folder), folder, ["b.png", "z.png"], looks_inside)


def test_takes_a_folder_as_text(submission, draw):
    """The folder may be a string as well as a `Path`."""
    folder = submission.folder(files(draw, "b.png", "a.png"))
    try:
        found = submission.list_images(str(folder))
    except (AttributeError, TypeError) as error:
        if "'str'" not in error.text:
            raise
        where = f" (line {error.frames[-1].line})" if error.frames else ""
        fail(f"A folder that is a string ends in {error.kind}: {error.text}{where}", symptom="only_path_objects")
    expect_files(found, folder, ["a.png", "b.png"])


def test_empty_folder(submission):
    """A folder without images gives an empty list."""
    folder = submission.folder({})
    try:
        found = submission.list_images(folder)
    except SubmissionRaised as error:
        if error.todo or not error.own:
            raise
        sentence = f"An empty folder should give an empty list, but {error.kind} was raised: {error.text}"
        fail(sentence, symptom="empty_folder_refused")
    expect_files(found, folder, [])


def test_missing_folder(submission, draw):
    """A missing folder raises FileNotFoundError."""
    folder = submission.folder(files(draw, "a.png"))
    try:
        with refuses(FileNotFoundError):
            submission.list_images(folder / "missing")
    except Mismatch as slip:
        raised = slip.__cause__
        if raised and raised.kind == "FileNotFoundError":
            return  # nobody asked for a message
        slip.symptom = ("another_error" if raised.own else None) if raised else "missing_folder_gives_nothing"
        raise
