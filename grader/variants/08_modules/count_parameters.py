"""count_parameters and parameter_shapes in other styles: right ones, and the known mistakes as others write them."""

import math

import numpy as np
import torch
from torch import nn

EQUIVALENT = {}


def right_by_names():
    """Loops over the named parameters, and PyTorch's own Size."""

    def count_parameters(model):
        total = 0
        for name, parameter in model.named_parameters():
            if parameter.requires_grad:
                total += math.prod(parameter.shape)
        return total

    def parameter_shapes(model):
        return [parameter.size() for _, parameter in model.named_parameters()]


def right_by_walking():
    """Every module in turn, with a set of what was seen."""

    def _walk(model):
        seen = set()
        for module in model.modules():
            for parameter in module._parameters.values():
                if parameter is not None and id(parameter) not in seen:
                    seen.add(id(parameter))
                    yield parameter

    def count_parameters(model):
        return sum(p.nelement() for p in _walk(model) if p.requires_grad is True)

    def parameter_shapes(model):
        return [tuple(int(size) for size in p.shape) for p in _walk(model)]


def right_by_tensors():
    """Ones in place of the numbers, and one sum of them."""

    def count_parameters(model):
        ones = [torch.ones_like(p, dtype=torch.int64).sum() for p in model.parameters() if p.requires_grad]
        return int(sum(ones))

    def parameter_shapes(model):
        shapes = []
        shapes.extend(map(lambda p: p.shape, model.parameters()))
        return shapes


def right_by_filter():
    """Functional style."""

    count_parameters = lambda model: sum(map(torch.numel, filter(lambda p: p.requires_grad, model.parameters())))  # noqa: E731
    parameter_shapes = lambda model: [*map(tuple, (p.shape for p in model.parameters()))]  # noqa: E731


def right_by_numpy():
    """NumPy's product, made a plain number."""

    def count_parameters(model):
        return int(sum(np.prod(p.shape) for p in set(model.parameters()) if p.requires_grad))

    def parameter_shapes(model):
        return [p.detach().numpy().shape for p in model.parameters()]


def counts_tensors():
    def count_parameters(model):
        trained = [p for p in model.parameters() if p.requires_grad]
        return len(trained)


def counts_frozen():
    def count_parameters(model):
        total = 0
        for parameter in model.parameters():
            total += math.prod(parameter.size())
        return total


def counts_frozen_only():
    def count_parameters(model):
        total = 0
        for parameter in model.parameters():
            if parameter.requires_grad:
                continue
            total += parameter.numel()
        return total


def counts_shared_twice():
    def count_parameters(model):
        total = 0
        for name, _ in model.named_parameters(remove_duplicate=False):
            parameter = model.get_parameter(name)
            total += parameter.numel() if parameter.requires_grad else 0
        return total


def counts_buffers():
    def count_parameters(model):
        kept = {value.data_ptr(): value for value in model.state_dict(keep_vars=True).values()}
        frozen = [p.numel() for p in model.parameters() if not p.requires_grad]
        return sum(value.numel() for value in kept.values()) - sum(frozen)


def counts_weights_only():
    def count_parameters(model):
        total = 0
        for parameter in model.parameters():
            if len(parameter.shape) >= 2 and parameter.requires_grad:
                total += parameter.numel()
        return total


def counts_linear_layers_only():
    def count_parameters(model):
        total, seen = 0, []
        for layer in model.modules():
            if type(layer) is nn.Linear:
                for parameter in layer.parameters():
                    if parameter.requires_grad and not any(parameter is other for other in seen):
                        seen.append(parameter)
                        total += parameter.numel()
        return total


def counts_one_level_only():
    def count_parameters(model):
        modules = [model, *model.children()]
        found = {id(p): p for module in modules for p in module._parameters.values() if p is not None}
        return sum(p.numel() for p in found.values() if p.requires_grad)


def adds_the_sizes():
    def count_parameters(model):
        total = 0
        for parameter in model.parameters():
            for size in parameter.shape:
                total += size if parameter.requires_grad else 0
        return total


def first_axis_only():
    def count_parameters(model):
        lengths = [parameter.__len__() for parameter in model.parameters() if parameter.requires_grad]
        return sum(lengths)


def count_is_a_tensor():
    def count_parameters(model):
        total = torch.tensor(0)
        for parameter in model.parameters():
            if parameter.requires_grad:
                total = total + parameter.numel()
        return total


def count_is_numpys():
    def count_parameters(model):
        return np.sum([p.numel() for p in model.parameters() if p.requires_grad], dtype=np.int64)


def count_is_a_float():
    def count_parameters(model):
        total = 0.0
        for parameter in model.parameters():
            if parameter.requires_grad:
                total += parameter.numel()
        return total


def frozen_left_out_of_the_list():
    def parameter_shapes(model):
        return [p.shape for p in filter(lambda p: p.requires_grad, model.parameters())]


def shared_listed_twice():
    def parameter_shapes(model):
        shapes = []
        for module in model.modules() if not isinstance(model, nn.Sequential) else _parts(model):
            shapes += [p.shape for p in module._parameters.values() if p is not None]
        return shapes

    def _parts(model):
        for part in model:
            yield from part.modules()


def equal_shapes_listed_once():
    def parameter_shapes(model):
        shapes = []
        for parameter in model.parameters():
            if tuple(parameter.shape) not in shapes:
                shapes.append(tuple(parameter.shape))
        return shapes


def sorted_shapes():
    def parameter_shapes(model):
        shapes = [tuple(p.size()) for p in model.parameters()]
        shapes.sort()
        return shapes


def weights_listed_only():
    def parameter_shapes(model):
        shapes = []
        for parameter in model.parameters():
            if len(parameter.shape) > 1:
                shapes.append(parameter.shape)
        return shapes


def buffers_listed():
    def parameter_shapes(model):
        shapes = [p.shape for p in model.parameters()]
        for buffer in model.buffers():
            shapes.append(buffer.shape)
        return shapes


def sizes_in_place_of_shapes():
    def parameter_shapes(model):
        return list(map(torch.numel, model.parameters()))


def shapes_as_lists():
    def parameter_shapes(model):
        return [[size for size in p.size()] for p in model.parameters()]


def names_in_the_list():
    def parameter_shapes(model):
        shapes = []
        for name, parameter in model.named_parameters():
            shapes.append((name, parameter.size()))
        return shapes


def shapes_as_a_tuple():
    def parameter_shapes(model):
        shapes = ()
        for parameter in model.parameters():
            shapes = (*shapes, parameter.shape)
        return shapes


def shapes_of_one_level_only():
    def parameter_shapes(model):
        found = {}
        for module in [model, *model.children()]:
            for parameter in module._parameters.values():
                if parameter is not None:
                    found[id(parameter)] = parameter.shape
        return list(found.values())


def unfreezes():
    def parameter_shapes(model):
        model.requires_grad_(True)
        return [p.shape for p in model.parameters()]
