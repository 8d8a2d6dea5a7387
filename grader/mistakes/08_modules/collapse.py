"""Known wrong answers to `collapse`. Each docstring is what the learner is told."""

import copy

import torch
from torch import nn

SYMPTOMS = {
    "weight_left_random": "random_weight",
    "bias_left_random": "random_bias",
    "bias_taken_for_granted": "none_used",
    "no_bias": "no_bias",
}


def product_the_wrong_way_round():
    """The two weights are multiplied in the wrong order.

    A matrix product is not like 3 * 2: the order counts. The weights are (hidden, inputs) and (outputs,
    hidden). The new one has to be (outputs, inputs), with the hidden size summed away in the middle. In your
    order the inner sizes are inputs and outputs, so it fails, or, where they are equal, runs and is wrong.
    Put the two shapes side by side so that hidden meets hidden.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(first.weight @ second.weight)
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def multiplied_place_by_place():
    """`*` pairs the weights that stand at the same place. A matrix product is needed.

    Every hidden number is a way from an input to an output, and the new weight sums over all these ways:
    in the lesson 3 * 2 + 1 * -1 = 5. With `*` nothing is summed. The shapes (hidden, inputs) and (outputs,
    hidden) hardly ever fit, and where all sizes are equal the answer is wrong. Use the matrix product.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight * first.weight)
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def result_transposed():
    """The new weight lies the wrong way round.

    An `nn.Linear` keeps its weight as (outputs, inputs), one row for each output. The product of the two
    weights, taken in the right order, has that shape already. You turn it round, so that it is (inputs,
    outputs), and the layer stops at the first input, or gives wrong numbers where the sizes are equal.
    Leave the product as it is.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter((second.weight @ first.weight).T)
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def second_bias_only():
    """The first layer's bias is lost.

    What the first layer adds to its outputs goes into the second layer, and comes out weighed. In the
    lesson the hidden biases are 1 and 3, with the weights 3 and 1, and the last bias is 4: 3 * 1 + 1 * 3 +
    4 = 10. You have 4. Think of an input of zeros: what leaves the first layer then, and what does the
    second one make of it?
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features, bias=second.bias is not None)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        if second.bias is not None:
            layer.bias = nn.Parameter(second.bias.clone())
        return layer


def second_bias_forgotten():
    """The second layer's bias is lost.

    The first bias, weighed by the second layer, is one part of the new bias, and you have it. The second
    bias is the other part, and is simply added, for it comes last. In the lesson 3 * 1 + 1 * 3 = 6, and
    with the 4 it makes 10. You have 6. Add the second layer's bias as it is.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features, bias=first.bias is not None)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        if first.bias is not None:
            layer.bias = nn.Parameter(second.weight @ first.bias)
        return layer


def no_bias():
    """The new layer has no bias, although the two layers have one.

    Without a bias an input of zeros gives zeros. The two layers in a row give something else: in the lesson
    x = 0 makes the hidden numbers 1 and 3, and these make 3 * 1 + 1 * 3 + 4 = 10. Your weight is right. The
    constant part, what the two make of zeros, is still missing.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features, bias=False)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        return layer


def biases_added():
    """The two biases are added as they are, and the first one has to be weighed before.

    What the first layer adds passes through the second layer, like all that comes out of it. In the small
    example h = 2x + 1 and y = 3h + 4, the 1 arrives as 3, so that the new bias is 3 * 1 + 4 = 7. You have 1
    + 4 = 5. Where the layers have different sizes, the biases do not even fit. Send the first bias through
    the second layer's weight, then add the other one.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        parts = [each.bias for each in (first, second) if each.bias is not None]
        layer.bias = nn.Parameter(sum(parts) if parts else torch.zeros(second.out_features))
        return layer


def bias_weighed_the_wrong_way_round():
    """The first bias is multiplied by the second weight from the wrong side.

    The weight is (outputs, hidden), the first bias (hidden,). To sum over the hidden numbers, the bias has
    to stand where the *columns* of the weight meet it. With the bias on the left, rows and columns change
    roles: it fails, or gives wrong numbers where the sizes are equal. A layer does the turning by itself:
    you may let it do the work.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        bias = torch.zeros(second.out_features) if first.bias is None else first.bias @ second.weight
        layer.bias = nn.Parameter(bias if second.bias is None else bias + second.bias)
        return layer


def bias_taken_for_granted():
    """You use the biases without asking whether there are any.

    A layer that was made with `bias=False` has None as its bias, and None cannot be multiplied or added. So
    your function ends with an error there, although such layers are legal. Three cases need care: the first
    bias is missing, the second, or both. Often it is simplest to let the layers themselves calculate the
    constant part, for they know what they have.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second.weight @ first.bias + second.bias)
        return layer


def no_bias_unless_both_have_one():
    """If one of the two biases is missing, you drop the other one too.

    Each bias does its own part. Take h = 2x without a bias, and y = 3h + 4: together that is 6x + 4. Or h =
    2x + 1, and y = 3h: together 6x + 3. In both cases a constant is left. Only if both are missing nothing
    is. Treat a missing bias as a row of zeros, and go on with the other one.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        both = first.bias is not None and second.bias is not None
        layer = nn.Linear(first.in_features, second.out_features, bias=both)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        if both:
            layer.bias = nn.Parameter(second.weight @ first.bias + second.bias)
        return layer


