from typing import Any, NamedTuple

import pytest
import torch

from grader.expect import at_least, check_that, is_tensor

FLOATS = (torch.float32, torch.float64, torch.float16, torch.bfloat16)
THREES_AND_SEVENS = 0.965
SURELY = 0.9  # a share of right answers that nobody reaches by luck


class Trained(NamedTuple):
    """A model and the digits it was trained on, with its logits for unseen images and the truth."""

    ones: int
    zeros: int
    model: Any
    x: torch.Tensor
    logits: torch.Tensor
    truth: torch.Tensor

    @property
    def right(self):
        return share(self.logits > 0, self.truth)


@pytest.fixture(scope="module")
def trained(submission, digits, module_draw):
    """Two models: for threes and sevens, and for another pair. Both are trained before the first is asked."""
    pairs = [in_any_order((3, 7), module_draw), in_any_order(another_pair(module_draw), module_draw)]
    models = [submission.train_linear(*rows(digits.train, *pair)) for pair in pairs]
    return [asked(model, digits.test, pair, module_draw) for model, pair in zip(models, pairs, strict=True)]


def another_pair(draw):
    return draw.choice([(one, other) for one in range(10) for other in range(one) if {one, other} != {3, 7}])


def in_any_order(pair, draw):
    return pair if draw.integer(0, 2) else pair[::-1]


def rows(split, ones, zeros):
    """The images of two digits as rows, and their targets: all the ones first, then all the zeros."""
    first, second = split.of(ones), split.of(zeros)
    x = torch.cat([first, second]).reshape(-1, 784) / 255
    return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def asked(model, split, pair, draw):
    x, y = rows(split, *pair)
    order = draw.permutation(len(x))
    return Trained(*pair, model, x[order], logits(model, x[order]), y[order] == 1)


def logits(model, x):
    """What the model answers, which has to be one number for each row."""
    check_that(
        callable(model),
        "`train_linear` has to return something to be called, with rows of pixels.",
        "no_callable",
    )
    out = is_tensor(model(x))
    wanted = f"for {len(x)} rows, logits of shape {(len(x), 1)}"
    check_that(out.dtype != torch.bool, f"There are True and False, but wanted were {wanted}.", "decisions")
    check_that(out.dim() != 1, f"The logits have shape {tuple(out.shape)}, but wanted were, {wanted}.", "flat")
    out = is_tensor(out, shape=(len(x), 1), dtype=FLOATS, what="the tensor of logits").detach().float()
    check_that(not out.isnan().any(), "The logits are `nan`, which is no number at all.", "nan")
    return out


def share(answers, truth):
    """How large a part of the answers is right."""
    return (answers == truth).float().mean().item()


def judge(trained, which, bar, submission, digits):
    one = trained[which]
    symptom = None if one.right >= bar else symptom_of(trained, which, submission, digits)
    at_least(one.right, bar, f"the share of right answers on unseen {one.ones}s against {one.zeros}s", symptom)


def symptom_of(trained, which, submission, digits):
    """How an answer below its bar fails."""
    one, (first, second) = trained[which], trained
    x, y = rows(digits.train, one.ones, one.zeros)
    if torch.equal(logits(first.model, second.x), second.logits):
        return "shared"
    if ((one.logits >= 0) & (one.logits <= 1)).all() and (one.logits != 0).all():
        reversed_too = share(one.logits > 0.5, one.truth) < 1 - SURELY
        return "probabilities_of_the_other" if reversed_too else "probabilities"
    if one.right < SURELY and share(logits(one.model, x) > 0, y == 1) > 0.99:
        return "remembered"
    if one.right < SURELY and learns_nothing(submission, x):
        return "untrained"
    return "below_bar" if one.right > SURELY else leaning(one)


def learns_nothing(submission, x):
    """Whether the labels make no difference: the model says the same after all ones as after all zeros."""
    some = x[:: max(1, len(x) // 1000)]
    said = [
        (logits(submission.train_linear(some, torch.full((len(some), 1), y)), some) > 0).float().mean()
        for y in (0.0, 1.0)
    ]
    return abs(said[1] - said[0]) < SURELY


def leaning(one):
    """How the answers lie, if one looks not only at their sign."""
    half = share(one.logits > one.logits.median(), one.truth)
    if one.right < 1 - SURELY:
        return "reversed"
    if half > SURELY and (one.logits > 0).float().mean() < 0.5:
        return "order"
    return "chance" if 1 - SURELY < half < SURELY else "below_bar"
