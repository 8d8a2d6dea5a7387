import pytest
import torch
from torch import nn

from grader.expect import backward, check_that, close, equal, is_tensor


class TwoWays(nn.Module):
    """No plain row of layers: two ways from the input to the output, a layer used twice, a parameter of its own."""

    def __init__(self):
        super().__init__()
        self.start = nn.Linear(3, 4)
        self.again = nn.Linear(4, 4)
        self.short = nn.Linear(3, 2)
        self.end = nn.Linear(4, 2)
        self.gain = nn.Parameter(torch.ones(2))

    def forward(self, x):
        h = torch.tanh(self.again(torch.tanh(self.again(torch.tanh(self.start(x))))))
        return self.gain * (self.end(h) + self.short(x))


def row_of_layers():
    return nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 2))


def doubled():
    return row_of_layers().double()


def one_layer():
    return nn.Linear(3, 1)


def with_batch_norm():
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))


MODELS = {"one layer": one_layer, "a row of layers": row_of_layers, "two ways": TwoWays, "float64": doubled}


def both(submission, draw, factory):
    """The submission's model, and one of ours with the same random parameters."""
    ours = factory()
    state = {n: draw.normal(*v.shape, dtype=v.dtype) if v.dim() else v for n, v in ours.state_dict().items()}
    state |= {n: v.abs() for n, v in state.items() if n.endswith("running_var")}
    ours.load_state_dict(state)
    theirs = submission.make(factory)
    theirs.load_state_dict(state)
    return theirs, ours


def data(draw, ours, n):
    """Inputs and targets for a model, in its type."""
    dtype = next(ours.parameters()).dtype
    x = draw.normal(n, 3, dtype=dtype)
    return x, 2 * draw.normal(n, ours(x).shape[1], dtype=dtype)


def loss_by_hand(model, x, y):
    return ((model(x) - y) ** 2).mean()


def gradients(model):
    """The gradients that the parameters hold, by their names. Runs where the model lives."""
    return {name: p.grad for name, p in model.named_parameters()}


def modes(model):
    """Whether the model and each of its parts is in training mode. Runs where the model lives."""
    return [bool(module.training) for module in model.modules()]


def same_gradients(found, wanted):
    for name, grad in wanted.items():
        check_that(found.get(name) is not None, f"After `backward()` the parameter {name} has no gradient.")
        close(found[name], grad, what=f"the gradient of the parameter {name}")


@pytest.mark.parametrize("kind", MODELS)
def test_gives_the_mean_squared_error(submission, draw, kind):
    """The loss is a tensor of shape () with the mean squared error of predictions and targets."""
    theirs, ours = both(submission, draw, MODELS[kind])
    x, y = data(draw, ours, draw.integer(2, 7))
    wanted = loss_by_hand(ours, x, y).detach()
    close(submission.loss_of(theirs, x, y), wanted, what="the loss")


@pytest.mark.parametrize("kind", MODELS)
def test_reaches_every_parameter(submission, draw, kind):
    """After `backward()` every parameter of the model, from first to last, holds its gradient."""
    theirs, ours = both(submission, draw, MODELS[kind])
    x, y = data(draw, ours, draw.integer(2, 7))
    loss_by_hand(ours, x, y).backward()
    backward(is_tensor(submission.loss_of(theirs, x, y), shape=(), what="the loss"), what="the loss")
    same_gradients(submission.make(gradients, theirs), gradients(ours))


@pytest.mark.parametrize("training", [True, False])
def test_uses_the_model_as_it_is(submission, draw, training):
    """The model's mode stays as it came, and what lies in `.grad` changes only with `backward()`."""
    theirs, ours = both(submission, draw, with_batch_norm)
    for model in (theirs, ours):
        model.train(training)
    x, y = data(draw, ours, 5)
    theirs.load_state_dict(ours.state_dict())
    theirs(x).sum().backward()
    theirs.load_state_dict(ours.state_dict())
    before, modes_before = submission.make(gradients, theirs), submission.make(modes, theirs)
    loss = submission.loss_of(theirs, x, y)
    close(loss, loss_by_hand(ours, x, y).detach(), what="the loss")
    told = "Parts of the model were switched between training and evaluation mode."
    check_that(submission.make(modes, theirs) == modes_before, told)
    after = submission.make(gradients, theirs)
    for name, grad in before.items():
        check_that(after[name] is not None, f"The gradient of the parameter {name} was cleared by the call.")
        equal(after[name], grad, f"the gradient of the parameter {name} before `backward()`")
