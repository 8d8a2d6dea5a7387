"""Known wrong answers to `conv_net`. Each docstring is what the learner is told."""

import torch
import torch.nn.functional as F
from torch import nn

SYMPTOMS = {
    "softmax_at_the_end": "softmax",
    "log_softmax_at_the_end": "log_softmax",
    "sigmoid_at_the_end": "sigmoid",
    "tanh_at_the_end": "tanh",
    "relu_at_the_end": "relu",
    "fixed_batch_size": "fixed_batch",
    "single_image_squeezed": "squeezed",
    "alone_in_training": "alone_in_training",
    "too_big": "too_big",
    "no_convolution": "none",
    "patches_by_hand": "patches_by_hand",
    "layers_do_not_fit": "layers_do_not_fit",
    "wrong_number_of_outputs": "outputs",
    "not_flattened": "not_flat",
    "labels_instead_of_scores": "labels",
    "images_mixed_up": "images_mixed",
    "dropout_never_ends": "random",
    "image_not_used": "constant",
    "cannot_learn": "cannot_learn",
    "one_net_for_all": "one_net_for_all",
    "not_a_module": "no_module",
}


def softmax_at_the_end():
    """There is a softmax at the end, so that probabilities come out, and not logits.

    Ten probabilities add up to 1, and they look fine. But cross-entropy has a softmax inside and takes yours
    for logits. A network that is quite sure, with 1 for the right label and 0 for the others, then counts as
    only 23 % sure, and its loss never falls below 1.46. Leave the last layer as it is: ten numbers of any
    size. Where you want probabilities, take the softmax afterwards.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10), nn.Softmax(dim=1),
        )  # fmt: skip


def log_softmax_at_the_end():
    """There is a log-softmax at the end, so that logs of probabilities come out, and not logits.

    They are all below 0, and their powers add up to 1. That goes with another loss, `nll_loss`, which
    expects logs. Here logits are asked for, and the loss that takes them, cross-entropy, does the log-softmax
    itself. Twice does no harm, but it is work for nothing, and whoever reads the scores is misled. End with
    the linear layer.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10), nn.LogSoftmax(dim=1),
        )  # fmt: skip


def sigmoid_at_the_end():
    """There is a sigmoid at the end, which squeezes every score in between 0 and 1.

    With one probability for two kinds of digit it was needed. Here cross-entropy takes ten scores and makes
    probabilities of them by itself. Between 0 and 1 there is no room: the best you can say is 1 for the right
    label and 0 for the other nine, and that counts as only 23 % sure. Leave the ten numbers as they are.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10), nn.Sigmoid(),
        )  # fmt: skip


def tanh_at_the_end():
    """There is a tanh at the end, or something like it, which keeps every score between -1 and 1.

    The largest score that you can give is 1 for the right label, with -1 for the other nine. The softmax
    inside of cross-entropy makes 2.72 / (2.72 + 9 * 0.37) of it: 45 % sure, and never more. The loss cannot
    fall below 0.8, and the steps become shorter and shorter on the way. Between two layers a bend is
    useful. Leave the numbers of the last layer as they are.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10), nn.Tanh(),
        )  # fmt: skip


def relu_at_the_end():
    """There is a ReLU at the end, so no score can be below 0.

    A ReLU belongs between two layers, where it lets them do more than one layer could. Behind the last one
    it does harm: each score below 0 becomes 0, and gets no gradient. A network that begins with all ten
    scores below 0 for some image learns nothing from it. Let the last layer have the last word.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10), nn.ReLU(),
        )  # fmt: skip


def fixed_batch_size():
    """The network only works for one number of images.

    Somewhere the size of a batch is written down, as in `x.view(64, -1)`. It goes well until the last batch,
    with 60,000 = 937 * 64 + 32 images: 32 is not 64. And whoever wants to read a single digit can't. Take the
    number from the images themselves, `len(x)`, or flatten all axes but the first, whatever its size.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.second = nn.Conv2d(1, 16, 3, 2, 1), nn.Conv2d(16, 32, 3, 2, 1)
                self.last = nn.Linear(32 * 7 * 7, 10)

            def forward(self, x):
                return self.last(self.second(self.first(x).relu()).relu().view(64, -1))

        return Net()


