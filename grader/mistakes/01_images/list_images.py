"""Known wrong answers to `list_images`. Each docstring is what the learner is told."""

import glob
import os
import re
from pathlib import Path

# Where the folder is missing from the answers they look alike, so the check itself tells them apart.
SYMPTOMS = {
    "unsorted": "unsorted",
    "every_file": "every_file",
    "any_case": "any_case",
    "dot_forgotten": "dot_forgotten",
    "png_anywhere": "png_anywhere",
    "folders_included": "folders_included",
    "recursive": "recursive",
    "names_only": "names_only",
    "strings_not_paths": "strings_not_paths",
    "not_a_list": "not_a_list",
    "counted_order": "counted_order",
    "capitals_ignored": "capitals_ignored",
    "sorted_without_suffix": "sorted_without_suffix",
    "beginning_of_suffix": "beginning_of_suffix",
    "missing_folder_gives_nothing": "missing_folder_gives_nothing",
    "another_error": "another_error",
    "empty_folder_refused": "empty_folder_refused",
    "only_path_objects": "only_path_objects",
    "bare_paths": "bare_paths",
    "hidden_left_out": "hidden_left_out",
}


def unsorted():
    """The right files are there, but in no fixed order.

    A folder lists its files as they happen to lie on the disk. On one machine that is b.png, a.png, on
    another a.png, b.png, and after copying it changes again. Whoever says "image 0 is a three" must mean
    the same image every time. The list you found is complete, so only one step is missing: put it in order
    by name before you return it.
    """

    def list_images(folder):
        return [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]


def every_file():
    """Files of other kinds are in the list too.

    Next to a.png there may be notes.txt, a spreadsheet or a photograph in another format. You list them
    all, and the first one that is no PNG will make `open_image` stumble later, far from the cause. Look at
    each path's `suffix`, the part from the last dot on, and keep a path only if that is the one you want.
    """

    def list_images(folder):
        return sorted((path for path in Path(folder).iterdir() if path.is_file()), key=lambda path: path.name)


def any_case():
    """Files that end in .PNG, in capitals, are counted as well.

    The task says that the suffix is exactly `.png`. For a computer "a" and "A" are two different letters,
    and PHOTO.PNG is another suffix than photo.png. Taking both sounds helpful, but then two programs that
    read the same folder may count different images. Compare the suffix as it stands, without turning it
    into small letters first.
    """

    def list_images(folder):
        images = [p for p in Path(folder).iterdir() if p.suffix.lower() == ".png" and p.is_file()]
        return sorted(images, key=lambda path: path.name)


def dot_forgotten():
    """A name that merely ends in the letters "png" is taken for an image.

    Your test looks for "png" at the end of the name, without the dot. So a file called notpng, which has no
    suffix at all, gets in. A suffix begins with the dot, and the dot is what separates it from the name.
    Ask for `.png` with its dot, or let the path tell you its `suffix`, and compare the whole of it.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.name.endswith("png") and path.is_file()]
        return sorted(images, key=lambda path: path.name)


def png_anywhere():
    """A name that has .png in the middle is taken for an image.

    The file m.png.txt is a text file: its suffix is what comes after the last dot, .txt. Your test asks
    whether these letters occur somewhere in the name, and so it says yes. Being inside a name and being its
    end are two different questions. Ask the second one, for instance with the `suffix` that every path has.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if ".png" in path.name and path.is_file()]
        return sorted(images, key=lambda path: path.name)


def folders_included():
    """A folder whose name ends in .png is listed as if it were an image.

    A folder may be called whatever its owner likes, even holiday.png. Its suffix is right, so your test
    lets it in, and the next step tries to open a folder as a picture. A name cannot tell what a thing is.
    Ask the path itself as well: it has a method that says whether it is a file, and one that says whether
    it is a folder.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png"]
        return sorted(images, key=lambda path: path.name)


def recursive():
    """Images in folders inside the folder are listed too.

    The files *directly* in the folder are wanted. You also go down into the folders inside it, and bring up
    old/c.png. Such a folder often holds another set, perhaps the images kept apart for a later test, and
    mixing the two would spoil it. Use a way of listing that looks one level deep only: for `Path` objects
    `glob` and `iterdir` do, `rglob` does not.
    """

    def list_images(folder):
        if not Path(folder).is_dir():
            raise FileNotFoundError(f"there is no folder {folder}")
        images = [path for path in Path(folder).rglob("*.png") if path.is_file()]
        return sorted(images, key=lambda path: path.name)


def names_only():
    """The list holds names, not paths.

    You give "a.png" where digits/a.png is wanted. A bare name says nothing about the folder, so whoever
    tries to open it looks in the wrong place, wherever the program happens to run. A path carries the
    folder with it and can be opened as it is. Keep the whole `Path` objects in the list, and use their
    names only for sorting.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return sorted(path.name for path in images)


def strings_not_paths():
    """The paths come as strings, where `Path` objects are wanted.

    A string such as "digits/a.png" names the right file, but it is only text. The return type promises
    `Path` objects, which know their `name`, `suffix` and `parent`, and other code will ask for these. If
    you found the files with a tool that speaks in strings, turn each one into a `Path` before you return
    the list.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return [str(path) for path in sorted(images, key=lambda path: path.name)]


def not_a_list():
    """The right paths come, but not in a list.

    A generator gives them one at a time, and after a single walk it is empty. A set has no order that you can
    rely on. A tuple cannot grow. People who call this function will want to count the images, pick some of
    them and perhaps add others, and the return type promises a list. Gather what you have into a real list
    before you return it. Python's `sorted` always gives one, whatever it is handed, so the sorting can be the
    last step.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        images.sort(key=lambda path: path.name)
        return (path for path in images)


