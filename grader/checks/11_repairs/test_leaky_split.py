import math

import pytest
import torch

from grader.expect import check_that, fail, is_tensor, is_type


def data(draw, n, kind="rows"):
    """Inputs and targets that can all be told apart."""
    x = torch.arange(n).reshape(n, 1) + 0.5 * draw.uniform(n, 3)
    y = draw.permutation(n) + 0.25
    if kind == "images":
        return draw.permutation(n).to(torch.uint8).reshape(n, 1, 1).expand(n, 2, 3).contiguous(), y.long()
    return (x, y.reshape(n, 1)) if kind == "columns" else (x, y)


def parts(submission, x, y, share, generator):
    """The four tensors that came back, which have the forms of inputs and targets."""
    found = is_type(submission.split(x, y, share, generator), tuple)
    check_that(len(found) == 4, f"{len(found)} things came back; four were wanted.")
    for part, whole, name in zip(found, (x, y, x, y), ("x_train", "y_train", "x_valid", "y_valid"), strict=True):
        is_tensor(part, what=f"`{name}`")
        if tuple(part.shape[1:]) != tuple(whole.shape[1:]):
            told = f"`{name}`, the shape {tuple(part.shape)}, cannot be rows of a tensor {tuple(whole.shape)}."
            fail(told, "other_order" if part.shape[1:] in (x.shape[1:], y.shape[1:]) else None)
        is_tensor(part, dtype=whole.dtype, what=f"`{name}`")
    return found


def sizes_of(found):
    """How many rows are on the training side and on the validation side, inputs and targets alike."""
    x_train, y_train, x_valid, y_valid = map(len, found)
    told = f"{x_train} and {x_valid} inputs came back, but {y_train} and {y_valid} targets."
    check_that((x_train, x_valid) == (y_train, y_valid), told)
    return x_train, x_valid


def numbers_of(part, whole, name):
    """Which rows of `whole` these are."""
    flat = whole.reshape(len(whole), -1)
    found = [(flat == row).all(dim=1).nonzero().flatten().tolist() for row in part.reshape(len(part), flat.shape[1])]
    check_that(all(found), f"A row of `{name}` is none of the rows that came in.")
    return [places[0] for places in found]


def sides(submission, x, y, share, generator):
    """The row numbers on the training side and on the validation side, told by their inputs."""
    x_train, _, x_valid, _ = parts(submission, x, y, share, generator)
    return numbers_of(x_train, x, "x_train"), numbers_of(x_valid, x, "x_valid")


CASES = {
    "exact": (10, 0.3),
    "down": (11, 0.3),
    "up": (9, 0.3),
    "nearly": (50, 0.58),
    "none": (8, 0.05),
    "all": (8, 0.95),
}


@pytest.mark.parametrize("kind", CASES)
def test_holds_out_the_share(submission, draw, kind):
    """The share of the rows, rounded to the nearest whole number, is held out, and all others are trained on."""
    n, share = CASES[kind]
    x, y = data(draw, n)
    found = [sizes_of(parts(submission, x, y, share, draw.generator())) for _ in range(3)]
    right_sizes(found, n, share)


def right_sizes(found, n, share):
    held_out = round(share * n)
    wanted = n - held_out, held_out
    if all(sizes == wanted for sizes in found):
        return
    train, valid = next(sizes for sizes in found if sizes != wanted)
    told = f"Of {n} rows and a share of {share}, {train} rows are for training and {valid} for validation; "
    fail(f"{told}{wanted[0]} and {wanted[1]} were wanted.", sizes_symptom(found, n, share, train, valid))


