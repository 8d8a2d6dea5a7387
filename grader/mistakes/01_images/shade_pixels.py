"""Known wrong answers to `shade_pixels`. Each docstring is what the learner is told."""

import pandas

# The same shades can be written in many ways as a web page, so the check itself says what it recognised.
SYMPTOMS = {
    "rows_and_columns_swapped": "rows_and_columns_swapped",
    "turned_on_its_side": "turned_on_its_side",
    "no_crop": "no_crop",
    "only_one_side_cut": "only_one_side_cut",
    "cut_twice_along_the_rows": "cut_twice_along_the_rows",
    "stop_included": "stop_included",
    "shaded_column_by_column": "shaded_column_by_column",
    "shaded_row_by_row": "shaded_row_by_row",
    "colours_reversed": "colours_reversed",
    "another_colour_map": "another_colour_map",
    "type_size_forgotten": "type_size_forgotten",
    "not_shaded": "not_shaded",
    "scaled_numbers": "scaled_numbers",
    "numbers_inverted": "numbers_inverted",
    "table_without_style": "table_without_style",
    "html_text": "html_text",
}


def rows_and_columns_swapped():
    """Rows and columns are swapped when the piece is cut out.

    For `rows=slice(0, 2)` and `cols=slice(1, 4)` the piece is 2 high and 3 wide. You give 3 rows and 2
    columns, from another spot of the image. The first place in the square brackets picks the rows, the
    second the columns, in the same order as the shape (height, width). Thinking "x, then y" leads astray
    here, since x is the column.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[cols, rows].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def turned_on_its_side():
    """The right piece is cut out, but the table is turned on its side.

    What should be a row of the table has become a column. A piece with the rows 1 2 3 and 4 5 6 comes as 1
    4, 2 5 and 3 6. Each number has the right shade, but the picture is mirrored along its diagonal, and a 7
    looks like nothing you know. A tensor and a table both count rows first, so nothing needs turning
    between them: leave the transposing step out.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy().T)
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def no_crop():
    """The whole image is shown, not the piece that was asked for.

    The two slices say which rows and which columns to show, and you use neither. An image of 28 by 28 has
    784 numbers, too many to read, and cutting out the interesting corner is what makes the table useful. A
    tensor takes slices in square brackets, one for each axis, and gives the piece. Do that first, and make
    the table from what is left.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image.numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def only_one_side_cut():
    """Only the rows or only the columns are cut out, not both.

    For `rows=slice(0, 2)` and `cols=slice(1, 4)` a piece of 2 by 3 numbers is wanted. You use one of the two
    slices and leave the other out, so the piece runs from one edge of the image to the other. A single slice
    in the square brackets cuts along the first axis, and all of the second one stays. Give the brackets a
    slice for each axis, with a comma between them: first the rows, then the columns.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def cut_twice_along_the_rows():
    """Both slices cut along the rows, one after the other.

    Square brackets in a row look as if the second pair belonged to the columns, but each pair begins anew. The
    first cuts rows out of the image, the second cuts rows out of what is left, and no column is ever cut. Of a
    piece with 4 rows, `slice(1, 4)` keeps the last 3, each still as long as the image is wide. Use a single
    pair of brackets for both axes, with the two slices separated by a comma.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows][cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def stop_included():
    """The piece has one row and one column too many: the stop of a slice is not included.

    `slice(0, 2)` means the places 0 and 1, two of them. You also show place 2. In pandas there are two ways
    to pick from a table: by label, which includes the last one, and by position, which does not. Tensors
    and Python's lists never include the stop. Cut the piece out of the tensor, before pandas comes into
    play.
    """

    def shade_pixels(image, rows, cols):
        height, width = image.shape
        rows, cols = range(height)[rows], range(width)[cols]
        table = pandas.DataFrame(image.numpy())
        table = table.loc[rows.start : rows.stop : rows.step, cols.start : cols.stop : cols.step]
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def shaded_column_by_column():
    """Each column is shaded by itself, so the same number has different shades.

    pandas usually finds the lowest and the highest number of every column. In a column that holds 0 and 90,
    the 90 is black; next to it, in a column with 90 and 255, the 90 is white. For a table of prices and
    weights that makes sense, for an image it does not: a pixel of 90 is equally bright everywhere. Tell the
    gradient to look at the whole table at once. Its parameter `axis` decides that.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys")


