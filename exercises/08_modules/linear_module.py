"""A layer that owns its parameters

A linear layer multiplies its input by a table of weights and adds a bias:

    x     (n, inputs)     n examples
    out   (n, outputs)    each output: a weighted sum of the inputs, plus its bias

By hand, one example with two inputs, and one output:

    x = [3, 4]      weight = [[2, -1]]      bias = [0.5]
    out = 3 * 2 + 4 * -1 + 0.5 = 2.5

You have written that as a function of three tensors (`linear`). In a network with ten
layers someone has to keep the twenty tensors, hand them to the optimizer, and save them
to a file. An `nn.Module` does: it notices each `nn.Parameter` that is put on it.

    >>> class Scale(nn.Module):
    ...     def __init__(self):
    ...         nn.Module.__init__(self)
    ...         self.factor = nn.Parameter(torch.tensor([2.0]))
    ...         self.note = torch.tensor([7.0])       # a plain tensor is not noticed
    ...
    ...     def forward(self, x):
    ...         return x * self.factor
    >>> [name for name, _ in Scale().named_parameters()]
    ['factor']

The `__init__` of `nn.Module` comes first: it makes the lists in which the module takes
note. Instead of naming that class, most people write `super()`, "the class above".
You write `forward`, and use the layer like a function: `layer(x)`.

Which numbers to start with? If all weights are equal, all outputs are equal, get the
same gradient and stay equal for ever. If they are huge, sums over hundreds of inputs
explode. Random numbers with a deviation near 1 / sqrt(inputs) keep the outputs about
as large as the inputs. For 100 inputs that is 0.1.

PyTorch stores the weights as (outputs, inputs), one row for each output. Do the same,
so that a saved `nn.Linear` fits into your layer. `nn.Linear` and `F.linear` themselves
are off limits.
"""

import torch
from torch import Tensor, nn


class Linear(nn.Module):
    """A linear layer like `nn.Linear`, by hand.

    Parameters: `weight` (outputs, inputs), which starts with random numbers whose
    deviation is near 1 / sqrt(inputs), and `bias` (outputs,), which may start anywhere.
    """

    def __init__(self, inputs: int, outputs: int):
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """x: (n, inputs). Returns (n, outputs)."""
        raise NotImplementedError
