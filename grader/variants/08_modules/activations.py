"""Answers to activations in other styles: right ones, and the known mistakes as somebody else would write them."""

import itertools

import torch
from torch import nn

EQUIVALENT = {}


def right_by_detaching():
    """Each output without its trail."""

    def activations(model, x):
        outputs = []
        for place in range(len(model)):
            x = model[place](x).detach()
            outputs.append(x)
        return outputs


def right_by_accumulate():
    """What goes on is what was noted."""

    @torch.no_grad()
    def activations(model, x):
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]


def right_by_inference_mode():
    """Faster than without gradients."""

    def activations(model, x):
        with torch.inference_mode():
            return [x := layer(x) for layer in model]


def right_by_hooks():
    """One hook for each layer, removed at the end."""

    def activations(model, x):
        outputs = []

        def note(layer, inputs, output):
            outputs.append(output.detach())

        hooks = [layer.register_forward_hook(note) for layer in set(model)]
        try:
            model(x)
        finally:
            for hook in hooks:
                hook.remove()
        return outputs


def right_by_beginnings():
    """The first layer, the first two, the first three, each time from the start."""

    def activations(model, x):
        was = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        outputs = [nn.Sequential(*list(model)[: end + 1])(x.clone()) for end in range(len(model))]
        torch.set_grad_enabled(was)
        return outputs


def right_recursively():
    """The first layer, then the rest."""

    def _from(layers, x):
        if not layers:
            return []
        x = layers[0](x)
        return [x, *_from(layers[1:], x)]

    def activations(model, x):
        with torch.no_grad():
            return _from([*model], x)


def inputs_of_the_layers():
    def activations(model, x):
        outputs = [x]
        for layer in list(model)[:-1]:
            outputs.append(layer(outputs[-1]).detach())
        return outputs


def input_included():
    @torch.no_grad()
    def activations(model, x):
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x.detach()))


def last_only():
    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
        outputs.append(x)
        return outputs


def last_left_out():
    def activations(model, x):
        outputs = []
        for place in range(len(model) - 1):
            x = model[place](x).detach()
            outputs.append(x)
        return outputs


def each_layer_on_x():
    def activations(model, x):
        outputs = []
        for layer in model:
            out = layer(x).detach()
            outputs.append(out)
        return outputs


def whole_model_each_time():
    def activations(model, x):
        with torch.no_grad():
            out = model(x)
        return [out.clone() for _ in model]


def tracked():
    def activations(model, x):
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]


def last_untracked_only():
    def activations(model, x):
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x)
        outputs[-1] = outputs[-1].data
        return outputs


def layer_twice_noted_once():
    def activations(model, x):
        outputs = {}
        with torch.no_grad():
            for layer in model:
                if layer not in outputs:
                    x = layer(x)
                    outputs[layer] = x
        return list(outputs.values())


def hook_for_each_place():
    def activations(model, x):
        outputs, hooks = [], []

        def note(layer, inputs, output):
            outputs.append(output.detach())

        for place in range(len(model)):
            hooks.append(model[place].register_forward_hook(note))
        model(x)
        while hooks:
            hooks.pop().remove()
        return outputs


def hooks_left_behind():
    def activations(model, x):
        outputs = []

        def note(layer, inputs, output):
            outputs.append(output.detach().clone())

        for layer in model.children():
            layer.register_forward_hook(note)
        model(x)
        return [*outputs]


def evaluation_mode_left_on():
    @torch.no_grad()
    def activations(model, x):
        model.train(False)
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]


def training_mode_switched_on():
    @torch.no_grad()
    def activations(model, x):
        outputs = list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]
        model.train(True)
        return outputs


def model_frozen():
    def activations(model, x):
        for parameter in model.parameters():
            parameter.requires_grad = False
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x.detach()))[1:]


def recording_switched_off_for_good():
    def activations(model, x):
        torch.no_grad().__enter__()
        return list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]


def layers_by_number():
    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for number in range(len(model)):
                x = getattr(model, str(number))(x)
                outputs.append(x)
        return outputs


def linear_layers_only():
    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.append((type(layer), x))
        return [out for kind, out in outputs if kind is nn.Linear]


def three_layers_only():
    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for number in range(3):
                x = model[number](x)
                outputs.append(x)
        return outputs


def reversed_order():
    def activations(model, x):
        with torch.no_grad():
            outputs = list(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]
        return outputs[::-1]


def tuple_of_outputs():
    @torch.no_grad()
    def activations(model, x):
        return tuple(itertools.accumulate(model, lambda h, layer: layer(h), initial=x))[1:]


def outputs_by_name():
    def activations(model, x):
        outputs = dict()
        for number, layer in enumerate(model):
            x = layer(x).detach()
            outputs[f"{number}"] = x
        return outputs


def lists_of_numbers():
    def activations(model, x):
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x.detach().tolist())
        return outputs


def numpy_arrays():
    def activations(model, x):
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x.detach().numpy())
        return outputs
