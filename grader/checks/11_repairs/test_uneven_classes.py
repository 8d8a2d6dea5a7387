import pytest
import torch

from grader.expect import close, refuses


def shares(preds, targs, classes):
    """Class by class, counted one by one."""
    found = []
    for c in range(classes):
        own = [p for p, t in zip(preds.tolist(), targs.tolist(), strict=True) if t == c]
        found.append(sum(p == c for p in own) / len(own))
    return torch.tensor(found)


def truth(draw, counts):
    """Class numbers with so many examples of each class, in random order."""
    numbers = torch.cat([torch.full((count,), c) for c, count in enumerate(counts)])
    return numbers[draw.permutation(len(numbers))]


def guesses(draw, targs, classes):
    """Class numbers of which about half are right."""
    return torch.where(draw.labels(len(targs)) == 1, targs, draw.integers(0, classes, len(targs)))


@pytest.mark.parametrize("counts", [(7, 9, 8), (3, 5, 4, 6, 5), (12, 17)])
def test_judges_each_class_by_its_own_examples(submission, draw, counts):
    """Each class gets the share of its own examples that was predicted right."""
    targs = truth(draw, counts)
    preds = guesses(draw, targs, len(counts))
    close(submission.accuracy_per_class(preds, targs, len(counts)), shares(preds, targs, len(counts)))


def test_shows_a_class_that_is_never_predicted(submission, draw):
    """A class that the model never names has the share 0, however rare it is."""
    targs = truth(draw, (60, 30, 2))
    preds = draw.integers(0, 2, len(targs))
    close(submission.accuracy_per_class(preds, targs, 3), shares(preds, targs, 3))


@pytest.mark.parametrize("common", [0, 1, 2])
def test_counts_a_rare_class_as_much_as_a_common_one(submission, draw, common):
    """One lazy answer for everything gives one class the share 1 and all others 0."""
    targs = truth(draw, [30 if c == common else 1 for c in range(4)])
    preds = torch.full_like(targs, common)
    close(submission.accuracy_per_class(preds, targs, 4), torch.eye(4)[common])


def test_knows_the_ends(submission, draw):
    """All right is 1 for every class, all wrong is 0; one class with one example is enough."""
    targs = truth(draw, (4, 2, 5))
    close(submission.accuracy_per_class(targs.clone(), targs, 3), torch.ones(3), what="the answer for all right")
    wrong = (targs + 1 + draw.labels(len(targs))) % 3
    close(submission.accuracy_per_class(wrong, targs, 3), torch.zeros(3), what="the answer for all wrong")
    one = torch.zeros(1, dtype=torch.int64)
    close(submission.accuracy_per_class(one, one.clone(), 1), torch.ones(1), what="the answer for one example")


@pytest.mark.parametrize("counts", [(5, 0, 4), (0, 6, 3), (4, 7, 0), (8, 0, 0, 5), (9, 0)])
@pytest.mark.parametrize("named", [True, False])
def test_refuses_a_class_without_examples(submission, draw, counts, named):
    """A class without examples raises a ValueError, whether the model ever names that class or not."""
    targs, classes = truth(draw, counts), len(counts)
    empty = counts.index(0)
    preds = guesses(draw, targs, classes)
    preds = torch.where(preds == empty, targs, preds)
    if named:
        preds[0] = empty
    with refuses(ValueError):
        submission.accuracy_per_class(preds, targs, classes)
