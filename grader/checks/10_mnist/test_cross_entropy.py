import pytest
import torch

from grader.expect import backward, by_hand, check_that, close, finite, is_tensor, refuses

OFF_LIMITS = (
    "cross_entropy", "cross_entropy_loss", "CrossEntropyLoss", "softmax", "Softmax", "Softmax2d", "log_softmax",
    "LogSoftmax", "logsumexp", "nll_loss", "nll_loss_nd", "nll_loss2d", "NLLLoss", "NLLLoss2d",
)  # fmt: skip
WITNESSED = {*OFF_LIMITS, "_softmax", "_log_softmax", "nll_loss_forward", "nll_loss2d_forward", "special_logsumexp"}
LARGE = {"rtol": 1e-4, "atol": 1e-3}  # near 1000 a float32 has four digits behind the point


def reference(logits, targs):
    """The mean loss, in float64 and rounded to the logits' type."""
    return torch.nn.functional.cross_entropy(logits.detach().double(), targs).to(logits.dtype)


def gradient(logits, targs):
    """What the loss changes by: the probabilities, less 1 at the right label, shared among the rows."""
    chances = logits.detach().double().softmax(dim=1)
    rows = torch.arange(len(targs))
    chances[rows, targs] -= 1
    return (chances / len(targs)).to(logits.dtype)


def batch(draw, n, c, dtype=torch.float32):
    return 2 * draw.normal(n, c, dtype=dtype), draw.integers(0, c, n)


def apart(draw):
    """Logits near 1000 and -1000 in one row, where e to the power is too large, or nothing."""
    rows = [[1000.0, -1000.0, 0.0], [-1000.0, 1000.0, 0.0], [0.0, -1000.0, 1000.0], [-1000.0, -300.0, 0.0]]
    logits = torch.tensor(rows) + draw.uniform(4, 3)
    targs = torch.tensor([1, 1, 0, 0])
    order = draw.permutation(4)
    return logits[order], targs[order]


def rows_apart(draw):
    """Rows near 1000 and rows near -1000: each row has to be shifted by a number of its own."""
    heights = torch.tensor([1000.0, -1000.0, 0.0, -500.0, 1000.0])[draw.permutation(5)]
    return heights.unsqueeze(1) + 2 * draw.normal(5, 4), draw.integers(0, 4, 5)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
@pytest.mark.parametrize(("n", "c"), [(4, 3), (1, 5), (6, 2), (3, 1), (7, 10)])
def test_is_the_mean_over_the_rows(submission, draw, n, c, dtype):
    """The loss is the mean of - log(probability of the right label), one number, of the logits' type."""
    logits, targs = batch(draw, n, c, dtype)
    close(submission.cross_entropy(logits, targs), reference(logits, targs))


def test_takes_logits_in_any_layout(submission, draw):
    """How the logits lie in memory makes no difference."""
    logits, targs = batch(draw, 5, 3)
    close(submission.cross_entropy(logits.T.contiguous().T, targs), reference(logits, targs))


@pytest.mark.parametrize("sign", [1, -1])
def test_withstands_large_logits_in_a_row(submission, draw, sign):
    """With 1000 and -1000 in one row, the loss of a wrong answer is about 2000, and not infinite."""
    logits, targs = apart(draw)
    close(submission.cross_entropy(sign * logits, targs), reference(sign * logits, targs), **LARGE)


def test_withstands_large_differences_between_rows(submission, draw):
    """With one row near 1000 and another near -1000, each is treated for itself."""
    logits, targs = rows_apart(draw)
    close(submission.cross_entropy(logits, targs), reference(logits, targs), **LARGE)


@pytest.mark.parametrize("kind", ["small", "in a row", "between rows"])
def test_gradient_is_right(submission, draw, kind):
    """`backward()` gives every logit its gradient, for large logits too."""
    make = {
        "small": lambda: batch(draw, 4, 3),
        "in a row": lambda: apart(draw),
        "between rows": lambda: rows_apart(draw),
    }
    logits, targs = make[kind]()
    logits.requires_grad_()
    backward(is_tensor(submission.cross_entropy(logits, targs), shape=(), what="the loss"), what="the loss")
    is_tensor(logits.grad, what="the gradient of the logits")
    finite(logits.grad, "the gradient of the logits")
    close(logits.grad, gradient(logits, targs), what="the gradient of the logits")


@pytest.mark.parametrize(
    ("logits", "targs"),
    [
        ((3,), ()),
        ((3,), (3,)),
        ((4, 3, 2), (4,)),
        ((4, 3, 2), (4, 2)),
        ((4, 3), (4, 1)),
        ((4, 3), (4, 3)),
        ((1, 3), ()),
    ],
)
def test_refuses_other_ranks(submission, draw, logits, targs):
    """Logits with two axes and targets with one: all else is refused."""
    with refuses(ValueError):
        submission.cross_entropy(draw.normal(*logits), draw.integers(0, 2, *targs))


@pytest.mark.parametrize(("n", "m"), [(4, 3), (3, 4), (4, 1), (1, 4)])
def test_refuses_other_lengths(submission, draw, n, m):
    """One target for each row of logits; not even a single one is repeated."""
    with refuses(ValueError):
        submission.cross_entropy(draw.normal(n, 3), draw.integers(0, 3, m))


@pytest.mark.parametrize("wrong", [-1, 3, 7, -3, -100])
def test_refuses_labels_that_do_not_exist(submission, draw, wrong):
    """With three labels the targets are 0, 1 and 2. -1 is not the last one, and -100 is not skipped."""
    targs = draw.integers(0, 3, 5)
    targs[draw.integer(0, 5)] = wrong
    with refuses(ValueError):
        submission.cross_entropy(draw.normal(5, 3), targs)


def test_is_made_by_hand(submission, draw):
    """It is built from small operations, without PyTorch's `cross_entropy`, `softmax` and their kin."""
    by_hand(submission, *OFF_LIMITS)
    logits, targs = batch(draw, 4, 3)
    with submission.watched() as evidence:
        answer = submission.cross_entropy(logits, targs)
    used = sorted(WITNESSED & (evidence.functions.keys() | evidence.operations.keys()))
    name = used[0].lstrip("_") if used else ""
    told = f"While your function runs, PyTorch's own `{name}` is called. Here it is to be built by hand."
    check_that(not used, told)
    close(answer, reference(logits, targs))
