"""Known wrong answers to `pixel_similarity`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "compares_with_training_images": "compares_with_training_images",
    "threes_and_sevens_only": "threes_and_sevens_only",
    "answers_at_once": "answers_at_once",
    "numbers_not_bools": "numbers_not_bools",
}


def means_swapped():
    """True and False are the wrong way round.

    The classifier should say True for images like those of the *first* stack. Suppose the average of
    the first is 20, of the second 80, and a pixel is 30. It is 10 from the first and 50 from the
    second, so the answer is True. You give False, as if the two averages had changed places, or the
    comparison its direction. Put the 20, 80 and 30 into your code and follow them.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).abs().mean(dim=(-2, -1))
            return far_second < far_first

        return classify


def one_mean_for_both():
    """Your classifier says False to every image, whichever kind it is.

    The usual reason: both averages come from the same stack. Then an image is as far from one as from
    the other, neither is ever nearer, and the answer is always False. This happens easily when a line
    is copied and only half of it is changed. Check each of the two averages: which stack does it come
    from? There should be one of each.
    """

    def pixel_similarity(first, second):
        mean_first = first.float().mean(dim=0)
        mean_second = first.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def compares_with_training_images():
    """New images are compared with the training images one to one, not with an average.

    Subtracting a stack of 150 training images from a batch of 40 new ones does not work: the stacks do
    not line up. It only works by luck, when both have the same number. And what would image 7 of one
    have to do with image 7 of the other? Shrink each stack to its average image first, as in
    `mean_image`. Then every new image can be compared with it.
    """

    def pixel_similarity(first, second):
        def classify(images):
            far_first = (images.float() - first.float()).abs().mean(dim=(-2, -1))
            far_second = (images.float() - second.float()).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def threes_and_sevens_only():
    """The rule knows something about threes and sevens, and nothing about other digits.

    A rule such as "threes have more ink at the bottom left" works for these two, and fails for ones and
    eights. The classifier should know nothing about digits at all. All it knows is what the two stacks
    show: their averages. Then the same lines of code tell apart any two kinds of images, even shoes and
    shirts. Use only `first` and `second`.
    """

    def pixel_similarity(first, second):
        def classify(images):
            scale = 255.0 if images.dtype == torch.uint8 else 1.0
            bottom_left = images[:, 18:24, 6:12].float() / scale
            return bottom_left.mean(dim=(-2, -1)) > 0.1

        return classify


