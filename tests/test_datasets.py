"""The digits, and what is said of files that are none."""

from __future__ import annotations

import gzip
import struct
from functools import partial
from pathlib import Path

import pytest
import torch

from grader.catalog import Course
from grader.datasets import FILES, damage, load_digits, read, verify
from grader.errors import BadData


def idx(magic: int, *shape: int, length: int | None = None) -> bytes:
    size = length if length is not None else int(torch.tensor(shape).prod())
    return struct.pack(f">I{len(shape)}I", magic, *shape) + bytes(size)


# Without the time of packing: a test's parameters have to be the same in every process that collects it.
packed = partial(gzip.compress, mtime=0)


def test_all_seventy_thousand_are_there_and_whole(course: Course) -> None:
    digits = load_digits()
    assert digits.train.images.shape == (60_000, 28, 28) and digits.test.images.shape == (10_000, 28, 28)
    assert digits.train.images.dtype is torch.uint8 and digits.train.labels.dtype is torch.int64
    assert torch.bincount(digits.test.labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert all(damage(course.data, name) is None for name in FILES)


def test_a_small_set_is_evenly_spaced() -> None:
    small, all_of_them = load_digits(small=True), load_digits()
    assert len(small.train.labels) == 6_000 and len(small.test.labels) == 2_000
    assert torch.equal(small.test.images[0], all_of_them.test.images[0])
    assert torch.equal(small.test.images[-1], all_of_them.test.images[-1])


def test_the_images_of_one_digit() -> None:
    test = load_digits().test
    assert len(test.of(3)) == int((test.labels == 3).sum())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not gzip", "damaged"),
        (packed(b"\0\0\0\0rest"), "no IDX file"),
        (packed(idx(2049, 5, length=4)), "4 bytes where its header says 5"),
        (packed(idx(2049, 5))[:-4], "damaged"),
        (packed(b"\0\0"), "no IDX file"),
        (packed(idx(2051)[:4]), "damaged"),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "t10k-labels-idx1-ubyte.gz").write_bytes(content)
    with pytest.raises(BadData, match="t10k-labels") as refused:
        read(tmp_path, "t10k-labels-idx1-ubyte")
    assert said in str(refused.value)


def test_other_data_of_the_same_format_may_be_used(tmp_path: Path) -> None:
    for name in FILES:
        shape = (2051, 4, 28, 28) if "images" in name else (2049, 4)
        (tmp_path / name).write_bytes(idx(*shape))
    verify(tmp_path, own=False)
    assert load_digits(tmp_path).test.images.shape == (4, 28, 28)
    with pytest.raises(BadData, match="checksum"):
        verify(tmp_path, own=True)


def test_images_and_labels_must_fit(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(idx(2051, 4, 28, 28) if "images" in name else idx(2049, 5))
    with pytest.raises(BadData, match="do not fit"):
        _ = load_digits(tmp_path).train
