import pytest
import torch
from torch import nn

from grader.calls import SubmissionRaised
from grader.expect import check_that, close, equal, fail, is_type
from grader.show import code

SIZES = (4, 4, 2)
MIXED = [True, False, True, False, False, True]  # the modes of a network's parts, from the top down


class Notes(list):
    """What a network notes; a copy of the network notes it in the same place."""

    def __deepcopy__(self, memo):
        return self


class Network(nn.Module):
    """A small network that notes at each call the modes of its parts, and whether gradients are recorded."""

    def __init__(self):
        super().__init__()
        self.first, self.inner = nn.Linear(3, 4), nn.Sequential(nn.BatchNorm1d(4), nn.Tanh())
        self.last = nn.Linear(4, 2)
        self.last.bias.requires_grad_(False)
        self.seen, self.recorded = Notes(), Notes()

    def forward(self, x):
        if x.isnan().any():
            raise ValueError("there is a pixel that is no number")
        self.seen.append(self.modes())
        out = self.last(self.inner(self.first(x)))
        self.recorded.append(out.requires_grad)
        return out

    def modes(self):
        return [module.training for module in self.modules()]

    def set_modes(self, modes):
        for module, mode in zip(self.modules(), modes, strict=True):
            module.training = mode

    def tracked(self):
        return [p.requires_grad for p in self.parameters()]


class Loop:
    """Batches to be gone through again and again, and nothing but that."""

    def __init__(self, batches, breaks=False):
        self.batches, self.breaks = batches, breaks

    def __len__(self):
        return len(self.batches)

    def __iter__(self):
        yield from self.batches
        if self.breaks:
            raise OSError("the rest of the file cannot be read")


def gap(preds, targs):
    """A metric in which predictions and targets do not play the same part."""
    return (2 * preds - targs).abs().mean()


def gap_as_number(preds, targs):
    return (2 * preds - targs).abs().mean().item()


class Gap:
    """The same metric. It notes whether the predictions that it gets are recorded."""

    def __init__(self):
        self.recorded = []

    def __call__(self, preds, targs):
        self.recorded.append(preds.requires_grad)
        return (2 * preds - targs).abs().mean()


def fragile(preds, targs):
    if targs.isnan().any():
        raise RuntimeError("there is a target that is no number")
    return (2 * preds - targs).abs().mean()


def random_state(draw):
    return {name: random_value(draw, name, value) for name, value in Network().state_dict().items()}


def random_value(draw, name, value):
    if value.dtype == torch.int64:
        return torch.tensor(draw.integer(1, 9))
    return draw.uniform(*value.shape, low=0.5, high=2.0) if name.endswith("var") else draw.normal(*value.shape)


def random_batches(draw, sizes=SIZES):
    return [(draw.normal(n, 3), (1 + 3 * k) * draw.normal(n, 2)) for k, n in enumerate(sizes)]


def start(submission, state):
    """A network with these numbers where the submission runs, with recording switched on."""
    submission.make(torch.set_grad_enabled, True)
    model = submission.make(Network)
    model.load_state_dict(state)
    return model


def mean_gap(state, batches):
    """The mean over the examples, with the network in evaluation mode."""
    model = Network().eval()
    model.load_state_dict(state)
    with torch.no_grad():
        total = sum(len(xb) * gap(model(xb), yb).item() for xb, yb in batches)
    return total / sum(len(xb) for xb, _ in batches)


@pytest.mark.parametrize("metric", [gap, gap_as_number])
def test_gives_the_mean_over_the_examples(submission, draw, metric):
    """It gives the metric's mean, in which each example counts once, as a plain number."""
    state, batches = random_state(draw), random_batches(draw)
    model = start(submission, state)
    given = batches if metric is gap else submission.make(Loop, batches)
    close(submission.validate(model, given, metric), mean_gap(state, batches), what="the mean")