def squared():
    """Your classifier compares squared differences (L2); the contract asks for L1.

    On most digits the two agree, so the accuracy looks fine. They part where an image has a few big
    misses: one pixel that is off by 200 counts as much as ten that are off by 20 for L1, but as much as
    a hundred of them for L2. Average the absolute differences, as in `l1_distance`. No squares, and no
    root.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = ((images.float() - mean_first) ** 2).mean(dim=(-2, -1))
            far_second = ((images.float() - mean_second) ** 2).mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def no_abs():
    """The differences keep their signs, so that they cancel.

    Without the absolute value, an image that is 100 too dark here and 100 too light there is at
    distance zero. What is compared then is only the amount of ink: whatever has less of it goes to one
    side. Ones and eights can be told apart that way, but threes and fives cannot. Take the sign away
    from each difference before averaging.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def abs_of_the_mean():
    """You take the sign away too late: after averaging, when the differences have cancelled already.

    An image that is 100 too dark in one place and 100 too light in another has the differences -100 and
    100. Their mean is 0, and taking the sign away from 0 changes nothing. What is compared is only how
    much ink there is on the whole, so that threes and fives can hardly be told apart. Take the absolute
    value of each pixel's difference first, and average then.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).mean(dim=(-2, -1)).abs()
            far_second = (images.float() - mean_second).mean(dim=(-2, -1)).abs()
            return far_first < far_second

        return classify


def averages_scaled():
    """You scale the averages to [0, 1], but not the images that you compare them with.

    A pixel of 200 that should be compared with an average of 190 is compared with 190 / 255 = 0.745. It
    is 199.255 away, and to the other average it is nearly as far: hardly anything is left of the
    difference between the two. For images that are between 0 and 1 already, another division makes the
    averages almost black. Stacks and images come on the same scale, so leave all three as they are.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0) / 255, second.float().mean(dim=0) / 255

        def classify(images):
            far_first = (images.float() - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def fails_on_uint8():
    """It works for floats, but stops with an error for uint8 stacks.

    PyTorch refuses to average whole numbers, because the result is hardly ever whole. Digits straight
    from a file are uint8, so the first use of your classifier stops at the mean. Turn the stacks into
    floats before averaging. The new images then go along by themselves: uint8 minus float gives float.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.mean(dim=0), second.mean(dim=0)

        def classify(images):
            far_first = (images - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images - mean_second).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def uint8_averages():
    """The averages are turned back into uint8, and the comparison wraps around.

    An average image of uint8 numbers looks tidy, but uint8 has no negative numbers. Subtract it from a
    uint8 image, and 3 - 7 gives 252: a pixel that is almost right counts as completely wrong. Fractions
    are lost as well. Keep the averages as the floats that they are, and compare in floats.
    """

    def pixel_similarity(first, second):
        mean_first = first.float().mean(dim=0).to(first.dtype)
        mean_second = second.float().mean(dim=0).to(second.dtype)

        def classify(images):
            far_first = (images - mean_first).abs().float().mean(dim=(-2, -1))
            far_second = (images - mean_second).abs().float().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def one_answer_for_the_batch():
    """The classifier gives one answer for the whole batch.

    A batch of 40 images needs 40 answers, a bool tensor of shape (40,). You average over all axes, also
    over the one that counts the images, so all of them share one distance. Averaging should use up the
    two axes of the picture only. They are the last two, -2 and -1.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            return (images.float() - mean_first).abs().mean() < (images.float() - mean_second).abs().mean()

        return classify


def answers_at_once():
    """You return answers, where a classifier was asked for.

    `pixel_similarity` gets the training images only. Whom it will have to judge is not known yet: those
    images come later, and more than once. So it must return a *function* that takes a batch and gives
    the answers, like `greeter` in the lesson, which returns `greet`. Define a function inside, and
    return its name without calling it.
    """

    def pixel_similarity(first, second):
        images = torch.cat([first, second]).float()
        far_first = (images - first.float().mean(dim=0)).abs().mean(dim=(-2, -1))
        far_second = (images - second.float().mean(dim=0)).abs().mean(dim=(-2, -1))
        return far_first < far_second


def last_one_wins():
    """All your classifiers share the same averages: a new one changes the old ones.

    Make one classifier for threes and sevens and then one for ones and eights. Now ask the first about
    a three: it answers as the second. The averages are kept in one place for all, a global variable
    perhaps, and are overwritten each time. Names inside the outer function belong to one call of it,
    and the inner function keeps them. Put the averages there.
    """

    _shared = {}

    def pixel_similarity(first, second):
        _shared["first"], _shared["second"] = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - _shared["first"]).abs().mean(dim=(-2, -1))
            far_second = (images.float() - _shared["second"]).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def one_image_only():
    """Not the whole stack counts: new images are compared with its first ones, not with its average.

    One single three is a poor picture of all threes: it may lean to the left, or have a loop. The
    average of a few hundred shows what they have in common. With ten images of value 0 and one of 110,
    the first image is 0, but the average is 10. Take the mean over the axis that counts the images, and
    over all of them.
    """

    def pixel_similarity(first, second):
        def classify(images):
            far_first = (images.float() - first[0].float()).abs().mean(dim=(-2, -1))
            far_second = (images.float() - second[0].float()).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def median_not_mean():
    """You compare with the median of each stack, the image of the middle values, not with the average.

    Three pixels of 10, 40 and 100: the one in the middle is 40, the mean is 150 / 3 = 50. The median
    forgets how dark the darkest are. For a pixel that has ink in fewer than half of the images it is
    even 0, so the thin and moving parts of a digit vanish. The contract asks for the average, as in
    `mean_image`, where every image counts. Use that in place of the median.
    """

    def pixel_similarity(first, second):
        median_first, median_second = first.float().median(dim=0).values, second.float().median(dim=0).values

        def classify(images):
            far_first = (images.float() - median_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - median_second).abs().mean(dim=(-2, -1))
            return far_first < far_second

        return classify


def numbers_not_bools():
    """The answers are right, but they are the numbers 1 and 0 and not True and False.

    A bool tensor can pick images: `images[answers]` gives all those of the first kind. With the numbers
    1 and 0 the same line picks the images at place 1 and place 0, many times over. A comparison of two
    tensors gives bools of itself. Leave out the conversion at the end.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).abs().mean(dim=(-2, -1))
            return (far_first < far_second).long()

        return classify


def list_of_bools():
    """Your classifier gives a list of Python's True and False, where a bool tensor was asked for.

    For a batch of 40 images the answer is a tensor of shape (40,). With a tensor, one line says how many
    are right (`(answers == truth).float().mean()`), and `images[answers]` picks those of the first kind.
    A list can do neither. Comparing two tensors of 40 distances gives such a tensor at once. Hand it on
    as it is, with no `.tolist()`, and no `bool()` in a loop.
    """

    def pixel_similarity(first, second):
        mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

        def classify(images):
            far_first = (images.float() - mean_first).abs().mean(dim=(-2, -1))
            far_second = (images.float() - mean_second).abs().mean(dim=(-2, -1))
            return (far_first < far_second).tolist()

        return classify
