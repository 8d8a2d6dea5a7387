"""A baseline: nearest average image by L1 distance."""

from collections.abc import Callable

from torch import Tensor


def _distance(images: Tensor, mean: Tensor) -> Tensor:
    # One mean absolute difference an image: the pixel axes go, the batch axis stays. The mean is a float, so the
    # differences are floats too, of uint8 images as well.
    return (images - mean).abs().mean(dim=(-2, -1))


def pixel_similarity(first: Tensor, second: Tensor) -> Callable[[Tensor], Tensor]:
    """A function from a batch (k, h, w) to bools (k,), True for the first kind."""
    # "Training" is this line: everything learnt about a kind is its average image.
    mean_first, mean_second = first.float().mean(dim=0), second.float().mean(dim=0)

    def classify(images: Tensor) -> Tensor:
        return _distance(images, mean_first) < _distance(images, mean_second)

    return classify