def test_starts_afresh_each_time(submission, draw):
    """One call is not disturbed by another before it."""
    state, batches, others = random_state(draw), random_batches(draw), random_batches(draw, (3, 5))
    one, two, three = [mean(submission, start(submission, state), each) for each in (batches, others, batches)]
    sentence = f"The same model on the same batches: it was {one:.6g} in one call and {three:.6g} in a later one."
    check_that(not abs(one - three) > 1e-4 * abs(one), sentence, "disturbed")
    close([one, two], [mean_gap(state, batches), mean_gap(state, others)], what="the list of two calls' means")


def mean(submission, model, batches, metric=gap):
    return is_type(submission.validate(model, batches, metric), (float, int), "the mean")


@pytest.mark.parametrize("modes", [[True] * 6, MIXED, [not mode for mode in MIXED]])
def test_asks_in_evaluation_mode(submission, draw, modes):
    """All parts of the model are in evaluation mode while it is asked."""
    model = start(submission, random_state(draw))
    model.set_modes(modes)
    submission.validate(model, random_batches(draw), gap)
    seen = model.seen
    check_that(len(seen) > 0, "The model was never asked for a prediction.")
    check_that(not any(map(any, seen)), "The model, or a part of it, was in training mode while it was asked.")


@pytest.mark.parametrize("modes", [[True] * 6, [False] * 6, MIXED, [not mode for mode in MIXED]])
def test_gives_each_part_its_mode_back(submission, draw, modes):
    """Afterwards each part of the model is in the mode that it had before."""
    model = start(submission, random_state(draw))
    model.set_modes(modes)
    submission.validate(model, random_batches(draw), gap)
    same_modes(model, modes, "After the call")


def same_modes(model, modes, when):
    found = model.modes()
    told = f"{when} the model and its parts, from the top down, have `training` {found}. Before it was {modes}."
    check_that(found == modes, told)


@pytest.mark.parametrize("recording", [True, False])
def test_records_nothing(submission, draw, recording):
    """Nothing is recorded for gradients meanwhile, and afterwards recording is on or off as it was before."""
    model, metric = start(submission, random_state(draw)), submission.make(Gap)
    tracked, was = model.tracked(), "on" if recording else "off"
    submission.make(torch.set_grad_enabled, recording)
    submission.validate(model, random_batches(draw), metric)
    found = submission.make(torch.is_grad_enabled)
    submission.make(torch.set_grad_enabled, True)
    recorded = any([*metric.recorded, *model.recorded])
    check_that(not recorded, "The model's predictions were recorded: there was a graph behind them.")
    check_that(found == recording, f"Recording for gradients was {was} before the call, and no longer is.")
    equal(model.tracked(), tracked, "the list of what the model's parameters have as `requires_grad`")


def goes_on(submission, model, loop, breaks):
    """The error comes out of the call."""
    try:
        answer = submission.validate(model, loop, fragile)
    except SubmissionRaised as raised:
        if raised.todo:
            raise
        return
    fail(f"The {breaks} raised an error, and `validate` gave {code(answer)}. The error has to reach the caller.")


@pytest.mark.parametrize("breaks", ["metric", "model", "batches"])
def test_gives_all_back_when_something_raises(submission, draw, breaks):
    """If the metric, the model or the batches raise, the error goes on, and modes and recording are as before."""
    model, batches = start(submission, random_state(draw)), random_batches(draw)
    for name, tensor in zip(("model", "metric"), batches[1], strict=True):
        if breaks == name:
            tensor[0] = torch.nan
    model.set_modes(MIXED)
    loop = submission.make(Loop, batches, breaks == "batches")
    goes_on(submission, model, loop, breaks)
    same_modes(model, MIXED, f"After an error of the {breaks}")
    found = submission.make(torch.is_grad_enabled)
    submission.make(torch.set_grad_enabled, True)
    check_that(found is True, "Recording for gradients was on before the call, and no longer is.")