def sizes_symptom(found, n, share, train, valid):
    """A name for what went wrong with the sizes."""
    held_out = round(share * n)
    named = {
        (held_out, n - held_out): "sides_swapped",
        (n, held_out): "trains_on_all",
        (n - held_out + 1, held_out): "one_row_twice",
        (n - held_out, held_out + 1): "one_row_twice",
        (n - held_out - 1, held_out): "one_row_lost",
        (n - held_out, held_out - 1): "one_row_lost",
        (n - math.floor(share * n), math.floor(share * n)): "rounded_down",
        (n - math.ceil(share * n), math.ceil(share * n)): "rounded_up",
    }
    if len(set(found)) > 1:
        return "coin_for_each_row" if all(sum(sizes) == n for sizes in found) else None
    if held_out in (0, n):
        return {n: "cut_from_the_end", 1: "never_empty"}.get(abs(valid - held_out))
    return named.get((train, valid))


@pytest.mark.parametrize("n", [12, 20])
def test_puts_each_row_on_one_side(submission, draw, n):
    """Every row is on the training side or on the validation side, and none is on both or lost."""
    x, y = data(draw, n)
    splits = [sides(submission, x, y, share, draw.generator()) for share in (0.5, 0.5, 0.25)]
    for train, valid in splits:
        told = f"A side of the {n} rows has a row twice: training {sorted(train)}, validation {sorted(valid)}."
        check_that(len(set(train)) == len(train) and len(set(valid)) == len(valid), told, "twice")
    for train, valid in splits:
        once_each(train, valid, n)


def once_each(train, valid, n):
    both, lost = set(train) & set(valid), set(range(n)) - set(train) - set(valid)
    if len(train) == n and both:
        fail("Every row is on the training side, those for validation too.", "trains_on_all")
    elif len(both) == 1 and not lost:
        fail(f"Row {min(both)} is on both sides, the others are on one.", "one_row_twice")
    elif both:
        told = f"Of {n} rows, {len(both)} are on both sides, and {len(lost)} on neither."
        fail(told, "two_permutations" if lost else None)
    elif lost:
        fail(f"Of {n} rows, {len(lost)} are on neither side.", "one_row_lost" if len(lost) == 1 else None)


@pytest.mark.parametrize("kind", ["rows", "columns", "images"])
def test_keeps_inputs_and_targets_together(submission, draw, kind):
    """Each input still has its own target, on both sides, whatever shapes they have."""
    n = draw.integer(15, 20)
    x, y = data(draw, n, kind)
    x_train, y_train, x_valid, y_valid = parts(submission, x, y, 0.4, draw.generator())
    inputs = numbers_of(x_train, x, "x_train") + numbers_of(x_valid, x, "x_valid")
    targets = numbers_of(y_train, y, "y_train") + numbers_of(y_valid, y, "y_valid")
    if inputs == targets:
        return
    for order, name in ((inputs, "targets_shuffled_only"), (targets, "inputs_shuffled_only")):
        rotations = [[*range(k, n), *range(k)] for k in range(n)]
        if order in rotations:
            fail("The targets do not belong to the inputs: one of the two is still in its old order.", name)
    fail("The targets do not belong to the inputs: each of the two is in an order of its own.", "permuted_apart")


def test_repeats_with_the_same_seed(submission, draw):
    """The same seed gives the same split again, whatever other random numbers were drawn in between."""
    x, y = data(draw, 30)
    seed = draw.integer(0, 1000)
    first, second = (sides(submission, x, y, 0.5, torch.Generator().manual_seed(seed)) for _ in range(2))
    told = "Two generators with the same seed gave two different splits."
    check_that(sorted(first[1]) == sorted(second[1]), told, "generator_ignored")


def test_chooses_at_random(submission, draw):
    """Other seeds hold out other rows, and not only neighbours."""
    x, y = data(draw, 5)
    seen = {tuple(sorted(sides(submission, x, y, 0.4, draw.generator())[1])) for _ in range(40)}
    blocks = {tuple(sorted((k, (k + 1) % 5))) for k in range(5)}
    told = f"Of 5 rows two are held out. In 40 splits with different seeds these were held out: {sorted(seen)}."
    if len(seen) == 1:
        fail(told, "never_shuffled" if seen <= {(0, 1), (3, 4)} else "fixed_seed")
    check_that(not seen <= blocks, told, "neighbours")
    check_that(len(seen) >= 6, f"{told} More variety was wanted.")