def both_in_a_row():
    """You put the two layers in a row, and that is still two layers.

    `nn.Sequential(first, second)` gives the right numbers, with twice the work. It was asked for one
    `nn.Linear` that needs no hidden numbers at all: in the small example 6x + 7, and not 3 (2x + 1) + 4.
    Multiply out what the two do, and put the result into one new layer.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        return nn.Sequential(first, second)


def weight_and_bias_returned():
    """You return the numbers, and not a layer that holds them.

    Weight and bias are a good half of the work. But the answer is to be an `nn.Linear`, which can be called
    with an input and put into a network in place of the other two. Make one with the right sizes, and give
    it your numbers.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        return second.weight @ first.weight, second(first(torch.zeros(first.in_features)))


def weight_left_random():
    """The new layer has the right sizes, and the random weight that it started with.

    A fresh `nn.Linear` begins with random numbers. Yours is never given the product of the two weights, so
    it has nothing to do with the two layers, and every call gives another one. Perhaps you calculated the
    weight and gave it to a name of your own. It has to be put into the layer.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        return nn.Linear(first.in_features, second.out_features)


def bias_left_random():
    """The bias of the new layer is the random one that it started with.

    A fresh `nn.Linear` has random numbers in its bias too, and not zeros. If you do not replace them, they
    stay, and every call gives another layer. It may be that you forget it only where neither of the two
    layers has a bias. Then make the new layer without one, or fill its bias with zeros.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        if first.bias is not None or second.bias is not None:
            layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def plain_tensor_assigned():
    """You put a plain tensor where the layer keeps a parameter.

    A module takes care that its weight stays a parameter, and refuses anything else with "cannot assign ...
    as parameter 'weight'". The product of two weights is an ordinary tensor. Wrap it in an `nn.Parameter`
    first, or copy its numbers into the parameter that is there already, without recording that.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = second.weight @ first.weight
        return layer


def no_refusal():
    """Layers whose sizes do not meet are not refused with a ValueError.

    If the first layer gives 4 numbers and the second one wants 5, there is no layer that equals the two.
    PyTorch then stops somewhere inside of a product, with words about "mat1 and mat2" that help nobody. Look
    at the two sizes before you calculate, and say yourself what came and what was wanted.
    """

    def collapse(first, second):
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second(first(first.weight.new_zeros(first.in_features))))
        return layer


def refused_with_an_assert():
    """You refuse with an `assert`, and a ValueError was wanted.

    An `assert` is meant for what can never happen if your own code is right. It raises an AssertionError,
    and disappears completely when Python is started with -O. That sizes do not meet is a mistake of the
    caller, and the custom for a wrong value is a ValueError. Test the condition with `if`, and raise one,
    with the two sizes in its message.
    """

    def collapse(first, second):
        assert first.out_features == second.in_features, "the sizes do not meet"
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second(first(first.weight.new_zeros(first.in_features))))
        return layer


def outer_sizes_compared():
    """You compare the wrong two sizes.

    Where do the layers touch? The outputs of the first one are the inputs of the second. Those two sizes
    have to be equal. You compare the inputs of the first with the outputs of the second, the two far ends,
    which may be as different as they like: from 784 pixels to 10 digits. Legal layers are refused that way.
    """

    def collapse(first, second):
        if first.in_features != second.out_features:
            raise ValueError(f"{first.in_features} inputs do not fit {second.out_features} outputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second(first(first.weight.new_zeros(first.in_features))))
        return layer


def second_layer_rebuilt():
    """You write your result into the second layer, which belongs to somebody else.

    The numbers are right. But after the call `second` is another layer, and whoever used it gets other
    answers. A second call with the same two layers goes wrong too, for the second one has already
    swallowed the first. Leave both as they are, and make a new `nn.Linear` for your numbers.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        weight, bias = second.weight @ first.weight, second(first(torch.zeros(first.in_features)))
        second.weight, second.bias = nn.Parameter(weight), nn.Parameter(bias)
        second.in_features = first.in_features
        return second


def bias_shared():
    """Where the first layer has no bias, the new layer shares the bias of the second one.

    The numbers are right, and they are the very same tensor. If the new layer is trained, the second one
    changes with it. An assignment does not copy: both names stand for one piece of memory. Give the new
    layer numbers of its own, for example with `clone()`.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        if first.bias is None and second.bias is not None:
            layer.bias = second.bias
        else:
            layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def originals_frozen():
    """The two layers no longer record gradients after your call.

    To calculate without a trail you switched off `requires_grad` on their parameters. That stays switched
    off: the two layers will never learn again, and nobody told their owner. If you want to calculate
    without recording, `with torch.no_grad():` does it for a few lines and leaves the layers alone.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        first.requires_grad_(False)
        second.requires_grad_(False)
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer


def sizes_left_behind():
    """The new layer calculates the right numbers, but tells wrong sizes.

    You started from a copy of one of the two layers. It still has the `in_features` and `out_features` of
    that one. Printed, it says something that is not true, and whoever asks it for its sizes, as your own
    function does, gets a wrong answer. Make a fresh `nn.Linear` with the sizes of the whole.
    """

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
        layer = copy.deepcopy(second)
        layer.weight = nn.Parameter(second.weight @ first.weight)
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer
