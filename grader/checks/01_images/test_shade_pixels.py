import re
from html.parser import HTMLParser

import numpy as np
import pytest

from grader.expect import Mismatch, check_that, fail
from grader.show import kind

# The nine anchors of the colour map `Greys`, from its lowest value to its highest; straight lines between.
GREYS = np.array([1, 0.941176, 0.850980, 0.741176, 0.588235, 0.450980, 0.321569, 0.145098, 0])
SIZE = r"(?:^|;)\s*font(?:-size)?\s*:\s*([^;]+)"
SIX_POINTS = re.compile(r"(?:^|\s)\+?0*6(?:\.0+)?pt(?:[\s/!]|$)", re.IGNORECASE)
COLOUR = r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)"
SLICES = [(slice(1, 5), slice(1, 4)), (slice(2, 3), slice(2, None)), (slice(-4, -1), slice(None, 7, 2))]


class Cell:
    def __init__(self, attributes):
        self.id, self.text = attributes.get("id", ""), ""
        self.classes = set((attributes.get("class") or "").split())
        self.own = attributes.get("style") or ""


class Page(HTMLParser):
    """A rendered table: `rows` of body cells, and `rules`, pairs of a selector and what it sets."""

    def __init__(self, html):
        super().__init__()
        self.rows, self._css, self._inside, self._around = [], "", "", []
        self.feed(html)
        found = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", self._css, flags=re.DOTALL))
        self.rules = [(one.strip(), body) for selectors, body in found for one in selectors.split(",")]
        self.rows = [row for row in self.rows if row]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append(Cell(attributes))
        elif tag == "table" and attributes.get("style"):
            self._around.append(attributes["style"])
        self._inside = tag if tag in ("td", "style", "th") else self._inside

    def handle_endtag(self, tag):
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data):
        if self._inside == "style":
            self._css += data
        elif self._inside == "td":
            self.rows[-1][-1].text += data

    def setting(self, cell, pattern, inherited=False):
        """The last word of the rules on this cell's property, "" if there is none."""
        bodies = [body for selector, body in self.rules if inherited and encloses(selector)]
        bodies += self._around if inherited else []
        bodies += [body for selector, body in self.rules if applies(selector, cell)]
        found = re.findall(pattern, ";".join([*bodies, cell.own]), re.IGNORECASE)
        return found[-1].strip() if found else ""


def encloses(selector):
    """Whether a rule is about the table or its rows as a whole, so that cells inherit what it sets."""
    return bool(re.search(r"(^|\s|>)(#T_check|table|tbody|tr)(\.[\w-]+)*$", selector))


def applies(selector, cell):
    """Whether a rule picks this cell: by tag, by id, by classes, or by all of these."""
    last = re.split(r"[\s>]+", selector)[-1]
    parts = re.fullmatch(r"(td|\*)?((?:[.#][\w-]+)*)", last)
    if not parts or not last:
        return False
    ids, classes = re.findall(r"#([\w-]+)", parts[2]), re.findall(r"\.([\w-]+)", parts[2])
    return set(ids) <= {cell.id} and set(classes) <= cell.classes


def render(styler):
    """The page that a Styler renders to."""
    wanted = f"The answer is {kind(styler)}, but a Styler was wanted: the `style` of a pandas table, dressed."
    check_that(not isinstance(styler, str), wanted, symptom="html_text")
    check_that(kind(styler) != "a DataFrame", wanted, symptom="table_without_style")
    check_that(hasattr(styler, "background_gradient"), wanted)
    return Page(styler.to_html(table_uuid="check"))


def number(text):
    try:
        return float(text)
    except ValueError:
        return text.strip()


def shade(page, cell):
    """Red, green and blue of the cell's background between 0 and 255, or None if it has none."""
    colour = page.setting(cell, COLOUR)
    if match := re.match(r"#([0-9a-f]{6}|[0-9a-f]{3}\b)", colour, re.IGNORECASE):
        digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
        return list(bytes.fromhex(digits))
    parts = re.match(r"rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\b(?!%)", colour, re.IGNORECASE)
    return [float(part) for part in parts.groups()] if parts else None


def shortened(table):
    """The first rows of a table as text."""
    lines = [" ".join(str(value).removesuffix(".0") for value in row) for row in table[:4]]
    return " | ".join(line[:60] for line in lines) + (" | ..." if len(table) > 4 else "")


def greys(values, low, high):
    """The shades of these values on `Greys`, when low is white and high is black."""
    span = np.where(high > low, high - low, 1)
    return 255 * np.interp((values - low) / span, np.linspace(0, 1, 9), GREYS)


def beyond(places, size):
    """The same places of an axis, when the stop is taken along."""
    kept = range(size)[places]
    return [i for i in range(kept.start, kept.stop + 1, kept.step) if i < size]


