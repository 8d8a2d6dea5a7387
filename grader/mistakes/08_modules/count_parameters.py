"""Known wrong answers to `count_parameters` and `parameter_shapes`. Each docstring is what the learner is told."""

import numpy as np
import torch
from torch import nn


def counts_tensors():
    """You count the parameters themselves, and not the numbers in them.

    The two layers of the lesson have 4 parameters: two weights and two biases. In them lie 12 + 4 + 8 + 2
    = 26 numbers, and 26 is what was asked. With 4 a layer of three inputs would be as large as a layer of
    a million. A parameter of shape (4, 3) counts 12. Every tensor can tell how many numbers it holds.
    """

    def count_parameters(model):
        return sum(1 for p in model.parameters() if p.requires_grad)


def counts_frozen():
    """You count frozen parameters as well.

    A frozen parameter has `requires_grad=False`. It gets no gradient, and no step of training moves it. If
    the first layer of the lesson is frozen, its 12 + 4 numbers do not count, and 8 + 2 = 10 are left. Ask
    each parameter whether it records gradients before you count it. (The list of shapes is another
    matter: there the frozen ones belong in.)
    """

    def count_parameters(model):
        return sum(p.numel() for p in model.parameters())


def counts_frozen_only():
    """You count what is frozen, and leave out what is trained.

    The condition stands the wrong way round. `requires_grad` is True for a parameter that is trained,
    because training needs its gradient. In the lesson nothing is frozen, so your answer is 0 where 26 is
    right. Turn the condition round.
    """

    def count_parameters(model):
        return sum(p.numel() for p in model.parameters() if not p.requires_grad)


def counts_shared_twice():
    """A parameter that is used at two places is counted twice.

    If the same layer of 20 numbers stands twice in a network, there are still only 20 numbers in memory,
    and one step moves both places. You count 40. This happens when you walk over the layers yourself and
    add up what each of them has. Ask the whole module for its parameters: it gives each one once.
    """

    def count_parameters(model):
        return sum(p.numel() for _, p in model.named_parameters(remove_duplicate=False) if p.requires_grad)


def counts_buffers():
    """You also count numbers that are no parameters.

    Some layers keep notes: batch normalisation stores a running mean and how many batches it has seen.
    Such *buffers* are saved with the model, so they are in its `state_dict()`. But they get no gradient,
    and no step moves them. Batch normalisation of 4 channels has 8 numbers to train, and 9 more of this
    kind. Ask the module for its parameters, and for nothing else.
    """

    def count_parameters(model):
        trained = sum(p.numel() for p in model.parameters() if p.requires_grad)
        return trained + sum(b.numel() for b in model.buffers())


def counts_weights_only():
    """You leave out the biases.

    Not only the weights are learned: each bias is a parameter like them. In the lesson you count 12 + 8 =
    20, where the biases add 4 + 2, so that 26 is right. A condition on the name `weight`, or on the number
    of axes, misses them. The only question to ask of a parameter is whether it is trained.
    """

    def count_parameters(model):
        return sum(p.numel() for p in model.parameters() if p.requires_grad and p.dim() > 1)


def counts_linear_layers_only():
    """You only look into layers of one kind.

    Linear layers are not the only ones with parameters. A convolution has some, batch normalisation has,
    and a module may have one of its own that lies in no layer at all. All of them are trained. You need
    not know the kinds of layers, nor walk through them. The module can give all its parameters by itself.
    """

    def count_parameters(model):
        found = {p for m in model.modules() if isinstance(m, nn.Linear) for p in m.parameters()}
        return sum(p.numel() for p in found if p.requires_grad)


def counts_one_level_only():
    """You look into the parts of the model, but not into the parts of those.

    Modules can lie within modules, like boxes within boxes. A `Sequential` inside of a `Sequential` has no
    weight of its own, its layers have. So if you open only the outer box, whatever lies deeper is missed.
    You would have to open every box in turn. But a module does this already, when you ask it for its
    parameters without any further wish.
    """

    def count_parameters(model):
        modules = [model, *model.children()]
        own = {id(p): p for module in modules for p in module.parameters(recurse=False)}
        return sum(p.numel() for p in own.values() if p.requires_grad)


