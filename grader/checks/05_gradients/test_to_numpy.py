import numpy as np
import pytest
import torch

from grader.expect import check_that, equal, fail
from grader.show import kind

SHAPES = [(3, 4), (5,), (2, 1, 3), (1, 1), ()]


def handed_over(answer, tensor):
    """The answer is the array of the tensor's numbers."""
    for other in (list, torch.Tensor, float):
        if isinstance(answer, other):
            named = {list: "a_list", torch.Tensor: "a_tensor", float: "a_number"}[other]
            fail(f"The answer is {kind(answer)}, but a numpy array was wanted.", named)
    equal(answer, np.array(tensor.detach()))


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
def test_hands_the_numbers_over(submission, draw, shape, dtype):
    """The array has the shape, the type and the values of the tensor."""
    plain = draw.normal(*shape, dtype=dtype)
    handed_over(submission.to_numpy(plain), plain)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_takes_a_tracked_tensor(submission, draw, shape):
    """A tracked tensor hands its numbers over too, and stays tracked."""
    tracked = draw.normal(*shape).requires_grad_()
    handed_over(submission.to_numpy(tracked), tracked)
    tracked.grad = draw.normal(*shape)
    handed_over(submission.to_numpy(tracked), tracked)
    columns_first = draw.normal(4, 2).T.requires_grad_()
    handed_over(submission.to_numpy(columns_first), columns_first)


def of_a_computed_tensor(to_numpy, start):
    """The array of a computed tensor, and the gradient that still gets through that tensor afterwards."""
    leaf = start.clone().requires_grad_()
    computed = leaf * leaf
    found = to_numpy(computed)
    kept = computed.requires_grad
    found = found.copy() if isinstance(found, np.ndarray) else found
    if kept:
        computed.sum().backward()
    return found, kept, leaf.grad


def test_takes_a_tensor_that_was_computed(submission, draw):
    """A tracked tensor that is no leaf hands its numbers over, and gradients still get through it."""
    start = draw.normal(3, 2)
    handed_over(submission.to_numpy(start), start)
    found, kept, grad = submission.make(of_a_computed_tensor, submission.to_numpy, start)
    handed_over(found, start * start)
    check_that(kept and grad is not None, "The caller's tensor is not tracked any more.")
    equal(grad, 2 * start, "the gradient that gets through the tensor afterwards")
