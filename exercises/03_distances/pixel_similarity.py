"""A baseline: a classifier from two stacks of images

Before you build something clever, build something simple and measure it. That is
a baseline. If a neural network cannot beat it, the network is not worth the
trouble, or has a bug. Ours is the rule of `is_three`: an image belongs to the kind
whose average image is nearer by L1 distance. On unseen threes and sevens it is
right about 95 times in 100.

This time it must work for any two kinds: threes and sevens today, ones and eights
tomorrow. So we write a function that gets examples of both kinds and makes a
classifier from them. The classifier is a function too:

    stack of first kind  --> average --+
                                       +--> classifier: batch --> True, False, ...
    stack of second kind --> average --+

A function inside a function remembers the names around it, even after the outer
one has returned. Each call of the outer function makes a fresh one:

    >>> def greeter(word):
    ...     def greet(name):
    ...         return word + ", " + name
    ...     return greet
    >>> hello, bye = greeter("Hello"), greeter("Bye")
    >>> hello("Ada"), bye("Ada")
    ('Hello, Ada', 'Bye, Ada')

Which work belongs outside, and which inside? The averages depend on the training
images only, so they are made once. The distances depend on the new images, so they
are made each time the classifier is called.

By hand, with images of one pixel: the first kind is 10 and 30, average 20; the
second is 60, 80 and 100, average 80. A new pixel of 45 is 25 away from the first
and 35 from the second: True. A pixel of 70: 50 and 10, so False.
"""

from collections.abc import Callable

from torch import Tensor


def pixel_similarity(first: Tensor, second: Tensor) -> Callable[[Tensor], Tensor]:
    """Make a classifier from two stacks of training images.

    first, second: (n, h, w) and (m, h, w), both uint8 or both floats in [0, 1].
    Returns a function. It takes a batch (k, h, w), of the same scale as the stacks,
    and gives a bool tensor (k,): True where the image is nearer (L1 distance) to the
    average of `first` than to the average of `second`.
    """
    raise NotImplementedError
