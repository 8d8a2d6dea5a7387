"""Known wrong answers to `train_simple_net`. Each docstring is what the learner is told."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss

SYMPTOMS = {
    "linear_only": "affine",
    "zeros_at_the_start": "constant",
    "too_few_steps": "below_bar",
    "rate_that_diverges": "nan",
    "untrained": "chance",
    "trained_in_order": "order",
    "sigmoid_at_the_end": "probabilities",
    "targets_turned_round": "reversed",
    "flat_logits": "flat",
    "returns_a_function": "no_module",
    "remembered_images": "remembered",
}


def linear_only():
    """Your network bends nowhere: it answers like one linear layer, however many layers it has.

    A weighted sum of weighted sums is a weighted sum. Take 2 * (3 * x + 1) + 5: that is 6 * x + 7, one weight and
    one bias. So two linear layers in a row can do no more than one, and on threes and sevens that ends at about 98
    in 100. Something between them has to bend, and the ReLU, which cuts off at 0, is the simplest thing that does.
    Put it after the first layer. At the very end, it would do harm.
    """

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 30), nn.Linear(30, 1))
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(
                    binary_cross_entropy_with_logits(net(x[rows]), y[rows]), list(net.parameters())
                )
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def zeros_at_the_start():
    """Your network gives the same number for every image: its hidden layer never woke up.

    If all weights start at 0, every hidden feature is relu(0), which is 0, and so the second layer has nothing to
    weigh. The gradients of both layers are 0 as well, for each is multiplied by what the other one holds. Only the
    last bias learns. For one layer alone zeros will do, but two need a start at random, so that the features
    differ. `nn.Linear` brings one along: do not overwrite it.
    """

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))
        for p in net.parameters():
            nn.init.zeros_(p)
        for _ in range(3):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(
                    binary_cross_entropy_with_logits(net(x[rows]), y[rows]), list(net.parameters())
                )
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def too_few_steps():
    """Your network is on its way, and stopped too early.

    It is right much more often than a coin, and it does bend. What is missing is distance: the number of steps
    times their length. One pass with a small learning rate brings it about as far as a linear model, for the bends
    are learnt last. Print the loss at the end of each pass. While it still sinks clearly, take more passes. If that
    takes too long, make the learning rate larger.
    """

    def train_simple_net(x, y):
        torch.manual_seed(2)
        net = nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))
        for _ in range(20):
            rows = torch.randint(0, len(x), (50,))
            grads = torch.autograd.grad(binary_cross_entropy_with_logits(net(x[rows]), y[rows]), list(net.parameters()))
            with torch.no_grad():
                for p, grad in zip(net.parameters(), grads, strict=True):
                    p -= 0.01 * grad
        return net


def rate_that_diverges():
    """Your weights have become `nan`: the learning rate is too high.

    Think of a valley. A step that is too long lands on the other slope, higher than before. There it is steeper, so
    the next step is longer still. After some dozens the numbers are too large for a float, infinity minus infinity
    is `nan`, and whatever is computed with `nan` is `nan`. Print the loss of the first ten batches: you will see it
    grow. Divide the learning rate by ten until it sinks.
    """

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 30), nn.Linear(30, 1))
        for _ in range(2):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(mse_loss(net(x[rows]), 2 * y[rows] - 1), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 50.0 * grad
        return net


def untrained():
    """Your network is hardly better than a coin: it looks untrained.

    Random weights give random answers. Either the steps never happen, or they happen to other tensors than those
    which you return (a second network made after the loop, say), or images and labels have been shuffled apart, so
    that each image gets somebody else's label. Print the loss of the first batch and of the last one. At the start
    it is about 0.69, which is a coin's. If it still is at the end, nothing has been learnt: follow one weight
    through a single step, and see whether it changes.
    """

    def train_simple_net(x, y):
        torch.manual_seed(1)
        return nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))


def trained_in_order():
    """Your network says "0" far too often, as if it had forgotten the ones.

    The rows are sorted: all the ones come first, then all the zeros. Taken in that order, the first half of a pass
    teaches "1", and the second half, thousands of zeros in a row, teaches "0" and nothing else. When it ends, the
    network stands far on the side of the zeros. Yet it can rank the images: the ones get the higher numbers. Give
    the rows a new random order in each pass, the same one for images and labels.
    """

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))
        for _ in range(3):
            for xb, yb in zip(x.split(10), y.split(10), strict=True):
                grads = torch.autograd.grad(binary_cross_entropy_with_logits(net(xb), yb), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def sigmoid_at_the_end():
    """Your network gives probabilities, and logits were asked for.

    All its answers lie between 0 and 1. An image that it takes for a 0 gets, say, 0.03. That is above 0, and above
    0 means "1" for a logit. So every image counts as a 1. What you want is the number before the sigmoid: the logit
    of the probability 0.03 is about -3.5, and that of one half is 0. Keep the sigmoid for the loss, and let the
    network end with its last linear layer.
    """
    _train = train_simple_net  # noqa: F821

    def train_simple_net(x, y):
        return nn.Sequential(_train(x, y), nn.Sigmoid())


def targets_turned_round():
    """Your network is wrong nearly every time, and that takes as much knowledge as being right.

    It tells threes and sevens apart very well, but gives the zeros the numbers above 0. So somewhere the two kinds
    change places: targets of `1 - y`, a step that goes uphill, or a minus before the answer. Take the first row of
    `x`, whose target is 1, and follow it through your code: which target does the loss see, and is the loss small
    when the logit is large?
    """

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(64):
                loss = binary_cross_entropy_with_logits(net(x[rows]), 1 - y[rows])
                grads = torch.autograd.grad(loss, list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def flat_logits():
    """Your network gives m numbers in a row; a table of m rows and one column was asked for.

    Shape (m,) and shape (m, 1) hold the same numbers, but they do not go together: compared with targets of shape
    (m, 1), (m,) is stretched, and makes m times m answers without a word. That spoils a loss as well as an
    accuracy. A last layer with one output gives (m, 1) all by itself. Look for a `squeeze`, a `view(-1)` or a
    `Flatten(0)` that comes after it.
    """
    _train = train_simple_net  # noqa: F821

    def train_simple_net(x, y):
        return nn.Sequential(_train(x, y), nn.Flatten(0))


def returns_a_function():
    """You return something else than the network, and an `nn.Module` was asked for.

    A function that calls the network gives the right numbers, and a pair of network and losses has the network in
    it. But whoever gets a module can do more with it: count its parameters, save them to a file, move them to a
    GPU, switch it to evaluation mode. Return the module alone. It can be called like a function anyway.
    """
    _train = train_simple_net  # noqa: F821

    def train_simple_net(x, y):
        net = _train(x, y)
        return lambda images: net(images)


def remembered_images():
    """Your network knows the training images by heart, and new ones not at all.

    Of the images that it was trained with nearly all are right, of the unseen ones hardly more than by chance. To
    look an image up in a list is no learning: the next three that somebody writes will be in no list. A network has
    to find out what all threes have in common. Train weights with gradient descent, and keep none of the images.
    """

    class Memory(nn.Module):
        def __init__(self, x, y):
            super().__init__()
            self.known = dict(zip((row.numpy().tobytes() for row in x), (2 * y - 1).tolist(), strict=True))

        def forward(self, x):
            return torch.tensor([self.known.get(row.numpy().tobytes(), [-row.std().item()]) for row in x])

    def train_simple_net(x, y):
        return Memory(x, y)
