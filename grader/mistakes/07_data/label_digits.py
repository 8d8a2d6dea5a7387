"""Known wrong answers to `label_digits`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {"order_mixed": "order_mixed"}


def targets_of_rank_one():
    """y is a plain row of numbers, and a column was wanted.

    For 2 and 1 images your y is [1, 1, 0], of shape (3,). A network answers with a column, of shape (3,
    1). Subtract the one from the other, and PyTorch compares every answer with every target: 9 numbers
    come out, without any error, and the loss is nonsense. Give y a second axis of length 1, with
    `unsqueeze(1)` for example, and both are columns.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.cat([torch.ones(len(first)), torch.zeros(len(second))])


def targets_as_one_row():
    """y lies on its side: you made a row of shape (1, n + m), and a column was wanted.

    For 2 and 1 images y should be [[1], [1], [0]]: three rows, as x has three rows, one target for each.
    Yours is [[1, 1, 0]]: one row with three columns, as if it was a single example. `unsqueeze(0)` puts
    the new axis in front, `unsqueeze(1)` puts it behind. It belongs behind.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.cat([torch.ones(1, len(first)), torch.zeros(1, len(second))], dim=1)


def labels_swapped():
    """The labels are the wrong way round: 0 for the first kind, and 1 for the second.

    The first stack is what the network is asked about: "is it a three?" Yes is 1. With your labels it
    learns to say yes to the sevens. It would learn that just as well, and that is the trap: the loss goes
    down nicely, and every answer is the opposite of what you wanted. The first stack gets the ones.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.cat([torch.zeros(len(first), 1), torch.ones(len(second), 1)])


def counts_swapped():
    """You make as many ones as the second stack has images, and as many zeros as the first.

    With 5 and 3 images y has 3 ones and then 5 zeros, but 5 ones and 3 zeros were wanted. As long as both
    stacks are equally long you never notice. With real digits they are not: the fourth and the fifth
    three would be labelled as sevens. The number of ones is the length of the first stack.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.cat([torch.ones(len(second), 1), torch.zeros(len(first), 1)])


def second_stack_first():
    """The rows of x begin with the second stack, but y begins with the first.

    With 2 threes and 1 seven the rows of x are seven, three, three, and the targets are 1, 1, 0. So the
    seven is called a three, and the last three a seven. Row 0 of x and row 0 of y must be about the same
    image. Put the first stack first, in both.
    """

    def label_digits(first, second):
        x = torch.cat([second, first]).flatten(1).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def order_mixed():
    """The images come in another order than they were given.

    Wanted are all images of the first stack, in order, and then all of the second. You shuffle them, or
    take one from each stack in turn. Whoever shuffles inputs without their targets breaks the pairs, and
    the network learns nonsense. And even if both are shuffled alike, it is not the time for it: mini-batches
    will be drawn in a new order for every epoch anyway. Here keep the order.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        y = torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])
        # A rotation by one, which is never the order as it came, nor one stack after the other.
        order = torch.arange(len(x)).roll(1)
        order[:2] = order[:2].flip(0)
        return x[order], y[order]


