import pytest
import torch
from torch import nn

from grader.expect import check_that, close, equal, is_tensor


def shapes(net):
    """The shapes of the parameters that are trained, from small to large, each parameter once."""
    return sorted(tuple(p.shape) for p in net.parameters() if p.requires_grad)


def wanted_shapes(inputs, hidden, outputs):
    return sorted([(hidden, inputs), (hidden,), (outputs, hidden), (outputs,)])


def fill(net, numbers):
    """Give the parameters these numbers, by their shapes."""
    by_shape = {tuple(t.shape): t for t in numbers}
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(by_shape[tuple(parameter.shape)])


def answers(net, x, train):
    """What the network gives for x, with its mode and x left as they are."""
    with torch.no_grad():
        was = net.training
        out = net.train(train)(x.clone())
        net.train(was)
    return out


def numbers(draw, inputs, hidden, outputs):
    return draw.normal(hidden, inputs), draw.normal(hidden), draw.normal(outputs, hidden), draw.normal(outputs)


def output(x, first, first_bias, second, second_bias):
    return (x @ first.T + first_bias).clamp(min=0) @ second.T + second_bias


def expect_shapes(submission, net, sizes, call):
    """A network of these sizes with four parameters."""
    found = submission.make(shapes, net)
    told = f"`{call}` has the trained parameters {found}, but {wanted_shapes(*sizes)} were wanted (in any order)."
    check_that(found == wanted_shapes(*sizes), told)


def filled_net(submission, draw, inputs, hidden, outputs):
    net = submission.simple_net(inputs, hidden, outputs)
    expect_shapes(submission, net, (inputs, hidden, outputs), f"simple_net({inputs}, {hidden}, {outputs})")
    drawn = numbers(draw, inputs, hidden, outputs)
    submission.make(fill, net, drawn)
    return net, drawn


def test_is_a_sequence_of_three_layers(submission, draw):
    """The answer is an `nn.Sequential` of three layers."""
    net = submission.simple_net(*draw.sizes(3))
    check_that(submission.isinstance(net, nn.Sequential), "The answer is not an `nn.Sequential`.")
    equal(len(net), 3, "the number of its layers")


@pytest.mark.parametrize("names", [True, False], ids=["by name", "by place"])
def test_has_four_parameters_of_the_right_sizes(submission, draw, names):
    """Two weights and two biases have the sizes that were asked for."""
    inputs, hidden, outputs = draw.sizes(3)
    if names:
        net = submission.simple_net(outputs=outputs, hidden=hidden, inputs=inputs)
    else:
        net = submission.simple_net(inputs, hidden, outputs)
    expect_shapes(submission, net, (inputs, hidden, outputs), f"simple_net({inputs}, {hidden}, {outputs})")


def test_has_sizes_to_begin_with(submission, draw):
    """Without sizes it goes from 784 inputs over 30 hidden numbers to 1 output; each can be chosen alone."""
    inputs, hidden, outputs = draw.sizes(3)
    expect_shapes(submission, submission.simple_net(), (784, 30, 1), "simple_net()")
    expect_shapes(submission, submission.simple_net(inputs), (inputs, 30, 1), f"simple_net({inputs})")
    expect_shapes(submission, submission.simple_net(hidden=hidden), (784, hidden, 1), f"simple_net(hidden={hidden})")
    chosen = submission.simple_net(outputs=outputs)
    expect_shapes(submission, chosen, (784, 30, outputs), f"simple_net(outputs={outputs})")


@pytest.mark.parametrize("train", [True, False], ids=["training", "evaluation"])
def test_bends_between_the_two_linear_layers(submission, draw, train):
    """It gives what Linear, ReLU and Linear give, in training mode and in evaluation mode."""
    net, drawn = filled_net(submission, draw, *draw.sizes(3, low=3))
    x = 10 * draw.normal(6, drawn[0].shape[1])
    found, again = (submission.make(answers, net, x, train) for _ in range(2))
    chance = isinstance(found, torch.Tensor) and isinstance(again, torch.Tensor) and not torch.equal(found, again)
    check_that(not chance, "The network gives another output to the same input each time.", "chance")
    close(is_tensor(found, what="the output"), output(x, *drawn), atol=1e-3, what="the output")


@pytest.mark.parametrize("kind", ["other sizes", "the usual sizes"])
def test_each_call_makes_a_new_network(submission, draw, kind):
    """Two networks share no numbers: what one learns leaves the other alone."""
    sizes = draw.sizes(3) if kind == "other sizes" else [784, 30, 1]
    net, drawn = filled_net(submission, draw, *sizes)
    filled_net(submission, draw, *sizes)
    x = draw.normal(4, sizes[0])
    found = submission.make(answers, net, x, True)
    close(is_tensor(found, what="the output"), output(x, *drawn), atol=1e-4, what="the first network's output")
