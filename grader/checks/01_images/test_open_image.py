import io
from contextlib import contextmanager

import numpy as np
import pytest
import torch
from PIL import Image

from grader.expect import Mismatch, equal, fail, is_tensor, refuses


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
    values = draw.pixels(height, width, bands) // 3 * 3  # so that an average of three is a whole number
    pixels = Image.fromarray(values.squeeze(2).numpy())
    return pixels.quantize(16) if mode == "P" else pixels.convert(mode)


@contextmanager
def named(found, slips):
    """A mismatch in the block gets the name of the slip that would have given this answer."""
    try:
        yield
    except Mismatch as slip:
        known = (name.split()[0] for name, other in slips.items() if resembles(found, other))
        slip.symptom = "array_not_tensor" if isinstance(found, np.ndarray) else next(known, None)
        raise


def resembles(found, other):
    """Whether an answer has the shape and the numbers of another, and is made of floats where that is."""
    if not isinstance(found, torch.Tensor) or found.shape != other.shape:
        return False
    alike = torch.allclose(found.double(), other.double(), rtol=0, atol=1e-3)
    return alike and found.is_floating_point() == other.is_floating_point()


def slips_with_grey(grey):
    """What the usual slips make of a grey image."""
    height, width = grey.shape
    return {
        "scaled_to_one": grey / 255,
        "float_result": grey.float(),
        "other_whole_numbers": grey.int(),
        "extra_axis": grey[None],
        "height_and_width_swapped": grey.T,
        "height_and_width_swapped by reshaping": grey.reshape(width, height),
        "black_and_white_inverted": 255 - grey,
        "grey_made_colour": grey[:, :, None].expand(height, width, 3),
        "grey_made_colour in front": grey.expand(3, height, width),
    }


def slips_with_colour(pixels, mode):
    """What the usual slips make of a file of this kind, from its own numbers (h, w) or (h, w, k)."""
    if mode == "1":  # its own numbers look like those of whoever turns everything into black and white
        return {}
    if mode != "RGB":
        return {"only_rgb_converted": pixels.int()}
    total = pixels.int().sum(2)
    return {"colour_left_in": pixels, "colours_averaged": total // 3, "first_channel_only": pixels[:, :, 0]}


@pytest.mark.parametrize("shape", [(8, 32), (5, 1)])
def test_reads_the_stored_values(submission, draw, shape):
    """A grey file's values come as they are stored, as uint8, rows first."""
    image = every_grey(draw, *shape)
    folder = submission.folder({"grey.png": png(Image.fromarray(image.numpy()))})
    found = submission.open_image(folder / "grey.png")
    with named(found, slips_with_grey(image)):
        equal(found, image)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "1"])
def test_turns_colour_into_grey(submission, draw, mode):
    """A file of another kind (colour, see-through, palette, one bit) comes as 8-bit grey."""
    image = painted(draw, mode)
    folder = submission.folder({"colour.png": png(image)})
    grey = torch.from_numpy(np.array(image.convert("L")))
    what = f"the answer to a file of Pillow's mode {mode!r}"
    found = submission.open_image(folder / "colour.png")
    with named(found, slips_with_colour(torch.from_numpy(np.array(image)), mode)):
        is_tensor(found, shape=grey.shape, dtype=torch.uint8, what=what)
        near = (found.int() - grey.int()).abs() <= 1  # another way of rounding
        equal(found, torch.where(near, found, grey), what=what)


def test_takes_a_path_as_text(submission, draw):
    """The path may be a string as well as a `Path`."""
    image = draw.pixels(3, 4)
    folder = submission.folder({"grey.png": png(Image.fromarray(image.numpy()))})
    try:
        found = submission.open_image(str(folder / "grey.png"))
    except (AttributeError, TypeError) as error:
        if "'str'" not in error.text:
            raise
        where = f" (line {error.frames[-1].line})" if error.frames else ""
        fail(f"A path that is a string ends in {error.kind}: {error.text}{where}", symptom="only_path_objects")
    equal(found, image)


def test_missing_file(submission, draw):
    """A missing file raises FileNotFoundError."""
    folder = submission.folder({"here.png": png(Image.fromarray(draw.pixels(2, 3).numpy()))})
    try:
        with refuses(FileNotFoundError):
            submission.open_image(folder / "elsewhere.png")
    except Mismatch as slip:
        raised = slip.__cause__
        if raised and raised.kind == "FileNotFoundError":
            return  # nobody asked for a message
        slip.symptom = None if raised and not raised.own else "missing_file_hidden"
        raise
