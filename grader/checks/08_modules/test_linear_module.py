import pytest
from torch import nn

from grader.expect import backward, by_hand, check_that, close, finite, is_tensor

OFF_LIMITS = ("Linear", "LazyLinear", "linear")


def named_parameters(layer):
    """Their shapes by their names. Runs where the layer lives."""
    return {name: tuple(p.shape) for name, p in layer.named_parameters()}


def random_state(draw, inputs, outputs):
    return {"weight": draw.normal(outputs, inputs), "bias": draw.normal(outputs)}


def loaded(submission, state):
    """A layer with the state of an `nn.Linear`."""
    outputs, inputs = state["weight"].shape
    layer = submission.Linear(inputs, outputs)
    layer.load_state_dict(state)
    return layer


def output(x, state):
    return x @ state["weight"].T + state["bias"]


def test_owns_weight_and_bias(submission, draw):
    """It is a module with two parameters: `weight` (outputs, inputs) and `bias` (outputs,)."""
    inputs, outputs = draw.sizes(2)
    layer = submission.Linear(inputs, outputs)
    check_that(submission.isinstance(layer, nn.Module), "The layer is not an `nn.Module`.")
    found, wanted = submission.make(named_parameters, layer), {"weight": (outputs, inputs), "bias": (outputs,)}
    told = f"`Linear({inputs}, {outputs})` has the parameters {found}, but {wanted} were wanted."
    check_that(found == wanted, told)


@pytest.mark.parametrize("one", [None, "example", "output"])
def test_loads_a_saved_linear_layer(submission, draw, one):
    """With the state of an `nn.Linear` it gives the same output, for any number of examples and outputs."""
    n, inputs, outputs = draw.sizes(3)
    state = random_state(draw, inputs, 1 if one == "output" else outputs)
    layer = loaded(submission, state)
    x = draw.normal(inputs, 1 if one == "example" else n).T
    close(is_tensor(layer(x)).detach(), output(x, state))


def test_gradients_reach_weight_and_bias(submission, draw):
    """`backward()` gives weight and bias their gradients, so that they can learn, and the input too."""
    n, inputs, outputs = draw.sizes(3)
    layer = loaded(submission, random_state(draw, inputs, outputs))
    weight = is_tensor(layer.weight, what="the weight").detach().clone()
    x, pull = draw.normal(n, inputs).requires_grad_(), draw.normal(n, outputs)
    out = is_tensor(layer(x), shape=(n, outputs), what="the output")
    backward(out, pull, what="the output")
    close(layer.weight.grad, pull.T @ x.detach(), what="the gradient of the weight")
    close(is_tensor(layer.bias, what="the bias").grad, pull.sum(0), what="the gradient of the bias")
    close(x.grad, pull @ weight, what="the gradient of the input")


def test_starts_with_small_random_weights(submission, draw):
    """At the start the weights differ, with a deviation near 1 / sqrt(inputs)."""
    inputs, outputs = draw.integer(600, 800), 20
    layer = submission.Linear(inputs, outputs)
    weight = is_tensor(layer.weight, shape=(outputs, inputs), what="the weight").detach()
    finite(weight, "the weight")
    deviation, fair = float(weight.std()), inputs**-0.5
    check_that(bool(weight.min() < weight.max()), "All weights start with the same number.", "constant")
    told = f"The deviation of the weights is {deviation:.4g}; for {inputs} inputs about {fair:.4g} is wanted."
    check_that(deviation >= 0.2 * fair, told, "tiny")
    check_that(deviation <= 5 * fair, told, "huge")


def test_layers_have_parameters_of_their_own(submission, draw):
    """Two layers of the same sizes do not share their numbers: what one learns leaves the other alone."""
    inputs, outputs = draw.sizes(2)
    state, other = random_state(draw, inputs, outputs), random_state(draw, inputs, outputs)
    layer, x = loaded(submission, state), draw.normal(4, inputs)
    loaded(submission, other)
    close(is_tensor(layer(x)).detach(), output(x, state), what="the first layer's output")


def test_is_made_by_hand(submission, draw):
    """The layer is built from small operations, without `nn.Linear` and `F.linear`."""
    by_hand(submission, *OFF_LIMITS)
    state, x = random_state(draw, 3, 2), draw.normal(4, 3)
    layer = loaded(submission, state)
    with submission.watched() as evidence:
        out = is_tensor(layer(x)).detach()
    check_that(
        "linear" not in evidence.functions,
        "While your layer runs, PyTorch's own `linear` is called. Here it is to be built by hand.",
    )
    close(out, output(x, state))