def shaded_row_by_row():
    """Each row is shaded by itself, so the same number has different shades.

    You changed the default, which goes column by column, into row by row. Still every row has a lowest and
    a highest number of its own: a 90 is black in a row that has nothing higher, and pale in the next one.
    An image needs one scale for all its pixels. The parameter `axis` has a third setting besides 0 and 1,
    one that takes the table as a whole.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=1)


def colours_reversed():
    """The shades are reversed: the lowest number is black and the highest is white.

    `Greys` goes from white for low numbers to black for high ones, as a pencil does: more is darker. You
    use the map that runs the other way (a name that ends in `_r` is a reversed map, and `gray` starts with
    black as well). It is how a screen shows the image, but not what was asked for. Use the map called
    `Greys`, with a capital G and nothing behind it.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys_r", axis=None)


def another_colour_map():
    """The cells are coloured with another map than `Greys`.

    When no map is named, pandas takes one that runs from white to dark blue. The numbers and the scale are
    right, but the picture is blue, and other maps have greys of their own that differ in the middle tones.
    Name the map that you want: it is the first thing that the gradient takes, and it is written `Greys`, in
    British spelling, with a capital G.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient(axis=None)


def type_size_forgotten():
    """The type size is not set: the cells should be in 6pt.

    Shades and numbers are right. Without a size the browser takes its usual one, about twice as large, and
    28 columns run off the screen. The style of a table can set properties for all its cells, in the words
    of web pages: the property that rules the size is called `font-size`, and its value is written `6pt`. As
    that name has a hyphen in it, it cannot be an ordinary keyword: pass it in a dictionary, unpacked with
    two stars.
    """

    def shade_pixels(image, rows, cols):
        return pandas.DataFrame(image[rows, cols].numpy()).style.background_gradient("Greys", axis=None)


def not_shaded():
    """The cells have no shade: the table shows numbers only.

    The piece is right and so is the type size, but the numbers stand on a white ground. The point of the
    table is to see the picture behind the numbers: a stroke of the pen should stand out as a dark band. The
    style of a pandas table has a method that gives each cell a background by its value. Look for the word
    gradient, and read what it takes.
    """

    def shade_pixels(image, rows, cols):
        return pandas.DataFrame(image[rows, cols].numpy()).style.set_properties(**{"font-size": "6pt"})


def scaled_numbers():
    """The table shows numbers between 0 and 1, not the numbers of the image.

    A pixel of 128 should stand in its cell as 128. You show 0.501961. The shades are the same, since
    scaling all numbers alike does not change which is darker, but the table is there to show what is really
    in the image. Make it from the pixels as they came, and let the gradient find the lowest and the highest
    number by itself.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy() / 255)
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def numbers_inverted():
    """The numbers of the image are turned round: 255 minus each pixel is shown.

    A pixel of 200 should stand in its cell as 200, and you show 55. Perhaps the picture looked like a
    negative, because `Greys` paints high numbers dark, and you wanted to set that right. But the table is
    there to show what is really stored, and the colour map is part of the task. Make the table from the
    pixels as they came, and leave the subtraction out.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(255 - image[rows, cols].numpy())
        return table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)


def table_without_style():
    """A plain table comes back, not its style.

    A `DataFrame` holds numbers and has no colours or type sizes. Those belong to a second object, the one
    you get from the table's attribute `style`, a `Styler`. Each method of it that sets something returns
    the Styler again, so you can call the next one on it. Return what the last of these calls gives, and not
    the table you started from.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)
        return table


def html_text():
    """The finished web page comes back as text, not the Styler.

    You turned the table into HTML, the language of web pages, and return that string. A notebook would
    print it as text full of angle brackets, where a Styler shows as a table by itself. And whoever gets a
    Styler can still dress it further, or save it in another form. Stop one step earlier: return the Styler,
    before it is turned into text.
    """

    def shade_pixels(image, rows, cols):
        table = pandas.DataFrame(image[rows, cols].numpy())
        styler = table.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", axis=None)
        return styler.to_html()