def adds_the_sizes():
    """The sizes of a shape are added, and they should be multiplied.

    A table with 4 rows and 3 columns holds 4 * 3 = 12 numbers, and not 4 + 3 = 7. For a bias there is only
    one size, so it comes out right by chance. And a parameter of shape () is one number, where the sum of
    no sizes would be 0. A tensor can tell how many numbers it holds, whatever its shape.
    """

    def count_parameters(model):
        return sum(sum(p.shape) for p in model.parameters() if p.requires_grad)


def first_axis_only():
    """You count the rows of each parameter, and not its numbers.

    `len(p)` and `p.shape[0]` tell how long the first axis is. A weight of shape (4, 3) has 4 rows of 3
    numbers each: 12 numbers, and you count 4. On a parameter of shape () they even fail, because it has
    no axis. A tensor can tell how many numbers it holds, whatever its shape.
    """

    def count_parameters(model):
        return sum(len(p) for p in model.parameters() if p.requires_grad)


def count_is_a_tensor():
    """Your count is a tensor, where a plain Python number was wanted.

    A count of parameters is told to people, compared and written into tables: an `int` like 26. A tensor
    of one number looks much like it when it is printed, and behaves otherwise, for example as a key of a
    dict. Take the number out of it with `.item()`, or let Python's own `sum` do the adding from the start.
    """

    def count_parameters(model):
        return torch.tensor([p.numel() for p in model.parameters() if p.requires_grad], dtype=torch.int64).sum()


def count_is_numpys():
    """Your count is a number of NumPy's, where a plain Python `int` was wanted.

    `np.prod((4, 3))` gives 12, but as an `np.int64`, and a sum of such numbers is one as well. It can
    overflow without a word, and some programs refuse to write it to a file. There is no need for NumPy
    here: a tensor tells how many numbers it holds, as an ordinary `int`.
    """

    def count_parameters(model):
        return np.int64(sum(p.numel() for p in model.parameters() if p.requires_grad))


def count_is_a_float():
    """Your count is a float, where an `int` was wanted.

    Numbers are counted in whole numbers: 26, and not 26.0. A float has a fixed number of digits, so beyond
    some size it cannot tell one count from the next. Somewhere a float came in, perhaps by a sum that
    starts with 0.0, or by a product of no sizes at all. Add ints, and the sum is an int.
    """

    def count_parameters(model):
        return float(sum(p.numel() for p in model.parameters() if p.requires_grad))


def frozen_left_out_of_the_list():
    """The list of shapes lacks the frozen parameters.

    The count asks what training can move. The list asks what is there: all parameters, frozen or not. If
    the first layer of the lesson is frozen, the list still has four shapes, and yours has two. Here no
    parameter is left out, so the condition that the count needs has no place in this function.
    """

    def parameter_shapes(model):
        return [tuple(p.shape) for p in model.parameters() if p.requires_grad]


def shared_listed_twice():
    """A parameter that is used at two places stands in your list twice.

    If the same layer is put into a network twice, its weight and its bias exist only once. The list
    should have one line for each parameter, and not for each place where it is used. This comes from
    walking over the layers, or over the `state_dict()`. The module itself, asked for its parameters,
    gives each one once.
    """

    def parameter_shapes(model):
        return [tuple(p.shape) for _, p in model.named_parameters(remove_duplicate=False)]


def equal_shapes_listed_once():
    """Two parameters of the same shape are taken for one.

    A network may have two layers from 5 to 5. Each has a weight of its own of shape (5, 5), so this shape
    belongs in the list twice. A set, or a question such as "is this shape in the list already", throws
    the second one out. What has to be kept apart are the parameters, not their shapes.
    """

    def parameter_shapes(model):
        return list(dict.fromkeys(tuple(p.shape) for p in model.parameters()))


