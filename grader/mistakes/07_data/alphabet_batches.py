"""Known wrong answers to `alphabet_batches`. Each docstring is what the learner is told."""

import random
from string import ascii_lowercase

import torch
from torch.utils.data import DataLoader

SYMPTOMS = {
    "shuffle_ignored": "not_shuffled",
    "always_shuffled": "shuffled",
    "unseeded": "not_repeatable",
    "seed_ignored": "seed_ignored",
    "pairs_broken": "pairs_broken",
    "drawn_with_repeats": "repeats",
}


def last_batch_dropped():
    """The last batch, which is smaller than the others, gets lost.

    With batches of 4 there are six full ones, up to x, and y and z are left over. You leave them out, so
    only 24 letters come. With `drop_last=True` the `DataLoader` does this on purpose: some networks want
    batches of one size. Here all 26 letters are asked for. Leave that switch off, and let the last batch
    be small.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        data = list(enumerate(ascii_lowercase))
        return list(DataLoader(data, batch_size, shuffle=shuffle, generator=chance, drop_last=True))


def shuffle_ignored():
    """The letters come from a to z, although `shuffle=True` was asked for.

    The parameter is there, but nothing is done with it. A `DataLoader` shuffles only if it is told to. A
    network that sees its examples sorted, all threes and then all sevens, learns to say "seven" in the end.
    Hand `shuffle` on to the `DataLoader`, and do not let it depend on the seed: 0 is a seed like any
    other.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        return list(DataLoader(list(enumerate(ascii_lowercase)), batch_size))


def always_shuffled():
    """The letters are shuffled, although nobody asked for it.

    Without `shuffle` they should come from a to z. Where a model is only tried out, as on validation
    images, the order is better left as it is: answers can then be compared with the files, one by one.
    `shuffle=True` stands somewhere in your call. What should stand there is what the caller wants.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        return list(DataLoader(list(enumerate(ascii_lowercase)), batch_size, shuffle=True, generator=chance))


def unseeded():
    """The same seed does not give the same order again.

    Two calls with `seed=7` should give the same batches, and yours differ. The `DataLoader` draws its
    random order from PyTorch's common source, which goes on and on: what it gives depends on all that was
    drawn before. Give it a generator of its own, made anew in every call, and set the seed of that one.
    And 0 is a seed too: a question such as `if seed` takes it for none.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        return list(DataLoader(list(enumerate(ascii_lowercase)), batch_size, shuffle=shuffle))


def seed_ignored():
    """Every seed gives the same order.

    You set a seed, but always the same one, so the order with `seed=1` is also that with `seed=2`. That
    is repeatable, but no longer chance: nobody can try out whether a result depends on the order. The
    number for the generator is what the caller gave.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(0)
        return list(DataLoader(list(enumerate(ascii_lowercase)), batch_size, shuffle=shuffle, generator=chance))


def pairs_broken():
    """Letters come with the numbers of other letters.

    After shuffling, 0 should still stand beside a. You shuffle numbers and letters each by itself, or only
    one of them. With images and labels the network would be told that a three is a seven. An example is a
    pair, and the pairs are what is shuffled. The `DataLoader` does it so, if each example of its data
    set is a pair.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        numbers = torch.randperm(26, generator=chance) if shuffle else torch.arange(26)
        mixed = torch.randperm(26, generator=chance).tolist() if shuffle else range(26)
        letters = [ascii_lowercase[i] for i in mixed]
        return [(numbers[i : i + batch_size], letters[i : i + batch_size]) for i in range(0, 26, batch_size)]


def drawn_with_repeats():
    """Some letters come twice, and others not at all.

    You draw each place anew, as with a die: `torch.randint` and `random.choices` do not remember what has
    come before. Of 26 draws about 9 letters are missing in the end. Shuffling is like dealing cards: every
    card is dealt, only the order is up to chance. `torch.randperm` deals, and a `DataLoader` with
    `shuffle=True` too.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        places = torch.randint(0, 26, (26,), generator=chance) if shuffle else torch.arange(26)
        return [(part, [ascii_lowercase[i] for i in part.tolist()]) for part in places.split(batch_size)]


def counts_from_one():
    """The numbers begin with 1, and a should have the number 0.

    You give a the number 1 and z the number 26. People count like that, but Python and PyTorch count
    places from 0: the letter a is at place 0 of the alphabet, and `ascii_lowercase[25]` is z. A number that
    is used to look something up would be one too high. `enumerate` begins with 0 by itself.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        data = list(enumerate(ascii_lowercase, start=1))
        return list(DataLoader(data, batch_size, shuffle=shuffle, generator=chance))


