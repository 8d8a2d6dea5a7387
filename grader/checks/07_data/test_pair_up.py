import pytest
import torch

from grader.expect import check_that, equal, is_type, refuses


def inputs(draw, kind, n):
    """n inputs of some kind, and n targets."""
    return {
        "rows": (draw.normal(n, 3), draw.integers(0, 10, n, 1)),
        "images": (draw.pixels(n, 2, 4), draw.labels(n)),
        "numbers": (draw.normal(n, dtype=torch.float64), draw.normal(n)),
        "lists": ([f"word {i}" for i in range(n)], [i % 2 == 0 for i in range(n)]),
        "nested": ([[i, -i] for i in range(n)], [(i, "x") for i in range(n)]),
        "tensor and list": (draw.normal(n, 2), list(range(10, 10 + n))),
        "list and tensor": ([draw.normal(2, i + 1) for i in range(n)], draw.labels(n)),
    }[kind]


def wanted(x, y):
    return [(x[i], y[i]) for i in range(len(x))]


@pytest.mark.parametrize("kind", ["rows", "lists"])
def test_gives_a_list_of_tuples(submission, draw, kind):
    """It gives a list with a tuple of two, input and target, for each example."""
    x, y = inputs(draw, kind, 3)
    pairs = is_type(submission.pair_up(x, y), list)
    for number, pair in enumerate(pairs):
        is_type(pair, tuple, f"element {number} of the answer")
        check_that(len(pair) == 2, f"Element {number} of the answer has {len(pair)} parts, where a pair was wanted.")
    equal(len(pairs), 3, "the number of pairs for three examples")


@pytest.mark.parametrize("n", [5, 1])
@pytest.mark.parametrize("kind", ["rows", "images", "numbers"])
def test_pairs_up_tensors(submission, draw, kind, n):
    """Row by row: the input first, then its target, both still tensors."""
    x, y = inputs(draw, kind, n)
    equal(submission.pair_up(x, y), wanted(x, y))


@pytest.mark.parametrize("n", [4, 1])
@pytest.mark.parametrize("kind", ["lists", "nested", "tensor and list", "list and tensor"])
def test_pairs_up_lists(submission, draw, kind, n):
    """Lists too, of anything, and a tensor with a list; each element stays what it is."""
    x, y = inputs(draw, kind, n)
    equal(submission.pair_up(x, y), wanted(x, y))


@pytest.mark.parametrize("kind", ["rows", "lists", "tensor and list"])
@pytest.mark.parametrize(("n", "m"), [(4, 3), (3, 4), (5, 1), (1, 5)])
def test_refuses_different_lengths(submission, draw, kind, n, m):
    """If one of them is longer, some examples would be lost: that is refused."""
    x, y = inputs(draw, kind, n)[0], inputs(draw, kind, m)[1]
    with refuses(ValueError):
        submission.pair_up(x, y)
