from string import ascii_lowercase

import pytest
import torch

from grader.expect import check_that, equal, is_tensor, is_type
from grader.show import dtype_name

INTEGERS = (torch.int64, torch.int32, torch.int16, torch.uint8, torch.int8)


def parts(batches):
    """The numbers and the letters of each batch. Fails for what is no list of such pairs."""
    found = []
    for place, batch in enumerate(is_type(batches, list)):
        what = f"batch {place}"
        is_type(batch, (tuple, list), what)
        check_that(len(batch) == 2, f"Batch {place} has {len(batch)} parts, where numbers and letters were wanted.")
        numbers = is_tensor(batch[0], what=f"the first part of {what}")
        told = f"The numbers of {what} are of type {dtype_name(numbers.dtype)}, where whole numbers were wanted."
        check_that(numbers.dtype in INTEGERS, told)
        check_that(numbers.dim() == 1, f"The numbers of {what} have shape {tuple(numbers.shape)}, not one axis.")
        letters = is_type(batch[1], (tuple, list), f"the second part of {what}")
        equal(len(letters), len(numbers), f"the number of letters in {what}, which has {len(numbers)} numbers,")
        for letter in letters:
            is_type(letter, str, f"a letter of {what}")
        found.append((numbers.tolist(), list(letters)))
    return found


def order(batches):
    """All letters, in the order in which they come."""
    return "".join(letter for _, letters in parts(batches) for letter in letters)


def is_whole(found, size):
    """All 26 letters, each once and with its number, in batches of this size and one that holds the rest."""
    numbers, letters = [[item for part in found for item in part[which]] for which in (0, 1)]
    told = f"With batches of {size} some letter came twice: {letters}."
    check_that(len(letters) != 26 or len(set(letters)) == 26, told, "repeats")
    paired = letters == [ascii_lowercase[number : number + 1] for number in numbers]
    apart = sorted(numbers) == list(range(26)) and sorted(letters) == list(ascii_lowercase) and not paired
    check_that(not apart, f"Letters came with the numbers of others: {numbers} and {letters}.", "pairs_broken")
    equal(sorted(letters), list(ascii_lowercase), "the sorted list of all letters that came")
    equal(sorted(numbers), list(range(26)), "the sorted list of all numbers that came")
    wanted = [size] * (26 // size) + [26 % size] * (26 % size > 0)
    equal([len(part[0]) for part in found], wanted, f"the list of the batches' lengths, for batches of {size},")


@pytest.mark.parametrize(("size", "more"), [(4, {}), (13, {"seed": 5}), (1, {"shuffle": False}), (30, {})])
def test_goes_from_a_to_z(submission, size, more):
    """Without shuffling, the letters come from a to z, each with its number, and the last batch holds the rest."""
    found = parts(submission.alphabet_batches(size, **more))
    letters = "".join(letter for part in found for letter in part[1])
    shuffled = sorted(letters) == list(ascii_lowercase) != list(letters)
    check_that(not shuffled, f"The letters came as {letters}, but without `shuffle` they go from a to z.", "shuffled")
    places = range(0, 26, size)
    equal(len(found), len(places), f"the number of batches of {size}")
    for place, start in enumerate(places):
        numbers, wanted = list(range(26))[start : start + size], list(ascii_lowercase[start : start + size])
        equal(found[place], (numbers, wanted), f"batch {place}, as a pair of lists,")


@pytest.mark.parametrize("size", [5, 1, 26, 40])
def test_shuffled_holds_every_letter_once(submission, draw, size):
    """Shuffled, all 26 letters come once, each with its own number."""
    is_whole(parts(submission.alphabet_batches(size, True, draw.integer(0, 10_000))), size)


def test_shuffles(submission, draw):
    """With `shuffle=True` they do not come from a to z, whatever the seed."""
    for more in ({}, {"seed": 0}, {"seed": draw.integer(1, 10_000)}):
        came = order(submission.alphabet_batches(4, shuffle=True, **more))
        check_that(came != ascii_lowercase, "With `shuffle=True` the letters came from a to z.", "not_shuffled")


def test_a_seed_fixes_the_order(submission, draw):
    """The same seed gives the same order in every call; the seed is 0 if none is given."""
    number = draw.integer(1, 10_000)
    first = {seed: order(submission.alphabet_batches(3, True, seed)) for seed in (0, number)}
    for seed, wanted in first.items():
        again = order(submission.alphabet_batches(3, shuffle=True, seed=seed))
        check_that(again == wanted, f"With `seed={seed}` a second call gave another order.", "not_repeatable")
    given = order(submission.alphabet_batches(batch_size=3, shuffle=True))
    check_that(given == first[0], "Without a seed the order is not that of `seed=0`.")


def test_another_seed_gives_another_order(submission, draw):
    """Different seeds give different orders."""
    some = draw.integer(1, 10_000)
    orders = {order(submission.alphabet_batches(6, True, seed)) for seed in (0, 1, some + 1, some + 2)}
    wanted = len({0, 1, some + 1, some + 2})
    check_that(len(orders) == wanted, "Calls with different seeds gave the same order.", "seed_ignored")
