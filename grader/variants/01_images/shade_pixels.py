"""Answers to shade_pixels in other styles: right ones, and the known mistakes as somebody else would write them."""

import pandas as pd
from matplotlib import colormaps
from matplotlib.colors import to_hex


def right_table_rule():
    """The type size is a rule for the table's cells, not a property of each."""

    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image[rows, cols].tolist())
        style = frame.style.background_gradient(cmap="Greys", axis=None)
        return style.set_table_styles([{"selector": "td", "props": [("font-size", "6pt")]}])


def right_fixed_scale():
    """Column by column, but always from 0 to 255: the same shade for the same value."""

    def shade_pixels(image, rows, cols):
        style = pd.DataFrame(image.numpy()[rows, cols]).style
        style.background_gradient("Greys", vmin=0, vmax=255)
        style.set_properties(**{"font-size": "6pt"})
        return style


def right_cut_by_pandas():
    """The whole image becomes a table, and `iloc` cuts the piece by position."""

    def shade_pixels(image, rows, cols):
        piece = pd.DataFrame(image.numpy()).iloc[rows, cols]
        return piece.style.set_properties(**{"font-size": "6pt"}).background_gradient(
            cmap=colormaps["Greys"], vmin=piece.to_numpy().min(), vmax=piece.to_numpy().max()
        )


def right_own_colours():
    """Each cell's rule is written by hand, with colours asked from the map."""

    def shade_pixels(image, rows, cols):
        greys = colormaps["Greys"]

        def rule(value):
            return f"background-color: {to_hex(greys(value / 255))}; font-size: 6pt"

        style = pd.DataFrame(image[rows][:, cols].numpy()).style
        return style.map(rule) if hasattr(style, "map") else style.applymap(rule)


def right_labels_hidden():
    """Named columns, no row labels, a caption, and a map given as the numbers' own table."""

    def shade_pixels(image, rows, cols):
        piece = image[rows, cols].int()
        frame = pd.DataFrame({f"c{j}": piece[:, j].tolist() for j in range(piece.shape[1])})
        styler = pd.io.formats.style.Styler(frame).hide(axis="index").set_caption("pixels")
        styler = styler.background_gradient(cmap="Greys", axis=None, gmap=frame)
        return styler.set_table_styles({column: [{"selector": "", "props": "font-size: 6pt;"}] for column in frame})


def rows_and_columns_swapped():
    def shade_pixels(image, rows, cols):
        piece = image[cols][:, rows]
        frame = pd.DataFrame(piece.tolist())
        style = frame.style.background_gradient(cmap="Greys", axis=None)
        return style.set_table_styles([{"selector": "td", "props": [("font-size", "6pt")]}])


def turned_on_its_side():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(list(zip(*image[rows, cols].tolist(), strict=True)))
        return frame.style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys", vmin=0, vmax=255)


def no_crop():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image.tolist())
        frame.style.set_properties(**{"font-size": "6pt"})
        return frame.style.background_gradient("Greys", axis=None).set_properties(**{"font-size": "6pt"})


def only_one_side_cut():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image.numpy()).iloc[:, cols]
        return frame.style.background_gradient("Greys", vmin=0, vmax=255).set_properties(**{"font-size": "6pt"})


def cut_twice_along_the_rows():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image.tolist())[rows][cols]
        return frame.style.background_gradient("Greys", axis=None).set_properties(**{"font-size": "6pt"})


def stop_included():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image.numpy()).loc[rows, cols]
        return frame.style.background_gradient(cmap="Greys", axis=None).set_properties(**{"font-size": "6pt"})


def shaded_column_by_column():
    def shade_pixels(image, rows, cols):
        styler = pd.DataFrame(image[rows, cols].tolist()).style
        styler = styler.background_gradient(cmap="Greys", axis=0)
        return styler.set_table_styles([{"selector": "td", "props": "font-size: 6pt"}])


def shaded_row_by_row():
    def shade_pixels(image, rows, cols):
        styler = pd.DataFrame(image[rows, cols].tolist()).style
        return styler.background_gradient("Greys", axis="columns").set_properties(**{"font-size": "6pt"})


def colours_reversed():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image[rows, cols].numpy())
        style = frame.style.background_gradient(cmap=colormaps["Greys"].reversed(), vmin=0, vmax=255)
        return style.set_properties(**{"font-size": "6pt"})


def another_colour_map():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image[rows, cols].tolist())
        return frame.style.background_gradient(axis=None, cmap="Blues").set_properties(**{"font-size": "6pt"})


def type_size_forgotten():
    def shade_pixels(image, rows, cols):
        return pd.DataFrame(image[rows, cols].tolist()).style.background_gradient("Greys", vmin=0, vmax=255)


def not_shaded():
    def shade_pixels(image, rows, cols):
        small = [{"selector": "td", "props": [("font-size", "6pt")]}]
        return pd.DataFrame(image[rows, cols].tolist()).style.set_table_styles(small)


def scaled_numbers():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame((image[rows, cols].double() / 255).tolist())
        return frame.style.background_gradient("Greys", axis=None).set_properties(**{"font-size": "6pt"})


def numbers_inverted():
    def shade_pixels(image, rows, cols):
        frame = 255 - pd.DataFrame(image.int()[rows, cols].numpy())
        style = frame.style.background_gradient("Greys", axis=None)
        return style.set_table_styles([{"selector": "td", "props": "font-size: 6pt"}])


def table_without_style():
    def shade_pixels(image, rows, cols):
        frame = pd.DataFrame(image[rows, cols].tolist())
        style = frame.style
        style.set_properties(**{"font-size": "6pt"})
        style.background_gradient("Greys", axis=None)
        return frame


def html_text():
    def shade_pixels(image, rows, cols):
        style = pd.DataFrame(image[rows, cols].tolist()).style.background_gradient("Greys", axis=None)
        return style.set_properties(**{"font-size": "6pt"}).to_html()


EQUIVALENT = {
    "shade_pixels: table = pandas.DataFrame(image[rows, cols].numpy()) => "
    "table = pandas.DataFrame(image[rows, cols])": "pandas makes an array of the tensor by itself",
}
