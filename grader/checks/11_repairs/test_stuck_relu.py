from itertools import pairwise

import pytest
import torch
from torch import nn

from grader.expect import backward, check_that, close, equal, is_tensor


def shapes_of(model):
    """The shapes of the parameters, each with its axes in order of size. Runs where the model lives."""
    return sorted(tuple(sorted(p.shape)) for p in model.parameters())


def fill(model, numbers):
    """Give each parameter the numbers that fit it, turned if it keeps them so. Runs where the model lives."""
    with torch.no_grad():
        for p in model.parameters():
            value = next(value for value in numbers if sorted(value.shape) == sorted(p.shape))
            p.copy_(value if value.shape == p.shape else value.T)


def gradients_of(model, numbers):
    """The gradients of the parameters that fit these numbers, in their order. Runs where the model lives."""
    found = []
    for value in numbers:
        p = next(p for p in model.parameters() if sorted(p.shape) == sorted(value.shape))
        found.append(p.grad if p.grad is None or p.shape == value.shape else p.grad.T)
    return found


def net(submission, sizes):
    made = submission.make_net(sizes)
    check_that(submission.isinstance(made, nn.Module), "What came back is not an `nn.Module`.")
    return made


def shapes_for(sizes):
    """Weight and bias of each layer."""
    return [shape for inputs, outputs in pairwise(sizes) for shape in ((outputs, inputs), (outputs,))]


def filled(submission, draw, sizes):
    """A network, and the numbers that its layers were filled with, weight and bias of each.

    Which parameter is which is told by the sizes of its axes, which are all different.
    """
    made, numbers = net(submission, sizes), [draw.normal(*shape) for shape in shapes_for(sizes)]
    found, wanted = submission.make(shapes_of, made), sorted(tuple(sorted(value.shape)) for value in numbers)
    told = f"For the sizes {sizes} there are parameters with axes of the sizes {found}; {wanted} were wanted."
    check_that(found == wanted, told)
    submission.make(fill, made, numbers)
    return made, numbers


def answers(x, numbers):
    for weight, bias in zip(numbers[:-2:2], numbers[1:-2:2], strict=True):
        x = (x @ weight.T + bias).clamp(min=0)
    return x @ numbers[-2].T + numbers[-1]


@pytest.mark.parametrize("outputs", [1, 5])
def test_two_sizes_make_one_linear_layer(submission, draw, outputs):
    """Two sizes make one linear layer and nothing else, whose answers may be negative."""
    sizes = [3, outputs]
    made, numbers = filled(submission, draw, sizes)
    x = draw.normal(8, 3)
    close(is_tensor(made(x), what="the output").detach(), answers(x, numbers), what="the output")


@pytest.mark.parametrize("sizes", [[3, 7, 5, 2], [4, 6, 3], [2, 8, 1], [2, 9, 6, 4, 3]])
def test_bends_between_the_layers_only(submission, draw, sizes):
    """Each number passes a ReLU between every two linear layers, and none before the first or after the last."""
    made, numbers = filled(submission, draw, sizes)
    x = draw.normal(8, sizes[0])
    found = is_tensor(made(x), what="the output").detach()
    close(found, answers(x, numbers), rtol=1e-3, atol=1e-3, what="the output")


def test_learns_where_all_answers_are_negative(submission, draw):
    """Where every answer is below zero, all layers still get the gradients they need to learn."""
    made, numbers = filled(submission, draw, [4, 6, 3])
    x, pull = draw.normal(5, 4), draw.normal(5, 3)
    numbers[-1] = numbers[-1] - answers(x, numbers).max() - 1
    submission.make(fill, made, numbers)
    backward(is_tensor(made(x), shape=(5, 3), what="the output"), pull, what="the output")
    leaves = [value.clone().requires_grad_() for value in numbers]
    answers(x, leaves).backward(pull)
    names = "first weight", "first bias", "last weight", "last bias"
    for name, grad, leaf in zip(names, submission.make(gradients_of, made, numbers), leaves, strict=True):
        close(grad, leaf.grad, rtol=1e-3, atol=1e-3, what=f"the gradient of the {name}")


def test_bends_between_layers_of_equal_sizes(submission, draw):
    """Where sizes repeat there is a ReLU between every two layers as well, and none after the last."""
    size = draw.integer(3, 6)
    square, bias = draw.normal(size, size), draw.normal(size)
    square = (square + square.T) / 2  # symmetric, so that it is the same for a layer that keeps its weight turned
    made, x = net(submission, [size] * 4), draw.normal(8, size)
    submission.make(fill, made, [square, bias])
    wanted = answers(x, [square, bias] * 3)
    close(is_tensor(made(x), what="the output").detach(), wanted, rtol=1e-3, atol=1e-3, what="the output")


def test_gives_every_layer_its_own_numbers(submission, draw):
    """Layers of equal sizes are still layers of their own: four sizes make three weights and three biases."""
    size = draw.integer(2, 6)
    found, wanted = submission.make(shapes_of, net(submission, [size] * 4)), [(size,)] * 3 + [(size, size)] * 3
    equal(found, wanted, f"the list of all parameters' shapes for the sizes {[size] * 4}")
