"""Known wrong answers to `l2_distance`. Each docstring is what the learner is told."""


def root_of_each_square():
    """You take the root of each square, and the mean is missing.

    Squaring -4 gives 16, and the root of 16 is 4. So root and square cancel each other, and what you
    return is just the size of each difference: many numbers, not one. "Root mean square" is to be done
    from right to left: square, then mean, then root. For differences of -4 and 6 the squares are 16 and
    36, their mean is 26, and the root of that is 5.099.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).sqrt()


def mean_of_the_root():
    """The root comes before the mean, which makes this the L1 distance in disguise.

    Take differences of -4 and 6. Squares: 16 and 36. If you take the roots now, you are back at 4 and
    6, and their mean is 5, the L1 distance. The squares have had no effect. With the mean first you get
    26, and the root of that is 5.099: the larger difference counts more, which is the point of L2. Let
    the root be the very last step.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).sqrt().mean()


def no_root():
    """The root is missing, so this is the mean squared error.

    For differences of -4 and 6 you give 26, the mean of 16 and 36. That is a useful number, and the
    next chapter uses it as a loss. But it is not a distance between pixels: pixels that are about 5
    apart should not be called 26 apart. The root undoes the squaring at the end, and gives 5.099. One
    more operation on what you have.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).mean()


def sum_of_squares():
    """You add up the squares: both the mean and the root are missing.

    For differences of -4 and 6 you give 16 + 36 = 52. A sum grows with the number of pixels, and
    squares are not on the scale of a pixel. "Root mean square" names three steps, to be done from right
    to left. You have done the square. The mean of 16 and 36 is 26, and its root is 5.099. So replace
    the sum with the mean, and then take the root of it.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).sum()


def root_of_the_sum():
    """You take the root of the sum of the squares, not of their mean.

    This is the length of an arrow, as in school geometry, and is often called the norm. For differences
    of -4 and 6 it is the root of 52, which is 7.211. But it grows with the number of pixels: two large
    images would be farther apart than two small ones, only because they are large. With the mean, the
    root of 26, it is 5.099. Divide by the number of pixels before you take the root.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).sum().sqrt()


def square_of_the_mean():
    """You average the differences before you square them, so they cancel.

    Take differences of -4 and 6. Their mean is 1. Squaring the 1 and taking the root again gives 1, but
    the pixels are 4 and 6 apart. The square has two jobs: it takes away the sign, and it makes big
    differences count more. It can do neither after the mean. Square each difference on its own, then
    take the mean, then the root.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()).mean() ** 2).sqrt()


def root_without_square():
    """There is a root but no square, and the root of a negative number is NaN.

    `nan` means "not a number". Differences can be negative, and so can their mean: 3 - 7 is -4, and no
    number times itself gives -4. Squaring each difference first makes all of them positive, so that the
    root always exists. For -4 and 6 the squares are 16 and 36, their mean is 26 and the root of it
    5.099.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return (a.float() - b.float()).mean().sqrt()


def wraps_around():
    """You subtract while the pixels are still uint8, and uint8 has no negative numbers.

    In uint8, 3 - 7 is not -4 but 252: the counter starts again from the top. Squaring 252 then gives
    63504 in place of 16. If you make floats afterwards, the damage is done. Turn both images into
    floats before the first calculation, which is the subtraction. For float inputs your answer is
    right.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a - b).float() ** 2).mean().sqrt()


def squares_wrap_around():
    """You square while the pixels are still uint8, which ends at 255.

    In uint8, 20 * 20 is not 400. There is no 400, so the counter starts again from 0 and stops at 144.
    Differences go wrong as well: 3 - 7 gives 252. Turning the squares into floats comes too late,
    because the right number is lost by then. Make floats of both images first, and only then subtract
    and square.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a - b) ** 2).float().mean().sqrt()


def fails_on_uint8():
    """It works for floats, but stops with an error for uint8 pixels.

    PyTorch does not average whole numbers: the mean of 3 and 4 is no whole number, so `mean` of a uint8
    tensor is an error. Quieter, and worse: in uint8 3 - 7 is 252, and 20 * 20 is 144. All of that has
    one cure. Turn both images into floats, and do it before the first calculation, not just before the
    mean.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a - b) ** 2).mean().sqrt()


def broadcasts():
    """Different shapes are not refused, so PyTorch stretches them silently.

    Three numbers of shape (3,) against three of shape (3, 1): PyTorch compares each with each, makes 9
    differences, and gives their root mean square. There is no error, and the number looks like any
    other. Compare the two shapes first of all. If they differ, raise a `ValueError` that shows both, so
    that the reader can see which of the two is the odd one.
    """

    def l2_distance(a, b):
        return ((a.float() - b.float()) ** 2).mean().sqrt()


def asserts_the_shapes():
    """You refuse different shapes with an `assert`, but a `ValueError` was asked for.

    An `assert` says "this can never happen in my own code". It raises an `AssertionError`, and Python
    leaves such lines out when it is started with `-O`: then (3,) against (3, 1) goes through after all.
    Two tensors that do not fit come from whoever calls you. For that there is `ValueError`, and those
    who want to catch it catch it by that name. Ask with `if`, and raise one that says both shapes.
    """

    def l2_distance(a, b):
        assert a.shape == b.shape
        return ((a.float() - b.float()) ** 2).mean().sqrt()


def plain_number():
    """The number is right, but it comes as a Python float and not as a tensor.

    `.item()`, `float()` and `math.sqrt` hand back a plain number. That is fine for printing, but the
    contract asks for a tensor of shape (): it keeps its dtype and its device, and PyTorch can calculate
    on with it. Tensors have a root of their own, and the root of a tensor of shape () is again one of
    shape (). Return that.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).mean().sqrt().item()


def rounded_to_float32():
    """You turn everything into float32, also what came as float64, and lose half of its digits.

    float64 numbers have about 16 digits, float32 numbers 7. The difference between 1 and 1 + 1e-10 is
    gone before you square it, and two inputs that are not equal are at distance zero. It is whole
    numbers such as uint8 pixels that have to become floats. What is a float already should stay what it
    is. Ask first what came (`is_floating_point` tells), and convert only what has to be converted.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.float() - b.float()) ** 2).mean().sqrt()


def float64_result():
    """The number is right, but it is a float64, also where float32 or uint8 came.

    `double()`, `torch.float64` and a detour through NumPy or Python's own numbers end in float64. PyTorch
    works with float32 unless told otherwise, and some operations refuse a mixture of the two: a float64
    matrix times a float32 matrix is an error. So the contract is: pixels and float32 give a float32
    distance, and only float64 gives float64. Use `float()` where you have `double()`, or turn the result
    back at the end.
    """

    def l2_distance(a, b):
        if a.shape != b.shape:
            raise ValueError(f"{a.shape} against {b.shape}")
        return ((a.double() - b.double()) ** 2).mean().sqrt()
