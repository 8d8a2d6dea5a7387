import pytest
import torch

from grader.expect import check_that, equal, is_tensor, is_type

NAMES = "the table x", "the column y"
SIZES = [(5, 3), (2, 7), (1, 4), (3, 1), (2, 2)]


def images(draw, kind, n):
    """uint8 images, float ones between 0 and 1, and float ones that were scaled in another way."""
    made = {"uint8": draw.pixels, "float": draw.uniform, "negative": draw.normal}
    return made[kind](n, 28, 28)


def labelled(submission, first, second):
    """x and y, which are two tensors."""
    both = is_type(submission.label_digits(first, second), tuple)
    check_that(len(both) == 2, f"The answer has {len(both)} parts, where x and y were wanted.")
    return [is_tensor(part, what=name) for part, name in zip(both, NAMES, strict=True)]


def rows(stack):
    return stack.reshape(len(stack), 28 * 28).float()


@pytest.mark.parametrize(("n", "m"), SIZES)
@pytest.mark.parametrize("kind", ["uint8", "float"])
def test_makes_a_table_and_a_column(submission, draw, kind, n, m):
    """x has shape (n + m, 784) and y has shape (n + m, 1), both float32."""
    x, y = labelled(submission, images(draw, kind, n), images(draw, kind, m))
    is_tensor(x, shape=(n + m, 784), dtype=torch.float32, what=NAMES[0])
    is_tensor(y, shape=(n + m, 1), dtype=torch.float32, what=NAMES[1])


@pytest.mark.parametrize(("n", "m"), SIZES[:3])
@pytest.mark.parametrize("kind", ["uint8", "float", "negative"])
def test_keeps_images_and_their_order(submission, draw, kind, n, m):
    """Each row of x is an image, line by line, with its values kept: all of the first stack, then the second."""
    first, second = images(draw, kind, n), images(draw, kind, m)
    x, _ = labelled(submission, first, second)
    wanted = torch.cat([rows(first), rows(second)])
    is_tensor(x, shape=tuple(wanted.shape), what=NAMES[0])
    found = [(wanted == row).all(dim=1).nonzero().flatten().tolist() for row in x.float()]
    places = [place for hits in found for place in hits]
    mixed = sorted(places) == list(range(n + m)) and places not in (list(range(n + m)), [*range(n, n + m), *range(n)])
    told = f"The rows of x are the images number {places}, where they were wanted in order."
    check_that(not mixed, told, "order_mixed")
    equal(x, wanted, NAMES[0])


@pytest.mark.parametrize(("n", "m"), SIZES)
def test_labels_the_first_kind_with_one(submission, draw, n, m):
    """y is 1 for each image of the first stack, then 0 for each of the second."""
    _, y = labelled(submission, images(draw, "uint8", n), images(draw, "uint8", m))
    equal(y, torch.tensor([[1.0]] * n + [[0.0]] * m), NAMES[1])
