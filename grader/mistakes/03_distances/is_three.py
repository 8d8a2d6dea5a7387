"""Known wrong answers to `is_three`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {"only_batches": "only_batches", "numbers_not_bools": "numbers_not_bools"}


def averaged_over_the_batch():
    """You average over the whole batch as well, and get one answer for all images.

    For a batch of shape (n, h, w) there should be n answers, one an image. If the averaging uses up all
    three axes, 40 images share a single distance, and a single True or False. For one image alone that
    is right, which is why it seemed to work. Name the axes that may go: those of the picture. Counted
    from the end they are the same for one image and for a batch.
    """

    def is_three(images, mean3, mean7):
        return (images - mean3).abs().mean() < (images - mean7).abs().mean()


def reversed_answer():
    """The comparison is the wrong way round: near means a *small* distance.

    Suppose an image is 0.2333 away from the average three and 0.4333 from the average seven. It is
    nearer to the three, so the answer is True. You give False. Read your comparison aloud: "it is a
    three if its distance to the three is ... than its distance to the seven", and fill in the word.
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).abs().mean(dim=(-2, -1))
        far7 = (images - mean7).abs().mean(dim=(-2, -1))
        return far3 > far7


def only_batches():
    """It works for a batch, but not for a single image.

    One image has the shape (h, w), so it has axes 0 and 1 and no axis 2. If you name the axes 1 and 2,
    you mean the pixels of a batch, and a single image has nothing there: PyTorch stops with an error.
    Axes can be counted from the end instead. Then the last one is -1, whatever stands in front of it,
    and one line serves both cases.
    """

    def is_three(images, mean3, mean7):
        return (images - mean3).abs().mean(dim=(1, 2)) < (images - mean7).abs().mean(dim=(1, 2))


def no_abs():
    """The differences keep their signs, so that they cancel.

    Take an image with the pixels 0 and 1, and an average with 1 and 0. Everything is wrong about it:
    both pixels are 1 apart. With signs the differences are -1 and 1, and their mean is 0, "equal". What
    you compare now is only which image has more ink. Take away the sign of each difference before
    averaging, as in `l1_distance`.
    """

    def is_three(images, mean3, mean7):
        return (images - mean3).mean(dim=(-2, -1)) < (images - mean7).mean(dim=(-2, -1))


def abs_of_the_mean():
    """You take the sign away too late: after averaging, when the differences have cancelled already.

    Take an image with the pixels 0 and 1, and an average with 1 and 0. Both pixels are 1 apart. The
    differences are -1 and 1, their mean is 0, and the absolute value of 0 is 0 as well: "equal". What is
    compared is how much ink there is, and not where. Take away the sign of each single difference first,
    as in `l1_distance`, and average then.
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).mean(dim=(-2, -1)).abs()
        far7 = (images - mean7).mean(dim=(-2, -1)).abs()
        return far3 < far7


def squared():
    """You compare L2 distances (squared differences); the contract asks for L1.

    Mostly the two agree, but not always. One pixel that misses by 1.0 counts as much as ten that miss
    by 0.1 when sizes are averaged. When squares are averaged it counts as much as a hundred of them. So
    an image with a few big misses can be nearer by L1 and farther by L2. Take the absolute value of
    each difference, and no square.
    """

    def is_three(images, mean3, mean7):
        far3 = ((images - mean3) ** 2).mean(dim=(-2, -1))
        far7 = ((images - mean7) ** 2).mean(dim=(-2, -1))
        return far3 < far7


def tie_is_three():
    """You call an image a three when both distances are equal.

    Equally far from both means: we do not know. The contract settles it: an image is a three if it is
    *nearer* to the average three, and with equal distances it is not nearer. With two equal averages
    the answer is False for every image. Look at your comparison. Does it hold for 0.3 and 0.3?
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).abs().mean(dim=(-2, -1))
        far7 = (images - mean7).abs().mean(dim=(-2, -1))
        return ~(far7 < far3)


def pixel_by_pixel():
    """You compare pixel by pixel and give an answer for each pixel, not for each image.

    A table of True and False in the shape of the picture says where the image is more like a three. The
    question is about the image as a whole. First comes one distance an image, the average over its
    pixels, for the three and for the seven. Then those two numbers are compared. So the averaging
    belongs before the comparison.
    """

    def is_three(images, mean3, mean7):
        return (images - mean3).abs() < (images - mean7).abs()


