"""Known wrong answers to `as_rows`. Each docstring is what the learner is told."""

SYMPTOMS = {
    "always_28_by_28": "always_28_by_28",
    "assumes_squares": "assumes_squares",
}


def one_row_of_everything():
    """All images end up in a single row.

    Two images of 2 by 3 pixels should give two rows of 6. You give one row of 12, where nobody can tell any
    more which pixel belongs to which image. The -1 in a shape means "whatever is left over", and you let it
    swallow the images as well as the pixels. The first axis counts the images and has to stay as long as it
    was. Give its size, and let only the rest be worked out.
    """

    def as_rows(images):
        return images.view(1, -1)


def no_axis_for_the_images():
    """The answer has one axis, but it should have two: the images, and the pixels of each.

    Two images of 2 by 3 pixels should give the shape (2, 6). You give (12,), everything in one long line.
    Flattening a tensor usually flattens all of it. Only the last two axes, height and width, should grow
    together here, while the first one stays. Say so, either with both sizes of the new shape or by telling
    at which axis the flattening starts.
    """

    def as_rows(images):
        return images.flatten()


def a_copy():
    """The numbers are right, but they are a copy: the answer does not share memory with `images`.

    A view is a second way of looking at the same memory. If somebody changes a pixel of the stack
    afterwards, the rows should show it, and yours do not. A copy also takes as much memory again, which for
    60,000 images is a lot. Something in your way builds new memory: `clone`, `torch.tensor`, `stack`, `cat`
    and type conversions do. Change the shape alone.
    """

    def as_rows(images):
        return images.view(len(images), -1).clone()


def made_float():
    """The numbers have become floats, but their type should stay what it was.

    A stack of uint8 pixels should give uint8 rows. You turn them into floats, which is also why the answer
    is a copy: a float takes four bytes and a pixel one, so they cannot lie in the same memory. Cutting a
    table another way has nothing to do with the type of its numbers. Leave the conversion out. A stack of
    booleans goes through in the same way.
    """

    def as_rows(images):
        return images.view(len(images), -1).float()


def down_the_columns():
    """The pixels are read down the columns, but a page is read along its rows.

    The image 1 2 3 over 4 5 6 should become 1 2 3 4 5 6. You give 1 4 2 5 3 6: two axes were swapped before
    the shape was changed. The shape of the answer is right, which hides the trouble, but every row is a
    picture mirrored along its diagonal. It cannot be a view either, since the numbers had to move. Keep the
    axes in their order, and only let the last two grow together.
    """

    def as_rows(images):
        return images.permute(0, 2, 1).reshape(len(images), -1)


def images_as_columns():
    """Each image is a column of the answer, but it should be a row.

    Two images of 2 by 3 pixels should give the shape (2, 6). You give (6, 2): the table is turned on its
    side. What comes later takes one row for each image, so that `rows[0]` is the whole first image. The
    axis that counts the images stood first and should stay first, so leave out the step that turns the
    table.
    """

    def as_rows(images):
        return images.view(len(images), -1).T


def always_28_by_28():
    """The size 28 by 28 is written into the answer, so images of another size do not work.

    The digits of MNIST have 784 pixels, but a stack of images of 2 by 3 has 6 in each, and cutting its
    memory into pieces of 784 either fails or mixes the images up. A number that you know from one example
    rarely belongs into the program. The tensor knows its own sizes: read height and width from its shape,
    or leave that part of the new shape to be worked out.
    """

    def as_rows(images):
        return images.view(-1, 784)


def assumes_squares():
    """The images are taken for squares, so those that are higher than wide do not work.

    You read one side off the tensor and use it twice. For images of 3 by 3 that is right by chance. An
    image of 3 by 4 has 12 pixels, not 9, and cutting the memory into pieces of another size fails or mixes
    the images up. Height and width stand in the shape next to each other: use both, or leave that size to
    be worked out.
    """

    def as_rows(images):
        return images.view(len(images), images.shape[1] ** 2)


def rows_of_pixels():
    """The answer has a row for each row of pixels, not for each image.

    Two images of 2 by 3 pixels should give two rows of 6 numbers. You give four rows of 3: the images were
    put one above the other, and each line of pixels stayed by itself. It was the wrong pair of axes that
    grew together, the images and the height. Keep the first axis, and join the other two, so that the whole
    of an image stands in one row.
    """

    def as_rows(images):
        return images.view(-1, images.shape[2])


def single_image_squeezed():
    """A stack with one image loses its first axis.

    One image of 2 by 3 pixels should give the shape (1, 6): a table with a single row. You give (6,), which
    is what `squeeze` does: it drops every axis of size 1. Code that walks over the rows would then walk
    over single pixels. A stack of one is still a stack. Leave the squeezing out, and the answer has two
    axes whatever comes.
    """

    def as_rows(images):
        return images.view(len(images), -1).squeeze(0)
