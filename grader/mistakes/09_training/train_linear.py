"""Known wrong answers to `train_linear`. Each docstring is what the learner is told."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss

SYMPTOMS = {
    "untrained": "untrained",
    "trained_in_order": "order",
    "labels_shuffled_apart": "chance",
    "probabilities": "probabilities",
    "probabilities_of_the_other": "probabilities_of_the_other",
    "decides_at_a_half": "a_half",
    "gives_decisions": "decisions",
    "steps_uphill": "reversed",
    "too_few_steps": "below_bar",
    "steps_too_long": "nan",
    "flat_logits": "flat",
    "returns_no_model": "data",
    "shared_weights": "shared",
    "remembered_images": "remembered",
}


def untrained():
    """Your model answers the same whatever the labels say: it has learnt nothing from them.

    We tried it out. A model that was trained with nothing but zeros should say 0, one that was trained with nothing
    but ones should say 1. Yours makes no such difference. The steps do not reach the weights that you return. That
    happens when the loop is never entered, when each step makes new tensors while the model keeps the old ones, or
    when the learning rate is next to nothing. Print the sum of the weights before and after the loop: it has to
    change.
    """

    def train_linear(x, y):
        torch.manual_seed(0)
        return nn.Linear(784, 1)


def trained_in_order():
    """Your model says "0" far too often, as if it had forgotten the ones.

    The rows are sorted: all the ones come first, then all the zeros. Taken in that order, the first half of a pass
    teaches "1", and the second half, thousands of zeros in a row, teaches "0" and nothing else. When it ends, the
    bias stands far on the side of the zeros. Yet the model can rank the images: the ones get the higher numbers.
    Give the rows a new random order in each pass, the same one for images and labels.
    """

    def train_linear(x, y):
        net = nn.Linear(784, 1)
        for _ in range(3):
            for xb, yb in zip(x.split(10), y.split(10), strict=True):
                grads = torch.autograd.grad(binary_cross_entropy_with_logits(net(xb), yb), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def labels_shuffled_apart():
    """Your model does learn from labels, but its answers are no better than a coin.

    So the labels that it sees do not belong to the images. That happens when images and labels are shuffled apart:
    if the images come in the order 2, 0, 1 and the labels in the order 1, 2, 0, every image gets somebody else's
    label, and there is nothing to be learnt. Make one order, a tensor of row numbers, and use it for both. Then
    show yourself some images with their labels, right before the loss.
    """

    def train_linear(x, y):
        torch.manual_seed(0)
        net = nn.Linear(784, 1)
        for _ in range(5):
            images, labels = x[torch.randperm(len(x))], y[torch.randperm(len(y))]
            for xb, yb in zip(images.split(100), labels.split(100), strict=True):
                grads = torch.autograd.grad(binary_cross_entropy_with_logits(net(xb), yb), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return net


def probabilities():
    """Your model gives probabilities, and logits were asked for.

    All its answers lie between 0 and 1. An image that it takes for a 0 gets, say, 0.03. That is above 0, and above
    0 means "1" for a logit. So every image counts as a 1. What you want to return is the number before the sigmoid:
    the logit of the probability 0.03 is about -3.5, and that of one half is 0. Keep the sigmoid for the loss, and
    leave it out of what you return.
    """
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        return lambda images: model(images).sigmoid()


def probabilities_of_the_other():
    """Your model gives probabilities, and they belong to the other kind of digit.

    All its answers lie between 0 and 1, where logits were asked for, so that all count as a 1. Besides, the high
    ones stand at the zeros: an image whose target is 0 gets, say, 0.97. So two things are wrong. First look which
    way round it is: for the first row of `x` the target is 1, and the answer should be high after training. Then
    return what goes into the sigmoid, and not what comes out of it.
    """
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        return lambda images: 1 - model(images).sigmoid()


def decides_at_a_half():
    """Your model answers near 0 and near 1, so that its border is a half. A logit's border is 0.

    You trained the plain output to be 1 for the ones and 0 for the zeros. Then a good answer for a zero is 0.1,
    say, which is above 0 and counts as a 1. Cut at a half, your answers would be right. A loss for logits puts the
    border where it belongs: it wants large positive numbers for the ones and large negative ones for the zeros.
    Change the loss, and keep the rest.
    """

    def train_linear(x, y):
        net = nn.Linear(784, 1)
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(mse_loss(net(x[rows]), y[rows]), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.01 * grad
        return net


def gives_decisions():
    """Your model gives only 0 and 1. A logit was asked for, which also says how sure the model is.

    Somewhere at the end you compare (`> 0`, or `> 0.5`) or round. That takes the answer's strength away: 0.1 and
    12.0 both become 1. The one who calls the model can always decide afterwards, but cannot get back what was
    thrown away. Return the weighted sum of the pixels, plus the bias, as it is.
    """
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        return lambda images: (model(images) > 0).float()


def steps_uphill():
    """Your model is wrong nearly every time, and that takes as much knowledge as being right.

    It tells the two kinds apart very well, but says 1 for the zeros. Most often the step goes the wrong way: with
    weights *plus* learning rate times gradient the loss grows with every step. (Or the targets have been turned
    round, 1 - y in place of y.) Print the loss of every hundredth batch. If it grows, look at the sign in your
    step.
    """
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        return lambda images: -model(images)


def too_few_steps():
    """Your model has begun to learn, and stopped too early.

    It is right much more often than a coin, so images and labels belong together and the steps go the right way.
    What is missing is distance: the number of steps times their length. With a learning rate of 0.001 and one pass,
    the weights have hardly left the place where they began. Print the loss at the end of each pass. While it still
    sinks clearly, there is something to be won: take more passes first, and if that takes too long, a larger
    learning rate.
    """

    def train_linear(x, y):
        torch.manual_seed(2)
        weights = (0.1 * torch.randn(784, 1)).requires_grad_()
        for rows in torch.randperm(len(x))[:1000].split(50):
            (grad,) = torch.autograd.grad(binary_cross_entropy_with_logits(x[rows] @ weights, y[rows]), [weights])
            weights = (weights - 0.01 * grad).detach().requires_grad_()
        return lambda images: images @ weights


def steps_too_long():
    """Your weights have become `nan`: the steps were too long.

    Think of a valley. A step that is too long lands on the other slope, higher than before. There it is steeper, so
    the next step is longer still. After some dozens the numbers are too large for a float, infinity minus infinity
    is `nan`, and whatever is computed with `nan` is `nan`. Print the loss of the first ten batches: you will see it
    grow. Divide the learning rate by ten until it sinks.
    """

    def train_linear(x, y):
        net = nn.Linear(784, 1)
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(mse_loss(net(x[rows]), 2 * y[rows] - 1), list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 1.0 * grad
        return net


def flat_logits():
    """Your model gives m numbers in a row; a table of m rows and one column was asked for.

    Shape (m,) and shape (m, 1) hold the same numbers, but they do not go together: compared with targets of shape
    (m, 1), (m,) is stretched, and makes m times m answers without a word. That spoils a loss as well as an
    accuracy. Weights of shape (784, 1) give (m, 1) all by themselves, and so does `nn.Linear(784, 1)`. Look for a
    `squeeze`, a `view(-1)`, or weights of shape (784,).
    """
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        return lambda images: model(images).squeeze(1)


def returns_no_model():
    """What you return cannot be called: it is numbers, a pair, or nothing at all.

    Weights alone are no model: whoever gets them has to know what to do with them, and where the bias is. And a
    function without `return` gives `None`. What is wanted knows by itself: it takes new images and gives their
    logits. A function that is defined inside of `train_linear` can use the finished weights by their names, also
    later, when `train_linear` has returned. Return that function, without calling it. Or return the `nn.Linear`, if
    you have one.
    """

    def train_linear(x, y):
        weights = torch.zeros(784, 1)
        for rows in torch.randperm(len(x)).split(64):
            weights += 0.1 * x[rows].T @ (y[rows] - (x[rows] @ weights).sigmoid()) / len(rows)
        return weights


def shared_weights():
    """Your second training changes the model that came out of the first.

    We train a model for threes and sevens, then another for two other digits, and ask the first one again: it now
    answers otherwise. Both use the same weights. That happens when weights or model are made once, at the top of
    the file, and every call of `train_linear` goes on training them. Make them anew inside of the function, so that
    every call has its own.
    """
    _shared = nn.Linear(784, 1)

    def train_linear(x, y):
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(64):
                grads = torch.autograd.grad(
                    binary_cross_entropy_with_logits(_shared(x[rows]), y[rows]), list(_shared.parameters())
                )
                with torch.no_grad():
                    for p, grad in zip(_shared.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return _shared


def remembered_images():
    """Your model knows the training images by heart, and new ones not at all.

    Of the images that it was trained with nearly all are right, of the unseen ones hardly more than by chance. To
    look an image up in a list is no learning: the next three that somebody writes will be in no list. A model has
    to find out what all threes have in common, and a weight for each pixel is a simple way to hold that. Train
    weights with gradient descent.
    """

    def train_linear(x, y):
        known = dict(zip((row.numpy().tobytes() for row in x), (2 * y - 1).tolist(), strict=True))
        return lambda images: torch.tensor([known.get(row.numpy().tobytes(), [-0.5]) for row in images])