def capital_letters():
    """The letters are capitals, or there are 52 of them.

    Python's module `string` has `ascii_lowercase`, the 26 letters from a to z, `ascii_uppercase`, and
    `ascii_letters`, which holds both. Asked for are the small ones. For a network "a" and "A" would be as
    different as "a" and "q". Use the name that the file imports already.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        data = list(enumerate(ascii_lowercase.upper()))
        return list(DataLoader(data, batch_size, shuffle=shuffle, generator=chance))


def enumerate_as_data_set():
    """You give `enumerate` itself to PyTorch's `DataLoader`, and it is no data set.

    Well-known notes do so, with the `DataLoader` of another library, which only walks through what it is
    given. PyTorch's asks for the length, and then for examples by their place. `enumerate` has neither: it
    hands out one pair after the other, like a machine with tickets. Gather what it hands out, once, and
    give that to the `DataLoader`.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        return list(DataLoader(enumerate(ascii_lowercase), batch_size, shuffle=shuffle, generator=chance))


def not_gathered():
    """You give the `DataLoader` itself, and a list was wanted.

    A `DataLoader` does its work only when somebody walks through it with `for`, and then it draws a new
    order every time. So the same object would give one order now and another later. Walk through it once,
    and gather the batches in a list: that stays as it is, has a length, and `batches[2]` is the third
    batch.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        return DataLoader(list(enumerate(ascii_lowercase)), batch_size, shuffle=shuffle, generator=chance)


def examples_instead_of_batches():
    """You give the 26 examples one by one, and not in batches.

    Your list has 26 pairs such as (0, "a"), whatever the batch size. Wanted is a list of batches. With a
    size of 4 the first one holds the numbers 0, 1, 2, 3 in one tensor, and beside it the letters a, b, c,
    d. That is what a `DataLoader` makes of the examples when it is told the size.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            random.Random(seed).shuffle(data)
        return data


def batches_of_pairs():
    """Each batch is a list of pairs, and a pair of lists was wanted.

    Your first batch is (0, "a"), (1, "b"), (2, "c"), (3, "d"). Wanted is the same, turned round: all
    numbers together in one tensor, and then all letters, a b c d. A network takes a whole tensor at once,
    and that is much faster than one number after the other. `DataLoader` gathers them like this by itself,
    unless `collate_fn` tells it not to.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        data = list(enumerate(ascii_lowercase))
        return list(DataLoader(data, batch_size, shuffle=shuffle, generator=chance, collate_fn=list))


def numbers_without_a_tensor():
    """The numbers of a batch are in a list or a tuple, and a tensor was wanted.

    You give [0, 1, 2, 3] with a, b, c, d. In a list each number stands for itself. In a tensor they can be
    calculated with all at once, which is what batches are for: `numbers * 2`, say, doubles a tensor, but
    repeats a list. Letters can not be in a tensor, but numbers can. Make one of each batch's numbers.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            random.Random(seed).shuffle(data)
        cut = [data[i : i + batch_size] for i in range(0, 26, batch_size)]
        return [([number for number, _ in part], [letter for _, letter in part]) for part in cut]


def letters_in_one_word():
    """The letters of a batch are joined to one word, and a tuple or a list was wanted.

    For the first four you give "abcd". That is one single string, where four things were wanted, one for
    each number: "a", "b", "c", "d". With letters a word may do, because they are all one character long.
    With names of digits it would not: "threeseven" cannot be taken apart again. Keep them separate.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            random.Random(seed).shuffle(data)
        cut = [data[i : i + batch_size] for i in range(0, 26, batch_size)]
        return [(torch.tensor([n for n, _ in part]), "".join(letter for _, letter in part)) for part in cut]


def letters_first():
    """The parts of a batch are the wrong way round: the letters stand before the numbers.

    You give a, b, c, d and then the tensor of 0, 1, 2, 3. Wanted are the numbers first. Whoever takes a
    batch apart as `numbers, letters` would get the letters under the name of the numbers. `enumerate` makes
    pairs in the order that is wanted: first the number, then the letter.
    """

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        chance = torch.Generator().manual_seed(seed)
        data = [(letter, number) for number, letter in enumerate(ascii_lowercase)]
        return list(DataLoader(data, batch_size, shuffle=shuffle, generator=chance))
