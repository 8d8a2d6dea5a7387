"""See the numbers and the picture at once

A row of numbers does not look like a digit, and a picture does not show its
numbers. Print the table and paint each cell in its own shade, and you see both. It
is the best way to find out whether an image is what you think it is: upside down,
inverted, shifted by one.

A whole image has hundreds of numbers, so we cut out a piece first (a *crop*). A
*slice* says where a piece starts and where it stops; the stop is not included:

    >>> image = torch.arange(12).view(3, 4)
    >>> image[slice(0, 2), slice(1, 3)]
    tensor([[1, 2],
            [5, 6]])

That is rows 0 and 1, columns 1 and 2. Rows come first, as in the shape.

pandas draws such tables. A `DataFrame` is a table, and its `style` knows how to
dress it: properties of all cells, such as a font size (6pt is small enough for 28
columns), and a background for each cell taken from a *colour map*. The map called
`Greys` runs from white for the lowest number to black for the highest, like
pencil on paper:

      0   90  255                 .  +  #
     90  255    0     is drawn    +  #  .
    255    0   90                 #  .  +

There is a trap here. pandas likes to compare like with like, so unless you tell
it otherwise it finds the lowest and the highest number of *each column* by
itself. Then 90 is black in a column that has nothing higher, and light grey in the
next one. In an image a pixel of 90 is a pixel of 90, wherever it lies: the same
value must have the same shade all over the table. Look up what `axis` means for the
gradient in the manual of pandas.

This is the last step of the first chapter. `open_image` gives you images to look
at.
"""

import pandas.io.formats.style
import torch
from torch import Tensor


def shade_pixels(
    image: Tensor,
    rows: slice,
    cols: slice,
) -> pandas.io.formats.style.Styler:
    """A piece of an image as a table of its numbers, each on its own shade.

    image: uint8, shape (h, w). rows, cols: which piece to show (no negative steps).
    Returns the Styler of the piece's table, in 6pt type, each cell shaded by its value
    with the colour map `Greys`: the same value in the same shade all over the table.
    """
    raise NotImplementedError
