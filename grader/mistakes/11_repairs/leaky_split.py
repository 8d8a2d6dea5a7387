"""Known wrong answers to `split`, half repairs among them. Each docstring is what the learner is told.

The rows are chosen at random, so the checks name how an answer fails, and that tells the mistake.
"""

import math

import torch

SYMPTOMS = {
    "two_drawings": "two_permutations",
    "trains_on_everything": "trains_on_all",
    "one_row_on_both_sides": "one_row_twice",
    "one_row_lost": "one_row_lost",
    "drawn_with_replacement": "twice",
    "permuted_apart": "permuted_apart",
    "only_inputs_shuffled": "inputs_shuffled_only",
    "only_targets_shuffled": "targets_shuffled_only",
    "generator_ignored": "generator_ignored",
    "never_shuffled": "never_shuffled",
    "always_the_same": "fixed_seed",
    "only_neighbours": "neighbours",
    "sides_swapped": "sides_swapped",
    "rounded_down": "rounded_down",
    "rounded_up": "rounded_up",
    "a_coin_for_each_row": "coin_for_each_row",
    "cut_from_the_end": "cut_from_the_end",
    "never_empty": "never_empty",
    "in_another_order": "other_order",
}


def two_drawings():
    """Some rows are on both sides, and as many are on neither.

    In the lesson's list 3 and 9 are learnt from and tested on, and 1 and 7 are never used. The sizes are
    right, and each side by itself is a fair choice. But the two sides do not know of each other: what one
    side leaves out is not what the other takes. Ask for each side how its row numbers come about, and
    what would have to be the same in both for every row to be on exactly one.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        train = torch.randperm(len(x), generator=generator)[held_out:]
        valid = torch.randperm(len(x), generator=generator)[:held_out]
        return x[train], y[train], x[valid], y[valid]


def trains_on_everything():
    """The validation rows are chosen well, but they are not taken out of the training rows.

    Of 10 rows, 3 are held out, and all 10 are learnt from. So each of the 3 has been seen before, and a
    model that learns by heart has a validation score of 1.00. "Held out" means that a row is really gone
    from the other side: 7 are left. Take for training what was not taken for validation.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        valid = order[:held_out]
        return x[order], y[order], x[valid], y[valid]


def one_row_on_both_sides():
    """A single row is on both sides, where the two cuts meet.

    A slice leaves out its end: `[0:3]` has the places 0, 1 and 2. If one side ends at place 3 and the
    other begins at 2, then the row at place 2 is on both. One row in ten thousand changes no score that
    you would notice, which is why such a slip lives long. Let one side end with the very number with
    which the other begins.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[max(0, held_out - 1) :], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def one_row_lost():
    """One row is on neither side, where the two cuts should meet.

    A slice begins with the place that its first number names, and leaves out the place of its second.
    After `[:3]` the next row is at place 3, and not at 4. Also a slice up to -1 leaves the last row out.
    Every row was paid for by somebody who labelled it. Let one side begin with the very number with which
    the other ends.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[held_out + 1 :], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def drawn_with_replacement():
    """Rows are drawn as if each one was put back into the bag, so some come twice.

    Draw three times from the numbers 0 to 9 and put each back: 4, 7, 4 can happen. A row that is there
    twice counts double, and others never come. Even if the sides have the right sizes, they hold fewer
    different rows. Shuffling is another thing than drawing: in a shuffled pack every card is there once.
    """

    def split(x, y, share, generator):
        n = len(x)
        held_out = round(share * n)
        order = torch.randint(0, n, (n,), generator=generator)
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def permuted_apart():
    """Inputs and targets are shuffled each in their own way, so that a row gets another row's target.

    Say the rows are pictures of 3, 7 and 7. Shuffled apart, the picture of the 3 may come with the target
    7. Now nothing leaks, and nothing can be learnt either: the score falls to that of a guess. Each input
    has to keep its own target. Draw the order once, and use it for both.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        other = torch.randperm(len(x), generator=generator)
        return x[order[held_out:]], y[other[held_out:]], x[order[:held_out]], y[other[:held_out]]


def only_inputs_shuffled():
    """The inputs are shuffled, and the targets stay in their old order.

    After the shuffle the first input may be row 6, but the first target is still that of row 0. Almost
    every picture has a wrong label now, so there is nothing to learn, though no row is on both sides. A
    row is an input *and* its target, and the two move together. Whatever order you use for `x` is the one
    for `y`.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        x = x[torch.randperm(len(x), generator=generator)]
        return x[held_out:], y[held_out:], x[:held_out], y[:held_out]


