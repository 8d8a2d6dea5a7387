"""Which files are images?

Thousands of images lie in a folder. Before you can open them you need their
paths, in an order that is the same today and tomorrow, on your machine and on
mine. A folder promises no order: it may list its files newest first, or as they
happen to lie on the disk. If image 5 is another image each time, no result can be
repeated. So we sort.

A folder with six things in it, and what is wanted of it:

    digits/
        b.png          yes, and it comes third
        a.png          yes, and it comes second
        .d.png         yes, and it comes first: a dot in front changes nothing
        notes.txt      no: another kind of file
        PHOTO.PNG      no: the suffix must be exactly .png
        old/           no: a folder
            c.png      no: not directly in digits/

`Path` knows the parts of a path. The *suffix* is what follows the last dot:

    >>> path = Path("digits/a.png")
    >>> path.name
    'a.png'
    >>> path.suffix
    '.png'
    >>> Path("digits/a.png.txt").suffix
    '.txt'

Names are sorted as plain strings, letter by letter, as in a dictionary:

    >>> sorted(["img2", "img10", "img1"])
    ['img1', 'img10', 'img2']

"1" comes before "2", so 10 comes before 2. That looks odd, but it is a rule that
everyone's computer agrees on. (Names with zeros in front, as in img002, sort the
way we count.)

The folder itself must be there: a spelling mistake in its name should give an
error, not an empty list. The paths that come out are what `open_image` takes in.
"""

from pathlib import Path


def list_images(folder: str | Path) -> list[Path]:
    """The files directly in `folder` whose suffix is exactly `.png`, sorted by name.

    Names sort as plain strings. Folders never count, nor does what lies inside them.
    An empty folder gives []. Raises FileNotFoundError if there is no such folder.
    """
    raise NotImplementedError
