"""Cross-entropy: a loss for ten kinds

With two kinds of digit one probability was enough. With ten the network gives ten
numbers an image, one for each label: scores that may be any size, called logits. Three
steps make a loss of them. Here for one image and three labels, of which 0 is right:

    logits               1.79   1.10   0.00
    e to the power       6.00   3.00   1.00     positive, 10.00 in all
    divided by their sum 0.60   0.30   0.10     probabilities, 1 in all (the softmax)
    - log of the right one                      - log 0.60 = 0.51

Is the network sure and right, with 0.99, the loss is 0.01. Is it sure and wrong, with
0.01 for the right label, the loss is 4.61. And it grows without end. The loss of a
batch is the mean over its images. Each row is one image, and is treated for itself.

    >>> -torch.log(torch.tensor([0.6, 0.99, 0.01]))
    tensor([0.5108, 0.0101, 4.6052])

Well-known notes stop here, and the recipe does break. A network that is sure of itself
has large logits, and a float32 ends at about 3e38:

    >>> torch.tensor(1000.0).exp()
    tensor(inf)
    >>> torch.tensor(-2000.0).exp().log()
    tensor(-inf)

Both are cured on paper. The log of a fraction is a difference, so the loss is

    log(6 + 3 + 1) - log 6   =   2.30 - 1.79   =   0.51

and log 6 is just the logit itself: e to the power, and log, cancel. No log of a tiny
number is left. And adding the same to all logits of a row changes nothing, for it adds
the same to both terms. So first take away from each row its own largest logit. The
largest is then 0, its power 1, and the sum is never less than 1 and never too large.

    1001.79   1001.10   1000.00     becomes     0.00   -0.69   -1.79

PyTorch has all this ready-made. Here it is built by hand, once.
"""

import torch
from torch import Tensor


def cross_entropy(logits: Tensor, targs: Tensor) -> Tensor:
    """The mean of - log(probability of the right label).

    logits: (n, c), any floats, also as large as 1000 or -1000.
    targs: (n,), int64, the right label of each row, 0 to c - 1.
    Returns a tensor of shape (), float64 if the logits are, that `backward()` works on.
    Raises ValueError if logits have not two axes or targs not one, if their lengths
    differ, and if a target is below 0 or above c - 1.

    By hand: without PyTorch's `cross_entropy`, `softmax`, `log_softmax`, `logsumexp`
    and `nll_loss`, whether as functions, as methods or as modules.
    """
    raise NotImplementedError