def picture(draw, height, width):
    """An image of many values, some of them at several places, with black and white in two corners."""
    image = draw.pixels(height, width).clamp(20, 230)
    image[1, 1:4], image[2, 2], image[3, 1] = 120, 120, 120
    image[0, 0], image[-1, -1] = 0, 255
    return image


@pytest.mark.parametrize(("rows", "cols"), SLICES, ids=["piece", "one row", "every other"])
def test_shows_the_numbers_of_the_piece(submission, draw, rows, cols):
    """The table shows the piece's numbers, rows down and columns across."""
    image = picture(draw, 6, 8)
    page = render(submission.shade_pixels(image, rows, cols))
    shown = [[number(cell.text) for cell in row] for row in page.rows]
    crop = image[rows, cols].double()
    if shown != crop.tolist():
        slips = {
            "numbers_inverted": 255 - crop,
            "no_crop": image.double(),
            "rows_and_columns_swapped": image[cols, rows].double(),
            "turned_on_its_side": crop.T,
            "only_one_side_cut": image[rows].double(),
            "only_one_side_cut, the columns": image[:, cols].double(),
            "cut_twice_along_the_rows": image[rows][cols].double(),
            "stop_included": image[beyond(rows, 6)][:, beyond(cols, 8)].double(),
            "scaled_numbers": (crop / 255 * 1e6).round() / 1e6,
        }
        slip = next((name.split(",")[0] for name, table in slips.items() if shown == table.tolist() != []), None)
        sentence = "The table's numbers are not those of `image[rows, cols]`, in its rows and columns."
        raise Mismatch(sentence, came=shortened(shown), wanted=shortened(crop.tolist()), symptom=slip)


def test_type_is_6pt(submission, draw):
    """The cells are in 6pt type."""
    page = render(submission.shade_pixels(picture(draw, 5, 7), slice(1, 4), slice(2, 6)))
    sizes = [page.setting(cell, SIZE, inherited=True) for row in page.rows for cell in row]
    others = [size for size in sizes if not SIX_POINTS.search(size)]
    check_that(bool(sizes), "The table has no cells.")
    nothing = "No `font-size` is set for the cells: 6pt was wanted."
    check_that(any(sizes), nothing, symptom="type_size_forgotten")
    found = (others or sizes)[0] or "not set"
    check_that(not others, f"Every cell should be in 6pt type, but the `font-size` of a cell is {found}.")


@pytest.mark.parametrize(("rows", "cols"), SLICES[:2], ids=["piece", "one row"])
def test_shades_follow_the_values(submission, draw, rows, cols):
    """Each cell is shaded by its value with `Greys`: one scale for the whole table."""
    image = picture(draw, 6, 8)
    crop = image[rows, cols].double().numpy()
    page = render(submission.shade_pixels(image, rows, cols))
    found = [[shade(page, cell) for cell in row] for row in page.rows]
    sizes = [len(row) for row in found]
    shape = f"{len(sizes)} rows of {max(sizes, default=0)} numbers, but {len(crop)} of {crop.shape[1]} were wanted."
    check_that(sizes == [crop.shape[1]] * len(crop), f"The table has {shape}")
    colours = [colour for row in found for colour in row]
    painted = any(page.setting(cell, COLOUR) for row in page.rows for cell in row)
    check_that(painted, "The cells have no background of their own.", symptom="not_shaded")
    check_that(all(colours), "Some cells have no background in one plain shade of their own.")
    grey = all(max(colour) - min(colour) <= 3 for colour in colours)
    check_that(grey, "The backgrounds are not greys.", symptom="another_colour_map")
    expect_shades(np.array(found)[:, :, 0], crop)


def expect_shades(found, crop):
    """One scale for all, over the crop or from 0 to 255; what went wrong otherwise."""
    low, high = crop.min(), crop.max()
    if any(np.abs(found - each).max() <= 4 for each in (greys(crop, low, high), greys(crop, 0, 255))):
        return
    columns, rows = {"axis": 0, "keepdims": True}, {"axis": 1, "keepdims": True}
    slips = {
        "shaded_column_by_column": greys(crop, crop.min(**columns), crop.max(**columns)),
        "shaded_row_by_row": greys(crop, crop.min(**rows), crop.max(**rows)),
        "colours_reversed": greys(high + low - crop, low, high),
        "colours_reversed from 0 to 255": greys(255 - crop, 0, 255),
        "colours_reversed on another map": 255 * (crop - low) / (high - low),
        "another_colour_map": 255 * (high - crop) / (high - low),
    }
    slip = next((name.split()[0] for name, each in slips.items() if np.abs(found - each).max() <= 4), None)
    fail(
        "The shades are not those of `Greys`: white for the lowest value of the whole table, black for the "
        "highest, the same value in the same shade everywhere.",
        symptom=slip,
    )
