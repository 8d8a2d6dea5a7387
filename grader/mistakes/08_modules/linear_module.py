"""Known wrong answers to `Linear`. Each docstring is what the learner is told."""

import torch
from torch import nn

SYMPTOMS = {
    "zeros": "constant",
    "weights_too_large": "huge",
    "weights_too_small": "tiny",
}


def plain_tensors():
    """Weight and bias are plain tensors, which the module does not notice.

    The layer calculates the right numbers, but `parameters()` is empty. An optimizer that asks for the
    parameters gets none, so the layer never learns, and saving the model to a file saves nothing. A
    module only takes note of an `nn.Parameter` that is put on it, as `factor` in the lesson. Wrap both
    tensors in one.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = (torch.randn(outputs, inputs) / inputs**0.5).requires_grad_()
            self.bias = torch.zeros(outputs).requires_grad_()

        def forward(self, x):
            return x @ self.weight.T + self.bias


def registered_as_buffers():
    """Weight and bias are buffers, which are saved but not trained.

    A buffer is a tensor that belongs to a module without being a parameter, such as a running average.
    It is in the `state_dict`, but `parameters()` leaves it out and no gradient is kept for it. So an
    optimizer never sees it. What is to be learnt must be an `nn.Parameter`.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.register_buffer("weight", torch.randn(outputs, inputs) / inputs**0.5)
            self.register_buffer("bias", torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def frozen():
    """The parameters do not record gradients, so they cannot learn.

    `requires_grad=False` makes a frozen parameter: the optimizer gets it, but its `.grad` stays None,
    and it never moves. That is meant for layers taken over from another model. A new layer should
    learn. `nn.Parameter` records by default, so leave the switch alone.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5, requires_grad=False)
            self.bias = nn.Parameter(torch.zeros(outputs), requires_grad=False)

        def forward(self, x):
            return x @ self.weight.T + self.bias


def weight_transposed():
    """The weight is stored as (inputs, outputs), the other way round.

    Your layer works on its own. But PyTorch keeps weights as (outputs, inputs), one row for each
    output, and the state of an `nn.Linear` does not fit into yours: for 3 inputs and 2 outputs it
    brings a table of 2 rows, and you wait for 3. Swap the two sizes, and turn the table round where you
    multiply.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(inputs, outputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight + self.bias


def not_turned_round():
    """You multiply with the weight as it is stored, and the sizes do not meet.

    x is (n, inputs) and the weight is (outputs, inputs). A matrix product needs the inner sizes to be
    equal: inputs and outputs are not, so PyTorch stops with an error. If they happen to be equal, it is
    worse: there is an answer, and it is wrong. Turn the weight round for the product, so that it is
    (inputs, outputs).
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight + self.bias


def super_init_missing():
    """`super().__init__()` is missing, so the module has no lists to take note in.

    `nn.Module` makes, in its own `__init__`, the place where parameters are kept. Your `__init__`
    replaces that one. As soon as a parameter is put on the module, PyTorch says "cannot assign
    parameters before Module.__init__() call". Call the `__init__` of the class above first, on the
    first line of yours.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def bias_missing():
    """There is no bias: the layer only has a weight.

    Without a bias an input of zeros always gives an output of zeros, as a line that has to pass through
    the origin. With it each output can be moved up or down. In the lesson's example 3 * 2 + 4 * -1 = 2,
    and the bias makes it 2.5. Add a second parameter with one number for each output.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)

        def forward(self, x):
            return x @ self.weight.T


def bias_forgotten():
    """The layer has a bias, but does not add it.

    Everything looks complete: both parameters are there, and a state can be loaded. But in `forward`
    the bias is not used, so it gets no gradient and never moves. In the lesson's example you give 2,
    where 2.5 is right. Add it to the product. The shapes (n, outputs) and (outputs,) go together: every
    row gets the same bias.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T


def bias_of_one_number():
    """The bias is a single number, shared by all outputs.

    Each output has its own bias: for 2 outputs there are 2 of them, shape (outputs,). One number for
    all moves every output by the same amount, which is much less than the layer should be able to do.
    And the state of an `nn.Linear` with two biases finds room for one only. Give the bias as many
    numbers as there are outputs.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(1))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def other_names():
    """The parameters have other names than `weight` and `bias`.

    Names matter here. A saved state is a dictionary from names to tensors, and `load_state_dict` looks
    for exactly these names. With `w` and `b` it says that two keys are missing and two unexpected. Call
    them as `nn.Linear` calls them, and any saved linear layer fits into yours.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.w = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.b = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.w.T + self.b


def zeros():
    """All weights start with the same number, so the outputs can never become different.

    If all weights are 0, or all 1, each output of the layer calculates the same and gets the same
    gradient. They all take the same step and stay equal for ever: a layer with 30 outputs is worth no
    more than one with a single output. Chance breaks the tie. Start the weight with random numbers. The
    bias may start with zeros.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.zeros(outputs, inputs))
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def weights_too_large():
    """The weights start far too large for a layer with many inputs.

    Each output is a sum over all inputs. With 784 inputs and weights near 1 the sums are near 28,
    because a sum of n random terms grows with the root of n. After three such layers the numbers are
    above 20,000, and training begins with an explosion. Make the random numbers smaller: their
    deviation should be near 1 / sqrt(inputs).
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs))
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def weights_too_small():
    """The weights start far too small: they are divided by the number of inputs, and not by its root.

    A sum of n random terms is about sqrt(n) times as large as one of them, not n times, because plus
    and minus partly cancel. Divided by 784, the outputs of a layer are 28 times smaller than its
    inputs. After three layers hardly anything is left to learn from. Aim for a deviation near 1 /
    sqrt(inputs).
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x @ self.weight.T + self.bias


def ready_made():
    """The layer is built on PyTorch's own linear layer, which is off limits here.

    With `nn.Linear` as the base, or `F.linear` in `forward`, everything is right, and nothing was
    built. Outside this exercise that is the way to do it. Here the point is to see what is inside: two
    parameters, a matrix product and an addition. Start from `nn.Module`, and write these four things
    yourself.
    """

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return nn.functional.linear(x, self.weight, self.bias)


def no_module():
    """Your class is not an `nn.Module`.

    Without `nn.Module` above it, a class has no `parameters()`, no `state_dict()`, and cannot be put
    into a larger network: `nn.Sequential(Linear(784, 30), nn.ReLU())` would refuse it. The module also
    lets you write `layer(x)` for `layer.forward(x)`. Put the base class in parentheses after the name,
    and call its `__init__` first.
    """

    class Linear:
        def __init__(self, inputs, outputs):
            self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs**0.5)
            self.bias = nn.Parameter(torch.zeros(outputs))

        def __call__(self, x):
            return x @ self.weight.T + self.bias
