"""A piece of an image as a table of shaded numbers."""

import pandas.io.formats.style
from torch import Tensor


def shade_pixels(image: Tensor, rows: slice, cols: slice) -> pandas.io.formats.style.Styler:
    """The crop's numbers as a table in 6pt type, each cell shaded by its value."""
    table = pandas.DataFrame(image[rows, cols].numpy())
    # axis=None: one lowest and one highest value for the whole table, not for each column.
    return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)
