"""Known wrong answers to `l1_distance`. Each docstring is what the learner is told."""


def no_abs():
    """The signs are still there, so differences cancel each other.

    Take a = [3, 10] and b = [7, 4]. The differences are -4 and 6. Their average is 1, but the pixels
    are 4 and 6 apart, which is 5 on average. With signs left in, two very different images can even
    come out at distance zero. A question of "how far" has no sign. Take it away from each difference
    before you average.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).mean()


def abs_of_the_mean():
    """The sign is taken away too late: after averaging, not before.

    Take a = [3, 10] and b = [7, 4]. The differences are -4 and 6. If you average first, they cancel,
    and you get 1. Making that 1 positive changes nothing any more. What you want is the average of 4
    and 6, which is 5. So each single difference must lose its sign while it still stands alone. Swap
    the order of your two operations.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        if not a.is_floating_point():
            a, b = a.float(), b.float()
        return (a - b).mean().abs()


def sum_instead_of_mean():
    """You add the differences up, but the L1 distance here is their average.

    Take two images of 2 pixels, 4 and 6 apart. You give 10, where the average is 5. The trouble with a
    sum: a large image gives a large number, only because it has many pixels. Then nobody can tell
    whether 10 is near or far. The average stays on the scale of one pixel. Divide by the number of
    elements, or use the operation that does both at once.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).abs().sum()


def no_mean():
    """The differences are right, but you give all of them and not one number.

    For two images of 28 by 28 pixels you give 784 numbers. Each says how far apart the images are at
    one place. The question was how far apart the *images* are, and that has one answer. For differences
    of 4 and 6 it is 5. One last step is missing: the one that turns many numbers into a single one of
    shape ().
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).abs()


def mean_over_one_axis():
    """Only one axis is averaged away, so that several numbers are left.

    An image of 3 rows and 5 columns has two axes. If you average along the first, you get 5 numbers,
    one for each column. That is why a plain row of numbers seems to work and an image does not. The
    distance is one number, of shape (), whatever shape went in. Without naming an axis, PyTorch
    averages over all of them.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        differences = (a.float() - b.float()).abs()
        return differences.mean(dim=0) if differences.dim() else differences


def squared():
    """You square the differences; the L1 distance takes them as they are, only without sign.

    Squaring does get rid of the sign, but it also changes the size: differences of 4 and 6 become 16
    and 36, and their average is 26. The L1 distance of the same numbers is 5. Squares belong to the
    next exercise, the L2 distance, where a root brings them back. Here look for an operation that takes
    away the minus sign and does nothing else.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).mean()


def wraps_around():
    """You subtract while the pixels are still uint8, and uint8 has no negative numbers.

    In uint8, 3 - 7 is not -4. It is 252, as an old mileage counter jumps from 000 to 999 when it is
    turned back. Turning the result into floats afterwards comes too late: it is 252.0 then. `7 - 3` is
    fine, so some pixels are right and others are far off. Make both images into floats first, and
    subtract then.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a - b).float().abs().mean()


def fails_on_uint8():
    """It works for floats, but not for pixels straight from a file, which are uint8.

    PyTorch does not average whole numbers, because the average of 3 and 4 is no whole number. So `mean`
    on a uint8 tensor stops with an error. Before that there is a quieter problem: in uint8, 3 - 7 gives
    252 and not -4. Both go away with one step at the right place. Ask yourself where the numbers have
    to become floats so that neither happens.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a - b).abs().mean()


def broadcasts():
    """Different shapes are not refused, so PyTorch stretches them silently.

    Three numbers in a row, shape (3,), against three in a column, shape (3, 1): PyTorch compares each
    number with each other one. That is 9 differences, and their average looks like any other number.
    Nobody notices. Compare the two shapes before anything else. If they are not the same, raise a
    `ValueError` that says what both of them are.
    """

    def l1_distance(a, b):
        return (a.float() - b.float()).abs().mean()


def compares_lengths_only():
    """You compare the lengths, but two tensors of equal length can have different shapes.

    `len` looks at the first axis only, and counting elements forgets the axes altogether. Shape (3,)
    and shape (3, 1) both have length 3 and 3 elements. Yet subtracting them makes a table of 3 by 3,
    every number against every other. It is the shapes as a whole that have to agree, so compare exactly
    those.
    """

    def l1_distance(a, b):
        if a.numel() != b.numel():
            raise ValueError(f"{a.numel()} against {b.numel()} elements")
        return (a.float() - b.float()).abs().mean()


def asserts_the_shapes():
    """You refuse different shapes with an `assert`, but a `ValueError` was asked for.

    An `assert` is a note to yourself: "this can never happen in my own code". It raises an
    `AssertionError`, and Python leaves all of these lines out when it is started with `-O`; then (3,)
    against (3, 1) goes through again. Two tensors that do not fit come from somebody else, and can come
    at any time. For that Python has `ValueError`: "the value that you gave me is no use". Ask with
    `if`, and raise one that says what both shapes are.
    """

    def l1_distance(a, b):
        assert a.shape == b.shape
        return (a.float() - b.float()).abs().mean()


def plain_number():
    """The number is right, but it comes as a Python float and not as a tensor.

    `.item()` and `float()` take the number out of its tensor. That is handy for printing. For
    calculating on it is a loss: a float does not know its dtype or device, and PyTorch can not follow
    it back to the images. The contract asks for a tensor of shape (). The averaging already gives one.
    Return it just as it is.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).abs().mean().item()


def rounded_to_float32():
    """You turn everything into float32, also what came as float64, and lose half of its digits.

    float64 numbers have about 16 digits, float32 numbers 7. Between 1 and 1 + 1e-10 float32 sees no
    difference at all, so two inputs that are not equal end up at distance zero. Only whole numbers such
    as uint8 pixels have to become floats. What is a float already should stay what it is. Ask which of
    the two came (`is_floating_point` tells), and convert only then.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).abs().mean()


def float64_result():
    """The number is right, but it is a float64, also where float32 or uint8 came.

    `double()`, `torch.float64` and a detour through NumPy or Python's own numbers end in float64. PyTorch
    works with float32 unless told otherwise, and some operations refuse a mixture of the two: a float64
    matrix times a float32 matrix is an error. So the contract is: pixels and float32 give a float32
    distance, and only float64 gives float64. Use `float()` where you have `double()`, or turn the result
    back at the end.
    """

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.double() - b.double()).abs().mean()