def vote_of_pixels():
    """Each pixel votes, and you count votes. That is not the distance.

    Suppose 3 pixels are a tiny bit nearer to the three, and 2 pixels are very much nearer to the seven.
    A vote says three, 3 to 2. The distance says seven, because it adds up *how much* nearer. Average
    the absolute differences first, over all pixels, to one number for the three and one for the seven.
    Compare only those two.
    """

    def is_three(images, mean3, mean7):
        nearer = (images - mean3).abs() < (images - mean7).abs()
        return nearer.float().mean(dim=(-2, -1)) > 0.5


def one_axis_only():
    """Only one axis of the picture is averaged away, so that each row gets its own answer.

    A picture has two axes, rows and columns. If you average over the last one, there is one number for
    each row left, and then one True or False a row. An image of 5 rows would be called a three five
    times, or three times out of five. Average over both axes of the picture. An operation that takes
    `dim` can take several axes at once.
    """

    def is_three(images, mean3, mean7):
        return (images - mean3).abs().mean(dim=-1) < (images - mean7).abs().mean(dim=-1)


def numbers_not_bools():
    """The answers are right, but they are the numbers 1 and 0 and not True and False.

    A tensor of bools can do what numbers cannot: it picks elements, as in `images[answers]`, which
    gives all the images that are called threes. With the numbers 1 and 0 the same line picks the images
    at the places 1 and 0, over and over. A comparison of two tensors gives bools already. Leave the
    conversion out.
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).abs().mean(dim=(-2, -1))
        far7 = (images - mean7).abs().mean(dim=(-2, -1))
        return (far3 < far7).long()


def list_of_bools():
    """You give Python's own True and False, not a tensor.

    For a batch of n images the answer is a bool tensor of shape (n,), and for a single image one of
    shape (). Tensors can be compared, counted and averaged in one go, which is how the accuracy will be
    found. A comparison of two tensors gives a tensor of bools already. Return that as it is, with no
    `bool()`, `.item()` or `.tolist()`.
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).abs().mean(dim=(-2, -1))
        far7 = (images - mean7).abs().mean(dim=(-2, -1))
        return (far3 < far7).tolist()


def plain_bool_for_one():
    """For a single image you give Python's own True or False, where a tensor of shape () was asked for.

    A batch gets a tensor from you, and a single image should too: a bool tensor of shape (), with no axis
    at all. `bool()` and `.item()` take the answer out of its tensor, and whoever wants to go on with it
    as with the others (`.sum()`, `.float()`, `torch.stack`) meets an error. The comparison gives a tensor
    in both cases. Hand it on just as it is.
    """

    def is_three(images, mean3, mean7):
        far3 = (images - mean3).abs().mean(dim=(-2, -1))
        far7 = (images - mean7).abs().mean(dim=(-2, -1))
        return (far3 < far7).item() if images.dim() == 2 else far3 < far7


def single_makes_a_batch():
    """A single image gets an answer of shape (1,) where shape () was asked for.

    You turn the single image into a batch of one, which is a good idea, but the answer is then still a
    batch of one. The contract is: (h, w) gives (), and (n, h, w) gives (n,). If you count the axes of
    the picture from the end, -2 and -1, you need not add an axis at all, and the right shape comes out
    by itself.
    """

    def is_three(images, mean3, mean7):
        batch = images.reshape(-1, *images.shape[-2:])
        far3 = (batch - mean3).abs().mean(dim=(1, 2))
        far7 = (batch - mean7).abs().mean(dim=(1, 2))
        return far3 < far7


def batch_of_one_squeezed():
    """A batch that holds one image loses its axis.

    For a batch of shape (1, h, w) the answer should have the shape (1,), and you give (). `squeeze`
    removes every axis of length 1, whether you meant it or not. Here it helps a single image and harms
    the smallest batch. Such batches do turn up: the last one of an epoch is often small. Count the axes
    of the picture from the end, and there is nothing to squeeze.
    """

    def is_three(images, mean3, mean7):
        batch = images.reshape(-1, *images.shape[-2:])
        far3 = (batch - mean3).abs().mean(dim=(1, 2))
        far7 = (batch - mean7).abs().mean(dim=(1, 2))
        return (far3 < far7).squeeze()


def loops_over_images():
    """The answers are right, but a Python loop goes through the images one by one.

    Each turn of a loop costs Python some microseconds, and PyTorch some more for each small operation.
    For 12,000 images that is felt, and a GPU would be idle nearly all the time. A subtraction can
    compare the whole batch with one average at once: (n, h, w) minus (h, w) lines up from the right.
    Then average over the last two axes, and you have all n distances.
    """

    def is_three(images, mean3, mean7):
        if images.dim() == 2:
            return (images - mean3).abs().mean() < (images - mean7).abs().mean()
        answers = [(image - mean3).abs().mean() < (image - mean7).abs().mean() for image in images]
        return torch.stack(answers)