def only_targets_shuffled():
    """The targets are shuffled, and the inputs stay in their old order.

    The first input is still row 0, but the first target is that of another row, say of row 6. Almost
    every picture has a wrong label now. What was meant was to mix the rows, and a row is an input *and*
    its target. Whatever order you use for `y` is the one for `x`.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        y = y[torch.randperm(len(y), generator=generator)]
        return x[held_out:], y[held_out:], x[:held_out], y[:held_out]


def generator_ignored():
    """Every row is on one side now, but the generator that was given is not used.

    `torch.randperm(10)` by itself takes its numbers from a generator that the whole program shares. Two
    calls with the same seed then give two different splits: today rows 3, 4 and 9 are held out, tomorrow
    0, 2 and 6, and results of two days cannot be compared. Randomness that can be repeated has to come
    from `generator`. The function that shuffles can be told so.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x))
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def never_shuffled():
    """Nothing leaks any more, but the rows are not shuffled either: always the same end of the data is held out.

    Data often comes sorted. If the first half are threes and the second half sevens, then all validation
    rows may be sevens, while the model has seen hardly any. Its score says nothing then. The overlap came
    from *how* it was shuffled, not from the shuffling. Mix the rows, with the generator, and then cut.
    """

    def split(x, y, share, generator):
        cut = len(x) - round(share * len(x))
        return x[:cut], y[:cut], x[cut:], y[cut:]


def always_the_same():
    """The rows are mixed, but in the same way for every seed.

    A fixed seed inside the function, 0 or 42, makes each call give the same split, whatever generator
    comes in. Somebody who wants to know how much the score depends on luck tries five seeds, and sees
    five times the same number. Whoever calls decides about the luck. Use the generator that was given,
    and no seed of your own.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=torch.Generator().manual_seed(42))
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def only_neighbours():
    """The place of the cut is random, but the rows that are held out are always neighbours.

    Of the rows 0 to 4 your validation rows can be 0 and 1, or 3 and 4, but never 0 and 2. If the data is
    sorted, neighbours are alike: all threes, or all from the same day. The validation side then shows one
    kind only. Each row should have the same chance, whatever its neighbours do. Mix all rows first.
    """

    def split(x, y, share, generator):
        n = len(x)
        held_out = round(share * n)
        start = int(torch.randint(0, n, (1,), generator=generator))
        order = torch.arange(n).roll(-start)
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def sides_swapped():
    """Training and validation have changed places.

    With 10 rows and a share of 0.3 there should be 7 rows to learn from and 3 to test on. You give 3 and
    7. The share says how much goes to *validation*, and the training side comes first: x_train, y_train,
    x_valid, y_valid. No row leaks now, but the model learns from too little. Change the places back.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[:held_out], order[held_out:]
        return x[train], y[train], x[valid], y[valid]


def rounded_down():
    """The number of validation rows is cut down to a whole number, and not rounded.

    A share of 0.3 of 9 rows is 2.7. The nearest whole number is 3, and `int(2.7)` is 2. Even a share that
    looks exact can fall short: 0.58 * 50 is 28.999999999999996 in a computer, and `int` makes 28 of it.
    The program as it came rounded. Keep that line.
    """

    def split(x, y, share, generator):
        held_out = int(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def rounded_up():
    """The number of validation rows is always rounded up, and not to the nearest whole number.

    A share of 0.3 of 11 rows is 3.3. The nearest whole number is 3, and you hold out 4. If it is the
    training side that you round down, the effect is the same. The program as it came rounded to the
    nearest. Keep that line.
    """

    def split(x, y, share, generator):
        held_out = math.ceil(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def a_coin_for_each_row():
    """For each row a coin decides on which side it goes, so the sides have other sizes every time.

    With 10 rows and a share of 0.3, three rows are held out on average, but it may be one or six. Nothing
    leaks, and inputs keep their targets. But the contract asks for the share of the rows, rounded, and
    that is exactly 3. Mixing all rows and then counting some off gives random rows *and* a fixed number.
    """

    def split(x, y, share, generator):
        held = torch.rand(len(x), generator=generator) < share
        return x[~held], y[~held], x[held], y[held]


def cut_from_the_end():
    """If no row is to be held out, all of them are.

    Counting from the end works for 3: `order[-3:]` are the last three, and `order[:-3]` are the others.
    But -0 is 0, so `order[-0:]` is everything, and `order[:-0]` is nothing. A share of 0.05 of 8 rows is
    0.4, rounded 0, and then the training side is empty. Count from the beginning. There a 0 means what it
    says.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[:-held_out], order[-held_out:]
        return x[train], y[train], x[valid], y[valid]


def never_empty():
    """Neither side may be empty, you decided, and so a row is moved that should stay.

    A share of 0.05 of 8 rows is 0.4, which rounds to 0: no row is held out. You hold out one all the
    same. An empty side is rarely useful, but it is what was asked for, and whoever asked can see it at
    once. One row more than was asked for is not seen by anybody. The contract only says that the number
    is rounded, so leave the number as it is.
    """

    def split(x, y, share, generator):
        held_out = min(max(round(share * len(x)), 1), len(x) - 1)
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[held_out:], order[:held_out]
        return x[train], y[train], x[valid], y[valid]


def in_another_order():
    """The four parts are right, but they come back in another order.

    The contract says x_train, y_train, x_valid, y_valid: each input next to its target. Other libraries
    give both inputs first, and whoever writes `x_train, y_train, x_valid, y_valid = split(...)` then has
    validation inputs under the name of training targets. Python cannot notice that. Put the four into the
    order of the contract.
    """

    def split(x, y, share, generator):
        held_out = round(share * len(x))
        order = torch.randperm(len(x), generator=generator)
        train, valid = order[held_out:], order[:held_out]
        return x[train], x[valid], y[train], y[valid]
