"""Known wrong answers to `make_net`, half repairs among them. Each docstring is what the learner is told."""

from itertools import pairwise

from torch import nn


def never_negative():
    """No answer of your network can ever be below 0, whatever its numbers are.

    Send -3 through the network by hand, layer by layer, with all weights at 1 and all biases at 0 if you
    like. Somewhere the minus gets lost for the last time. Then ask which numbers can come out of each
    line at all: any number, or only some? A target of -2 is out of reach for a network whose answers
    begin at 0, and where it is stuck at 0, no gradient comes through to move it.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return nn.Sequential(*layers)


def none_between():
    """All ReLUs are gone, so that the network is one straight line, however many layers it has.

    Linear layers in a row make nothing new: 3 * (2 * x + 1) + 4 is 6 * x + 7, which one layer could do
    alone. For the answer y = x that is enough, but not for anything with a bend in it, such as the
    distance from 0. Only some of the ReLUs stand in a wrong place. Those between two linear layers are
    needed.
    """

    def make_net(sizes):
        return nn.Sequential(*(nn.Linear(inputs, outputs) for inputs, outputs in pairwise(sizes)))


def only_one():
    """There is a single ReLU, after the first layer, and the later layers have none between them.

    With three sizes that is just right, so the lesson's network works. With four sizes there are three
    linear layers and two gaps between them. The second gap is empty, so the second and the third layer
    melt into one. Count the gaps: k linear layers have k - 1, and a ReLU belongs into each.
    """

    def make_net(sizes):
        layers = []
        for place, (inputs, outputs) in enumerate(pairwise(sizes)):
            layers.append(nn.Linear(inputs, outputs))
            if place == 0 and len(sizes) > 2:
                layers.append(nn.ReLU())
        return nn.Sequential(*layers)


def leaky_at_the_end():
    """A leaky ReLU stands after the last layer now, which lets negative answers through, but squeezed.

    It makes -0.02 of -2, so answers can be negative, and some gradient flows. But to say -2 the last
    linear layer has to reach -200 first, while 2 is only a 2. Below 0 the network learns a hundred times
    more slowly. There is no need for any bend at the end, not even a small one.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return nn.Sequential(*layers[:-1], nn.LeakyReLU())


def leaky_everywhere():
    """All ReLUs became leaky ones, and one of them still stands after the last layer.

    The network is not stuck any more, since a leaky ReLU always lets a little gradient through. But an
    answer of -2 is still made smaller, to -0.02, on its way out. And the contract asks for plain ReLUs
    between the layers. Those did no harm: between two layers it is fine that a ReLU gives 0. Look for the
    one place where it is not.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.LeakyReLU()]
        return nn.Sequential(*layers)


def leaky_between():
    """Nothing stands after the last layer any more, but the ReLUs between the layers became leaky ones.

    A leaky ReLU makes -0.02 of -2, where a ReLU makes 0. Between the layers both bend, and both learn
    well. But they give other answers for the same weights, so weights that were saved from one network
    mean something else in the other. The contract names the ReLU, and in these places it was right from
    the start.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.LeakyReLU()]
        return nn.Sequential(*layers[:-1])


def tanh_at_the_end():
    """The last ReLU was replaced by a function that squeezes the answers between -1 and 1.

    Now -0.5 can be said, but the lesson's network should answer -2, and `tanh` stops at -1. A sigmoid
    would stop at 0 and 1. The contract says that the network may answer with any number. What comes out
    of the last linear layer is any number already. It does not have to pass anything after that.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return nn.Sequential(*layers[:-1], nn.Tanh())


def last_layer_lost():
    """With the last ReLU the last linear layer went, too.

    The list ends with a linear layer and a ReLU, and two things were cut off where one was meant. The
    sizes [4, 6, 3] now make one layer from 4 to 6 and a ReLU, and 6 numbers come out where 3 were asked
    for. With two sizes nothing is left at all. Count what should stay: one linear layer less than there
    are sizes.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return nn.Sequential(*layers[:-2])


