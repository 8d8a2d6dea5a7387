"""Answers to Classifier in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {}


def right_by_sequential():
    """One attribute that holds the whole row of layers."""

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        def forward(self, x):
            return self.layers(x)


def right_by_subclass_of_sequential():
    """The module is a row of layers itself, and needs no `forward`."""

    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))


def right_by_own_parameters():
    """Weights and biases as parameters, the inputs first."""

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.w1 = nn.Parameter(torch.randn(inputs, hidden) / inputs**0.5)
            self.b1 = nn.Parameter(torch.zeros(hidden))
            self.w2 = nn.Parameter(torch.randn(hidden, classes) / hidden**0.5)
            self.b2 = nn.Parameter(torch.zeros(classes))

        def forward(self, x):
            return (x @ self.w1 + self.b1).clamp(min=0.0) @ self.w2 + self.b2


def right_with_the_last_layer_made_first():
    """The order of making is not that of running."""

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.out = nn.Linear(hidden, classes)
            self.relu = nn.ReLU()
            self.inp = nn.Linear(inputs, hidden)

        def forward(self, x):
            h = self.inp(x)
            h = self.relu(h)
            return self.out(h)


def right_with_probabilities_apart():
    """Logits from `forward`, and probabilities for whoever asks."""

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.a, self.b = nn.Linear(inputs, hidden), nn.Linear(hidden, classes)

        def forward(self, x):
            return self.b(torch.where(self.a(x) > 0, self.a(x), 0.0))

        def probabilities(self, x):
            return self(x).softmax(dim=1)


def right_by_layer_list():
    """A list of layers, gone through in a loop."""

    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            nn.Module.__init__(self)
            sizes = [inputs, hidden, classes]
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers[:-1]:
                x = torch.relu(layer(x))
            return self.layers[-1](x)


def squeezed_scores():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes), nn.Softmax(dim=-1))


def sigmoid_instead():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes), nn.Sigmoid())


def softmax_in_evaluation():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        def forward(self, x):
            out = self.layers(x)
            if not self.training:
                out = F.softmax(out, dim=-1)
            return out


def softmax_in_training():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        def forward(self, x):
            out = self.layers(x)
            if self.training:
                out = torch.exp(out) / torch.exp(out).sum(dim=1, keepdim=True)
            return out


def log_softmax_instead():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes), nn.LogSoftmax(dim=1))


def activation_removed():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.Linear(hidden, classes))


def relu_at_the_end():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes), nn.ReLU())


def softmax_in_the_middle():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.Softmax(dim=1), nn.Linear(hidden, classes))


def over_the_batch():
    class Classifier(nn.Sequential):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes), nn.Softmax(dim=0))


def stretched_probabilities():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        def forward(self, x):
            return F.softmax(self.layers(x), dim=-1) / 0.1


def chosen_class():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        def forward(self, x):
            return self.layers(x).max(dim=1).indices


def detached_logits():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))

        @torch.no_grad()
        def forward(self, x):
            return self.layers(x)


def sizes_fixed():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.first, self.second = nn.Linear(28 * 28, 30), nn.Linear(30, 10)

        def forward(self, x):
            return self.second(self.first(x).relu())


def other_defaults():
    class Classifier(nn.Module):
        def __init__(self, inputs=28 * 28, hidden=50, classes=10):
            super().__init__()
            self.first, self.second = nn.Linear(inputs, hidden), nn.Linear(hidden, classes)

        def forward(self, x):
            return self.second(self.first(x).relu())


def starts_with_zeros():
    class Classifier(nn.Module):
        def __init__(self, inputs=784, hidden=30, classes=10):
            super().__init__()
            self.w1, self.b1 = nn.Parameter(torch.zeros(hidden, inputs)), nn.Parameter(torch.zeros(hidden))
            self.w2, self.b2 = nn.Parameter(torch.zeros(classes, hidden)), nn.Parameter(torch.zeros(classes))

        def forward(self, x):
            return F.linear(F.relu(F.linear(x, self.w1, self.b1)), self.w2, self.b2)