def sorted_shapes():
    """You sort the shapes, and lose their order.

    The list should follow the module: first layer, second layer, and so on, as in the lesson: (4, 3),
    (4,), (2, 4), (2,). Sorted, it begins with (2,), and nobody can tell which shape belongs to which
    layer. Take the parameters in the order in which the module gives them.
    """

    def parameter_shapes(model):
        return sorted(tuple(p.shape) for p in model.parameters())


def weights_listed_only():
    """The list lacks the parameters with fewer than two axes, such as the biases.

    A bias is a parameter as much as a weight is. For the lesson's two layers the list has four shapes:
    (4, 3), (4,), (2, 4), (2,). Yours has two of them. Leave the condition out, and list every parameter
    that the module gives you.
    """

    def parameter_shapes(model):
        return [tuple(p.shape) for p in model.parameters() if p.dim() > 1]


def buffers_listed():
    """Your list also has shapes of numbers that are no parameters.

    Batch normalisation keeps a running mean beside its parameters. Such *buffers* are saved with the model,
    so `state_dict()` has them, but they are not trained. For batch normalisation of 4 channels the list is
    (4,), (4,), and with the buffers it gets three more shapes. Ask the module for its parameters only.
    """

    def parameter_shapes(model):
        kept = {id(p): p for p in [*model.parameters(), *model.buffers()]}
        return [tuple(p.shape) for p in kept.values()]


def sizes_in_place_of_shapes():
    """Your list tells how many numbers each parameter holds, and not in which shape they lie.

    For a weight of 4 rows and 3 columns you give 12, where (4, 3) was wanted. From 12 alone nobody can tell
    whether it was (4, 3), (3, 4) or (2, 6). A shape is a tuple with the length of every axis, and a tensor
    has it as an attribute.
    """

    def parameter_shapes(model):
        return [p.numel() for p in model.parameters()]


def shapes_as_lists():
    """Each shape is a list, where a tuple was wanted.

    [4, 3] and (4, 3) hold the same sizes, but Python does not take them for equal, and only the tuple can
    be the key of a dict. A shape does not change, so it is a tuple by custom. PyTorch's own `torch.Size` is
    one already.
    """

    def parameter_shapes(model):
        return [list(p.shape) for p in model.parameters()]


def names_in_the_list():
    """Your list has the names of the parameters in it, where only the shapes were wanted.

    `named_parameters()` gives pairs: a name such as "0.weight", and the parameter. The list that was asked
    for holds shapes and nothing else: (4, 3), (4,), (2, 4), (2,). Leave the names out, or use the method
    that gives the parameters without them.
    """

    def parameter_shapes(model):
        return [(name, tuple(p.shape)) for name, p in model.named_parameters()]


def shapes_as_a_tuple():
    """Your answer is a tuple of shapes, where a list of shapes was wanted.

    Each shape is a tuple, and they lie in a list: [(4, 3), (4,), (2, 4), (2,)]. From the outside in, that
    is square brackets first, and round ones within. To get there, put the outer collection into a list.
    """

    def parameter_shapes(model):
        return tuple(tuple(p.shape) for p in model.parameters())


def shapes_of_one_level_only():
    """The list lacks the parameters of modules that lie deeper.

    Modules can lie within modules, like boxes within boxes. You open the outer box, and perhaps the next
    one, but what lies below is missed. The module itself can walk through all of them, down to the last,
    when you ask it for its parameters without any further wish.
    """

    def parameter_shapes(model):
        modules = [model, *model.children()]
        own = {id(p): p for module in modules for p in module.parameters(recurse=False)}
        return [tuple(p.shape) for p in own.values()]


def unfreezes():
    """Your function unfreezes the model.

    The shapes are right. But afterwards every parameter has `requires_grad=True`, and somebody's careful
    work is undone: the part that was to stay as it is will be trained. A function that only tells how
    things are must leave them so. You can read the shape of a parameter whether it is frozen or not.
    """

    def parameter_shapes(model):
        return [tuple(p.requires_grad_().shape) for p in model.parameters()]
