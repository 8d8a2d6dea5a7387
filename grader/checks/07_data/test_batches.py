from collections import UserList
from itertools import islice

import pytest
import torch
from torch.utils.data import TensorDataset

from grader.expect import check_that, equal, is_tensor, is_type, refuses

CUTS = ((7, 3, False), (7, 3, True), (6, 3, True), (3, 5, False), (3, 1, True))
MOST = 40  # batches that are asked for in an epoch, should it never end


def examples(n):
    """Pairs whose place in the data set can be read off the input, and from the target."""
    return [(torch.tensor([float(i), -float(i)]), torch.tensor([3 * i])) for i in range(n)]


def checked(batch):
    """A batch, which is a pair of tensors with as many inputs as targets."""
    is_type(batch, (tuple, list), "a batch")
    check_that(len(batch) == 2, f"A batch is a pair (xb, yb), but it has {len(batch)} parts.")
    xb = is_tensor(batch[0], dtype=torch.float32, what="the first part of a batch, its inputs,")
    count = len(xb) if xb.dim() else 0
    is_tensor(xb, shape=(count, 2), what="the first part of a batch, its inputs,")
    return xb, is_tensor(batch[1], shape=(count, 1), dtype=torch.int64, what="the second part of a batch, its targets,")


def epoch(batches):
    return [checked(batch) for batch in islice(iter(batches), MOST)]


def places(batches):
    """Where the examples of an epoch stand in the data set, batch by batch."""
    return [xb[:, 0].long().tolist() for xb, _ in epoch(batches)]


def flat(lists):
    return [item for items in lists for item in items]


def cut(n, size, drop_last=False):
    parts = [list(range(i, min(i + size, n))) for i in range(0, n, size)]
    return [part for part in parts if len(part) == size or not drop_last]


@pytest.mark.parametrize(
    ("n", "size", "drop_last"), [(7, 3, False), (7, 3, True), (6, 3, True), (3, 5, False), (3, 1, True)]
)
def test_cuts_the_data_into_batches(submission, n, size, drop_last):
    """Without shuffling the examples come in order, and `drop_last` leaves out a last batch that is too small."""
    data, wanted = examples(n), cut(n, size, drop_last)
    got = epoch(submission.Batches(data, size, False, True) if drop_last else submission.Batches(data, size))
    found = [xb[:, 0].long().tolist() for xb, _ in got]
    mixed = flat(found) != flat(wanted) and [len(part) for part in found] == [len(part) for part in wanted]
    check_that(not mixed, f"The examples came as {found}, but in order they are {wanted}.", "shuffled")
    equal(len(got), len(wanted), f"the number of batches for {n} examples, {size} in each and drop_last={drop_last},")
    for number, ((xb, yb), part) in enumerate(zip(got, wanted, strict=True)):
        equal(xb, torch.stack([data[i][0] for i in part]), f"the tensor of inputs in batch {number}")
        equal(yb, torch.stack([data[i][1] for i in part]), f"the tensor of targets in batch {number}")


@pytest.mark.parametrize("drop_last", [False, True])
def test_length_is_in_batches(submission, drop_last):
    """`len` gives the number of batches that a loop will give."""
    for n, size in [(7, 3), (6, 3), (3, 5)]:
        batches = submission.Batches(examples(n), size, drop_last=drop_last)
        equal(len(batches), len(cut(n, size, drop_last)), f"the length for {n} examples in batches of {size}")


def test_every_loop_is_a_whole_epoch(submission):
    """It can be gone through again and again, also after a loop that was left early."""
    batches, others = submission.Batches(examples(7), 3), submission.Batches(examples(4), 2)
    equal(places(batches), cut(7, 3), "the first epoch")
    equal(places(batches), cut(7, 3), "the second epoch")
    next(iter(batches), None)
    equal(places(batches), cut(7, 3), "the epoch after a loop that was left after one batch")
    equal(places(others), cut(4, 2), "the epoch of another object")


