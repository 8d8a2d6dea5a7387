"""Known wrong answers to `Classifier`, half repairs too. Each docstring is what the learner is told."""

import torch
import torch.nn.functional as F
from torch import nn


def squeezed_scores():
    """What comes out lies between 0 and 1, and each row adds up to 1. Those are no logits.

    Give the network ten random examples and print what it says. However large its weights are, no score
    is above 1, and none below 0. So the right class can be ahead of the others by 1 at most. For
    `F.cross_entropy` that is a faint hint, not a sure answer. It wants to hear 9 against 0, and would
    give a loss of 0.0002 for that. Find the line in which the large scores get lost.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x))).softmax(dim=1)


def sigmoid_instead():
    """The scores are still squeezed between 0 and 1, now each one by itself.

    A sigmoid turns any number into one between 0 and 1. The rows need not add up to 1 any more, but the
    right class still cannot be ahead by more than 1, and the loss of ten classes still stops at 1.4612.
    It does not matter with what the scores are squeezed. The loss wants to see them as the second linear
    layer gives them.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return torch.sigmoid(self.second(F.relu(self.first(x))))


def softmax_in_evaluation():
    """While training the network gives logits now, but in evaluation mode it still gives probabilities.

    It is tempting: probabilities are nicer to read. But the validation loss is made with
    `F.cross_entropy` too, and stops at 1.4612 just as before, while the training loss goes to 0. That
    looks like a model that learnt by heart, and is none. Let `forward` do the same in both modes. Whoever
    wants to read probabilities can make them from the logits afterwards.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            scores = self.second(F.relu(self.first(x)))
            return scores if self.training else scores.softmax(dim=1)


def softmax_in_training():
    """In evaluation mode the network gives logits now, but while training it still gives probabilities.

    That is the wrong way round twice. Training is where the loss needs the scores as they are: from
    squeezed ones it gets small gradients, and it stops at 1.4612. `self.training` is not needed here at
    all. Linear, ReLU, linear is the same sum on every occasion, so let `forward` give the same in both
    modes.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            scores = self.second(F.relu(self.first(x)))
            return scores.softmax(dim=1) if self.training else scores


def log_softmax_instead():
    """The logarithms of the probabilities come out. They train well, but they are not the scores.

    `F.cross_entropy` would give the same loss for both, so the loss can reach 0 now. But all of these
    numbers are below 0, and each one depends on all the others: if one score rises, the rest fall. The
    second layer's score of 9 may come out as -0.0002. Where a loss wants logits, hand over what the last
    linear layer gave, and let the loss take its own logarithm.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x))).log_softmax(dim=1)


def activation_removed():
    """The scores are logits now, but the ReLU between the two layers went too.

    Two linear layers without a bend between them are one linear layer: w2 * (w1 * x + b1) + b2 is a
    straight line again. On points that lie far apart that is good enough. On digits the hidden layer
    would be of no use. The ReLU sits between the layers and squeezes nothing at the end. It was no part
    of the bug.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(self.first(x))


def relu_at_the_end():
    """The softmax is gone, but now a ReLU stands at the end, and no score can be below 0.

    Scores of -3 and -8 both come out as 0, and nothing tells them apart any more. Worse, where a score
    has been cut to 0 no gradient flows back, so that class may never learn. Logits are any numbers,
    negative ones too. The ReLU belongs between the two linear layers, and after the second one nothing is
    needed.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return F.relu(self.second(F.relu(self.first(x))))


def softmax_in_the_middle():
    """The softmax moved to the hidden layer and took the place of the ReLU.

    The scores can be any numbers now. But a softmax over the hidden layer makes its units share a total
    of 1: if one is at 0.9, the 29 others have 0.1 among them. A ReLU lets each unit be as large as it
    likes, independently of the others. The contract is linear, ReLU, linear. Put nothing in place of what
    is removed, and leave the rest.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(self.first(x).softmax(dim=1))


def over_the_batch():
    """The softmax is still there, and it now goes down the batch instead of along the classes.

    Each column adds up to 1, so the score of one example depends on which others lie in the same batch.
    In a batch of one example every score is exactly 1, whatever the picture shows. The direction was not
    the bug. Print a row and a column of the output, and ask whether these numbers should have been made
    to add up to anything at all.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x))).softmax(dim=0)


def stretched_probabilities():
    """The squeezed scores are stretched again, by a fixed factor.

    Ten times a probability lies between 0 and 10, so the loss can fall further, to about 0.0004. But the
    squeezing still happens: scores of 20 and 40 both become almost 0 and almost 1 before they are
    stretched, and the gradient behind them is almost nothing. A larger factor moves the floor, it does
    not remove it. What squeezes the scores has to go.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return 10 * self.second(F.relu(self.first(x))).softmax(dim=1)


def chosen_class():
    """The network answers with the number of the class, and not with a score for each.

    `argmax` says that class 2 is the winner, but not by how much. `F.cross_entropy` needs the scores of
    all classes, in the shape (n, classes), and no gradient can flow through a choice. For a batch of 6
    and 3 classes 18 numbers should come out, and yours are 6. Choosing comes last, when somebody wants to
    know the answer.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x))).argmax(dim=1)


def detached_logits():
    """The logits have the right values, but no gradient can flow back through them.

    `.detach()`, `.data` and a `torch.no_grad()` block hand on the numbers without the record of how they
    were made. The loss of such scores cannot reach the weights, and the network stays as it was born.
    Learning starts at the loss and walks back through the scores to both layers. Hand over what the
    second layer gives, as it is.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x))).detach()


def sizes_fixed():
    """The sizes are written into the layers, so every network is 784, 30, 10, whatever was asked for.

    Somebody with 5 inputs, 7 hidden units and 3 classes gets a network that cannot even take the inputs.
    The three numbers are parameters of `__init__`; 784, 30 and 10 only stand in where nothing is given.
    The program as it came used them. Let both layers be made of `inputs`, `hidden` and `classes` again.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(784, 30)
            self.second = nn.Linear(30, 10)

        def forward(self, x):
            return self.second(F.relu(self.first(x)))


def other_defaults():
    """The logits are right, but without any arguments a network of another size is made.

    `Classifier()` should have 784 inputs, 30 hidden units and 10 classes, as the program came: 28 by 28
    pixels, and ten digits. Others call it without arguments and load weights of these sizes, which do not
    fit yours. The defaults were no part of the bug. Put the three numbers back.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=50, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(F.relu(self.first(x)))


def starts_with_zeros():
    """The logits are right, but all weights start at 0, and most of them stay there.

    With only zeros every hidden unit gives 0, and a ReLU passes no gradient on at 0. So only the last
    bias ever moves: it learns how common each class is, and nothing about the pictures. With three kinds
    of points the loss stays near log(3) = 1.0986. Layers have to start with small random numbers, as
    `nn.Linear` does by itself.
    """

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first = nn.Linear(inputs, hidden)
            self.second = nn.Linear(hidden, classes)
            for p in self.parameters():
                nn.init.zeros_(p)

        def forward(self, x):
            return self.second(F.relu(self.first(x)))
