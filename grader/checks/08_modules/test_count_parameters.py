import pytest
import torch
from torch import nn

from grader.expect import check_that, equal


def small_net(inputs, hidden, outputs):
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def net_without_parameters():
    return nn.Sequential(nn.Flatten(), nn.ReLU())


class Deep(nn.Module):
    """Parameters of its own, of ranks 0 and 1, below them a block within a block, and running averages."""

    def __init__(self, size):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.shift = nn.Parameter(torch.zeros(size))
        narrow = nn.Sequential(nn.Linear(size, size, bias=False), nn.Sequential(nn.Linear(size, size)))
        self.blocks = nn.ModuleList([nn.Conv2d(1, size, 3), nn.BatchNorm2d(size), narrow])


def deep_net(size):
    return Deep(size)


def shapes_of_deep_net(size):
    square = (size, size)
    return [(), (size,), (size, 1, 3, 3), (size,), (size,), (size,), square, square, (size,)]


def half_frozen_net(inputs, hidden, outputs):
    """The first layer and the last bias are not trained."""
    net = small_net(inputs, hidden, outputs)
    for parameter in (net[0].weight, net[0].bias, net[2].bias):
        parameter.requires_grad_(False)
    return net


def frozen(net):
    """Which parameters are frozen."""
    return [not parameter.requires_grad for parameter in net.parameters()]


def net_with_a_layer_twice(size, outputs):
    layer = nn.Linear(size, size)
    return nn.Sequential(layer, nn.ReLU(), layer, nn.Linear(size, outputs))


def net_with_tied_weights(words, size):
    net = nn.Sequential(nn.Embedding(words, size), nn.Linear(size, words))
    net[1].weight = net[0].weight
    return net


@pytest.mark.parametrize("kind", ["small", "deep", "none"])
def test_counts_the_numbers(submission, draw, kind):
    """The numbers in all parameters are counted, however deep they lie, whatever their shape."""
    i, h, o = draw.sizes(3)
    if kind == "small":
        equal(submission.count_parameters(submission.make(small_net, i, h, o)), i * h + h + h * o + o)
    elif kind == "deep":
        equal(submission.count_parameters(submission.make(deep_net, i)), 1 + 14 * i + 2 * i * i)
    else:
        equal(submission.count_parameters(submission.make(net_without_parameters)), 0)


def test_frozen_parameters_do_not_count(submission, draw):
    """Only what is trained is counted, and the model stays as it was."""
    i, h, o = draw.sizes(3)
    net = submission.make(half_frozen_net, i, h, o)
    equal(submission.count_parameters(net), h * o)
    after = submission.make(frozen, net)
    check_that(after == [True, True, False, True], "Your function changed which parameters of the model are frozen.")


def test_shared_parameters_count_once(submission, draw):
    """A layer that stands twice, or a weight that two layers share, is counted once."""
    size, outputs = draw.sizes(2)
    twice = submission.make(net_with_a_layer_twice, size, outputs)
    equal(submission.count_parameters(twice), size * size + size + size * outputs + outputs)
    tied = submission.make(net_with_tied_weights, size, outputs)
    equal(submission.count_parameters(tied), size * outputs + size)


@pytest.mark.parametrize("kind", ["small", "deep", "none"])
def test_lists_the_shapes(submission, draw, kind):
    """The shapes of all parameters come as a list of tuples, in the module's own order."""
    i, h, o = draw.sizes(3)
    if kind == "small":
        net, wanted = submission.make(small_net, i, h, o), [(h, i), (h,), (o, h), (o,)]
    elif kind == "deep":
        net, wanted = submission.make(deep_net, i), shapes_of_deep_net(i)
    else:
        net, wanted = submission.make(net_without_parameters), []
    equal(submission.parameter_shapes(net), wanted)


def test_lists_frozen_parameters_too(submission, draw):
    """Frozen parameters are in the list like all others."""
    i, h, o = draw.sizes(3)
    net = submission.make(half_frozen_net, i, h, o)
    equal(submission.parameter_shapes(net), [(h, i), (h,), (o, h), (o,)])
    after = submission.make(frozen, net)
    check_that(after == [True, True, False, True], "Your function changed which parameters of the model are frozen.")


def test_lists_shared_parameters_once(submission, draw):
    """A parameter that is used at two places is in the list once."""
    size, outputs = draw.sizes(2)
    twice = submission.make(net_with_a_layer_twice, size, outputs)
    equal(submission.parameter_shapes(twice), [(size, size), (size,), (outputs, size), (outputs,)])
    tied = submission.make(net_with_tied_weights, size, outputs)
    equal(submission.parameter_shapes(tied), [(size, outputs), (size,)])
