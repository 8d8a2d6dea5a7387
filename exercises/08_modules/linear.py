"""A linear layer: multiply, add, done

A network guesses by weighing evidence. Each *output* looks at all the inputs, counts
some of them for it and some against it, and adds up. How much an input counts is its
*weight*. At the end comes one more number, the *bias*, which shifts the output up or
down whatever the inputs are.

Three inputs, two outputs. Column 0 of the weights belongs to output 0, column 1 to
output 1:

                              output 0  output 1
    x                input 0      1         4
    [1  0  2]        input 1      2         0          bias
    [3  1  0]        input 2      5        -1         [10  20]

    row 0, output 0:   1 * 1  +  0 * 2  +  2 *  5   +  10   =   21
    row 0, output 1:   1 * 4  +  0 * 0  +  2 * -1   +  20   =   22
    row 1, output 0:   3 * 1  +  1 * 2  +  0 *  5   +  10   =   15
    row 1, output 1:   3 * 4  +  1 * 0  +  0 * -1   +  20   =   32

The sum of products you know: it is the matrix product of chapter 2, here with `@`.
Only the bias is new. It has one number for each output, and every row of the result
gets the same ones. This is what broadcasting does with a short tensor:

    >>> table = torch.zeros(3, 2)
    >>> table - torch.tensor([1.0, 2.0])
    tensor([[-1., -2.],
            [-1., -2.],
            [-1., -2.]])

Shapes line up from the right: (3, 2) against (2,). So the two numbers belong to the
two columns, and the three rows share them.

This small function is the heart of almost every network there is. Its weights and its
bias are what training changes, with the gradients of chapter 5.
"""

import torch
from torch import Tensor


def linear(x: Tensor, weights: Tensor, bias: Tensor) -> Tensor:
    """A linear layer: weighted sums of the inputs, plus a bias.

    x: (n, k), n examples of k inputs. weights: (k, m). bias: (m,), one for each output.
    Floats of the same type. Returns (n, m), of that type.
    """
    raise NotImplementedError