def before_every_layer():
    """A ReLU stands before every layer now, the first one included.

    Nothing comes after the last layer any more, which is right. But the network's own input passes a ReLU
    first: -2, -1 and 0 all become 0 before the network has looked at them, and it has to give the same
    answer to all three. The rule is "between every two": the first layer has nothing before it.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.ReLU(), nn.Linear(inputs, outputs)]
        return nn.Sequential(*layers)


def two_sizes_forgotten():
    """With three sizes or more it is right, but with two there is still a ReLU after the only layer.

    Two sizes make one linear layer, which is first and last at once. It has no neighbour, so there is no
    place between two layers, and no ReLU is needed. Somewhere your program takes the first layer's ReLU
    for granted. Go through it by hand with the sizes [1, 1], or make the ReLU only when there is a next
    layer.
    """

    def make_net(sizes):
        layers = [nn.Linear(sizes[0], sizes[1]), nn.ReLU()]
        for inputs, outputs in pairwise(sizes[1:]):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return nn.Sequential(*layers[: max(2, len(layers) - 1)])


def three_sizes_only():
    """Always two linear layers are made, from the first three sizes.

    The lesson's example has three sizes, and for it the network is right. Four sizes are to make three
    layers, and two sizes only one. With [3, 7, 5, 2] your network ends at 5 numbers, and with [3, 2] it
    stops with an error. Let a loop go over all neighbouring sizes, as the program did when it came.
    """

    def make_net(sizes):
        return nn.Sequential(nn.Linear(sizes[0], sizes[1]), nn.ReLU(), nn.Linear(sizes[1], sizes[2]))


def sigmoid_between():
    """Between the layers the ReLUs became sigmoids.

    A sigmoid bends too, so the network can learn curves. But it squeezes every hidden number between 0
    and 1, and where a number is large its slope is almost 0: at 10 it is 0.00005. Through a few of such
    layers hardly any gradient comes back. The ReLUs between the layers were not the bug. Put them back,
    and look at the end.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.Sigmoid()]
        return nn.Sequential(*layers[:-1])


def layers_shared():
    """Layers of the same sizes are one and the same layer, used several times.

    The sizes [4, 4, 4, 4] are to make three layers of 4 * 4 weights and 4 biases each. Yours has a single
    one, which is run through three times. What the first step needs and what the last one needs is then
    written over the same numbers. Make a new layer for each pair of neighbouring sizes, even if you have
    made one of these sizes before.
    """

    def make_net(sizes):
        made, layers = {}, []
        for pair in pairwise(sizes):
            made.setdefault(pair, nn.Linear(*pair))
            layers += [made[pair], nn.ReLU()]
        return nn.Sequential(*layers[:-1])


def no_bias():
    """The layers have no bias any more.

    Without a bias a layer can turn and stretch, but not move. For an input of 0 the whole network answers
    0, always, so it can never learn y = x + 4. The program as it came had a bias in each layer, 8 + 1
    numbers for the sizes [1, 8, 1]. The negative answers were cut off by something else. Put the bias
    back.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs, bias=False), nn.ReLU()]
        return nn.Sequential(*layers[:-1])


def list_of_layers():
    """A list of layers comes back, which is no network yet.

    The right layers may be in it, in the right order. But a list cannot be called with an input, and has
    no `parameters()` for the optimizer. The program as it came put the layers together into one module
    that hands its input from each to the next. Keep that line.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        return layers[:-1]


def last_layer_told_by_its_size():
    """You tell the last layer by its size, and other layers may have the same one.

    For the sizes [4, 8, 2] the layer with 2 outputs is the last, and nothing is wrong. For [4, 2, 8, 2]
    there are two of them, and the first also loses its ReLU. A size says how wide a layer is, not where
    it stands. Go by its place in the row, or treat the last layer by itself, after the loop.
    """

    def make_net(sizes):
        layers = []
        for inputs, outputs in pairwise(sizes):
            layers.append(nn.Linear(inputs, outputs))
            if outputs != sizes[-1]:
                layers.append(nn.ReLU())
        return nn.Sequential(*layers)
