"""Known wrong answers to `simple_net`. Each docstring is what the learner is told."""

import functools

import torch
from torch import nn

SYMPTOMS = {"dropout_added": "chance"}


def no_relu():
    """There is no bend between the two linear layers, so they are one.

    Linear after linear is linear: you built it in `collapse`. Your network has the parameters of two layers
    and can do no more than one of them. However long it trains, it draws a single straight line between the
    threes and the sevens. Put the bend between the two. It is a layer without parameters.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Linear(hidden, outputs))


def relu_at_the_end():
    """The bend stands behind the last layer, and it belongs between the two.

    Two things go wrong. The two linear layers follow each other without a bend, so they are one. And the
    output can never be negative: where it would be -2 you give 0, and its gradient is 0 as well, so that
    nothing is learned from it. The order is Linear, ReLU, Linear.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Linear(hidden, outputs), nn.ReLU())


def relu_first():
    """The bend stands in front of the first layer, and it belongs between the two.

    In front, it meets the pixels. They are never negative, so it does nothing to them. And the two linear
    layers follow each other without a bend, so they are one. The hidden numbers are what has to be bent:
    the order is Linear, ReLU, Linear.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.ReLU(), nn.Linear(inputs, hidden), nn.Linear(hidden, outputs))


def relu_after_both():
    """There is a second bend behind the last layer.

    The one between the layers is right. The last output should be any number, above 0 for "yes" and below
    for "no". With a bend behind it a "no" can only be 0, whose gradient is 0 too, so that the network
    cannot learn from its mistake. Leave the second one out: three layers are enough.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs), nn.ReLU())


def sizes_swapped():
    """The two sizes of each linear layer have changed places.

    An `nn.Linear` is made with the inputs first and the outputs second. For 784 pixels and 30 hidden numbers
    that is 784, then 30. Yours takes 30 numbers and gives 784, and the next layer does not fit to it. What
    may have misled you is the *shape* of the weight, (30, 784), which has the outputs first.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(hidden, inputs), nn.ReLU(), nn.Linear(outputs, hidden))


def parameters_in_another_order():
    """The sizes are in another order than the stub has them.

    Who calls `simple_net(784, 30, 10)` means inputs, hidden, outputs, in the order in which the numbers pass
    through the network. Your function takes these values for something else. The names and the order of
    the parameters belong to the task, since others call your function. Take the first line from the stub.
    """

    def simple_net(hidden=30, inputs=784, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def sigmoid_inside():
    """The bend is a sigmoid, where a ReLU was wanted.

    A sigmoid bends as well, and for many years everybody used it there. But it squeezes each hidden number
    into the space between 0 and 1, and far from 0 it is so flat that hardly any gradient gets through:
    at x = 10 it is 0.00005. A ReLU hands a positive number on as it is, with a slope of 1. Exchange the
    middle layer.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Sigmoid(), nn.Linear(hidden, outputs))


def tanh_inside():
    """The bend is a tanh, where a ReLU was wanted.

    Tanh squeezes each hidden number into the space between -1 and 1, and it lets negative numbers through.
    The bend of this network keeps positive numbers as they are, however large, and gives 0 for all others.
    For 3 that is 3, and not 0.995. Exchange the middle layer.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Tanh(), nn.Linear(hidden, outputs))


def leaky_inside():
    """The bend lets a little of the negative numbers through.

    A leaky ReLU gives -0.02 for -2, where the plain one gives 0. It is a good layer for other occasions.
    Here a ReLU was asked for, so that everybody's network gives the same answers with the same numbers in
    it. Exchange the middle layer for the plain one.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.LeakyReLU(), nn.Linear(hidden, outputs))


def sigmoid_at_the_end():
    """There is a sigmoid behind the last layer.

    It turns the output into a probability, which is needed somewhere. But here the network ends with the
    last linear layer, and gives any number: above 0 for "yes", below for "no". The loss, or whoever wants a
    probability, adds the sigmoid, and two of them in a row would squeeze everything between 0.5 and 0.73.
    Three layers are enough.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs), nn.Sigmoid())


def dropout_added():
    """There is a dropout layer in your network that nobody asked for.

    Dropout throws away some hidden numbers by chance while the network trains. It helps large networks.
    This one is small, and with dropout it gives another answer to the same image every time. Linear, ReLU,
    Linear is all that was asked for.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, outputs))


