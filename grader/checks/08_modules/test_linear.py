import pytest
import torch

from grader.expect import check_that, close


def turned(x):
    """The same table, with its columns one after the other in memory."""
    return x.T.contiguous().T


@pytest.mark.parametrize(("n", "k", "m"), [(4, 3, 2), (1, 5, 3), (3, 1, 4), (5, 4, 1)])
def test_weighs_the_inputs_and_adds_the_bias(submission, draw, n, k, m):
    """(n, k) inputs, (k, m) weights and (m,) biases give (n, m) outputs."""
    x, weights, bias = draw.normal(n, k), turned(draw.normal(k, m)), draw.normal(m)
    close(submission.linear(x, weights, bias), x @ weights + bias)


@pytest.mark.parametrize("size", [3, 1])
def test_knows_the_axes_apart_where_all_sizes_are_equal(submission, draw, size):
    """As many examples as inputs and outputs: rows and columns are still not mixed up."""
    x, weights, bias = turned(draw.normal(size, size)), draw.normal(size, size), draw.normal(size)
    close(submission.linear(x, weights, bias), x @ weights + bias)


@pytest.mark.parametrize(("n", "k", "m"), [(3, 2, 3), (2, 3, 5)])
def test_inputs_of_zeros_give_the_bias(submission, draw, n, k, m):
    """Where all inputs are 0, each row of the answer is the bias, and only there."""
    bias, weights, ones = draw.normal(m), draw.normal(k, m), torch.ones(n, k)
    # Both calls come before either is judged, so that answers which are alike for zeros are told apart.
    zero, one = submission.linear(torch.zeros(n, k), weights, bias), submission.linear(ones, weights, bias)
    close(zero, bias.repeat(n, 1), what="the answer for inputs of zeros")
    close(one, ones @ weights + bias, what="the answer for inputs of ones")


def test_keeps_float64(submission, draw):
    """Tensors of type float64 give a float64 answer."""
    x, weights, bias = (draw.normal(*shape, dtype=torch.float64) for shape in [(3, 4), (4, 2), (2,)])
    found, wanted = submission.linear(x, weights, bias), x @ weights + bias
    close(found, wanted)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(torch.allclose(found, wanted, 1e-9, 1e-9), rounded)