def whole_number_labels():
    """y holds whole numbers, and floats were wanted.

    `torch.tensor([[1], [1], [0]])` is of type int64, because 1 is a whole number in Python. The network's
    answers are floats, and losses calculate with both: some functions refuse whole numbers outright, and
    whole numbers cannot have a gradient. Make floats of them, with `1.0`, `.float()`, or with
    `torch.ones`, which gives floats by itself.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.tensor([[1]] * len(first) + [[0]] * len(second))


def pixels_stay_bytes():
    """x keeps the type of the images, which may be uint8.

    If pixels come as uint8, whole numbers from 0 to 255, so does your x. A network multiplies inputs by
    weights, which are floats, and a product of a uint8 table and a float one is an error. And in uint8, 200
    + 100 is 44. The values stay as they are (7 becomes 7.0), only their type changes. Use `float()`.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1)
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def float64_numbers():
    """x or y is float64, and PyTorch's usual float32 was wanted.

    `double()` and numpy's numbers have twice as many digits. They look the same when printed: 7.0 is 7.0.
    But the weights of a network are float32, and a table of float64 times one of float32 is an error in
    PyTorch. Say `float()`, which means float32, or name the type where the tensor is made.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).double()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def scaled():
    """You divide the pixels by 255, but their values should be kept.

    A pixel of 255 becomes 1.0, and if the images were scaled before, 1.0 becomes 0.0039: nearly black.
    This function cannot know what was done to the images before they came, so it leaves them alone. Where
    a scale is wanted, it is chosen once, in one place. Only change the type, and not the values.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float() / 255
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def scaled_if_bytes():
    """Images of type uint8 are divided by 255, and float images are not.

    For float images your answer is right. For uint8 a pixel of 255 becomes 1.0, but the values should be
    kept: 255 becomes 255.0. A function that scales sometimes is a riddle for whoever calls it, and scales
    twice when the caller has thought of it too. Turn the numbers into floats, and leave it at that.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1)
        x = x / 255 if x.dtype == torch.uint8 else x.float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def images_not_flattened():
    """x still holds pictures, of shape (n + m, 28, 28), and rows were wanted.

    A linear layer has one weight for each input, in one long row of 784. It does not know what is above
    or below. So the two axes of each picture, 28 and 28, become a single one of 28 * 28 = 784, and the axis
    that counts the images stays. `flatten`, `reshape` and `view` can do that.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def one_single_row():
    """The images are all laid into one single row.

    `view(1, -1)` and `flatten()` without a number forget where one image ends: 3 images become one row of
    3 * 784 = 2352 numbers, as if they were one large image. With `view(1, 28*28)`, as in well-known notes,
    it is an error: that is for one image alone. Keep the axis that counts the images, and let only the
    other two become one.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).reshape(1, -1).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def view_for_one_image():
    """You lay the stack out by `view(1, 28*28)`, which is right for one image alone.

    This line stands in well-known notes, and there it is used for a single image. A stack of 5 images has 5
    * 784 = 3920 numbers, and they do not go into one row of 784: PyTorch refuses. The first size has to be
    the number of images. You may write it down, or write -1, and PyTorch finds out by itself.
    """

    def label_digits(first, second):
        x = torch.cat([first.view(1, 28 * 28), second.view(1, 28 * 28)]).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def pixels_column_by_column():
    """Each picture is read column by column, and it should be read line by line.

    For the picture [[1, 2], [3, 4]] you give the row 1 3 2 4, and 1 2 3 4 was wanted. Somewhere the two
    axes of the picture change places, by `transpose`, `.T` or `permute`. A network would learn from either
    order, but then it must be shown all images that way, and nobody else does so. Flatten the picture as
    it is.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).transpose(1, 2).flatten(1).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def equal_numbers_only():
    """It only works if both stacks hold the same number of images.

    `torch.stack` lays things of the same shape on top of each other, with a new axis: 3 images and 3 images
    become (2, 3, 28, 28). With 5 and 3 images it stops with an error. Two stacks that should simply follow
    one another, on an axis that is there already, are joined by `torch.cat`.
    """

    def label_digits(first, second):
        x = torch.stack([first, second]).reshape(-1, 28 * 28).float()
        return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def minus_one_for_the_second():
    """The second kind is labelled -1, and 0 was wanted.

    Some methods do label two kinds with 1 and -1. Here the answer of the network is a probability, between 0
    and 1: how sure it is that the image is of the first kind. For the second kind that should be 0. No
    probability can reach -1, so the network would never be right.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.cat([torch.ones(len(first), 1), -torch.ones(len(second), 1)])


def a_column_for_each_kind():
    """y has two columns, one for each kind, and one column was wanted.

    For an image of the first kind you give [1, 0], for one of the second [0, 1]. This is called one-hot. It
    is a good idea for ten digits. With two kinds the second column tells nothing new: it is always 1 minus
    the first. Keep the first column only, of shape (n + m, 1).
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return x, torch.tensor([[1.0, 0.0]] * len(first) + [[0.0, 1.0]] * len(second))


def list_instead_of_tuple():
    """x and y are right, but they come in a list, and a tuple was wanted.

    Square brackets make a list: a row of things of one kind, which may grow. x and y are two different
    things, and there are always two of them. For that Python has the tuple: two things with a comma between
    them. Leave the square brackets out.
    """

    def label_digits(first, second):
        x = torch.cat([first, second]).flatten(1).float()
        return [x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])]