@pytest.mark.parametrize(("drop_last", "sizes"), [(False, [5, 5, 5, 2]), (True, [5, 5, 5])])
def test_shuffled_epochs_hold_every_pair_once(submission, drop_last, sizes):
    """Shuffled, each example still comes exactly once an epoch, together with its own target."""
    got = epoch(submission.Batches(examples(17), 5, shuffle=True, drop_last=drop_last))
    xs, ys = [torch.cat([batch[part] for batch in got] or [torch.empty(0, 2)]) for part in (0, 1)]
    came = xs[:, 0].long()
    equal([len(xb) for xb, _ in got], sizes, "the list of the batches' sizes")
    check_that(len(set(came.tolist())) == sum(sizes), f"Some example came twice: {came.tolist()}.", "repeats")
    check_that(torch.equal(ys[:, 0], 3 * came), "Inputs come with the targets of other examples.", "pairs_broken")


def test_each_epoch_has_a_new_order(submission):
    """Shuffled, each loop has a new order, also after a loop that was left early."""
    batches, in_order = submission.Batches(examples(24), 6, shuffle=True), cut(24, 6)
    first, second = places(batches), places(batches)
    ordered = "With `shuffle=True` an epoch came in the order of the data set."
    check_that(not first == second == in_order, ordered, "not_shuffled")
    within = all([sorted(part) for part in order] == in_order for order in (first, second))
    check_that(not within, "It is shuffled, but only within each batch.", "within_batches")
    blocks = all(sorted(part) in in_order for part in first + second)
    check_that(not blocks, "It is shuffled, but each batch holds the same neighbours as without.", "blocks")
    check_that(in_order not in (first, second), ordered, "not_shuffled")
    check_that(first != second, "The second epoch has the same order as the first.", "same_order")
    broken_off = checked(next(iter(batches), None))[0][:, 0].long().tolist()
    after = places(batches)
    check_that(sorted(flat(after)) == list(range(24)), "After a loop that was left early an epoch is not whole.")
    again = "After a loop that was left early, its order comes again."
    check_that(after[0] != broken_off, again, "same_order_after_break")
    check_that(after not in (first, second, in_order), "The order of an earlier epoch came again.", "same_order")


def test_a_seed_fixes_the_orders(submission, draw):
    """Generators with the same seed give the same orders, epoch by epoch; another seed gives others."""
    seed = draw.integer(0, 10_000)

    def orders(number):
        generator = torch.Generator().manual_seed(number)
        batches = submission.Batches(examples(20), 10, shuffle=True, generator=generator)
        return [places(batches), places(batches)]

    first, again, other = orders(seed), orders(seed), orders(seed + 1)
    check_that(first == again, "Two generators with the same seed gave different orders.", "not_repeatable")
    check_that(first != other, "Two generators with different seeds gave the same orders.", "seed_ignored")
    check_that(first[0] != first[1], "With a generator the second epoch has the order of the first.", "same_order")


def test_takes_any_data_set(submission, draw):
    """Anything will do that has a length and gives pairs by their place, and it is left as it was."""
    x, y = draw.normal(5, 2, 3), draw.normal(5)
    got = list(islice(iter(submission.Batches(dataset=submission.make(TensorDataset, x, y), batch_size=2)), MOST))
    equal(len(got), 3, "the number of batches")
    for number, batch in enumerate(got):
        is_type(batch, (tuple, list), "a batch")
        part = slice(2 * number, 2 * number + 2)
        equal(list(batch), [x[part], y[part]], f"batch {number}")
    shelf = submission.make(UserList, examples(12))
    epoch(submission.Batches(shelf, 4, shuffle=True, generator=draw.generator()))
    left = [int(shelf[i][0][0]) for i in range(12)]
    told = f"After a shuffled epoch the data set itself has another order: {left}. Shuffle the positions, not the data."
    check_that(left == list(range(12)), told, "data_changed")


def test_refuses_a_batch_size_below_one(submission, draw):
    """A batch holds at least one example."""
    for size in (0, -draw.integer(1, 9)):
        with refuses(ValueError):
            submission.Batches(examples(4), size)
