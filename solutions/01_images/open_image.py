"""A PNG file as a table of grey values."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor


def open_image(path: str | Path) -> Tensor:
    """The PNG file at `path` as a uint8 tensor of shape (height, width)."""
    with Image.open(path) as image:
        # "L" is 8-bit grey. A colour becomes the weighted sum 0.299 red + 0.587 green + 0.114 blue,
        # because our eyes find green far brighter than blue. Grey stays what it is.
        grey = image.convert("L")
    # The array already counts rows first, then columns: (height, width).
    return torch.from_numpy(np.array(grey))
