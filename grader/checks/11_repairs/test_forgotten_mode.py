import pytest
import torch
from torch import nn

from grader.expect import check_that, close, equal

SIZES = (5, 5, 2)


class Turned(nn.Module):
    """Turns all scores round in training mode. Nobody's dropout, but a layer whose mode matters."""

    def forward(self, x):
        return -x if self.training else x


class TurnedItself(nn.Linear):
    """A model without parts, whose own mode matters."""

    def forward(self, x):
        scores = super().forward(x)
        return -scores if self.training else scores


class Wary(nn.Module):
    """Turns all scores round where they are tracked."""

    def __init__(self):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(()))

    def forward(self, x):
        out = x * self.gain
        return -out if out.requires_grad else out


def plain():
    return nn.Sequential(nn.Linear(4, 3))


def with_batch_norm():
    return nn.Sequential(nn.Linear(4, 6), nn.BatchNorm1d(6), nn.Linear(6, 3))


def with_dropout():
    """Dropout that drops everything: in training mode all examples look alike."""
    return nn.Sequential(nn.Linear(4, 6), nn.Dropout(1.0), nn.Linear(6, 3))


def deep_inside():
    return nn.Sequential(nn.Linear(4, 3), nn.Sequential(nn.Identity(), nn.Sequential(Turned())))


def itself():
    return TurnedItself(4, 3)


def all_of_them():
    inner = nn.Sequential(nn.BatchNorm1d(6), nn.Sequential(nn.Dropout(0.5), nn.Identity()))
    return nn.Sequential(nn.Linear(4, 6), inner, nn.Linear(6, 3))


def wary():
    return nn.Sequential(nn.Linear(4, 3), Wary())


MODELS = {
    "batch norm": with_batch_norm,
    "dropout": with_dropout,
    "a layer deep inside": deep_inside,
    "the model": itself,
}


def filled(submission, draw, factory):
    """The submission's model, and one of ours in evaluation mode, with the same random numbers."""
    ours, theirs = factory(), submission.make(factory)
    state = {name: draw.normal(*v.shape) if v.dim() else v for name, v in ours.state_dict().items()}
    state |= {name: v.abs() + 0.5 for name, v in state.items() if name.endswith("running_var")}
    for model in (ours, theirs):
        model.load_state_dict(state)
    return theirs, ours.eval()


def clear_inputs(draw, model, n):
    """Inputs whose largest score stands out, so that rounding cannot matter, and their largest scores' places."""
    with torch.no_grad():
        x = 1.5 + 2 * draw.normal(40 * n, 4)
        scores = model(x)
        best, next_best = scores.topk(2, dim=1).values.T
        clear = x[best - next_best > 0.05][:n]
        return clear, model(clear).argmax(dim=1)


def labelled(draw, model, rights, sizes=SIZES):
    """Batches of which so many examples each are labelled as the model sees them, the others differently."""
    batches = []
    for n, right in zip(sizes, rights, strict=True):
        x, best = clear_inputs(draw, model, n)
        labels = torch.where(torch.arange(n) < right, best, (best + 1) % 3)
        order = draw.permutation(n)
        batches.append((x[order], labels[order]))
    return batches


def modes(model):
    """Whether the model and each of its parts is in training mode. Runs where the model lives."""
    return [bool(module.training) for module in model.modules()]


def set_modes(model, wanted):
    """Give the model and each of its parts a mode. Runs where the model lives."""
    for module, mode in zip(model.modules(), wanted, strict=True):
        module.training = mode


def tracking(model):
    """Whether PyTorch records, and each parameter too. Runs where the model lives."""
    return bool(torch.is_grad_enabled()), all(p.requires_grad for p in model.parameters())


def test_counts_over_all_batches(submission, draw):
    """The share is that of all examples in all batches, the small last one included, as a plain number."""
    theirs, ours = filled(submission, draw, plain)
    theirs.eval()
    cases = [(4, 3, 0), (1, 2, 2), (5, 5, 2), (0, 0, 0)]
    # All are asked before any is judged: a single share may come about in many ways.
    shares = [submission.evaluate(theirs, labelled(draw, ours, rights)) for rights in cases]
    for rights, share in zip(cases, shares, strict=True):
        close(share, sum(rights) / sum(SIZES), what=f"the share for {sum(rights)} of {sum(SIZES)} right")


@pytest.mark.parametrize("kind", MODELS)
def test_evaluates_in_evaluation_mode(submission, draw, kind):
    """Every layer is in evaluation mode while the model answers: batch norm, dropout, and any other, however deep."""
    theirs, ours = filled(submission, draw, MODELS[kind])
    theirs.train()
    batches = labelled(draw, ours, (10, 9, 4), (10, 10, 4))
    close(submission.evaluate(theirs, batches), 23 / 24, what="the share")


MIXED = {
    "all training": [True] * 8,
    "all evaluating": [False] * 8,
    "a part set apart": [True, True, False, False, False, False, False, True],
    "only a part training": [False, False, True, False, True, True, False, False],
}


@pytest.mark.parametrize("kind", MIXED)
def test_restores_every_mode(submission, draw, kind):
    """Afterwards the model and each of its parts is in the mode it was in before."""
    theirs, ours = filled(submission, draw, all_of_them)
    submission.make(set_modes, theirs, MIXED[kind])
    submission.evaluate(theirs, labelled(draw, ours, (4, 4, 2)))
    found = submission.make(modes, theirs)
    told = f"After the call the model and its parts, from the top down, have `training` {found}. Before it was "
    check_that(found == MIXED[kind], f"{told}{MIXED[kind]}.")


def test_learns_nothing_from_it(submission, draw):
    """All numbers in the model are as they were, those that batch norm keeps of what it has seen too."""
    theirs, ours = filled(submission, draw, with_batch_norm)
    theirs.train()
    submission.evaluate(theirs, labelled(draw, ours, (3, 5, 1)))
    found = theirs.state_dict()
    for name, value in ours.state_dict().items():
        equal(found[name], value, f"`{name}`")


def test_tracks_nothing(submission, draw):
    """While the model answers nothing is tracked, and afterwards PyTorch and the parameters record as before."""
    theirs, ours = filled(submission, draw, wary)
    with torch.no_grad():
        batches = labelled(draw, ours, (5, 4, 2))
    found = submission.evaluate(theirs, batches)
    turned = share_of_smallest(ours, batches)
    tracked = isinstance(found, float) and abs(found - turned) < 1e-6
    check_that(not tracked, "While the model answered, its calculation was tracked for gradients.")
    close(found, 11 / 12, what="the share")
    check_that(submission.make(tracking, theirs) == (True, True), "After the call gradients are not recorded any more.")


def share_of_smallest(model, batches):
    """What comes out if all scores are turned round."""
    with torch.no_grad():
        hits = [(-model(x)).argmax(dim=1) == y for x, y in batches]
    return float(torch.cat(hits).float().mean())
