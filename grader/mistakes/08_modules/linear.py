"""Known wrong answers to `linear`. Each docstring is what the learner is told."""

import torch


def bias_first():
    """You add the bias to the inputs, before they are multiplied.

    The bias belongs to the outputs: it has one number for each of them, and comes last. Added first, it
    is multiplied by the weights as well. In the lesson there are three inputs and two biases, so the
    addition does not even fit, and PyTorch stops with an error. Where the sizes happen to be equal there
    is an answer, and it is wrong: input 1, weight 5 and bias 10 make (1 + 10) * 5 = 55, where 1 * 5 + 10
    = 15 is right. Do the matrix product first.
    """

    def linear(x, weights, bias):
        return (x + bias) @ weights


def weights_transposed():
    """You turn the weights round, although they lie the right way already.

    In this exercise the weights are (k, m): one row for each input, one column for each output. x is (n,
    k), so the two inner sizes meet as they are. Turned round, (m, k), they only fit if k and m are equal,
    and then each output is calculated with the weights of something else. It is PyTorch's own layer, two
    exercises on, that keeps its weights as (m, k) and has to turn them.
    """

    def linear(x, weights, bias):
        return x @ weights.T + bias


def bias_along_the_batch():
    """The bias runs down the rows, as if there were one for each example.

    Your bias has the shape (m, 1), so its numbers belong to the rows of the result. For n = 2 examples and
    m = 2 outputs with the bias [10, 20], you add 10 to the first *example* and 20 to the second. But it
    is the outputs that have a bias: 10 goes to output 0 and 20 to output 1, in each row. Broadcasting
    lines up from the right, so (m,) fits as it is.
    """

    def linear(x, weights, bias):
        return x @ weights + bias[:, None]


def no_bias():
    """The bias is not used at all.

    Your weighted sums are right. But an input of zeros then gives zeros, whatever the layer has learned.
    With the bias [10, 20] it should give 10 and 20. In the lesson, row 0 comes out as 11 and 2 in your
    version, where 21 and 22 are right. The bias is what is still missing: one number for each column of
    your result, added last.
    """

    def linear(x, weights, bias):
        return x @ weights


def bias_subtracted():
    """The bias is taken away, and it should be added.

    In the lesson the sum for row 0 and output 0 is 11, and the bias is 10. You give 1, where 21 is right.
    A layer with the sign turned could learn as well, but everybody agrees on a plus, and weights that were
    saved elsewhere would give wrong answers in yours. Change the sign.
    """

    def linear(x, weights, bias):
        return x @ weights - bias


def bias_summed_up():
    """All biases are added up to one number, which every output gets.

    The bias has m numbers because there are m outputs, and each is meant for one of them. With the bias
    [10, 20] you add 30 everywhere: in the lesson, row 0 comes out as 41 and 32, where 21 and 22 are
    right. Nothing has to be summed here apart from the products. Leave the bias as the row that it is,
    and let broadcasting give it to every row of the result.
    """

    def linear(x, weights, bias):
        return x @ weights + bias.sum()


def first_bias_only():
    """Every output gets the first bias.

    `bias[0]` is a single number, and it goes to all columns. With the bias [10, 20] your row 0 of the
    lesson is 21 and 12, where 21 and 22 are right: output 1 has a bias of its own. As long as a layer has
    one output, nothing is wrong, which is why this can stay hidden. Use the whole bias, one number for
    each column.
    """

    def linear(x, weights, bias):
        return x @ weights + bias[0]


def bias_for_every_input():
    """The bias is added once for every input, not once for every output.

    This happens in a loop over the inputs: the bias stands inside, so that it comes in k times. With k =
    3 inputs and a bias of 10 you add 30. In the lesson, row 0 and output 0 is 11 + 10 = 21, and you have
    11 + 30 = 41. Sum the products first. When that loop has ended, add the bias a single time.
    """

    def linear(x, weights, bias):
        return x @ weights + x.shape[1] * bias


