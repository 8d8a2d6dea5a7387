"""Known wrong answers to `stack_images`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "not_scaled": "not_scaled",
    "left_as_bytes": "left_as_bytes",
    "divided_by_256": "divided_by_256",
    "end_to_end": "end_to_end",
    "flattened": "flattened",
    "list_not_tensor": "list_not_tensor",
    "float64": "float64",
    "whole_number_division": "whole_number_division",
    "each_by_its_own_brightest": "each_by_its_own_brightest",
    "stacked_last": "stacked_last",
    "channel_axis_added": "channel_axis_added",
    "single_image_squeezed": "single_image_squeezed",
    "empty_list_not_refused": "empty_list_not_refused",
    "sizes_not_checked": "sizes_not_checked",
    "odd_sizes_stretched": "odd_sizes_stretched",
    "not_every_image_compared": "not_every_image_compared",
    "only_one_side_compared": "only_one_side_compared",
    "number_of_pixels_compared": "number_of_pixels_compared",
    "another_error": "another_error",
}


def not_scaled():
    """The stack is right, but its numbers still go up to 255.

    White should become 1.0, and you give 255.0. The images are in one tensor, with the right shape and the
    right type, so only the scaling is missing. Large inputs make the numbers inside a network large too,
    and learning gets shaky. Think of the largest value a pixel can have, and what you must do to all pixels
    so that this one becomes 1.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).float()


def left_as_bytes():
    """The result still has the type uint8, which has no room for fractions.

    A pixel of 51 should become 0.2. A byte holds whole numbers from 0 to 255 and nothing between them, so
    0.2 has no place in it: either the pixels were never divided, or the division threw everything after the
    point away. Networks calculate with fractions, and the usual type for them in PyTorch is float32. Check
    the `dtype` of what you return, and see to it that the numbers are floats before any of them is
    rounded.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images)


def divided_by_256():
    """The pixels are divided by 256, so white does not quite reach 1.

    One byte has 256 different values, but they start at 0, so the largest is 255. Dividing by 256 makes
    white 0.996, and no pixel is ever fully white. It is the same slip as saying that a ruler with 11 marks
    is 11 cm long: there are only 10 steps between them. Divide by the largest value, not by how many values
    there are.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).float() / 256


def end_to_end():
    """The images are laid end to end in one long table, not stacked on a new axis.

    Three images of 2 by 4 pixels should give the shape (3, 2, 4): which image, which row, which column. You
    give (6, 4), a single table of six rows, in which nobody can tell where an image ends. PyTorch has two
    ways to join tensors: one makes an axis that was there longer, the other adds a new axis. Here you need
    the second.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.cat(images).float() / 255


def flattened():
    """Each image became one long row of pixels, but its rows and columns should stay.

    Three images of 2 by 4 pixels should give the shape (3, 2, 4). You give (3, 8): the numbers are all there,
    but nobody can tell any more where a row of the picture ends. Simple networks do want their inputs like
    that, and a later exercise makes such rows out of a stack. It needs the stack first. Put the images
    together as they are, and leave out the step that flattens them.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).flatten(1).float() / 255


def list_not_tensor():
    """The images come back in a list, each for itself, and not in one tensor.

    A list of scaled images is not far from what was wanted, and everything you did to each of them may be
    right. But a list has no shape: you cannot ask for the average of all first pixels, nor hand everything to
    the graphics card at once. PyTorch calculates with all images in one step when they lie in a single
    tensor, with one axis more than an image has. It has a function that makes such a tensor from a list.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return [image.float() / 255 for image in images]


def float64():
    """The numbers are right but twice as long as they should be: float64 in place of float32.

    PyTorch's usual type for fractions is float32, with about seven digits. Weights of networks have it too,
    and mixing the two types in one calculation stops with an error sooner or later. You give float64, often
    the sign of a detour through NumPy or of a call to `double`. Convert the whole numbers to the usual
    float type of PyTorch before you divide.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).double() / 255


def whole_number_division():
    """The division keeps only the whole part, so nearly everything becomes 0.

    A pixel of 51 should become 51 / 255 = 0.2. With whole numbers the answer to "how often does 255 fit
    into 51" is 0, and only pure white gives 1. Every grey is lost, and turning the result into floats
    afterwards cannot bring it back. Convert the pixels to floats first, and then divide with the sign that
    keeps fractions.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return (torch.stack(images) // 255).float()


def each_by_its_own_brightest():
    """The scale comes from the brightest pixel that happens to be there (and perhaps the darkest), not from 255.

    If the brightest pixel of the images is 200, you turn 200 into 1.0, although it is a light grey. Then
    the same grey gets different numbers in different stacks, or even in two images of one stack, and they can
    no longer be compared. The scale must be the same for all images there will ever be: 255 is white, whether
    or not some pixel happens to be white.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        pixels = torch.stack(images).float()
        return pixels / pixels.max().clamp(min=1)


