import pytest
import torch

from grader.expect import backward, by_hand, check_that, close, is_tensor

FAMILY = ("relu", "relu6", "leaky_relu", "rrelu", "prelu", "elu", "celu", "selu", "threshold")
MODULES = ("ReLU", "ReLU6", "LeakyReLU", "RReLU", "PReLU", "ELU", "CELU", "SELU", "Threshold")
OFF_LIMITS = (*FAMILY, *(f"{name}_" for name in FAMILY), *MODULES)
# The kernels that run underneath. `clamp` is none of them.
KERNELS = {*FAMILY, *(f"{name}_" for name in FAMILY), "rrelu_with_noise", "_prelu_kernel"}


def away_from_zero(draw, *shape, dtype=torch.float32):
    """Numbers on both sides of 0, none of them nearer than 0.1, the first one negative and the last one positive."""
    x = draw.uniform(*shape, low=0.1, high=4.0, dtype=dtype)
    sign = draw.labels(*shape).to(dtype) * 2 - 1
    if sign.numel() > 1:
        sign.view(-1)[0], sign.view(-1)[-1] = -1, 1
    return sign * x


def bent(x):
    return torch.where(x > 0, x, torch.zeros_like(x))


@pytest.mark.parametrize("shape", [(7,), (3, 4), (2, 3, 2, 5), (1, 1), ()], ids=str)
def test_keeps_positive_and_zeroes_negative_numbers(submission, draw, shape):
    """Positive numbers stay and negative ones become 0, in a new tensor of the same shape."""
    x = away_from_zero(draw, *shape)
    if x.dim() == 2:
        x = x.T.contiguous().T
    close(submission.relu(x), bent(x))


@pytest.mark.parametrize("sign", [1.0, -1.0], ids=["positive", "negative"])
def test_knows_no_upper_limit(submission, draw, sign):
    """A positive number stays as it is however large it is, and a negative one becomes 0 however small."""
    x = sign * draw.uniform(3, 3, low=0.1, high=1.0) * torch.tensor([1e-3, 10.0, 1e4])
    close(submission.relu(x), bent(x), atol=1e-9)


def test_gradient_is_one_or_zero(submission, draw):
    """`backward()` hands the gradient through where x is positive, and stops it where x is negative."""
    x, pull = away_from_zero(draw, 4, 3).requires_grad_(), draw.normal(4, 3)
    backward(submission.relu(x), pull)
    close(x.grad, torch.where(x > 0, pull, torch.zeros(())).detach(), what="the gradient of x")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
def test_keeps_the_type(submission, draw, dtype):
    """float32 stays float32, and float64 stays float64."""
    x = away_from_zero(draw, 5, dtype=dtype)
    found = is_tensor(submission.relu(x), shape=(5,), dtype=dtype)
    rounded = "The answer is float64, but only its first seven digits are right: on the way it was float32."
    check_that(dtype is torch.float32 or torch.allclose(found, bent(x), 1e-9, 1e-9), rounded)


def test_is_built_by_hand(submission, draw):
    """No ready-made function of the ReLU family does the work."""
    by_hand(submission, *OFF_LIMITS)
    x = away_from_zero(draw, 6)
    with submission.watched() as evidence:
        found = submission.relu(x)
    used = KERNELS & (set(evidence.functions) | set(evidence.operations))
    name = min(used, default="")
    told = f"While your function runs, PyTorch's own `{name}` is called. Here it is to be built by hand."
    check_that(not used, told)
    close(found, bent(x))
