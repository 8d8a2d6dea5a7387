import pytest
import torch
from torch import nn

from grader.expect import check_that, close, equal, is_type

TRAIN, VALID = (4, 4, 2), (5, 3)


class Network(nn.Module):
    """A small network. With `norm` it answers otherwise in training mode than in evaluation mode."""

    def __init__(self, norm=False):
        super().__init__()
        self.first, self.last = nn.Linear(3, 4), nn.Linear(4, 2)
        self.between = nn.BatchNorm1d(4) if norm else nn.Tanh()

    def forward(self, x):
        return self.last(self.between(self.first(x)))


class Descent:
    """Plain gradient descent, as `torch.optim.SGD` does it. Counts its steps."""

    def __init__(self, params, lr):
        self.param_groups, self.steps = [{"params": list(params), "lr": lr}], 0

    def zero_grad(self, set_to_none=True):
        for p in self.param_groups[0]["params"]:
            if p.grad is not None:
                p.grad = None if set_to_none else torch.zeros_like(p)

    def step(self, closure=None):
        loss = None if closure is None else closure()
        group, self.steps = self.param_groups[0], self.steps + 1
        with torch.no_grad():
            for p in group["params"]:
                if p.grad is not None:
                    p -= group["lr"] * p.grad
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


def gap(preds, targs):
    """A metric of the same kind."""
    return (3 * preds - targs).abs().mean()


def gap_as_number(preds, targs):
    return (3 * preds - targs).abs().mean().item()


class Case:
    """A network's starting numbers, batches, a learning rate, and what a learner makes of them."""

    def __init__(self, draw, epochs, norm=False):
        self.norm, self.lr = norm, draw.number(0.02, 0.05)
        self.train, self.valid = random_batches(draw, TRAIN), random_batches(draw, VALID)
        self.state = {name: random_value(draw, name, value) for name, value in Network(norm).state_dict().items()}
        self.rows, self.end = self._run(epochs)

    def _run(self, epochs):
        model = Network(self.norm)
        model.load_state_dict(self.state)
        rows = [(mean(self._losses(model)), mean(self._gaps(model))) for _ in range(epochs)]
        return rows, {name: p.detach() for name, p in model.named_parameters()}

    def _losses(self, model):
        model.train()
        params = list(model.parameters())
        for xb, yb in self.train:
            loss = error(model(xb), yb)
            with torch.no_grad():
                for p, grad in zip(params, torch.autograd.grad(loss, params), strict=True):
                    p -= self.lr * grad
            yield loss.item(), len(xb)

    def _gaps(self, model):
        model.eval()
        with torch.no_grad():
            yield from [(gap(model(xb), yb).item(), len(xb)) for xb, yb in self.valid]

    def learner(self, submission, metric=gap):
        """A learner for this case, with its model and its optimizer, all where the submission runs."""
        model = submission.make(Network, self.norm)
        model.load_state_dict(self.state)
        optimizer = submission.make(Descent, model.parameters(), self.lr)
        batches = [submission.make(Loop, each) for each in (self.train, self.valid)]
        return submission.Learner(model, *batches, error, optimizer, metric), model, optimizer


def random_batches(draw, sizes):
    return [(draw.normal(n, 3), (1 + k) * draw.normal(n, 2)) for k, n in enumerate(sizes)]


def random_value(draw, name, value):
    if value.dtype == torch.int64:
        return torch.tensor(draw.integer(1, 9))
    return draw.uniform(*value.shape, low=0.5, high=2.0) if name.endswith("var") else draw.normal(*value.shape)


def mean(means):
    pairs = list(means)
    return sum(value * n for value, n in pairs) / sum(n for _, n in pairs)


def history_of(learner):
    return list(is_type(learner.history, (list, tuple), "the history"))


def same_rows(found, wanted, what):
    """Rows of a training loss and a metric, told by their names."""
    is_type(found, list, what)
    equal(len(found), len(wanted), f"the number of rows in {what}")
    for number, (row, (loss, measured)) in enumerate(zip(found, wanted, strict=True)):
        is_type(row, tuple, f"row {number} of {what}")
        equal(len(row), 2, f"the length of row {number} of {what}")
        close(row[0], loss, what=f"the training loss in row {number} of {what}")
        close(row[1], measured, what=f"the metric in row {number} of {what}")


def test_gives_a_row_for_each_epoch(submission, draw):
    """`fit` returns a row for each epoch: the training loss, and the metric on the validation batches after it."""
    case = Case(draw, 3)
    learner, _, _ = case.learner(submission)
    same_rows(learner.fit(3), case.rows, "what `fit` returns")


def test_trains_the_model_that_it_got(submission, draw):
    """The model that was handed in is trained, with one step of the optimizer for each training batch."""
    case = Case(draw, 2)
    learner, model, optimizer = case.learner(submission)
    learner.fit(2)
    equal(optimizer.steps, 2 * len(TRAIN), "the number of steps in two epochs")
    found = model.state_dict()
    for name, value in case.end.items():
        close(found[name], value, what=f"the parameter {name}")


def test_goes_on_with_a_second_fit(submission, draw):
    """A second `fit` goes on from where the first one ended, and the history holds the rows of both."""
    case = Case(draw, 3)
    learner, _, _ = case.learner(submission)
    same_rows(learner.fit(1), case.rows[:1], "what `fit` returns")
    same_rows(history_of(learner), case.rows[:1], "the history after the first `fit`")
    same_rows(learner.fit(2), case.rows[1:], "what `fit` returns the second time")
    same_rows(history_of(learner), case.rows, "the history after the second `fit`")


@pytest.mark.parametrize("metric", [gap, gap_as_number])
def test_switches_the_mode(submission, draw, metric):
    """The model trains in training mode and is measured in evaluation mode, in every epoch."""
    case = Case(draw, 2, norm=True)
    learner, model, _ = case.learner(submission, metric)
    model.eval()
    same_rows(learner.fit(2), case.rows, "what `fit` returns for a network with batch norm")


def test_learners_do_not_disturb_each_other(submission, draw):
    """Two learners that take turns have models and histories of their own."""
    cases = [Case(draw, 2), Case(draw, 2)]
    first, second = [case.learner(submission)[0] for case in cases]
    same_rows(first.fit(1), cases[0].rows[:1], "what `fit` returns")
    before = len(history_of(first))
    same_rows(second.fit(1), cases[1].rows[:1], "what `fit` of the second learner returns")
    grown = len(history_of(first)) > before
    check_that(not grown, "The history of one learner has grown when another one's `fit` was called.", "shared")
    same_rows(first.fit(1), cases[0].rows[1:], "what `fit` returns in the second turn")
    same_rows(history_of(first), cases[0].rows, "the history after two turns")
    same_rows(history_of(second), cases[1].rows[:1], "the history after one turn")