def counted_order():
    """The numbers inside the names are sorted by size, but plain string order is wanted.

    You give img2 before img10, as people count. Plain strings are compared letter by letter, and "1" comes
    before "2", so img10 comes first. Your order is friendlier to read, but every program would need your
    rule to agree with you. Python's own comparison of two names is the rule that is asked for here: sort by
    the name and by nothing else.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        pieces = re.compile(r"(\d+)")
        return sorted(images, key=lambda p: [int(x) if x.isdigit() else x for x in pieces.split(p.name)])


def capitals_ignored():
    """Capital and small letters are treated alike when sorting.

    As plain strings, all capitals come before all small letters: Z.png stands before a.png. You turn the
    names into small letters before comparing, which gives a.png first. Both orders are sensible, but only
    one was asked for, and the other would give two people different images for the same number. Compare the
    names as they are.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return sorted(images, key=lambda path: path.name.lower())


def sorted_without_suffix():
    """The names are sorted without their suffix, but plain string order looks at the whole name.

    Compare img.png and img-1.png. Without the suffix, img comes first, because it is the shorter one. The
    whole names differ in their fourth letter: a dot in one, a hyphen in the other, and for a computer the
    hyphen comes before the dot. So img-1.png comes first. A path has a `stem`, which lacks the suffix, and
    a `name`, which has it. Sort by the second.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return sorted(images, key=lambda path: path.stem)


def beginning_of_suffix():
    """A suffix that only begins like .png is taken for .png.

    The file photo.pngx has another suffix: .pngx, with one letter more. Your test asks how the suffix
    begins, or whether some letters occur in it, and so it says yes. "Exactly `.png`" means that nothing may
    come before it and nothing behind. Compare the whole suffix with the one you want, letter by letter: two
    strings are equal, or they are not.
    """

    def list_images(folder):
        images = [p for p in Path(folder).iterdir() if p.suffix.startswith(".png") and p.is_file()]
        return sorted(images, key=lambda path: path.name)


def hidden_left_out():
    """Files whose names begin with a dot are left out.

    Some tools hide them: the list that your desktop shows, and Python's module `glob`, where `*` stands for
    anything but a dot at the beginning. The file .a.png is there all the same, it lies directly in the folder, and
    its suffix is .png. Nothing in the task says that it does not count. `iterdir` of a `Path`, and `os.listdir`,
    give every name.
    """

    def list_images(folder):
        if not Path(folder).is_dir():
            raise FileNotFoundError(f"there is no folder {folder}")
        images = [Path(name) for name in glob.glob(os.path.join(folder, "*.png"))]
        return sorted((path for path in images if path.is_file()), key=lambda path: path.name)


def missing_folder_gives_nothing():
    """A folder that does not exist gives an empty list, where FileNotFoundError is wanted.

    Somebody types digts in place of digits. Your answer says "no images", which sounds like a fact about
    the folder, and the spelling mistake stays hidden. `glob` behaves like that: it finds nothing in a
    folder that is not there, and does not complain. Check first that the folder exists, or list it with a
    tool that raises the error by itself, such as `iterdir`.
    """

    def list_images(folder):
        images = [path for path in Path(folder).glob("*.png") if path.is_file()]
        return sorted(images, key=lambda path: path.name)


def another_error():
    """A folder that does not exist raises another kind of error than FileNotFoundError.

    You notice that the folder is missing, and you stop: that is the difficult part. But whoever calls has to
    know which error to expect. Python has a kind of error of its own for "there is nothing at this path",
    FileNotFoundError, and somebody who prepares for it does not catch yours. The simplest way is to leave it
    to Python: listing a missing folder with `iterdir` raises that very error, and names the path as well.
    """

    def list_images(folder):
        if not Path(folder).is_dir():
            raise ValueError(f"there is no folder {folder}")
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return sorted(images, key=lambda path: path.name)


def empty_folder_refused():
    """An empty folder raises an error, where an empty list is wanted.

    A folder with no images in it is nothing wrong: a collection often starts that way. The honest answer to
    "which images are there?" is then "none", an empty list, and whoever called can decide what to do about
    it. Only a folder that does not exist is an error. Remove the test on how many images were found.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        if not images:
            raise FileNotFoundError(f"no images in {folder}")
        return sorted(images, key=lambda path: path.name)


def only_path_objects():
    """A folder given as a string is not accepted, only a `Path` object is.

    People write both `list_images("digits")` and `list_images(Path("digits"))`, and the signature promises
    that both work. Yours calls a method that strings do not have, so the first way ends in an error. Make a
    `Path` out of what came before you use it: wrapping a string gives a `Path`, and wrapping a `Path`
    changes nothing.
    """

    def list_images(folder):
        images = [path for path in folder.iterdir() if path.suffix == ".png" and path.is_file()]
        return sorted(images, key=lambda path: path.name)


def bare_paths():
    """The paths lack the folder: they are made of the names alone.

    `Path("a.png")` is a path, but it says nothing about the folder. Whoever opens it looks where the
    program happens to run, and finds no such file, or a wrong one. A listing that gives bare names leaves
    it to you to put folder and name together. `Path` objects have the sign `/` for that, and some ways of
    listing give whole paths from the start.
    """

    def list_images(folder):
        images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
        return [Path(path.name) for path in sorted(images, key=lambda path: path.name)]


def folder_listed_by_name():
    """Whether a thing is a file is asked of its bare name, so nothing is found.

    A listing that gives bare names says "a.png", without the folder. Asking whether "a.png" is a file then
    looks in the place where the program runs, not in the folder, and the answer is no. Put the folder and
    the name together first, and ask the whole path. Then return that path too.
    """

    def list_images(folder):
        names = [name for name in os.listdir(folder) if name.endswith(".png") and Path(name).is_file()]
        names.sort()
        return [Path(folder) / name for name in names]
