from typing import Any, NamedTuple

import pytest
import torch

from grader.expect import at_least, check_that, is_tensor

FLOATS = (torch.float32, torch.float64, torch.float16, torch.bfloat16)
# BARS[a][b - a - 1]: how many in 100 unseen digits a and b have to be told apart, for a < b; see data/README.md.
BARS = (
    (98.5, 97.0, 98.0, 98.5, 96.5, 96.5, 98.0, 97.5, 97.5),
    (97.5, 98.0, 98.5, 98.0, 98.0, 97.0, 96.5, 98.0),
    (94.0, 95.5, 94.5, 95.5, 94.5, 93.5, 96.0),
    (98.0, 91.0, 97.5, 96.5, 92.5, 95.0),
    (97.0, 96.5, 96.5, 97.5, 92.5),
    (95.0, 97.0, 90.0, 95.5),
    (98.0, 96.5, 98.0),
    (95.0, 90.5),
    (94.0,),
)
SMALL_ROOM = 4.5  # how much lower the bars lie for the small set
SURELY = 0.9  # a share of right answers that nobody reaches by luck


class Trained(NamedTuple):
    """A trained model and its digits, with the logits that it gave for unseen images, and the truth."""

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
def trained(submission, digits, module_draw, gallery):
    """Two models: one for threes and sevens, and then one for another pair of digits."""
    pairs = [in_any_order((3, 7), module_draw), in_any_order(another_pair(module_draw), module_draw)]
    both = [train_and_ask(submission, digits, pair, module_draw) for pair in pairs]
    for one in both:
        show(gallery, one, digits.small)
    return both


def show(gallery, one, small):
    what, kinds = f"unseen {one.ones}s and {one.zeros}s", (one.zeros, one.ones)
    images = (255 * one.x).round().byte().view(-1, 28, 28)
    said, truth = one.logits[:, 0] > 0, one.truth[:, 0]
    gallery.answers(what, images, said, truth, kinds, [bar_of(one, small)], pictures=12)


def in_any_order(pair, draw):
    return pair if draw.integer(0, 2) else pair[::-1]


def another_pair(draw):
    return draw.choice([(one, other) for other in range(10) for one in range(other) if (one, other) != (3, 7)])


def rows(split, ones, zeros):
    """The images of two digits as rows, and their targets: all the ones first, then all the zeros."""
    first, second = split.of(ones), split.of(zeros)
    x = torch.cat([first, second]).reshape(-1, 784) / 255
    return x, torch.cat([torch.ones(len(first), 1), torch.zeros(len(second), 1)])


def train_and_ask(submission, digits, pair, draw):
    model = submission.train_linear(*rows(digits.train, *pair))
    x, y = rows(digits.test, *pair)
    order = draw.permutation(len(x))
    return Trained(*pair, model, x[order], logits(model, x[order]), y[order] == 1)


def logits(model, x):
    """What the model answers, which has to be one number a row."""
    check_that(
        callable(model), "What came back cannot be called with new images: it is no function, no module.", "data"
    )
    out, wanted = is_tensor(model(x), what="what the model gives"), f"logits of shape {(len(x), 1)}"
    check_that(out.dim() == 2, f"The model gives shape {tuple(out.shape)}, but {wanted} were wanted.", "flat")
    is_tensor(out, shape=(len(x), 1), what="what the model gives")
    decided = len(x) > 99 and out.unique().tolist() == [0, 1]
    check_that(not decided, "The model gives only 0 and 1: that is decided, a logit also says how surely.", "decisions")
    is_tensor(out, dtype=FLOATS, what="what the model gives")
    check_that(not out.isnan().any(), "The model gives `nan`, which is no number any more.", "nan")
    return out.detach().float()


def share(answers, truth):
    """How many of the answers are right, from 0 to 1."""
    return (answers == truth).double().mean().item()


@pytest.mark.parametrize("count", [1, 7])
def test_gives_a_logit_for_each_row(trained, count):
    """The trained model takes any number of rows and gives a logit for each: (m, 784) to (m, 1)."""
    logits(trained[0].model, trained[0].x[:count])


def test_tells_threes_from_sevens(submission, digits, trained):
    """Unseen threes and sevens are told apart, at least 96.5 in 100."""
    reaches_its_bar(submission, digits, trained[0])


def test_tells_any_two_digits_apart(submission, digits, trained):
    """Another pair of digits, drawn at random, is learnt as well as a linear model can."""
    reaches_its_bar(submission, digits, trained[1])


def test_keeps_models_apart(trained):
    """Training a second model leaves the first one as it was."""
    first = trained[0]
    moved = (logits(first.model, first.x) - first.logits).abs().median()
    sentence = "The first model answers otherwise since the second was trained: they seem to share their weights."
    check_that(moved <= 0.05 * first.logits.std(), sentence, "shared")


def bar_of(one, small):
    low, high = sorted((one.ones, one.zeros))
    return (BARS[low][high - low - 1] - SMALL_ROOM * small) / 100


def reaches_its_bar(submission, digits, one):
    bar = bar_of(one, digits.small)
    with submission.aside():
        symptom = None if one.right >= bar else symptom_of(submission, digits, one)
    at_least(one.right, bar, f"the share of right answers for unseen {one.ones}s (1) and {one.zeros}s (0)", symptom)


def symptom_of(submission, digits, one):
    """In which way the answers are wrong."""
    x, y = rows(digits.train, one.ones, one.zeros)
    half = share(one.logits > 0.5, one.truth)
    if one.logits.min() >= 0 and one.logits.max() <= 1 and one.logits.std() > 0:
        return "probabilities" if half > 0.5 else "probabilities_of_the_other"
    if half > max(SURELY, one.right + 0.1):
        return "a_half"
    if says_zero_too_often(one):
        return "order"
    if one.right < SURELY and share(logits(one.model, x) > 0, y == 1) > 0.99:
        return "remembered"
    if one.right < SURELY and learns_nothing(submission, x):
        return "untrained"
    if one.right > 0.7:
        return "below_bar"
    return "reversed" if one.right < 1 - SURELY else "chance"


def says_zero_too_often(one):
    """Whether the ones get the higher logits, and yet all that is wrong are ones taken for zeros."""
    wrong = (one.logits > 0) != one.truth
    ordered = share(one.logits > one.logits.median(), one.truth)
    return ordered > SURELY and share(one.truth[wrong], torch.tensor(True)) > 0.97


def learns_nothing(submission, x):
    """Whether labels make no difference: after all zeros the model says the same as after all ones."""
    some = x[:: max(1, len(x) // 1000)]
    targets = torch.zeros(len(some), 1), torch.ones(len(some), 1)
    low, high = [logits(submission.train_linear(some, y), some) > 0 for y in targets]
    return share(low, high) > 1 - SURELY
