"""The digits: MNIST, or any folder of files in its IDX format (http://yann.lecun.com/exdb/mnist, "file formats")."""

from __future__ import annotations

import gzip
import hashlib
import struct
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import own_course
from grader.errors import BadData

if TYPE_CHECKING:
    import numpy as np
    from torch import Tensor

IMAGES, LABELS = 2051, 2049  # the magic numbers: 8 for unsigned bytes, then the number of axes
SMALL_TRAIN, SMALL_TEST = 6_000, 2_000

FILES = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}


class Split:
    """Images, uint8 of shape (n, 28, 28), and their labels, int64 of shape (n,)."""

    def __init__(self, images: Tensor, labels: Tensor) -> None:
        self.images, self.labels = images, labels

    def of(self, digit: int) -> Tensor:
        """The images of one digit."""
        return self.images[self.labels == digit]

    def evenly(self, count: int) -> Split:
        """`count` examples, evenly spaced: the halves of the test set differ in difficulty."""
        import torch

        rows = torch.linspace(0, len(self.labels) - 1, count).long()
        return Split(self.images[rows], self.labels[rows])


class Digits:
    """The two splits of one data folder, read when they are first needed."""

    def __init__(self, folder: Path, small: bool = False) -> None:
        self.folder, self.small = folder, small

    @cached_property
    def train(self) -> Split:
        split = _split(self.folder, "train")
        return split.evenly(SMALL_TRAIN) if self.small else split

    @cached_property
    def test(self) -> Split:
        split = _split(self.folder, "t10k")
        return split.evenly(SMALL_TEST) if self.small else split


def load_digits(folder: Path | None = None, *, small: bool = False) -> Digits:
    """The digits of a folder, or those that come with the course. Raises BadData, when they are read."""
    return Digits(folder or own_course().data, small)


def _split(folder: Path, name: str) -> Split:
    import torch

    images, labels = read(folder, f"{name}-images-idx3-ubyte"), read(folder, f"{name}-labels-idx1-ubyte")
    if len(images) != len(labels) or images.ndim != 3 or labels.ndim != 1:
        raise BadData(f"{folder}: {images.shape} {name} images do not fit {labels.shape} labels.")
    return Split(torch.from_numpy(images), torch.from_numpy(labels).long())


def read(folder: Path, name: str) -> np.ndarray:
    """The numbers of one IDX file, gzipped or not. Raises BadData, which says what is wrong with it."""
    return parsed(content(folder, name), folder / name)


def content(folder: Path, name: str) -> bytes:
    """The bytes of a file, unzipped if it is zipped."""
    zipped = folder / f"{name}.gz"
    try:
        if zipped.exists():
            return gzip.decompress(zipped.read_bytes())
        return (folder / name).read_bytes()
    except FileNotFoundError:
        raise BadData(f"There is no {name}.gz and no {name} in {folder}.") from None
    except (OSError, EOFError, ValueError) as error:
        raise BadData(f"{zipped} is damaged: {error}") from None


def parsed(raw: bytes, path: Path) -> np.ndarray:
    import numpy as np

    magic = int.from_bytes(raw[:4], "big")
    if magic not in (IMAGES, LABELS):
        raise BadData(f"{path} is no IDX file of bytes: it begins with {raw[:4].hex()}.")
    axes = magic & 0xFF
    start = 4 + 4 * axes
    if len(raw) < start:
        raise BadData(f"{path} is damaged: it ends within its header.")
    shape = struct.unpack(f">{axes}I", raw[4:start])
    if len(raw) - start != np.prod(shape):
        raise BadData(f"{path} is damaged: {len(raw) - start:,} bytes where its header says {np.prod(shape):,}.")
    return np.frombuffer(bytearray(raw[start:]), dtype=np.uint8).reshape(shape)


def damage(folder: Path, name: str) -> str | None:
    """What is wrong with a file that comes with the course, by its checksum; None when it is whole."""
    try:
        found = hashlib.md5(content(folder, name), usedforsecurity=False).hexdigest()
    except BadData as error:
        return str(error)
    return None if found == FILES[name] else f"{name} has the checksum {found}, not {FILES[name]}."


def verify(folder: Path, *, own: bool) -> None:
    """Raises BadData unless the four files are whole: by checksum where they are `own`, the course's."""
    for name in FILES:
        problem = damage(folder, name) if own else None
        if problem:
            raise BadData(f"The digits in {folder} are damaged. {problem} Install the course anew.")
        if not own:
            read(folder, name)
