"""Known wrong answers to `activations`. Each docstring is what the learner is told."""

import torch
from torch import nn

SYMPTOMS = {"layers_by_number": "numbers_as_names"}


def inputs_of_the_layers():
    """Your list holds what goes into each layer, and not what comes out.

    You note the number before the layer is called, when it should be after. So the list begins with x
    itself, and the last output, the answer of the network, is missing. In the lesson you give [5], [11,
    -2], [11, 0], where [11, -2], [11, 0], [37] is right. Call the layer first, then note.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                outputs.append(x)
                x = layer(x)
        return outputs


def input_included():
    """The input stands in your list, as if it were the output of a layer.

    Three layers have three outputs, and your list has four tensors. The first one is x, which the caller
    knows already. With it, every place in the list is off by one: `outputs[0]` should belong to `model[0]`.
    Begin with an empty list.
    """

    def activations(model, x):
        outputs = [x.detach()]
        with torch.no_grad():
            for layer in model:
                outputs.append(layer(outputs[-1]))
        return outputs


def last_only():
    """Your list holds only the answer of the whole network.

    To call the model gives what the last layer gives. Everything on the way there is gone. But it is the way
    that was asked for: in the lesson [11, -2], [11, 0] and [37], and not [37] alone. Go through the layers one
    by one, and note what each of them gives.
    """

    def activations(model, x):
        with torch.no_grad():
            return [model(x)]


def last_left_out():
    """The output of the last layer is missing.

    Your list stops one layer too soon. Perhaps you thought of the hidden layers only, or a range ends before
    its end. The answer of the network is an output like all others: three layers, three tensors. In the
    lesson the list ends with [37].
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model[:-1]:
                x = layer(x)
                outputs.append(x)
        return outputs


def each_layer_on_x():
    """Every layer gets x, when only the first one should.

    The layers form a chain: the second works on what the first has given, and so on. If the ReLU gets x = 5
    it gives 5, where [11, 0] is right, and a last layer made for two hidden numbers cannot take x at all.
    After each layer, its output has to take the place of x.
    """

    def activations(model, x):
        with torch.no_grad():
            return [layer(x) for layer in model]


def whole_model_each_time():
    """Your list holds the answer of the whole network, once for each layer.

    In your loop the model is called, and not the layer. So all tensors in the list are the same: in the
    lesson three times [37]. The name that runs through the layers has to be the one that you call, with what
    the layer before it gave.
    """

    def activations(model, x):
        with torch.no_grad():
            return [model(x) for layer in model]


def tracked():
    """The outputs are tracked, so each of them drags its history along.

    Only looking needs no gradients. A tracked tensor keeps everything in memory from which it was made, and
    some operations refuse it: `numpy()` for one. Everything calculated with parameters is tracked unless you
    say otherwise. Say it for the lines in which the layers are called, as the lesson shows.
    """

    def activations(model, x):
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x)
        return outputs


def last_untracked_only():
    """Only the last output is free of its history, and the others are tracked.

    You take off the trail once, at the end. The tensors that went into the list before still have theirs. In
    the lesson that are two out of three. Either free every tensor when you note it, or, simpler, do not let
    PyTorch record anything while the layers are called.
    """

    def activations(model, x):
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x)
        return [*outputs[:-1], x.detach()]


