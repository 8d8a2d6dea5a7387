"""An image is a table of numbers

A computer stores no picture, it stores numbers. A grey photograph is a table:
one number for each dot (a *pixel*). 0 is black, 255 is white, and what lies
between is a grey. One byte can count from 0 to 255, so one byte holds one pixel.
PyTorch calls that type of number `uint8`: a whole number in eight bits, unsigned.

Here is a tiny image, two pixels high and three wide, and what a screen shows:

      0  128  255        black  grey   white
    255  255    0        white  white  black

In PyTorch the table is a *tensor*. Its shape says the height first and the width
second, just as you would count rows and then columns:

    >>> tiny = torch.tensor([[0, 128, 255], [255, 255, 0]], dtype=torch.uint8)
    >>> tiny.shape
    torch.Size([2, 3])
    >>> tiny[1, 2].item()
    0

(`tiny[1, 2]` is row 1, column 2, both counted from 0: the black corner.)

A file on disk is packed to save space. The library Pillow unpacks it: look up
`PIL.Image.open` and what `convert` does. Other kinds of file hold three or four
numbers a pixel (red, green, blue, perhaps how see-through it is), or numbers that
are no shade at all but point into a list of colours. Ask Pillow for "L", its name
for 8-bit grey, and every kind becomes one shade a pixel. A file that is grey
already comes through unchanged.

NumPy stands between the two libraries: it turns a Pillow image into an array, and
PyTorch can turn an array into a tensor. This is where the course begins: every
later chapter works on such tables.
"""

from pathlib import Path

import torch
from torch import Tensor


def open_image(path: str | Path) -> Tensor:
    """The PNG file at `path` as a uint8 tensor of shape (height, width).

    The grey values of an 8-bit grey file come exactly as they are stored, 0 to 255.
    Files of any other kind come as Pillow's conversion to "L" gives them.
    Raises FileNotFoundError if there is no such file.
    """
    raise NotImplementedError
