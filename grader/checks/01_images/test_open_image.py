import io

import numpy as np
import pytest
import torch
from PIL import Image

from grader.expect import close, equal, is_tensor, refuses


def png(image):
    """The bytes of a Pillow image as a PNG file."""
    file = io.BytesIO()
    image.save(file, "png")
    return file.getvalue()


def every_grey(draw, height, width):
    """A grey image that holds all the values that fit, shuffled."""
    values = torch.arange(256, dtype=torch.uint8)[draw.permutation(256)]
    return values[: height * width].view(height, width)


def painted(draw, mode):
    """A small Pillow image of another kind than grey, full of random colours."""
    height, width = draw.sizes(2, low=4, high=9)
    bands = {"LA": 2, "RGB": 3, "RGBA": 4, "1": 1, "P": 3}[mode]
    pixels = Image.fromarray(draw.pixels(height, width, bands).squeeze(2).numpy())
    return pixels.quantize(16) if mode == "P" else pixels.convert(mode)


@pytest.mark.parametrize("shape", [(8, 32), (5, 1)])
def test_reads_the_stored_values(submission, draw, shape):
    """A grey file's values come as they are stored, as uint8, rows first."""
    image = every_grey(draw, *shape)
    folder = submission.folder({"grey.png": png(Image.fromarray(image.numpy()))})
    equal(submission.open_image(folder / "grey.png"), image)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "1"])
def test_turns_colour_into_grey(submission, draw, mode):
    """A file of another kind (colour, palette, one bit) comes as 8-bit grey."""
    image = painted(draw, mode)
    folder = submission.folder({"colour.png": png(image)})
    grey = torch.from_numpy(np.array(image.convert("L")))
    what = f"the answer to a file of Pillow's mode {mode!r}"
    found = submission.open_image(folder / "colour.png")
    is_tensor(found, shape=grey.shape, dtype=torch.uint8, what=what)
    close(found.int().double(), grey.double(), rtol=0, atol=1.01, what=what)


def test_takes_a_path_as_text(submission, draw):
    """The path may be a string as well as a `Path`."""
    image = draw.pixels(3, 4)
    folder = submission.folder({"grey.png": png(Image.fromarray(image.numpy()))})
    equal(submission.open_image(str(folder / "grey.png")), image)


def test_missing_file(submission, draw):
    """A missing file raises FileNotFoundError."""
    folder = submission.folder({"here.png": png(Image.fromarray(draw.pixels(2, 3).numpy()))})
    with refuses(FileNotFoundError):
        submission.open_image(folder / "elsewhere.png")
