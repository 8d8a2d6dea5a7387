"""Known wrong answers to `open_image`. Each docstring is what the learner is told."""

import numpy as np
import torch
from PIL import Image

SYMPTOMS = {
    "scaled_to_one": "scaled_to_one",
    "float_result": "float_result",
    "other_whole_numbers": "other_whole_numbers",
    "array_not_tensor": "array_not_tensor",
    "extra_axis": "extra_axis",
    "height_and_width_swapped": "height_and_width_swapped",
    "colour_left_in": "colour_left_in",
    "grey_made_colour": "grey_made_colour",
    "only_rgb_converted": "only_rgb_converted",
    "colours_averaged": "colours_averaged",
    "first_channel_only": "first_channel_only",
    "black_and_white_inverted": "black_and_white_inverted",
    "missing_file_hidden": "missing_file_hidden",
    "only_path_objects": "only_path_objects",
}


def scaled_to_one():
    """The grey values come scaled to lie between 0 and 1, but the file's own numbers are wanted.

    In the file, white is the number 255 and a middle grey is 128. You give 1.0 and 0.502. Scaling is a good
    idea, and it has an exercise of its own a little later, but here the task is to see what is really
    stored: whole numbers from 0 to 255, one byte each. Leave the division out and hand the numbers on as
    they were read.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("L"))).float() / 255


def float_result():
    """The values are right, but they come as floating-point numbers and not as uint8.

    A pixel of 128 in the file should arrive as the whole number 128 in one byte. You give 128.0, which
    takes four bytes and suggests that 128.3 could come too. The array that NumPy makes from a grey image
    has the right type already. Somewhere after that a step turns it into floats: look for a conversion, or
    for a way of making tensors that always gives floats, and leave it out.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("L"))).float()


def other_whole_numbers():
    """The numbers are whole, as in the file, but of another type than uint8.

    uint8 means a whole number from 0 to 255 in a single byte, just as a grey PNG stores it. You give a type
    such as int64, which takes eight bytes for the same number: 60,000 images would fill eight times the
    memory. PyTorch picks int64 by itself when it makes a tensor from a list of Python's numbers. An array
    that NumPy makes from a grey image has the right type already, and a tensor made from that keeps it.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("L"))).long()


def array_not_tensor():
    """A NumPy array comes back, but a tensor is wanted.

    The two look alike when they are printed, and the numbers in yours may well be right. But the rest of the
    course is written for tensors: only these keep track of gradients and can move to a graphics card. NumPy is
    a good bridge here, since it reads Pillow's images and PyTorch reads its arrays. Take the last step over
    the bridge too: PyTorch has a function that makes a tensor from an array.
    """

    def open_image(path):
        with Image.open(path) as image:
            return np.array(image.convert("L"))


def extra_axis():
    """The shape has an extra axis in front: (1, height, width) in place of (height, width).

    An image of 2 by 3 pixels should give the shape (2, 3). You give (1, 2, 3), which reads "a stack that
    holds one image" or "an image with one colour". Networks will ask for that later, but a grey image by
    itself is a plain table with two axes. Print the shape right after reading the file and then after every
    step, and you will see which one adds the axis.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("L")))[None]


def height_and_width_swapped():
    """Height and width are swapped: the picture is turned on its side.

    A file that is 2 pixels high and 3 wide should give the shape (2, 3): first how many rows, then how many
    columns. You give (3, 2). Pillow's `size` tells the width first, as a shop does with picture frames,
    while arrays and tensors count rows first. The array that NumPy makes from an image is in the right
    order already, so it needs no turning and no reshaping with Pillow's numbers.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("L")).T.copy())


def colour_left_in():
    """A file that is not grey keeps its own numbers: colours are never turned into shades.

    A colour file has three numbers a pixel: red, green and blue. For 2 by 3 pixels you give the shape (2,
    3, 3), where (2, 3) is wanted. Reading the file is not enough, because not every PNG is grey. Pillow can
    turn an image of any kind into 8-bit grey before you make it an array: look for its method `convert`,
    and for the mode called "L".
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image))