def another_hidden_layer():
    """Your network has three linear layers, where two were asked for.

    A deeper network can learn more, and takes more time. This one has a single row of hidden numbers, with
    four parameters: two weights and two biases. Yours has six. Go from the hidden numbers straight to the
    outputs.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(
            nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, outputs)
        )


def hidden_hard_coded():
    """The hidden layer has 30 numbers, whatever is asked for.

    30 is only the value to begin with. Who calls `simple_net(hidden=100)` wants 100 hidden numbers, and gets
    30 from you. The size stands in your code as a number, in both linear layers. Use the parameter
    `hidden` in its place.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, 30), nn.ReLU(), nn.Linear(30, outputs))


def inputs_hard_coded():
    """The first layer takes 784 inputs, whatever is asked for.

    28 * 28 = 784 pixels is only the value to begin with. For smaller images, or for something that is no
    image at all, the size is given when the function is called: `simple_net(64)` should take 64 inputs. Use
    the parameter `inputs` in place of the number.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(784, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def outputs_hard_coded():
    """The last layer gives one output, whatever is asked for.

    One output is enough to tell threes from sevens. For ten digits it takes ten, and `simple_net(outputs=10)`
    should give ten numbers for each image. Use the parameter `outputs` in place of the number.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, 1))


def sizes_have_to_be_given():
    """Your function cannot be called without sizes.

    `simple_net()` should give the network of the lesson: 784 inputs, 30 hidden numbers, 1 output. For that
    each parameter needs a value that it takes when nothing is said. The first line of the stub has these
    values behind the names. Take it from there.
    """

    def simple_net(inputs, hidden, outputs):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def ten_outputs_to_begin_with():
    """Without a wish there should be one output, and you give ten.

    Ten outputs are right for ten digits, later on. This network begins as one that answers a single
    question, such as "three or seven?", for which one number will do: above 0 or below. Set the value that
    stands behind `outputs` in the first line to the one of the stub.
    """

    def simple_net(inputs=784, hidden=30, outputs=10):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def without_biases():
    """The linear layers have no biases.

    With `bias=False` each hidden number has its bend at the same place, where its weighted sum is 0. It is
    the bias that moves the bend to where it is useful. In all there should be four parameters, two weights
    and two biases, and you have two. Leave that argument away.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden, bias=False), nn.ReLU(), nn.Linear(hidden, outputs, bias=False))


def class_of_its_own():
    """You wrote a module of your own, and an `nn.Sequential` was wanted.

    Your class does the right thing. But others count on a sequence: they go through its layers one by one,
    look at `net[1]`, or cut off the last one. For layers that simply follow each other you need no `forward`
    of your own. `nn.Sequential` takes them as they are.
    """

    class _Net(nn.Module):
        def __init__(self, inputs, hidden, outputs):
            super().__init__()
            self.first, self.last = nn.Linear(inputs, hidden), nn.Linear(hidden, outputs)

        def forward(self, x):
            return self.last(self.first(x).relu())

    def simple_net(inputs=784, hidden=30, outputs=1):
        return _Net(inputs, hidden, outputs)


def list_of_layers():
    """You return a list of layers, and a list cannot be called.

    The three layers are right. A list only keeps them. It has no `parameters()` for an optimizer, and
    `net(x)` fails. `nn.Sequential` is a module made of modules: hand it the three layers, one after the
    other, and return that.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return [nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)]


def function_as_a_layer():
    """You put a function between the layers, where a module is needed.

    `torch.relu` and `F.relu` are functions. `nn.Sequential` takes modules only, and says "is not a Module
    subclass". It is the same with `nn.ReLU` without parentheses: that is the class, and not yet a layer. Each
    of these functions has a module with a similar name in `torch.nn`. Make one.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), torch.relu, nn.Linear(hidden, outputs))


def the_same_network_again():
    """Two calls with the same sizes give the same network.

    You keep the network of an earlier call and hand it out again. Who trains two of them, to compare two
    learning rates, trains one and the same twice. A function that makes something should make something new
    each time. Build the layers inside the function.
    """

    @functools.lru_cache
    def simple_net(inputs=784, hidden=30, outputs=1):
        return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def frozen():
    """The parameters of your network do not record gradients, so it cannot learn.

    `requires_grad_(False)` freezes a network, for when it is taken over from elsewhere and shall stay as it
    is. A new one has random numbers in it. It is worth nothing before it has learned. Fresh layers record
    gradients by themselves, so leave that line out.
    """

    def simple_net(inputs=784, hidden=30, outputs=1):
        net = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
        return net.requires_grad_(False)
