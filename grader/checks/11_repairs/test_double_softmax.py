import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from grader.expect import backward, check_that, close, is_tensor

SIZES = {"small": (5, 7, 3), "wide": (4, 2, 6), "two classes": (3, 9, 2)}


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


def trained(model, x, y, steps, lr):
    """The last loss of plain gradient descent. Runs where the model lives."""
    for _ in range(steps):
        loss = cross_entropy(model(x), y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * p.grad
    return cross_entropy(model(x), y).item()


def made(submission, draw, sizes):
    """A model, and the numbers that its two layers were filled with, weight and bias of each.

    Which parameter is which is told by the sizes of its axes, which are all different.
    """
    model = submission.Classifier(*sizes)
    check_that(submission.isinstance(model, nn.Module), "A `Classifier` is not an `nn.Module`.")
    has_four(submission.make(shapes_of, model), sizes)
    numbers = [draw.normal(*shape) for shape in shapes_of_two_layers(*sizes)]
    submission.make(fill, model, numbers)
    return model, numbers


def shapes_of_two_layers(inputs, hidden, classes):
    return (hidden, inputs), (hidden,), (classes, hidden), (classes,)


def has_four(shapes, sizes):
    wanted = sorted(tuple(sorted(shape)) for shape in shapes_of_two_layers(*sizes))
    told = f"`Classifier{sizes}` has parameters with axes of the sizes {shapes}; two linear layers have {wanted}."
    check_that(shapes == wanted, told)


def logits(x, numbers):
    first, first_bias, second, second_bias = numbers
    return (x @ first.T + first_bias).clamp(min=0) @ second.T + second_bias


@pytest.mark.parametrize("kind", ["small", "wide", "two classes"])
def test_gives_logits_while_training(submission, draw, kind):
    """In training mode the output is what the second linear layer gives, any number, and not squeezed."""
    model, numbers = made(submission, draw, SIZES[kind])
    model.train()
    x = draw.normal(draw.integer(2, 7), SIZES[kind][0])
    close(is_tensor(model(x), what="the output").detach(), logits(x, numbers), rtol=1e-3, what="the output")


@pytest.mark.parametrize("n", [1, 6])
def test_gives_the_same_in_evaluation(submission, draw, n):
    """In evaluation mode it gives the same logits, for one example and for many."""
    model, numbers = made(submission, draw, SIZES["small"])
    model.eval()
    x = draw.normal(n, SIZES["small"][0])
    close(is_tensor(model(x), what="the output").detach(), logits(x, numbers), rtol=1e-3, what="the output")


def test_has_the_sizes_it_was_asked_for(submission, draw):
    """Sizes can be given by name; without any it is 784 inputs, 30 hidden, 10 classes."""
    inputs, hidden, classes = draw.sizes(3)
    named = submission.Classifier(classes=classes, inputs=inputs, hidden=hidden)
    has_four(submission.make(shapes_of, named), (inputs, hidden, classes))
    plain = submission.Classifier()
    has_four(submission.make(shapes_of, plain), (784, 30, 10))
    is_tensor(plain(draw.normal(2, 784)), shape=(2, 10), what="the output")


def test_gradients_are_those_of_logits(submission, draw):
    """With `F.cross_entropy` every parameter gets the gradient that belongs to the logits."""
    sizes = SIZES["small"]
    model, numbers = made(submission, draw, sizes)
    x, y = draw.normal(6, sizes[0]), draw.integers(0, sizes[2], 6)
    leaves = [value.clone().requires_grad_() for value in numbers]
    cross_entropy(logits(x, leaves), y).backward()
    backward(cross_entropy(is_tensor(model(x), shape=(6, sizes[2]), what="the output"), y), what="the loss")
    names = "first weight", "first bias", "second weight", "second bias"
    for name, grad, leaf in zip(names, submission.make(gradients_of, model, numbers), leaves, strict=True):
        close(grad, leaf.grad, rtol=1e-3, what=f"the gradient of the {name}")


def test_gets_sure_of_easy_examples(submission, draw):
    """Trained on three kinds of points that lie far apart, its loss falls below 0.2."""
    centres = 6 * torch.eye(6)[draw.permutation(6)[:3]]
    y = torch.arange(3).repeat(10)
    x = centres[y] + 0.2 * draw.normal(30, 6)
    submission.make(torch.manual_seed, draw.integer(0, 10_000))  # so that the same answer begins alike each time
    model = submission.Classifier(6, 16, 3)
    loss = submission.make(trained, model, x, y, 150, 0.2)
    check_that(loss < 0.2, f"After 150 steps on three easy kinds of points the loss is still {loss:.4f}.")
