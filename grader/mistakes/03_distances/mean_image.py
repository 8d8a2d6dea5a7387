"""Known wrong answers to `mean_image`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {"integer_result": "integer_result"}


def mean_of_everything():
    """You average over everything, and get one number where an image was wanted.

    From a stack of shape (n, h, w) should come an image of shape (h, w). You give a single grey value,
    the average brightness of all pixels of all images. The pixels have to stay apart: the top left one
    is averaged with the other top left ones only. Tell the averaging which axis to use up. It is the
    one that counts the images.
    """

    def mean_image(images):
        return images.float().mean()


def mean_of_each_image():
    """You average the pixels of each image, not the images.

    For a stack of shape (n, h, w) you give n numbers: how bright each image is on the whole. The shapes
    are all blurred into one grey value. Think of slides on a light table: it is the same pixel of *all*
    slides that lies in one place. So the axis that counts the images has to go, and the two axes of the
    picture stay.
    """

    def mean_image(images):
        return images.float().mean(dim=(1, 2))


def wrong_axis():
    """The averaging uses up an axis of the picture, not the axis of the stack.

    Your result still has two axes, so it looks like an image. But they are (n, w), not (h, w): each row
    of it belongs to one image, squashed from top to bottom. In a stack of shape (n, h, w), axis 0
    counts the images, axis 1 the rows and axis 2 the columns. The number you give to the averaging is
    the axis that goes away. Which of the three is it?
    """

    def mean_image(images):
        return images.float().mean(dim=1)


def last_axis_averaged():
    """You average along the rows of the picture, and the axis of the stack is still there.

    Your result has two axes, but they are (n, h), not (h, w): one line of it for each image, and in that
    line one grey value for each row of pixels. With `dim=-1` or `dim=2` it is the columns that are used
    up. But the pixels of one picture should stay apart, and the same pixel of *all* pictures be averaged.
    Axes are counted from 0, and the stack is the first of the three.
    """

    def mean_image(images):
        return images.float().mean(dim=2)


def median_image():
    """You take the median, the value in the middle, and not the mean.

    Three pixels of 10, 40 and 100: the one in the middle is 40, the mean is 150 / 3 = 50. The median
    ignores how dark the dark ones are. For the average image every stroke of ink should count, in
    proportion. Add up the values at each place and divide by the number of images, or use PyTorch's
    word for it.
    """

    def mean_image(images):
        return images.float().median(dim=0).values


def sum_image():
    """You add the images up, but do not divide by how many there are.

    Three pixels of 10, 40 and 100 give 150, which is no grey value any more: pixels end at 255, and
    with thousands of images you are far beyond that. The average is 150 / 3 = 50, on the same scale as
    the images. Only then can you compare it with one of them, as the next exercise does. Divide by the
    length of the stack.
    """

    def mean_image(images):
        return images.float().sum(dim=0)


def integer_result():
    """The averages are cut to whole numbers.

    The mean of 10 and 15 is 12.5, and you give 12. For images between 0 and 1 it is worse: nearly every
    average is cut to 0, and the whole picture is lost. The contract asks for floats, whatever came in.
    Look for a conversion such as `int`, `long` or `torch.uint8` behind the averaging, and leave it out.
    """

    def mean_image(images):
        return images.float().mean(dim=0).long()


def whole_division():
    """You divide with `//`, which drops everything after the point.

    The mean of 10 and 15 is 25 / 2 = 12.5, and 25 // 2 is 12. For images between 0 and 1 nothing is left
    at all: 0.4 and 0.9 add up to 1.3, and 1.3 // 2 is 0. The result may still be a float tensor, but it
    holds whole numbers. Python and PyTorch have two signs for dividing, `/` and `//`. An average needs
    the first.
    """

    def mean_image(images):
        return images.float().sum(dim=0) // len(images)


def back_to_uint8():
    """The result is turned back into the type of the images, and loses its fractions.

    For float images that does no harm. For uint8 images the mean of 10 and 15 becomes 12 in place of
    12.5. That seems little, but hundreds of pixels are added up when images are compared, and a uint8
    answer can not be subtracted safely (3 - 7 is 252 there). Let the result be what averaging makes: a
    float tensor.
    """

    def mean_image(images):
        return images.float().mean(dim=0).to(images.dtype)


def sum_wraps_around():
    """You add up uint8 images, and uint8 ends at 255.

    In uint8, 200 + 100 is not 300: there is no 300, so counting starts again from 0 and ends at 44.
    Python's own `sum`, and a loop with `+`, add one image to the next in their own type, and run into
    this. For float images your answer is right. Turn the images into floats *before* adding, and there
    is room enough.
    """

    def mean_image(images):
        total = torch.zeros_like(images[0])
        for image in images:
            total = total + image
        return total.float() / len(images)


def fails_on_uint8():
    """It works for floats, but stops with an error for uint8 images.

    PyTorch refuses to average whole numbers, because the result is hardly ever whole: the mean of 10
    and 15 is 12.5. It does not choose a type for you. Images straight from a file are uint8, so this
    will happen at once. Choose yourself: turn the stack into floats, and average then.
    """

    def mean_image(images):
        return images.mean(dim=0)


def keeps_the_axis():
    """The stack's axis is still there, with length 1.

    You give (1, h, w): a stack that holds one image. What is wanted is the image itself, of shape (h,
    w). It often makes no difference, thanks to broadcasting, and then it does: a picture cannot be
    drawn from three axes. Look for `keepdim=True`, or for square brackets that keep an axis, and leave
    them out.
    """

    def mean_image(images):
        return images.float().mean(dim=0, keepdim=True)


def scaled():
    """You scale the average to [0, 1], but it should stay on the scale of the images.

    If the images have pixels from 0 to 255, the average pixel also lies between 0 and 255: the mean of
    10 and 15 is 12.5, not 0.049. And images that are between 0 and 1 already become almost black when
    they are divided once more. Where a scale is wanted, `stack_images` has done it. Here only average.
    """

    def mean_image(images):
        return images.float().mean(dim=0) / 255


def float64_result():
    """The numbers are right, but the result is float64 and not PyTorch's usual float32.

    `double()`, `torch.float64` and a detour through NumPy or Python's own numbers give twice as many
    digits. Here they buy nothing, and cost: the result is twice as large, and two tensors of different
    types can not be multiplied as matrices. For example, a float64 table times a float32 image is an
    error in PyTorch. Use `float()`, which means float32.
    """

    def mean_image(images):
        return images.double().mean(dim=0)
