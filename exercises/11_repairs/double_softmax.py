"""Repair: the loss that stops at 1.4612

This network learns. Its loss falls at first, and on easy data it even gets every
example right. But the loss stops falling much too high, and on hard data the network
learns slowly and stays unsure. Here is what somebody saw who trained it on ten kinds of
points that lie far apart, with `F.cross_entropy` as the loss:

    steps              0        50       100      500      2000
    expected loss      2.7620   0.0027   0.0012   0.0002   0.0000
    seen     loss      2.3291   1.4669   1.4627   1.4613   1.4612
    seen     accuracy  0 %      100 %    100 %    100 %    100 %

A network that is right every time, and more and more sure, should have a loss near 0.
This one never gets below 1.4612, however long it trains. With three kinds of points
the lowest value was 0.5514, and with two 0.3133. The training loop and the loss are
fine: another network reached 0.0000 with them.

What does cross-entropy look at? At logits: one score for each class, any number, as
the last layer gives them. The score of the right class should be far above the others:

    >>> right = torch.tensor([0])
    >>> F.cross_entropy(torch.tensor([[9.0, 0.0, 0.0]]), right)
    tensor(0.0002)
    >>> F.cross_entropy(torch.tensor([[2.0, 0.0, 0.0]]), right)
    tensor(0.2395)

Repair `Classifier`, so that it gives logits: linear layer, ReLU, linear layer, and in
the same way while training and afterwards. A good way to look for the bug: print what
`forward` gives for some random inputs. What is the largest number that you see, what
the smallest, and what would the loss be if the network were as sure as it can be?
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Classifier(nn.Module):
    """A network with one hidden layer: linear, ReLU, linear.

    inputs: numbers in each example. hidden: size of the layer between. classes: scores
    that come out. Trained with `F.cross_entropy`.
    """

    def __init__(self, inputs: int = 784, hidden: int = 30, classes: int = 10) -> None:
        super().__init__()
        self.first = nn.Linear(inputs, hidden)
        self.second = nn.Linear(hidden, classes)

    def forward(self, x: Tensor) -> Tensor:
        """From examples (n, inputs) to logits (n, classes), in every mode."""
        scores = self.second(F.relu(self.first(x)))
        return scores.softmax(dim=1)
