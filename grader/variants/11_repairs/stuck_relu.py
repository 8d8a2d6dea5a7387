"""Answers to make_net in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {}


def right_with_the_relu_first():
    """A ReLU in front of every layer but the first."""

    def make_net(sizes):
        layers = [nn.Linear(sizes[0], sizes[1])]
        for i in range(1, len(sizes) - 1):
            layers.append(nn.ReLU())
            layers.append(nn.Linear(sizes[i], sizes[i + 1]))
        return nn.Sequential(*layers)


def right_with_the_last_layer_apart():
    """All but the last layer in a loop, and then the last."""

    def make_net(sizes):
        net = nn.Sequential()
        for inputs, outputs in zip(sizes[:-2], sizes[1:-1]):
            net.append(nn.Linear(inputs, outputs))
            net.append(nn.ReLU(inplace=True))
        net.append(nn.Linear(sizes[-2], sizes[-1]))
        return net


def right_by_module():
    """A module of its own, with a loop in `forward`."""

    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for number, layer in enumerate(self.layers):
                x = layer(x if number == 0 else x.clamp(min=0))
            return x

    def make_net(sizes):
        return _Net(sizes)


def right_by_recursion():
    """The first layer, and the network behind it."""

    def make_net(sizes):
        first = nn.Linear(sizes[0], sizes[1])
        if len(sizes) == 2:
            return first
        return nn.Sequential(first, nn.ReLU(), make_net(sizes[1:]))


def right_by_condition():
    """An identity where no ReLU belongs."""

    def make_net(sizes):
        last = len(sizes) - 2
        blocks = []
        for i in range(last + 1):
            blocks.append(nn.Sequential(nn.Linear(sizes[i], sizes[i + 1]), nn.Identity() if i == last else nn.ReLU()))
        return nn.Sequential(*blocks)


def right_by_own_parameters():
    """Weights with the inputs first, multiplied by hand."""

    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            pairs = list(zip(sizes, sizes[1:]))
            self.weights = nn.ParameterList(torch.randn(a, b) / a**0.5 for a, b in pairs)
            self.biases = nn.ParameterList(torch.zeros(b) for _, b in pairs)

        def forward(self, x):
            for w, b in list(zip(self.weights, self.biases))[:-1]:
                x = torch.relu(x @ w + b)
            return x @ self.weights[-1] + self.biases[-1]

    def make_net(sizes):
        return _Net(sizes)


def never_negative():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers:
                x = F.relu(layer(x))
            return x

    def make_net(sizes):
        return _Net(sizes)


def none_between():
    def make_net(sizes):
        net = nn.Sequential()
        for i in range(len(sizes) - 1):
            net.append(nn.Linear(sizes[i], sizes[i + 1]))
        return net


def only_one():
    def make_net(sizes):
        layers = [nn.Linear(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]
        if len(layers) > 1:
            layers.insert(1, nn.ReLU())
        return nn.Sequential(*layers)


def leaky_at_the_end():
    def make_net(sizes):
        layers = []
        for i in range(len(sizes) - 1):
            last = i == len(sizes) - 2
            layers += [nn.Linear(sizes[i], sizes[i + 1]), nn.LeakyReLU(0.01) if last else nn.ReLU()]
        return nn.Sequential(*layers)


def leaky_everywhere():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers:
                x = F.leaky_relu(layer(x))
            return x

    def make_net(sizes):
        return _Net(sizes)


def leaky_between():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers[:-1]:
                x = F.leaky_relu(layer(x))
            return self.layers[-1](x)

    def make_net(sizes):
        return _Net(sizes)


def tanh_at_the_end():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers[:-1]:
                x = F.relu(layer(x))
            return torch.tanh(self.layers[-1](x))

    def make_net(sizes):
        return _Net(sizes)


def last_layer_lost():
    def make_net(sizes):
        net = nn.Sequential()
        for i in range(len(sizes) - 2):
            net.append(nn.Linear(sizes[i], sizes[i + 1]))
            net.append(nn.ReLU())
        return net


def before_every_layer():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers:
                x = layer(torch.relu(x))
            return x

    def make_net(sizes):
        return _Net(sizes)


def two_sizes_forgotten():
    def make_net(sizes):
        layers = [nn.Linear(sizes[0], sizes[1]), nn.ReLU()]
        for i in range(1, len(sizes) - 1):
            layers.append(nn.Linear(sizes[i], sizes[i + 1]))
            if i < len(sizes) - 2:
                layers.append(nn.ReLU())
        return nn.Sequential(*layers)


def three_sizes_only():
    def make_net(sizes):
        first = nn.Linear(sizes[0], sizes[1])
        second = nn.Linear(sizes[1], sizes[2])
        return nn.Sequential(first, nn.ReLU(), second)


def sigmoid_between():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        def forward(self, x):
            for layer in self.layers[:-1]:
                x = torch.sigmoid(layer(x))
            return self.layers[-1](x)

    def make_net(sizes):
        return _Net(sizes)


def layers_shared():
    class _Net(nn.Module):
        def __init__(self, sizes):
            super().__init__()
            self.pairs = [f"{a}_{b}" for a, b in zip(sizes, sizes[1:])]
            self.layers = nn.ModuleDict({f"{a}_{b}": nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])})

        def forward(self, x):
            for pair in self.pairs[:-1]:
                x = F.relu(self.layers[pair](x))
            return self.layers[self.pairs[-1]](x)

    def make_net(sizes):
        return _Net(sizes)


def no_bias():
    def make_net(sizes):
        layers = [nn.Linear(sizes[0], sizes[1], False)]
        for i in range(1, len(sizes) - 1):
            layers += [nn.ReLU(), nn.Linear(sizes[i], sizes[i + 1], False)]
        return nn.Sequential(*layers)


def list_of_layers():
    def make_net(sizes):
        layers = [nn.Linear(sizes[0], sizes[1])]
        for i in range(1, len(sizes) - 1):
            layers += [nn.ReLU(), nn.Linear(sizes[i], sizes[i + 1])]
        return layers


def last_layer_told_by_its_size():
    def make_net(sizes):
        net = nn.Sequential()
        for i in range(len(sizes) - 1):
            net.append(nn.Linear(sizes[i], sizes[i + 1]))
            if sizes.index(sizes[i + 1]) < sizes.index(sizes[-1]):
                net.append(nn.ReLU())
        return net
