import torch
from torch import nn

from grader.expect import by_hand, check_that, close, equal, is_tensor

OFF_LIMITS = ("Linear", "LazyLinear", "linear")


def shapes(layer):
    """Runs where the layer lives."""
    return {name: tuple(p.shape) for name, p in layer.named_parameters()}


def loaded(submission, draw, inputs, outputs):
    """A layer with the state of an `nn.Linear`, and that state."""
    state = {"weight": draw.normal(outputs, inputs), "bias": draw.normal(outputs)}
    layer = submission.Linear(inputs, outputs)
    layer.load_state_dict(state)
    return layer, state["weight"], state["bias"]


def test_owns_weight_and_bias(submission, draw):
    """It is a module with two parameters: `weight` (outputs, inputs) and `bias` (outputs,)."""
    inputs, outputs = draw.sizes(2)
    layer = submission.Linear(inputs, outputs)
    check_that(submission.isinstance(layer, nn.Module), "The layer is not an `nn.Module`.")
    equal(
        submission.make(shapes, layer),
        {"weight": (outputs, inputs), "bias": (outputs,)},
        "`named_parameters()`",
    )


def test_loads_a_saved_linear_layer(submission, draw):
    """With the state of an `nn.Linear` it gives the same output."""
    n, inputs, outputs = draw.sizes(3)
    layer, weight, bias = loaded(submission, draw, inputs, outputs)
    x = draw.normal(n, inputs)
    close(is_tensor(layer(x)).detach(), x @ weight.T + bias)
    x = draw.normal(1, inputs)
    close(is_tensor(layer(x)).detach(), x @ weight.T + bias)


def test_gradients_reach_weight_and_bias(submission, draw):
    """`backward()` gives weight and bias their gradients, so that they can learn."""
    n, inputs, outputs = draw.sizes(3)
    layer, _, _ = loaded(submission, draw, inputs, outputs)
    x, pull = draw.normal(n, inputs), draw.normal(n, outputs)
    out = is_tensor(layer(x), shape=(n, outputs))
    check_that(out.requires_grad, "The output does not know how it was made: no parameter can learn from it.")
    (out * pull).sum().backward()
    close(is_tensor(layer.weight, what="the weight").grad, pull.T @ x, what="the gradient of the weight")
    close(is_tensor(layer.bias, what="the bias").grad, pull.sum(0), what="the gradient of the bias")


def test_starts_with_small_random_weights(submission, draw):
    """At the start the weights differ, with a deviation near 1 / sqrt(inputs)."""
    inputs, outputs = draw.integer(600, 800), 20
    layer = submission.Linear(inputs, outputs)
    weight = is_tensor(layer.weight, shape=(outputs, inputs), what="the weight").detach()
    deviation, fair = float(weight.std()), inputs**-0.5
    check_that(deviation > 0, "All weights start with the same number.", "constant")
    told = f"The deviation of the weights is {deviation:.4g}; for {inputs} inputs about {fair:.4g} is wanted."
    check_that(deviation >= 0.2 * fair, told, "tiny")
    check_that(deviation <= 5 * fair, told, "huge")


def test_is_made_by_hand(submission, draw):
    """The layer is built from small operations, without `nn.Linear` and `F.linear`."""
    by_hand(submission, *OFF_LIMITS)
    layer, weight, bias = loaded(submission, draw, 3, 2)
    x = torch.ones(1, 3)
    close(is_tensor(layer(x)).detach(), x @ weight.T + bias)
