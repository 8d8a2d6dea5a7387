"""Answers to open_image in other styles: right ones, and the known mistakes as somebody else would write them."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image


def right_from_bytes():
    """The bytes of the grey picture, read as numbers and cut into rows."""

    def open_image(path):
        picture = Image.open(str(path)).convert("L")
        flat = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8)
        return flat.reshape(picture.height, picture.width)


def right_pixel_by_pixel():
    """Two loops over the places, with a list of lists at the end."""

    def open_image(path):
        with Path(path).open("rb") as file:
            grey = Image.open(file).convert("L")
        rows = []
        for y in range(grey.height):
            rows.append([grey.getpixel((x, y)) for x in range(grey.width)])
        return torch.tensor(rows, dtype=torch.uint8)


def right_column_by_column():
    """Columns first and then turned, so that the result is no contiguous tensor."""

    def open_image(path):
        pixels = Image.open(path).convert("L")
        wide, high = pixels.size
        columns = [[pixels.getpixel((x, y)) for y in range(high)] for x in range(wide)]
        return torch.tensor(columns).to(torch.uint8).T


def right_own_weights():
    """Everything becomes RGB first, and the three colours are weighed and rounded by hand."""

    def open_image(path):
        colours = np.asarray(Image.open(path).convert("RGB"), dtype=np.float64)
        grey = colours @ np.array([0.299, 0.587, 0.114])
        return torch.as_tensor(np.rint(grey).astype("uint8"))


def right_callable_object():
    """An object that can be called, and that converts only what is no 8-bit grey yet."""

    class Opener:
        def __init__(self, mode):
            self.mode = mode

        def __call__(self, path):
            image = Image.open(path)
            if image.mode != self.mode:
                image = image.convert(self.mode)
            return torch.tensor(np.array(image))

    open_image = Opener("L")


def right_bare_refusal():
    """A missing file is noticed first, and no words are made about it."""

    def open_image(path):
        if not Path(path).exists():
            raise FileNotFoundError
        return torch.tensor(np.array(Image.open(path).convert("L")))


def scaled_to_one():
    def open_image(path):
        grey = Image.open(str(path)).convert("L")
        return torch.tensor(np.array(grey) / 255)


def float_result():
    def open_image(path):
        picture = Image.open(path).convert("L")
        table = torch.zeros(picture.height, picture.width)
        for row in range(picture.height):
            for column in range(picture.width):
                table[row, column] = picture.getpixel((column, row))
        return table


def other_whole_numbers():
    def open_image(path):
        grey = Image.open(path).convert("L")
        return torch.tensor(list(grey.getdata())).view(grey.height, grey.width)


def array_not_tensor():
    def open_image(path):
        return np.asarray(Image.open(path).convert("L"))


def extra_axis():
    def open_image(path):
        grey = Image.open(path).convert(mode="L")
        return torch.tensor(np.array([np.array(grey)]))


def height_and_width_swapped():
    def open_image(path):
        grey = Image.open(path).convert("L")
        wide, high = grey.size
        return torch.tensor([[grey.getpixel((x, y)) for y in range(high)] for x in range(wide)], dtype=torch.uint8)


def colour_left_in():
    def open_image(path):
        with open(path, "rb") as stream:
            picture = Image.open(stream)
            picture.load()
        return torch.tensor(np.asarray(picture))


def grey_made_colour():
    def open_image(path):
        channels = Image.open(str(path)).convert("RGB").split()
        return torch.stack([torch.tensor(np.array(channel)) for channel in channels], dim=-1)


def only_rgb_converted():
    def open_image(path):
        pixels = np.array(Image.open(path))
        if pixels.ndim == 3 and pixels.shape[2] == 3:
            pixels = np.array(Image.open(path).convert("L"))
        return torch.from_numpy(pixels)


def colours_averaged():
    def open_image(path):
        red, green, blue = Image.open(path).convert("RGB").split()
        total = sum(np.asarray(band).astype(int) for band in (red, green, blue))
        return torch.tensor(total // 3, dtype=torch.uint8)


def first_channel_only():
    def open_image(path):
        red = Image.open(path).convert("RGB").getchannel("R")
        return torch.tensor(np.array(red))


def black_and_white_inverted():
    def open_image(path):
        return torch.tensor(np.array(Image.open(path).convert("L").point(lambda value: 255 - value)))


def missing_file_hidden():
    def open_image(path):
        if not Path(path).exists():
            raise ValueError(f"there is no image at {path}")
        return torch.tensor(np.array(Image.open(path).convert("L")))


def only_path_objects():
    def open_image(path):
        if not path.exists():
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            return torch.tensor(np.array(Image.open(file).convert("L")))


EQUIVALENT = {}
