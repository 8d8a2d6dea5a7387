"""Answers to simple_net in other styles: right ones, and the known mistakes as somebody else would write them."""

from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {}


def right_with_names():
    """Layers with names, and a bend that works in place."""

    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = OrderedDict(
            first=nn.Linear(inputs, hidden), bend=nn.ReLU(inplace=True), last=nn.Linear(hidden, outputs)
        )
        return nn.Sequential(layers)


def right_layer_by_layer():
    """Appended to an empty sequence."""

    def simple_net(inputs=784, hidden=30, outputs=1):
        net = nn.Sequential()
        net.append(nn.Linear(in_features=inputs, out_features=hidden))
        net.append(nn.ReLU())
        net.append(nn.Linear(in_features=hidden, out_features=outputs))
        return net


def right_as_a_class():
    """A sequence of one's own; the function makes one."""

    class SimpleNet(nn.Sequential):
        def __init__(self, *sizes):
            inputs, hidden, outputs = sizes
            super().__init__(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))

    def simple_net(inputs=784, hidden=30, outputs=1):
        return SimpleNet(inputs, hidden, outputs)


def right_with_layers_of_its_own():
    """Everything by hand but the sequence, and another start."""

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.bias = nn.Parameter(torch.zeros(outputs))
            self.weight = nn.Parameter(torch.rand(outputs, inputs) - 0.5)

        def forward(self, x):
            return x @ self.weight.T + self.bias

    class Bend(nn.Module):
        def forward(self, x):
            return torch.where(x > 0, x, torch.zeros_like(x))

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(*[Linear(inputs, hidden), Bend(), Linear(hidden, outputs)])


def no_relu():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = [nn.Linear(inputs, hidden)]
        layers.append(nn.Linear(hidden, outputs))
        return nn.Sequential(*layers)


def relu_at_the_end():
    def simple_net(inputs=784, hidden=30, outputs=1):
        net = nn.Sequential()
        for layer in (nn.Linear(inputs, hidden), nn.Linear(hidden, outputs), nn.ReLU()):
            net.append(layer)
        return net


def relu_first():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = [nn.Linear(inputs, hidden), nn.Linear(hidden, outputs)]
        layers.insert(0, nn.ReLU())
        return nn.Sequential(*layers)


def relu_after_both():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = []
        for a, b in [(inputs, hidden), (hidden, outputs)]:
            layers += [nn.Linear(a, b), nn.ReLU()]
        return nn.Sequential(*layers)


def sizes_swapped():
    def simple_net(inputs=784, hidden=30, outputs=1):
        first = nn.Linear(in_features=hidden, out_features=inputs)
        last = nn.Linear(in_features=outputs, out_features=hidden)
        return nn.Sequential(first, nn.ReLU(), last)


def parameters_in_another_order():
    def simple_net(hidden: int = 30, inputs: int = 784, outputs: int = 1) -> nn.Sequential:
        net = nn.Sequential(nn.Linear(inputs, hidden))
        net.append(nn.ReLU()).append(nn.Linear(hidden, outputs))
        return net


def sigmoid_inside():
    class Squeeze(nn.Module):
        def forward(self, x):
            return 1 / (1 + torch.exp(-x))

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), Squeeze(), nn.Linear(hidden, outputs))


def tanh_inside():
    class Squeeze(nn.Module):
        def forward(self, x):
            return 2 * torch.sigmoid(2 * x) - 1

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), Squeeze(), nn.Linear(hidden, outputs))


def leaky_inside():
    class Leaky(nn.Module):
        def forward(self, x):
            return torch.where(x > 0, x, 0.01 * x)

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), Leaky(), nn.Linear(hidden, outputs))


def sigmoid_at_the_end():
    def simple_net(inputs=784, hidden=30, outputs=1):
        net = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
        net.append(nn.Sigmoid())
        return net


def dropout_added():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = [nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)]
        layers.insert(2, nn.Dropout(p=0.5))
        return nn.Sequential(*layers)


def another_hidden_layer():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = []
        for a, b in [(inputs, hidden), (hidden, hidden)]:
            layers.append(nn.Linear(a, b))
            layers.append(nn.ReLU())
        return nn.Sequential(*layers, nn.Linear(hidden, outputs))


def hidden_hard_coded():
    HIDDEN = 30

    def simple_net(inputs=784, hidden=HIDDEN, outputs=1):
        return nn.Sequential(nn.Linear(inputs, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, outputs))


def inputs_hard_coded():
    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(28 * 28, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def outputs_hard_coded():
    def simple_net(inputs=784, hidden=30, outputs=1):
        last = nn.Linear(hidden, 1)
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), last)


def sizes_have_to_be_given():
    def simple_net(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
        layers = [nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)]
        return nn.Sequential(*layers)


def ten_outputs_to_begin_with():
    def simple_net(inputs=28 * 28, hidden=30, outputs=10):
        net = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU())
        return net.append(nn.Linear(hidden, outputs))


def without_biases():
    class Product(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs))

        def forward(self, x):
            return F.linear(x, self.weight)

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(Product(inputs, hidden), nn.ReLU(), Product(hidden, outputs))


def class_of_its_own():
    class Net(nn.Module):
        def __init__(self, inputs=784, hidden=30, outputs=1):
            super().__init__()
            self.layers = nn.ModuleList([nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)])

        def forward(self, x):
            for layer in self.layers:
                x = layer(x)
            return x

    simple_net = Net


def list_of_layers():
    def simple_net(inputs=784, hidden=30, outputs=1):
        layers = []
        layers.append(nn.Linear(inputs, hidden))
        layers.append(nn.ReLU())
        layers.append(nn.Linear(hidden, outputs))
        return layers


def function_as_a_layer():
    def simple_net(inputs=784, hidden=30, outputs=1):
        first, last = nn.Linear(inputs, hidden), nn.Linear(hidden, outputs)
        return nn.Sequential(first, torch.relu, last)


def the_same_network_again():
    _made = {}

    def simple_net(inputs=784, hidden=30, outputs=1):
        sizes = inputs, hidden, outputs
        if sizes not in _made:
            _made[sizes] = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
        return _made[sizes]


def frozen():
    def simple_net(inputs=784, hidden=30, outputs=1):
        net = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
        for parameter in net.parameters():
            parameter.requires_grad = False
        return net
