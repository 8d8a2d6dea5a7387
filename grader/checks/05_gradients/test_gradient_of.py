import pytest
import torch

from grader.expect import check_that, close, equal, is_tensor, tracked_leaf

SHAPES = [(5,), (3, 4), (2, 1, 3), (1,), ()]
MIXING = ["one number", "neighbours", "shares", "fewer", "table"]


def mixing(draw, name):
    """A function whose outputs each hang on several elements of a tensor of shape (3, 4)."""
    weights, more = draw.normal(4, 2), draw.normal(3, 1)
    return {
        "one number": lambda t: (t * t).sum() * t[0, 1],
        "neighbours": lambda t: t[1:] * t[:-1] + t.flip(1)[1:],
        "shares": lambda t: t.exp() / t.exp().sum(1, keepdim=True) * more.to(t.dtype).cumsum(0) * t,
        "fewer": lambda t: (t @ weights.to(t.dtype)).sin()[:2],
        "table": lambda t: t.reshape(-1, 1) * t.reshape(1, -1).cos(),
    }[name]


def with_the_sum(t):
    """Every output hangs on all elements, whatever the shape."""
    return (t * t.sum()).sin()


def wanted(f, x):
    """The gradient of the sum, on a leaf of the check's own."""
    leaf = x.detach().clone().requires_grad_()
    f(leaf).sum().backward()
    return leaf.grad


def ask(submission, f, x):
    return is_tensor(submission.gradient_of(f, x)).detach()


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_gives_a_slope_for_each_element(submission, draw, shape):
    """Each element gets its own slope, in a tensor of the same shape."""
    a, x = draw.number(1, 3), draw.normal(*shape)
    close(ask(submission, lambda t: a * t * t + t.sin(), x), 2 * a * x + x.cos())
    close(ask(submission, lambda t: t, x), torch.ones(shape))


@pytest.mark.parametrize("name", MIXING)
def test_adds_up_all_outputs(submission, draw, name):
    """Where `f` mixes the elements, an element's slope is that of the sum of all outputs."""
    row = draw.normal(3)
    close(ask(submission, with_the_sum, row), wanted(with_the_sum, row))
    f, x = mixing(draw, name), draw.normal(3, 4)
    close(ask(submission, f, x), wanted(f, x))
    columns_first = draw.normal(4, 3).T
    close(ask(submission, f, columns_first), wanted(f, columns_first))


def test_keeps_the_type(submission, draw):
    """A float64 tensor has a float64 gradient, to the last digits."""
    x = draw.normal(3, 4, dtype=torch.float64)
    close(ask(submission, with_the_sum, x), wanted(with_the_sum, x), rtol=1e-9, atol=1e-10)


@pytest.mark.in_place
def test_takes_a_tracked_tensor(submission, draw):
    """A tensor that is tracked already has the same gradient, and keeps its own `.grad`."""
    x, grad = draw.normal(3, 4).requires_grad_(), draw.normal(3, 4)
    answer, before = wanted(with_the_sum, x), x.detach().clone()
    for kept in (None, grad, grad):
        x.grad = None if kept is None else kept.clone()
        close(ask(submission, with_the_sum, x), answer)
        left_alone(x, before, kept)


def left_alone(x, before, kept):
    """A tracked tensor with the values and the `.grad` that it had."""
    equal(x.detach(), before, "the caller's tensor")
    tracked_leaf(x, "the caller's tensor")
    if kept is None:
        check_that(x.grad is None, "The caller's tensor had no gradient, and has one now.")
    else:
        equal(x.grad, kept, "the gradient that the caller's tensor had already")


def for_a_computed_tensor(gradient_of, f, start):
    """The gradient at a tensor that was itself computed, and what is true of that tensor and its leaf afterwards."""
    leaf = start.clone().requires_grad_()
    x = leaf * leaf
    answer = gradient_of(f, x)
    answer = answer.detach() if isinstance(answer, torch.Tensor) else answer
    untouched = leaf.grad is None and not (x.retains_grad and x.grad is not None)
    try:
        (own,) = torch.autograd.grad(x.sum(), leaf)
    except RuntimeError:
        own = None
    return answer, untouched, own


def test_takes_a_tensor_that_was_computed(submission, draw):
    """A tracked tensor that is no leaf has the same gradient, and its own record stays as it was."""
    f, start = mixing(draw, "table"), draw.normal(3, 4)
    ask(submission, f, start)
    answer, untouched, own = submission.make(for_a_computed_tensor, submission.gradient_of, f, start)
    check_that(untouched, "The caller's tensor, or the leaf that it came from, has a `.grad` that it did not have.")
    close(answer, wanted(f, start * start))
    check_that(own is not None, "The caller's tensor has lost its record, and no gradient gets through it.")
    close(own, 2 * start, what="the gradient that gets through the caller's tensor afterwards")