def last_product_only():
    """Each product replaces the one before, so that only the last input counts.

    In a loop over the inputs the products have to pile up. With `=` the place is written anew each time,
    and what was there is gone. In the lesson, row 0 and output 0 comes out as 2 * 5 + 10 = 20, where 1 *
    1 + 0 * 2 + 2 * 5 + 10 = 21 is right. Start the place with 0 (or with the bias), and add to it.
    """

    def linear(x, weights, bias):
        return x[:, -1:] * weights[-1] + bias


def bias_for_the_first_example_only():
    """Only the first row of the answer gets the bias.

    Your weighted sums are right, and row 0 is right too. But each example needs the bias, not just the
    first: in the lesson row 1 is [15, 32], and you give [5, 12] there. With one example nothing is wrong,
    which hides it. Add the bias to the whole table. Broadcasting gives it to each row.
    """

    def linear(x, weights, bias):
        out = x @ weights
        out[0] += bias
        return out


def averaged():
    """The products are averaged, where they should be summed.

    An output is a weighted *sum*. You divide it by the number of inputs: in the lesson 1 * 1 + 0 * 2 + 2
    * 5 = 11 becomes 11 / 3 = 3.67 before the bias comes. How large a layer's outputs are is a matter of
    the weights that it starts with, and not of this function. Take the division out.
    """

    def linear(x, weights, bias):
        return x @ weights / x.shape[1] + bias


def multiplied_place_by_place():
    """`*` pairs the numbers that stand at the same place. It is not the matrix product.

    x is (n, k) and the weights are (k, m). Those are different shapes, so most of the time `*` stops
    with an error. If n, k and m are equal it gives a table, but without any sum in it: for each output
    only one input counts. A weighted sum needs a whole row of x and a whole column of the weights: 1 * 1
    + 0 * 2 + 2 * 5 = 11. The sign for the matrix product is another one.
    """

    def linear(x, weights, bias):
        return x * weights + bias


def squeezed():
    """Axes of length 1 disappear from your answer.

    The answer is always a table (n, m), also with a single example or a single output. For n = 5 and m =
    1 it has the shape (5, 1), and yours has (5,). That looks like a detail, but (5,) against targets of
    shape (5, 1) broadcasts to (5, 5) in the loss, and nobody says a word. Leave the axes as the matrix
    product makes them.
    """

    def linear(x, weights, bias):
        return (x @ weights + bias).squeeze()


def turned_round():
    """Your answer is (m, n): each example has become a column.

    All numbers are right, but they lie the wrong way round. The next layer expects an example in each
    row, as this one did. In the lesson the answer has the rows [21, 22] and [15, 32], and yours has the
    rows [21, 15] and [22, 32]. Take x as the left partner of the product: its rows then become the rows
    of the answer.
    """

    def linear(x, weights, bias):
        return (x @ weights + bias).T


def negatives_cut_off():
    """Negative outputs are set to 0, which is the job of another layer.

    A linear layer gives whatever number the sum is. With the inputs [1, 1], the weights [2, -5] and the
    bias 1, the output is 2 - 5 + 1 = -2. You give 0. Cutting off the negative part is the very next
    exercise, and a network keeps the two apart, because the last layer often goes without. Return the
    sum as it is.
    """

    def linear(x, weights, bias):
        return (x @ weights + bias).clamp(min=0)


def first_example_only():
    """Only the first example is calculated, and the others get its outputs.

    x has one example in each row, and each needs outputs of its own. You take row 0 for all of them: in
    the lesson both rows come out as 21 and 22, where the second should be 15 and 32. With a single
    example nothing is wrong. The matrix product takes a whole table on its left, so that no row has to
    be picked.
    """

    def linear(x, weights, bias):
        return (x[:1] @ weights + bias).repeat(len(x), 1)


def rounded_to_float32():
    """Numbers of type float64 are turned into float32 on the way.

    float32 keeps about seven digits, float64 about sixteen. Who hands in float64 wants those digits, for
    example to compare gradients very exactly: 1 / 3 comes back as 0.3333333433 from a float32. Usually it
    is a table made with `torch.zeros(n, m)`, which is float32 unless it is told otherwise, or a `.float()`
    that is not needed. Let the answer have the type of x.
    """

    def linear(x, weights, bias):
        return (x.float() @ weights.float() + bias.float()).to(torch.float32)