def layer_twice_noted_once():
    """A layer that stands at two places is used only once.

    `children()`, `modules()` and a dict with layers as its keys give each *object* once. But in a network the
    same layer can have two places, and x has to pass both. With layers A, B, A you give two outputs, where
    three are right. The `Sequential` itself, in a `for` loop, gives one layer for each place.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model.children():
                x = layer(x)
                outputs.append(x)
        return outputs


def hook_for_each_place():
    """A layer that stands at two places gets two hooks, and notes each of its outputs twice.

    A hook is a function that a layer calls whenever it has worked. You walk over the places and attach one at
    each. A layer with two places then has two hooks, and both are called at both places: four notes where
    two are right. Attach a hook once to each layer, or do without hooks: call the layers yourself.
    """

    def activations(model, x):
        outputs = []
        hooks = [layer.register_forward_hook(lambda _, __, out: outputs.append(out)) for layer in model]
        with torch.no_grad():
            model(x)
        for hook in hooks:
            hook.remove()
        return outputs


def hooks_left_behind():
    """Your hooks stay on the model after the call.

    A hook is called by its layer for ever, until it is removed. So after your function, whoever uses the
    model fills your old list without knowing it, and each further call of yours adds more hooks. Attaching
    one gives you something with a method `remove()`. Or do without hooks: call the layers yourself.
    """

    def activations(model, x):
        outputs = []
        for layer in set(model):
            layer.register_forward_hook(lambda _, __, out: outputs.append(out))
        with torch.no_grad():
            model(x)
        return list(outputs)


def evaluation_mode_left_on():
    """You switch the model to evaluation mode, and leave it so.

    In the middle of a training that has bad effects: from then on dropout and batch normalisation work as if
    training were over, and nobody sees why. Evaluation mode has nothing to do with recording gradients,
    either. Here the model's mode need not be touched at all. Leave it as you find it.
    """

    def activations(model, x):
        outputs = []
        model.eval()
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.append(x)
        return outputs


def training_mode_switched_on():
    """After your call the model is in training mode, whatever it was in before.

    Whoever gave you a model in evaluation mode, to use it, gets it back in training mode: with dropout, its
    answers become a matter of chance. You may have meant to put back what you had changed. Without a change
    there is nothing to put back. Leave the mode as you find it.
    """

    def activations(model, x):
        outputs = []
        model.eval()
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.append(x)
        model.train()
        return outputs


def model_frozen():
    """Your call freezes the model: its parameters no longer record gradients.

    `requires_grad_(False)` does keep the outputs free. But it stays, and the next training step finds
    nothing to train. You only want to look for a moment. `with torch.no_grad():` switches the recording off
    for a few lines, and at their end all is as before.
    """

    def activations(model, x):
        outputs, x = [], x.detach()
        model.requires_grad_(False)
        for layer in model:
            x = layer(x)
            outputs.append(x)
        return outputs


def recording_switched_off_for_good():
    """You switch off the recording of gradients for the whole program, and never on again.

    `torch.set_grad_enabled(False)` as a line of its own holds until somebody says otherwise. After your call
    no tensor anywhere is tracked any more, and each training stops with an error. As a `with` block, the
    switch goes back by itself, even when an error occurs.
    """

    def activations(model, x):
        torch.set_grad_enabled(False)
        outputs = []
        for layer in model:
            x = layer(x)
            outputs.append(x)
        return outputs


def layers_by_number():
    """You look the layers up under the names "0", "1", "2", and not every layer is called so.

    That is what layers are called when nobody gave them a name. But a `Sequential` may have names for its
    layers, such as "hidden" and "last", and then yours are not found. Nothing hangs on the names. Walk
    through the model with `for`, or use places: `model[0]`.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for number in range(len(model)):
                x = model.get_submodule(str(number))(x)
                outputs.append(x)
        return outputs


def linear_layers_only():
    """You note only what the linear layers give.

    A bend is a layer too, and its output often tells the most: which hidden numbers are 0, and which are not.
    In the lesson you leave out [11, 0]. The list has one tensor for every layer of the model, whatever kind it
    is.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                if isinstance(layer, nn.Linear):
                    outputs.append(x)
        return outputs


def three_layers_only():
    """You count on exactly three layers.

    The network of the lesson has three, others have one, or twenty. Written out by hand, with `model[0]`,
    `model[1]` and `model[2]`, your function fails for a shorter one and leaves out the rest of a longer one. A
    `for` loop takes as many layers as there are.
    """

    def activations(model, x):
        with torch.no_grad():
            first = model[0](x)
            second = model[1](first)
            return [first, second, model[2](second)]


def reversed_order():
    """Your list runs from the last layer to the first.

    `outputs[0]` should be what the first layer gave, so that the list and the model can be read side by side.
    In the lesson it is [11, -2], [11, 0], [37], and yours begins with [37]. Add each output at the end of the
    list.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.insert(0, x)
        return outputs


def tuple_of_outputs():
    """Your answer is a tuple, where a list was wanted.

    Both hold one tensor after the other. But what was agreed on is a list, and whoever got one may want to
    add to it or sort it, which a tuple does not allow. Put the outputs into a list, or make one of the tuple
    at the end.
    """

    def activations(model, x):
        outputs = ()
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs = (*outputs, x)
        return outputs


def outputs_by_name():
    """Your answer is a dict with names, where a list was wanted.

    Names are nice to have, but a list was agreed on: `outputs[0]` is what `model[0]` gave. And who uses the
    dict as if it were a list, in a `for` loop, gets the names, and no tensors. Put the outputs into a list, in
    the order of the layers.
    """

    def activations(model, x):
        outputs = {}
        with torch.no_grad():
            for name, layer in zip(range(len(model)), model):
                x = layer(x)
                outputs[str(name)] = x
        return outputs


def lists_of_numbers():
    """Your outputs are lists of Python numbers, where tensors were wanted.

    `tolist()` does take the trail off. But a nested list has no shape, no mean and no `max(dim=1)`, and those
    are what people want to look at next. A tensor without a trail is what was asked for. Leave the numbers
    where they are.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.append(x.tolist())
        return outputs


def numpy_arrays():
    """Your outputs are NumPy arrays, where tensors were wanted.

    An array has no trail, that is true. But the caller works with tensors, and would have to turn each of
    them back. Under `torch.no_grad()` a layer gives a tensor without a trail from the start, so that nothing
    has to be turned into anything.
    """

    def activations(model, x):
        outputs = []
        with torch.no_grad():
            for layer in model:
                x = layer(x)
                outputs.append(x.numpy())
        return outputs