def single_image_squeezed():
    """A single image loses its axis: it gives shape (10,), and (1, 10) was wanted.

    `squeeze()` takes away every axis of length 1. Behind a global pooling (5, 10, 1, 1) becomes (5, 10), as it
    should. But (1, 10, 1, 1) becomes (10,), because there the first axis is 1 as well. The error shows only
    when a batch has one image left. `flatten()` without a number does the same. Name the axes that are to go, or
    use `flatten(1)`.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.second = nn.Conv2d(1, 16, 3, 2, 1), nn.Conv2d(16, 10, 3, 2, 1)

            def forward(self, x):
                return F.adaptive_avg_pool2d(self.second(self.first(x).relu()), 1).squeeze()

        return Net()


def alone_in_training():
    """In training the network does not take a single image.

    Batch norm takes mean and deviation over a batch. Behind the flattening there is one value a feature and
    image. From one single image that is one value, which has no deviation, and PyTorch refuses. The last
    batch of an epoch may well hold one image. Behind a convolution, `nn.BatchNorm2d` has many places in every
    image, and does not mind. Move it there, or leave it out.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 30), nn.BatchNorm1d(30), nn.ReLU(), nn.Linear(30, 10),
        )  # fmt: skip


def too_big():
    """The network has too many parameters: more than 200,000.

    Most of them are in the first linear layer. 64 channels of 14 by 14 are 12,544 numbers, and with 128
    outputs each needs 128 weights: 1.6 million. A convolution has few: 32 stamps for 16 channels, 3 by 3,
    are 32 * 16 * 9 = 4,608. Make the picture smaller before it is flattened, by another step of 2 or by
    pooling. 7 by 7 instead of 14 by 14 is already a quarter.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 32, 3, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(64 * 7 * 7, 128), nn.ReLU(), nn.Linear(128, 10),
        )  # fmt: skip


def no_convolution():
    """There is no convolution in the network.

    Linear layers alone can read digits too, about 98 in 100. But they have a weight for every pixel, and
    learn about each place anew: a stroke in the middle tells them nothing of a stroke at the edge. A
    convolution lays the same few weights on every place. Begin with an `nn.Conv2d`, which takes the images as
    they come, with their axis for the channel, and flatten later.
    """

    def conv_net():
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 50), nn.ReLU(), nn.Linear(50, 10))


def patches_by_hand():
    """You cut the picture into patches and multiply them, and PyTorch's own convolution was wanted.

    With `unfold` every patch of 3 by 3 becomes a column, and a matrix product lays the stamps on. That is
    what a convolution does, and it is well understood. But it keeps every pixel nine times, and is slower.
    Here one of PyTorch's operations is asked for, because it is what everybody builds with. Put an
    `nn.Conv2d` there: its weights are the same, in another shape.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.stamps, self.last = nn.Linear(9, 8), nn.Linear(8 * 14 * 14, 10)

            def forward(self, x):
                patches = F.unfold(x, 3, padding=1, stride=2).transpose(1, 2)
                return self.last(self.stamps(patches).relu().flatten(1))

        return Net()


