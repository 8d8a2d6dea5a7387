import pytest
import torch
from torch import nn

from grader.calls import SubmissionRaised
from grader.expect import check_that, close, equal, fail, is_tensor, refuses


def linear(weight, bias):
    """An `nn.Linear` with these numbers. Runs where the submission does."""
    outputs, inputs = weight.shape
    layer = nn.Linear(inputs, outputs, bias=bias is not None)
    layer.load_state_dict({"weight": weight} if bias is None else {"weight": weight, "bias": bias})
    return layer


def two_pairs(weights, biases):
    """Twice the same two layers, as four modules."""
    return [linear(*numbers) for numbers in [*zip(weights, biases, strict=True)] * 2]


def move(layer):
    """Train a layer, so to speak: all its numbers change."""
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter += 1


class Pair:
    """Two layers with the judge's own numbers, and what they give one after the other."""

    def __init__(self, submission, draw, inputs, hidden, outputs, biases=(True, True)):
        self.sizes, self.wanted = (inputs, outputs), biases
        self.weights = draw.normal(hidden, inputs) / 2, draw.normal(outputs, hidden) / 2
        drawn = draw.normal(hidden), draw.normal(outputs)
        self.biases = [bias if wanted else None for bias, wanted in zip(drawn, biases, strict=True)]
        *self.layers, first, second = submission.make(two_pairs, self.weights, self.biases)
        self.equal_layers = first, second

    def output(self, x):
        for weight, bias in zip(self.weights, self.biases, strict=True):
            x = x @ weight.T if bias is None else x @ weight.T + bias
        return x

    def expect_its_constant(self, found, x):
        """The part of the output that is there without any input is not missing."""
        constant = self.output(torch.zeros_like(x))
        lost = self.wanted == (True, True) and torch.allclose(found + constant, self.output(x), 1e-4, 1e-4)
        check_that(not lost, "The new layer lacks what the two layers give for an input of zeros.", "no_bias")

    def expect_untouched(self, when):
        for layer, weight, bias, which in zip(self.layers, self.weights, self.biases, ("first", "second"), strict=True):
            told = f"The {which} layer's %s, {when},"
            _expect_same(layer.weight, weight, told % "weight")
            _expect_same(layer.bias, bias, told % "bias")


def _expect_same(found, original, what):
    if original is None:
        check_that(found is None, f"{what} was None, and is no longer.")
        return
    close(is_tensor(found, what=what).detach(), original, what=what)
    check_that(found.requires_grad, f"{what} no longer records gradients.")


def collapsed(submission, pair):
    """The submission's layer, as far as it is one, and always the same one."""
    try:
        layer = submission.collapse(*pair.layers)
    except SubmissionRaised as raised:
        check_that("NoneType" not in raised.text, _of_none(raised), "none_used")
        raise
    check_that(submission.isinstance(layer, nn.Linear), "The answer is not an `nn.Linear`.")
    again = submission.collapse(*pair.equal_layers)
    for name in ("weight", "bias"):
        one, other = (getattr(each, name) for each in (layer, again))
        if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor) and not torch.equal(one, other):
            fail(f"Two calls with equal layers gave a layer with another {name} each time.", f"random_{name}")
    return layer


def _of_none(raised):
    return f"With a layer that has no bias, `collapse` raised {raised.kind}: {raised.text}"


def expect_equal_to_both(submission, draw, pair):
    layer = collapsed(submission, pair)
    inputs, outputs = pair.sizes
    x = draw.normal(4, inputs)
    found = is_tensor(layer(x), shape=(4, outputs), what="the output of the new layer").detach()
    pair.expect_its_constant(found, x)
    close(found, pair.output(x), atol=1e-4, what="the output of the new layer")
    equal(layer.in_features, inputs, "`in_features` of the new layer")
    equal(layer.out_features, outputs, "`out_features` of the new layer")


@pytest.mark.parametrize(("inputs", "hidden", "outputs"), [(3, 5, 2), (4, 1, 3)])
def test_one_layer_gives_what_the_two_give(submission, draw, inputs, hidden, outputs):
    """The answer is an `nn.Linear` from the first layer's inputs to the second one's outputs, and equals both."""
    expect_equal_to_both(submission, draw, Pair(submission, draw, inputs, hidden, outputs))


def test_the_order_counts(submission, draw):
    """Where all sizes are equal, the first layer still comes first."""
    expect_equal_to_both(submission, draw, Pair(submission, draw, 3, 3, 3))


@pytest.mark.parametrize("biases", [(True, False), (False, True), (False, False)], ids=str)
def test_layers_without_a_bias(submission, draw, biases):
    """Either layer may have been made with `bias=False`, or both of them."""
    expect_equal_to_both(submission, draw, Pair(submission, draw, 3, 4, 2, biases))


@pytest.mark.parametrize("sizes", [((2, 1), (3, 4)), ((3, 2), (4, 3))], ids=str)
def test_refuses_sizes_that_do_not_meet(submission, draw, sizes):
    """A second layer that does not take what the first one gives is refused with a ValueError."""
    (inputs, hidden), (other, outputs) = sizes
    weights = draw.normal(hidden, inputs), draw.normal(outputs, other)
    first, second, *_ = submission.make(two_pairs, weights, (draw.normal(hidden), draw.normal(outputs)))
    with refuses(ValueError):
        submission.collapse(first, second)


@pytest.mark.parametrize("biases", [(True, True), (False, True)], ids=str)
def test_leaves_the_two_layers_alone(submission, draw, biases):
    """The two layers stay as they were, also when the new one is trained later."""
    pair = Pair(submission, draw, 3, 2, 2, biases)
    layer = submission.collapse(*pair.layers)
    pair.expect_untouched("after the call")
    submission.make(move, layer)
    pair.expect_untouched("when the new layer was trained")