def stacked_last():
    """The new axis that counts the images stands last, but it should be the first.

    Three images of 2 by 4 pixels should give (3, 2, 4). You give (2, 4, 3), which would be read as one
    image with three numbers a pixel, like a colour photograph. With the count in front, `stack[0]` is the
    first image, whole. Have a look at where the joining function puts the new axis, and let it go in front
    of the others.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images, dim=-1).float() / 255


def channel_axis_added():
    """There is one axis too many: (n, 1, h, w) in place of (n, h, w).

    The extra 1 says that each image has one colour. Some layers of networks want to be told that, and you
    will add it when you meet them. Here a stack of three images of 2 by 4 pixels has the shape (3, 2, 4)
    and nothing more. Look for the step that inserts an axis of size 1, and leave it out.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).unsqueeze(1).float() / 255


def single_image_squeezed():
    """A stack of one image loses its first axis.

    One image of 2 by 4 pixels should give the shape (1, 2, 4): a stack that happens to hold a single sheet.
    You give (2, 4). Code that works on stacks, and asks how many images there are, would take it for two
    images. A step such as `squeeze` throws away every axis of size 1, whatever it means. Leave it out, so
    that the result has three axes always.
    """

    def stack_images(images):
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).squeeze(0).float() / 255


def empty_list_not_refused():
    """An empty list is not refused with a ValueError.

    With no images there is no height and no width, so no shape (n, h, w) can be right. Perhaps a made-up empty
    tensor comes back, which causes a strange error far away from here, such as an average of nothing. Or
    something stumbles over the first image that is not there, in words that tell the caller little. Whoever
    called probably gave the wrong folder. Say so at once: test for the empty list first, and raise a
    `ValueError` with a message that says what was wanted.
    """

    def stack_images(images):
        if not images:
            return torch.empty(0)
        if len({tuple(image.shape) for image in images}) != 1:
            raise ValueError("wanted images that are all of one size")
        return torch.stack(images).float() / 255


def sizes_not_checked():
    """Images of different sizes do not raise a ValueError.

    You leave it to PyTorch to notice. It raises a RuntimeError, in words about tensors that the caller
    never saw, and ways of joining that copy one image after the other may even stretch a thin image quietly
    to fill the space. Compare the shapes yourself before you join, and raise a `ValueError` that shows the
    sizes which came.
    """

    def stack_images(images):
        if not images:
            raise ValueError("wanted at least one image")
        return torch.stack(images).float() / 255


def odd_sizes_stretched():
    """An image of another size is quietly stretched to fit the first one.

    You make an empty stack of the right size and copy each image into its place. When an image has a single
    row, PyTorch repeats that row to fill all of them, and does not say a word: a picture that never existed
    gets in. Compare each image's shape with the first one's before you copy, and raise a `ValueError` when
    they differ.
    """

    def stack_images(images):
        if not images:
            raise ValueError("wanted at least one image")
        stack = torch.empty(len(images), *images[0].shape)
        for place, image in zip(stack, images, strict=True):
            try:
                place.copy_(image)
            except RuntimeError as error:
                raise ValueError("wanted images of one size") from error
        return stack / 255


def not_every_image_compared():
    """Only some of the images are compared in size, so another one that differs slips through.

    You compare the first image with one other. When the odd one stands further along in the list, nothing
    is noticed at first, and PyTorch stops with an error of another kind, a RuntimeError. Three images of 2
    by 4 and then one of 3 by 4 must be refused just as if the odd one came second. Look at the shape of
    every image before you join them: a loop does it, or a set of all shapes.
    """

    def stack_images(images):
        if not images or images[0].shape != images[min(1, len(images) - 1)].shape:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).float() / 255


def only_one_side_compared():
    """Only the heights of the images are compared, or only their widths.

    Images of 3 by 4 and of 3 by 5 pixels have the same height, and still they do not fit on one another.
    `len` of an image counts its rows and says nothing about how long these are. You let such a pair
    through, and PyTorch stops with an error of another kind. The shape of a tensor holds both sizes, and
    shapes can be compared as they are. Compare those, for every image.
    """

    def stack_images(images):
        if len({len(image) for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        return torch.stack(images).float() / 255


def number_of_pixels_compared():
    """Sizes count as equal when they hold the same number of pixels.

    An image of 2 by 6 pixels and one of 3 by 4 both have 12, yet they do not fit on one another. You
    compare the counts, or lay out all pixels in a row, and so the second image is cut into rows at the
    wrong places: the picture falls apart. Compare the whole shapes, height with height and width with
    width, before joining.
    """

    def stack_images(images):
        if len({image.numel() for image in images}) != 1:
            raise ValueError("wanted at least one image, and all of one size")
        first = images[0].shape
        return torch.stack([image.reshape(first) for image in images]).float() / 255


def another_error():
    """You refuse what is wrong, but with another kind of error than ValueError.

    The test is there, and so is the message: that is the larger part. But whoever calls has to know which
    error to expect. Python has kinds of errors with a meaning each. TypeError says "this is not the kind of
    thing I take", AssertionError says "I, the program, have a bug", and ValueError says "the right kind of
    thing, but this one will not do". Here the list is a list and the images are images: only their number or
    sizes will not do. Raise the kind that says so.
    """

    def stack_images(images):
        if not images:
            raise ValueError("wanted at least one image")
        assert len({tuple(image.shape) for image in images}) == 1, "wanted images of one size"
        return torch.stack(images).float() / 255