def grey_made_colour():
    """Each pixel comes as three numbers, red, green and blue, even where the file is grey.

    A grey image of 2 by 3 pixels should give the shape (2, 3). You give (2, 3, 3), in which every shade
    stands three times: 128 became (128, 128, 128). That is how a screen wants it, but it says nothing new. The
    conversion works in the other direction: not grey into colours, but colours into grey. Pillow names the
    kinds of image by short words. "RGB" has three numbers a pixel, and you want the one that has a single
    number of 8 bits.
    """

    def open_image(path):
        with Image.open(path) as image:
            return torch.from_numpy(np.array(image.convert("RGB")))


def only_rgb_converted():
    """Colour files with red, green and blue come out grey, but the other kinds do not.

    A PNG can also hold a see-through value beside each grey, or one bit a pixel, or a *palette*: then the
    number 7 means "the colour in line 7 of a list", and is no shade at all. Your answer converts some kinds
    and hands the others on as they are. There is no need to ask which kind it is. Converting a file that is
    grey already changes nothing, so you can do it always.
    """

    def open_image(path):
        with Image.open(path) as image:
            grey = image.convert("L") if image.mode in ("RGB", "RGBA") else image
            return torch.from_numpy(np.array(grey))


def colours_averaged():
    """The grey of a colour is taken as the plain average of red, green and blue.

    Pure green (0, 255, 0) looks bright and pure blue (0, 0, 255) looks dark, yet the average calls both 85.
    Our eyes are much more sensitive to green, so the usual recipe weighs the three: about 0.3 of the red,
    0.6 of the green, 0.1 of the blue, which makes 150 and 29. Pillow knows the weights. Let its conversion
    to "L" do the work instead of averaging yourself.
    """

    def open_image(path):
        with Image.open(path) as image:
            if image.mode == "L":
                return torch.from_numpy(np.array(image))
            colours = np.array(image.convert("RGB"))
        return torch.from_numpy(colours.mean(axis=2).round().astype(np.uint8))


def first_channel_only():
    """Only the first of a colour's three numbers is used, the red one.

    A pixel of pure green is (0, 255, 0). Its red is 0, so you call it black, though it is one of the
    brightest colours there are. All three numbers count for how bright a pixel looks, and green counts
    most. Picking one of them throws the others away. Ask Pillow for 8-bit grey before you make an array,
    then there is one number a pixel and nothing left to pick.
    """

    def open_image(path):
        with Image.open(path) as image:
            if image.mode == "L":
                return torch.from_numpy(np.array(image))
            return torch.from_numpy(np.array(image.convert("RGB"))[:, :, 0].copy())


def black_and_white_inverted():
    """Dark and light are swapped: you give 255 where the file has 0.

    In an image file 0 means no light at all, black, and 255 means white. The numbers measure light, not
    ink. You give 255 minus the stored number, so a page of white becomes a page of zeros. It is easy to
    think of pencil on paper, where more means darker. Keep the numbers of the file as they are.
    """

    def open_image(path):
        with Image.open(path) as image:
            return 255 - torch.from_numpy(np.array(image.convert("L")))


def missing_file_hidden():
    """A missing file does not raise FileNotFoundError.

    When there is no file at the path, the caller should hear exactly that. Pillow raises FileNotFoundError
    by itself and names the path, which is the best message there is. You catch it or put something else in
    its place: an error of another type, or a made-up image, sends people looking for the trouble in the
    wrong spot. Let the error through: no `try` is needed here at all.
    """

    def open_image(path):
        try:
            with Image.open(path) as image:
                return torch.from_numpy(np.array(image.convert("L")))
        except OSError as error:
            raise ValueError(f"cannot open {path}") from error


def only_path_objects():
    """A path given as a string is not accepted, only a `Path` object is.

    People write paths both ways: `open_image("three.png")` and `open_image(Path("three.png"))`. The
    signature promises both, yet yours calls a method that strings do not have, so the first way ends in an
    error. Pillow opens both kinds by itself. If you need something that only a `Path` has, make one first:
    wrapping a string gives a `Path`, and wrapping a `Path` changes nothing.
    """

    def open_image(path):
        with path.open("rb") as file, Image.open(file) as image:
            return torch.from_numpy(np.array(image.convert("L")))