def layers_do_not_fit():
    """Two layers do not fit together: one gives another number of values than the next one takes.

    Most often it is the linear layer behind the flattening. Without `padding`, 28 becomes 13 and then 6, not
    14 and 7, and 32 * 6 * 6 = 1152 numbers meet a layer for 32 * 7 * 7 = 1568. Print the shape behind every
    layer, and count. `nn.Conv2d` wants as many channels as come: 1 for grey pictures, and then as many as
    the layer before gives.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2), nn.ReLU(), nn.Conv2d(16, 32, 3, 2), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
        )  # fmt: skip


def wrong_number_of_outputs():
    """The network gives another number of scores than ten an image.

    There are ten digits, 0 to 9, so ten scores are needed, one for each. With a single one, as for threes
    against sevens, only two kinds can be told apart. With nine the digit 9 has none: count 0 as well. The
    number stands in the last layer.
    """

    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 1),
        )  # fmt: skip


def not_flattened():
    """The scores still lie in a picture: the shape is (n, 10, 1, 1), and (n, 10) was wanted.

    A convolution or a pooling gives pictures, even when they have shrunk to a single place. Ten channels of 1
    by 1 are ten numbers, and two axes too many. Cross-entropy would take them for a picture in which every
    pixel has a label. Put an `nn.Flatten()` behind.
    """

    def conv_net():
        return nn.Sequential(nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 10, 3, 2, 1), nn.AdaptiveAvgPool2d(1))


def labels_instead_of_scores():
    """The network gives one label for each image, and ten scores were wanted.

    `argmax` tells which of the ten scores is the highest. That is the answer you want in the end. But it is a
    whole number, 3 or 7, with nothing in between, and no gradient can flow back through it. So a network
    that ends with it cannot learn. Give the ten scores. Whoever wants the label takes the `argmax` afterwards.
    """

    def conv_net():
        class Net(nn.Sequential):
            def forward(self, x):
                return super().forward(x).argmax(dim=1)

        return Net(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
        )  # fmt: skip


def images_mixed_up():
    """The rows do not belong to single images: numbers of several images get into one row.

    The shape is right, and yet it is wrong inside. It happens when axes have changed places before the
    flattening, as with `permute(1, 2, 3, 0)` and then `reshape(n, -1)`: numbers are poured out in the order of
    the axes, and the first row no longer holds the first image alone. Keep the axis of the images in front, and
    flatten what is behind it.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.second = nn.Conv2d(1, 16, 3, 2, 1), nn.Conv2d(16, 32, 3, 2, 1)
                self.last = nn.Linear(32 * 7 * 7, 10)

            def forward(self, x):
                x = self.second(self.first(x).relu()).relu()
                return self.last(x.permute(1, 2, 3, 0).reshape(len(x), -1))

        return Net()


def dropout_never_ends():
    """In evaluation mode the same image gets other scores each time.

    Dropout throws some numbers away at random, to make training harder. In evaluation it must stop. The layer
    `nn.Dropout` knows the mode of the network. The function `F.dropout` does not: it always drops, unless it
    is told by `training=self.training`. The same holds for noise of your own. Use the layer, or hand the mode
    on.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.second = nn.Conv2d(1, 16, 3, 2, 1), nn.Conv2d(16, 32, 3, 2, 1)
                self.last = nn.Linear(32 * 7 * 7, 10)

            def forward(self, x):
                x = self.second(self.first(x).relu()).relu().flatten(1)
                return self.last(F.dropout(x, 0.3))

        return Net()


def image_not_used():
    """Whatever image comes in, the same scores come out.

    A convolution is there, but what it gives does not get to the end. Perhaps its result is kept under a name
    that nobody reads again, or is multiplied by 0, or the scores are made anew. Follow the picture through
    `forward`, line by line: each line should take what the one before has given.
    """

    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.bias = nn.Conv2d(1, 16, 3, 2, 1), nn.Parameter(torch.zeros(10))

            def forward(self, x):
                self.first(x)
                return torch.zeros(len(x), 10) + self.bias

        return Net()


def cannot_learn():
    """No gradient reaches the parameters, so the network cannot learn.

    It may be a `no_grad` around `forward`, a `detach()` at the end, or parameters that were frozen by
    `requires_grad_(False)`. All of these are for a network that has learnt already. The scores look the same,
    but `backward()` finds no way back. Switch recording off outside, where the network is only used, and not
    in the network itself.
    """

    def conv_net():
        class Net(nn.Sequential):
            @torch.no_grad()
            def forward(self, x):
                return super().forward(x)

        return Net(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
        )  # fmt: skip


def one_net_for_all():
    """Every call gives the same network, or networks that share layers.

    You make the layers once, outside of the function, and hand them out again and again. Whoever trains one
    network and then asks for a fresh one to compare, gets the trained one. Make the layers inside of the
    function. Then each call begins with new random weights.
    """

    _net = nn.Sequential(
        nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
        nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
    )  # fmt: skip

    def conv_net():
        return _net


def not_a_module():
    """You give a function or a class, and a network was wanted: an object of a class built upon `nn.Module`.

    A function can calculate scores too. But it has no `parameters()` that an optimizer could ask for, no
    `train()` and `eval()`, and cannot be moved to a GPU. A class is only the plan of a network: brackets behind
    its name make one by it. `nn.Sequential` puts layers together to a module, without a class of your own.
    """

    def conv_net():
        first, second, last = nn.Conv2d(1, 16, 3, 2, 1), nn.Conv2d(16, 32, 3, 2, 1), nn.Linear(32 * 7 * 7, 10)

        def net(x):
            return last(second(first(x).relu()).relu().flatten(1))

        return net
