"""Answers to collapse in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {}


def right_by_copying():
    """Copied into a fresh layer, which has a bias in any case."""

    def collapse(first, second):
        if second.in_features != first.out_features:
            raise ValueError("sizes: %d and %d" % (first.out_features, second.in_features))
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(torch.mm(second.weight, first.weight))
            layer.bias.zero_()
            if first.bias is not None:
                layer.bias += torch.mv(second.weight, first.bias)
            if second.bias is not None:
                layer.bias += second.bias
        return layer


def right_with_a_bias_only_where_needed():
    """No bias where neither layer has one; through `.data`."""

    def collapse(first, second):
        if first.weight.shape[0] != second.weight.shape[1]:
            raise ValueError(f"{tuple(first.weight.shape)} and {tuple(second.weight.shape)} do not meet")
        biased = not (first.bias is None and second.bias is None)
        layer = nn.Linear(first.in_features, second.out_features, bias=biased)
        layer.weight.data = second.weight.data.matmul(first.weight.data)
        if biased:
            b1 = 0 if first.bias is None else F.linear(first.bias.data, second.weight.data)
            b2 = 0 if second.bias is None else second.bias.data
            layer.bias.data = b1 + b2
        return layer


def right_by_probing():
    """The layers are asked what they make of zeros, and of each single input."""

    def collapse(first, second):
        inputs = first.in_features
        if first.out_features != second.in_features:
            raise ValueError(f"{first.out_features} is not {second.in_features}")
        both = nn.Sequential(first, second)
        with torch.no_grad():
            constant = both(torch.zeros(1, inputs))
            slopes = both(torch.eye(inputs)) - constant
        layer = nn.Linear(inputs, second.out_features)
        layer.load_state_dict({"weight": slopes.T, "bias": constant[0]})
        return layer


def right_by_loops():
    """Number by number, with an error of its own kind."""

    class SizesDoNotMeet(ValueError):
        pass

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise SizesDoNotMeet("the second layer takes another number of inputs")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            for j in range(second.out_features):
                layer.bias[j] = 0.0 if second.bias is None else second.bias[j]
                for h in range(first.out_features):
                    if first.bias is not None:
                        layer.bias[j] += second.weight[j, h] * first.bias[h]
                for i in range(first.in_features):
                    layer.weight[j, i] = sum(second.weight[j, h] * first.weight[h, i] for h in range(len(first.weight)))
        return layer


def right_as_a_class():
    """A subclass of nn.Linear, with a function that makes one."""

    class Collapsed(nn.Linear):
        def __init__(self, first, second):
            super().__init__(first.in_features, second.out_features)
            self.weight.requires_grad_(False).copy_(torch.einsum("oh,hi->oi", second.weight, first.weight))
            self.bias.requires_grad_(False).copy_(second(first(torch.zeros(first.in_features))))
            self.requires_grad_(True)

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        return Collapsed(first, second)


def product_the_wrong_way_round():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(torch.matmul(first.weight, second.weight))
            layer.bias.copy_(second(first(torch.zeros(first.in_features))))
        return layer


def multiplied_place_by_place():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = torch.mul(first.weight.data, second.weight.data)
        layer.bias.data = second(first(torch.zeros(first.in_features))).detach()
        return layer


def result_transposed():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = first.weight.data.T @ second.weight.data.T
        layer.bias.data = second(first(torch.zeros(first.in_features))).detach()
        return layer


def second_bias_only():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
            layer.bias.copy_(torch.zeros(second.out_features) if second.bias is None else second.bias)
        return layer


def second_bias_forgotten():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
            layer.bias.zero_()
            if first.bias is not None:
                layer.bias.copy_(F.linear(first.bias, second.weight))
        return layer


def no_bias():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = (second.weight @ first.weight).data
        layer.bias.data.zero_()
        return layer


def biases_added():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
            layer.bias.zero_()
            for each in (first, second):
                if each.bias is not None:
                    layer.bias.add_(each.bias)
        return layer


def bias_weighed_the_wrong_way_round():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
            layer.bias.zero_()
            if first.bias is not None:
                layer.bias += second.weight.T @ first.bias
            if second.bias is not None:
                layer.bias += second.bias
        return layer


def bias_taken_for_granted():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
            layer.bias.copy_(second.bias + (second.weight * first.bias).sum(dim=1))
        return layer


def no_bias_unless_both_have_one():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        if first.bias is None or second.bias is None:
            layer = nn.Linear(first.in_features, second.out_features, bias=False)
        else:
            layer = nn.Linear(first.in_features, second.out_features)
            layer.bias.data = second(first.bias).data
        layer.weight.data = second.weight.data @ first.weight.data
        return layer


def both_in_a_row():
    class Both(nn.Module):
        def __init__(self, first, second):
            super().__init__()
            self.first, self.second = first, second

        def forward(self, x):
            return self.second(self.first(x))

    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        return Both(first, second)


def weight_and_bias_returned():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        weight = torch.mm(second.weight, first.weight)
        bias = second(first(torch.zeros(1, first.in_features)))[0]
        return (weight, bias)


def weight_left_random():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        weight = second.weight @ first.weight
        layer.bias.data = second(first(torch.zeros(first.in_features))).data
        return layer


def bias_left_random():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
        return layer


def plain_tensor_assigned():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight = torch.matmul(second.weight, first.weight)
            layer.bias = second(first(torch.zeros(first.in_features)))
        return layer


def no_refusal():
    def collapse(first, second):
        weight = torch.matmul(second.weight, first.weight)
        layer = nn.Linear(first.in_features, second.out_features)
        with torch.no_grad():
            layer.weight.copy_(weight)
            layer.bias.copy_(second(first(torch.zeros(first.in_features))))
        return layer


def refused_with_an_assert():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise AssertionError("these two do not fit")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = second.weight.data @ first.weight.data
        layer.bias.data = second(first(torch.zeros(first.in_features))).data
        return layer


def outer_sizes_compared():
    def collapse(first, second):
        if first.weight.shape[1] != second.weight.shape[0]:
            raise ValueError("the sizes do not fit")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = torch.mm(second.weight.data, first.weight.data)
        layer.bias.data = second(first(torch.zeros(first.in_features))).data
        return layer


def second_layer_rebuilt():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        bias = second(first(torch.zeros(first.in_features))).data
        second.weight.data = second.weight.data @ first.weight.data
        second.bias = nn.Parameter(bias)
        second.in_features = first.in_features
        return second


def bias_shared():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(first.in_features, second.out_features)
        layer.weight.data = second.weight.data @ first.weight.data
        if first.bias is not None or second.bias is None:
            layer.bias.data = second(first(torch.zeros(first.in_features))).data
        else:
            layer.bias.data = second.bias.data
        return layer


def originals_frozen():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        for layer in (first, second):
            for parameter in layer.parameters():
                parameter.requires_grad = False
        made = nn.Linear(first.in_features, second.out_features)
        made.weight.data = second.weight @ first.weight
        made.bias.data = second(first(torch.zeros(first.in_features)))
        return made


def sizes_left_behind():
    def collapse(first, second):
        if first.out_features != second.in_features:
            raise ValueError("they do not meet")
        layer = nn.Linear(second.in_features, second.out_features)
        layer.weight = nn.Parameter(torch.mm(second.weight, first.weight))
        layer.bias = nn.Parameter(second(first(torch.zeros(first.in_features))))
        return layer
