import gc
import weakref

import pytest
import torch
from torch import nn

from grader.expect import check_that, close, equal, is_type

SIZES = (4, 4, 4, 3, 1)


class Network(nn.Module):
    """A small network that notes at each call which of its parts train, and how many graphs are alive."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(3, 4), nn.Sequential(nn.Tanh(), nn.Dropout(0.0)), nn.Linear(4, 2))
        self.modes, self.alive, self.graphs = [], [], weakref.WeakSet()

    def forward(self, x):
        self.modes.append(self.training_parts())
        self.alive.append(self.living())
        out = self.layers(x)
        if out.requires_grad:
            self.mark(out)
        return out

    def mark(self, out):
        def mark(grad):
            """Does nothing, and lives as long as the graph does."""

        out.register_hook(mark)
        self.graphs.add(mark)

    def training_parts(self):
        """For the model itself and each part whether it is in training mode."""
        return [module.training for module in self.modules()]

    def living(self):
        if len(self.graphs) > 1:
            gc.collect()
        return len(self.graphs)


class Descent:
    """Gradient descent with momentum, as `torch.optim.SGD` does it. Counts its steps."""

    def __init__(self, params, lr, momentum=0.0):
        self.param_groups = [{"params": list(params), "lr": lr, "momentum": momentum}]
        self.velocities, self.steps = {}, 0

    def zero_grad(self, set_to_none=True):
        for p in self.param_groups[0]["params"]:
            if p.grad is not None:
                p.grad = None if set_to_none else torch.zeros_like(p)

    def step(self, closure=None):
        loss = None if closure is None else closure()
        group, self.steps = self.param_groups[0], self.steps + 1
        with torch.no_grad():
            for number, p in enumerate(group["params"]):
                if p.grad is not None:
                    before = self.velocities.get(number, torch.zeros_like(p))
                    self.velocities[number] = group["momentum"] * before + p.grad
                    p -= group["lr"] * self.velocities[number]
        return loss


class Loop:
    """Batches to be gone through again and again, and nothing but that."""

    def __init__(self, batches):
        self.batches = batches

    def __len__(self):
        return len(self.batches)

    def __iter__(self):
        return iter(self.batches)


def error(preds, targs):
    """A mean loss in which predictions and targets do not play the same part."""
    return (2 * preds - targs).square().mean()


def random_state(draw):
    return {name: draw.normal(*p.shape) for name, p in Network().state_dict().items()}


def random_batches(draw, sizes=SIZES):
    return [(draw.normal(n, 3), (1 + k) * draw.normal(n, 2)) for k, n in enumerate(sizes)]


def start(submission, state, lr=0.01, momentum=0.0):
    """A network with these numbers and its optimizer, both where the submission runs."""
    model = submission.make(Network)
    model.load_state_dict(state)
    return model, submission.make(Descent, model.parameters(), lr, momentum)


def descent(state, batches, lr, momentum=0.0, epochs=1):
    """Where one step a batch leads, and each epoch's mean loss per example."""
    model, losses = Network(), []
    model.load_state_dict(state)
    params = list(model.parameters())
    velocities = [torch.zeros_like(p) for p in params]
    for _ in range(epochs):
        total = sum(len(xb) * one_step(model, params, velocities, xb, yb, lr, momentum) for xb, yb in batches)
        losses.append(total / sum(len(xb) for xb, _ in batches))
    return dict(zip(state, (p.detach() for p in params), strict=True)), losses


def one_step(model, params, velocities, xb, yb, lr, momentum):
    loss = error(model(xb), yb)
    grads = torch.autograd.grad(loss, params)
    with torch.no_grad():
        for p, velocity, grad in zip(params, velocities, grads, strict=True):
            velocity.mul_(momentum).add_(grad)
            p -= lr * velocity
    return loss.item()


def same_parameters(model, wanted):
    found = model.state_dict()
    for name, value in wanted.items():
        close(found[name], value, what=f"the parameter {name}")


def test_takes_one_right_step(submission, draw):
    """With a single batch every parameter takes one step along the gradient of that batch's loss."""
    state, batches, lr = random_state(draw), random_batches(draw, (6,)), draw.number(0.02, 0.05)
    wanted, _ = descent(state, batches, lr)
    model, optimizer = start(submission, state, lr)
    submission.train_epoch(model, batches, error, optimizer)
    same_parameters(model, wanted)


@pytest.mark.parametrize("momentum", [0.0, 0.5])
def test_takes_one_step_a_batch(submission, draw, momentum):
    """Each batch is used for one step of the optimizer, with the gradients of that batch only."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.005, 0.01)
    wanted, _ = descent(state, batches, lr, momentum)
    model, optimizer = start(submission, state, lr, momentum)
    submission.train_epoch(model, submission.make(Loop, batches), error, optimizer)
    equal(optimizer.steps, len(batches), "the number of steps that the optimizer took")
    same_parameters(model, wanted)


def test_ignores_leftovers_from_before(submission, draw):
    """Gradients that lay in the parameters before the call do not count."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.005, 0.01)
    wanted, _ = descent(state, batches, lr)
    model, optimizer = start(submission, state, lr)
    model(10 * draw.normal(3, 3)).sum().backward()
    submission.train_epoch(model, batches, error, optimizer)
    same_parameters(model, wanted)


def test_tells_the_mean_loss_per_example(submission, draw):
    """It gives the mean loss per example as a plain number, in which each example counts once."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.005, 0.01)
    _, (loss,) = descent(state, batches, lr)
    model, optimizer = start(submission, state, lr)
    close(submission.train_epoch(model, batches, error, optimizer), loss, what="the mean loss")


def test_starts_afresh_each_time(submission, draw):
    """An epoch is not disturbed by one before it, of the same model or of another."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.005, 0.01)
    _, losses = descent(state, batches, lr, epochs=2)
    first, again = [start(submission, state, lr) for _ in range(2)]
    one, two = [mean_loss(submission, first, batches) for _ in losses]
    three = mean_loss(submission, again, batches)
    sentence = f"The same model on the same batches: the loss was {one:.6g} in one call and {three:.6g} in a later one."
    check_that(not abs(one - three) > 1e-4 * abs(one), sentence, "disturbed")
    close([one, two], losses, what="the list of two epochs' losses")


def mean_loss(submission, model_and_optimizer, batches):
    model, optimizer = model_and_optimizer
    return is_type(submission.train_epoch(model, batches, error, optimizer), (float, int), "the mean loss")


def test_trains_in_training_mode(submission, draw):
    """Every part of the model is in training mode while it trains, and afterwards."""
    model, optimizer = start(submission, random_state(draw))
    model.eval()
    submission.train_epoch(model, random_batches(draw, (3, 2)), error, optimizer)
    during = model.modes
    check_that(len(during) > 0, "The model was never asked for a prediction.")
    check_that(all(map(all, during)), "The model, or a part of it, was in evaluation mode while it was trained.")
    check_that(all(model.training_parts()), "Afterwards the model, or a part of it, is in evaluation mode.")


def test_lets_each_graph_go(submission, draw):
    """What `backward()` needed for a batch is not kept: the graph of its loss goes once the step is taken."""
    model, optimizer = start(submission, random_state(draw))
    mean_loss(submission, (model, optimizer), random_batches(draw, (2,) * 6))
    sentence = "The graphs of earlier batches were still there when the last one came. Something holds on to them."
    check_that(max(model.alive, default=0) <= 2, sentence, "graphs")
    check_that(model.living() == 0, "A graph was still there after the epoch. Something holds on to it.", "a_graph")
