from collections import OrderedDict

import pytest
import torch
from torch import nn

from grader.calls import SubmissionRaised
from grader.expect import check_that, close, equal, fail, is_tensor, is_type, untracked


def linear(weight, bias):
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.load_state_dict({"weight": weight, "bias": bias})
    return layer


def small_net(first, second, train=True):
    return nn.Sequential(linear(*first), nn.ReLU(), linear(*second)).train(train)


def net_with_names(first):
    return nn.Sequential(
        OrderedDict(rows=nn.Flatten(), hidden=linear(*first), squeeze=nn.Tanh(), shares=nn.Softmax(dim=1))
    )


def net_of_one_layer(first):
    return nn.Sequential(linear(*first))


def net_with_layers_twice(first):
    layer, bend = linear(*first), nn.Tanh()
    return nn.Sequential(layer, bend, layer, bend, nn.ReLU())


def numbers(draw, inputs, outputs):
    return draw.normal(outputs, inputs), draw.normal(outputs)


def through(x, layer):
    weight, bias = layer
    return x @ weight.T + bias


def outputs_of_small_net(x, first, second):
    hidden = through(x, first)
    return [hidden, hidden.clamp(min=0), through(hidden.clamp(min=0), second)]


def expect_outputs(found, wanted):
    equal(len(is_type(found, list)), len(wanted), "the length of the list")
    for number, (one, other) in enumerate(zip(found, wanted, strict=True), start=1):
        what = f"the output of layer {number}"
        close(is_tensor(one, what=what).detach(), other, what=what)


def of_net_with_names(submission, first, images):
    net = submission.make(net_with_names, first)
    try:
        return submission.activations(net, images)
    except SubmissionRaised as raised:
        if raised.kind in ("AttributeError", "KeyError") and "0" in raised.text:
            told = f"The layers may have names like 'hidden' in place of '0': `activations` raised {raised.kind}"
            fail(f"{told}: {raised.text}", "numbers_as_names")
        raise


def state(net):
    """What a call must not change, besides the numbers. Runs where the network is."""
    modules, parameters = list(net.modules()), list(net.parameters())
    return {
        "modes": [module.training for module in modules],
        "recording": [parameter.requires_grad for parameter in parameters],
        "gradients": [parameter.grad is not None for parameter in parameters],
        "hooks": sum(len(m._forward_hooks) + len(m._forward_pre_hooks) for m in modules),
    }


CHANGED = {
    "modes": "The model is in another mode after the call: training and evaluation are left as they were found.",
    "recording": "After the call parameters of the model no longer record gradients as they did before.",
    "gradients": "After the call parameters of the model have gradients, which they had not before.",
    "hooks": "After the call something is still attached to the model: hooks that were not removed.",
}


@pytest.mark.parametrize("n", [5, 1])
def test_gives_the_output_of_each_layer(submission, draw, n):
    """Linear, ReLU and Linear give a list of three tensors, each made from the one before."""
    inputs, hidden, outputs = draw.sizes(3, low=3)
    first, second = numbers(draw, inputs, hidden), numbers(draw, hidden, outputs)
    net, x = submission.make(small_net, first, second), draw.normal(n, inputs)
    expect_outputs(submission.activations(net, x), outputs_of_small_net(x, first, second))


def test_takes_networks_of_any_layers(submission, draw):
    """Other layers, layers with names, and a single layer are all the same to it."""
    h, w, hidden = draw.sizes(3)
    first, images = numbers(draw, h * w, hidden), draw.uniform(4, h, w)
    rows = images.reshape(4, h * w)
    squeezed = through(rows, first).tanh()
    expect_outputs(
        of_net_with_names(submission, first, images), [rows, through(rows, first), squeezed, squeezed.softmax(1)]
    )
    expect_outputs(submission.activations(submission.make(net_of_one_layer, first), rows), [through(rows, first)])


def test_a_layer_that_stands_twice_gives_two_outputs(submission, draw):
    """Where the same layer stands at two places, each place has its own output."""
    size = draw.integer(2, 6)
    first, x = numbers(draw, size, size), draw.normal(3, size)
    wanted = [through(x, first)]
    wanted.append(wanted[-1].tanh())
    wanted.append(through(wanted[-1], first))
    wanted.append(wanted[-1].tanh())
    wanted.append(wanted[-1].clamp(min=0))
    expect_outputs(submission.activations(submission.make(net_with_layers_twice, first), x), wanted)


@pytest.mark.parametrize("tracked", [False, True], ids=["plain input", "tracked input"])
def test_records_no_gradients(submission, draw, tracked):
    """None of the outputs is tracked, also where x is."""
    first, second = numbers(draw, 4, 3), numbers(draw, 3, 2)
    x = draw.normal(5, 4).requires_grad_(tracked)
    found = submission.activations(submission.make(small_net, first, second), x)
    for number, output in enumerate(is_type(found, list), start=1):
        untracked(output, f"the output of layer {number}")
    expect_outputs(found, outputs_of_small_net(x.detach(), first, second))


@pytest.mark.parametrize("train", [True, False], ids=["training", "evaluation"])
def test_leaves_the_model_as_it_was(submission, draw, train):
    """Mode, parameters and hooks of the model are as before, and a second call answers the same."""
    first, second = numbers(draw, 4, 3), numbers(draw, 3, 2)
    net, x = submission.make(small_net, first, second, train), draw.normal(5, 4)
    before = submission.make(state, net)
    found = submission.activations(net, x)
    after = submission.make(state, net)
    for what, told in CHANGED.items():
        check_that(after[what] == before[what], told)
    check_that(
        submission.make(torch.is_grad_enabled), "After the call PyTorch records no gradients any more, anywhere."
    )
    expect_outputs(submission.activations(net, x), outputs_of_small_net(x, first, second))
    expect_outputs(found, outputs_of_small_net(x, first, second))
