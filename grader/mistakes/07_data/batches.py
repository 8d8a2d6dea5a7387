"""Known wrong answers to `Batches`. Each docstring is what the learner is told."""

import random

import torch

SYMPTOMS = {
    "same_order_each_epoch": "same_order",
    "shuffled_at_the_end": "same_order_after_break",
    "shuffled_apart": "pairs_broken",
    "shuffle_ignored": "not_shuffled",
    "always_shuffled": "shuffled",
    "generator_ignored": "not_repeatable",
    "seed_fixed": "seed_ignored",
    "drawn_with_repeats": "repeats",
    "whole_batches_shuffled": "blocks",
    "shuffled_within_batches": "within_batches",
    "shuffles_the_data_itself": "data_changed",
}


def iterates_once():
    """Your batches can be gone through only once.

    The first epoch is fine, and the second one is empty: no error, and no batches. An iterator or a
    generator that is made in `__init__` is used up after one loop, like a book whose pages fall out as
    you read. `for` calls `__iter__` at the start of each loop. Whatever has to begin afresh belongs in
    there.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator
            self.batches = self._batches()

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def _batches(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])

        def __iter__(self):
            return self.batches


def goes_on_after_break():
    """After a loop that was left with `break`, the next loop goes on where that one stopped.

    The place in the data is kept on the object, and only set back when an epoch is finished. So after
    `break` at batch 2 the next "epoch" starts at batch 3 and is too short. Each loop should be a whole
    epoch, whatever happened to the one before. Let `__iter__` set everything back, or keep the place in
    a name of its own.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator
            self.place = 0

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            while self.place < len(self):
                i = self.place
                self.place += 1
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])
            self.place = 0


def same_order_each_epoch():
    """Every epoch has the same order.

    The order is drawn once, when the object is made, or the random numbers start anew with each loop.
    Then the same examples share a batch every time, and the network can get used to their company.
    "Shuffle" means shuffling the cards before each game, and not only when the deck is bought. Draw the
    order at the start of each loop.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator
            n = len(dataset)
            self.order = torch.randperm(n, generator=generator).tolist() if shuffle else list(range(n))

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in self.order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def shuffled_at_the_end():
    """The next order is drawn at the end of an epoch, and a loop that is left with `break` never gets there.

    After a whole epoch the order is a new one. After `break` it is the old one again: whoever looks at
    the first batch a few times, as one does to try things out, sees the same examples again and again.
    The end of a loop may never come, but the start always does. Draw the new order there.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator
            self.order = self._order()

        def _order(self):
            n = len(self.dataset)
            return torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in self.order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])
            self.order = self._order()


def length_in_examples():
    """`len` gives the number of examples, not of batches.

    With 7 examples and batches of 3 there are 3 batches: 3, 3 and 1. So `len` should be 3, and you give
    7. Progress bars and averages over an epoch divide by it. The data set knows how many examples it
    has; this class counts what it hands out. Divide, and think about which way to round.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            return len(self.dataset)

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(self._count()):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])

        def _count(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1


def length_rounded_down():
    """`len` forgets the small last batch, which the loop does give.

    With 7 examples and batches of 3 the loop gives 3 batches: 3, 3 and 1. But 7 // 3 is 2, because `//`
    rounds down. That is right only if `drop_last` leaves the small one out. Otherwise the number has to
    be rounded up. What `len` says and what the loop gives should always agree.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            return len(self.dataset) // self.batch_size

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(self._count()):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])

        def _count(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1


def length_rounded_up():
    """`len` counts a last batch that is not there.

    With 6 examples and batches of 3 there are exactly 2 batches. Always adding 1 gives 3. And with
    `drop_last` the small last batch is left out, so that it must not be counted either. Ask whether
    there is a remainder: only then, and only without `drop_last`, is there one more batch than full
    ones.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            return len(self.dataset) // self.batch_size + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(self._count()):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])

        def _count(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1


def last_batch_lost():
    """The small last batch is always left out.

    With 7 examples and batches of 3 you give two batches, and one example is never seen. It should be
    left out only if `drop_last` asks for it. Otherwise a part of the data is lost in each epoch, and
    without shuffling it is always the same part. A slice that reaches beyond the end of a list is
    harmless in Python: it is just shorter.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            return len(self.dataset) // self.batch_size

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def drop_last_ignored():
    """`drop_last` makes no difference.

    With 7 examples, batches of 3 and `drop_last=True`, the last batch holds a single example and should
    be left out: two batches, and `len` says 2. Some layers need batches of a fixed size, or more than
    one example. That is what the switch is for. Look at where you use it: is it stored, and asked in
    both `__len__` and `__iter__`?
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def full_last_batch_dropped():
    """With `drop_last` you leave out the last batch even when it is full.

    With 6 examples and batches of 3 there are two full batches, and nothing is left over, so nothing
    should be dropped. You give only one batch. `drop_last` is about a last batch that is *smaller* than
    the others. Ask whether there is a remainder before you leave anything out.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full + (rest > 0) - self.drop_last

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def shuffled_apart():
    """Inputs and targets are shuffled apart, so that they do not belong together any more.

    Two orders are drawn, one for the inputs and one for the targets. The image of a three then comes
    with the target of some other image, and there is nothing left to be learnt. The loss stays high,
    and no error says why. Draw one order of positions, and fetch each example, input and target
    together, by its position.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            first = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            second = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                part = slice(i * self.batch_size, (i + 1) * self.batch_size)
                xs, ys = [self.dataset[j][0] for j in first[part]], [self.dataset[j][1] for j in second[part]]
                yield torch.stack(xs), torch.stack(ys)


def shuffle_ignored():
    """`shuffle=True` makes no difference: the examples come in the order of the data set.

    Files often come sorted. If all zeros come first, the network sees nothing but zeros for a while,
    learns to say "zero", and then the ones begin. Mixing them keeps every batch a fair sample. Where
    shuffling is asked for, draw a random order of the positions 0 to n - 1 at the start of each loop.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def always_shuffled():
    """You shuffle even where `shuffle` is False.

    Without shuffling the examples should come in the order of the data set: example 0 first. That is
    what one wants for measuring and for looking at results, where answer 7 must belong to image 7. Ask
    the switch before you draw an order, and use the positions as they are if it is off.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist()
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def generator_ignored():
    """The order does not come from the generator that was given.

    A generator with a seed is there to make chance repeatable: two objects with the same seed should
    give the same orders, so that an experiment can be run again. Yours draws from PyTorch's common
    source of chance, or from Python's, and each run differs. Keep the generator, and hand it to the
    function that draws the order.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def seed_fixed():
    """The seed is fixed in your code, so the generator that is given makes no difference.

    Two objects with different seeds give the very same orders. It looks repeatable, but whoever wants
    to see whether a result was luck tries several seeds, and would get the same run each time. Do not
    make a generator of your own when one is given. Keep that one, and hand it to the function that
    draws the order.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last = shuffle, drop_last
            self.generator = torch.Generator().manual_seed(42)

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def drawn_with_repeats():
    """Examples are drawn with repeats, so some come twice and others never.

    An epoch is one pass through *all* examples, each exactly once, in random order. `randint` and
    `random.choices` draw like dice: each throw forgets the one before, and about a third of the
    examples is missed in each epoch. What you need is like shuffling cards: all positions from 0 to n -
    1, each one once, mixed.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            drawn = torch.randint(0, n, (n,), generator=self.generator).tolist()
            order = drawn if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def whole_batches_shuffled():
    """You shuffle the batches, but each batch always holds the same neighbours.

    Cutting first and shuffling afterwards mixes the order of the batches and not the examples. In a
    sorted file each batch would still be all zeros or all ones. Shuffle the positions of the single
    examples first, and cut the mixed list into batches then. Then every batch is a mixture of the
    whole.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n, count = len(self.dataset), len(self)
            mixed = torch.randperm(count, generator=self.generator).tolist()
            order = mixed if self.shuffle else list(range(count))
            for i in order:
                pairs = [self.dataset[j] for j in range(n)[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def shuffled_within_batches():
    """You shuffle inside each batch, but the same examples always share it.

    Cutting the list into batches first and mixing each piece afterwards gives [2 0 1] [5 3 4]: the first three examples
    are still together, and still come first. In a sorted file every batch would still be all zeros or all ones. Mix the
    positions of all examples first, and cut the mixed list into batches then.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            for i in range(len(self)):
                part = list(range(n))[i * self.batch_size : (i + 1) * self.batch_size]
                if self.shuffle:
                    part = [part[j] for j in torch.randperm(len(part), generator=self.generator).tolist()]
                pairs = [self.dataset[j] for j in part]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def not_stacked():
    """A batch holds lists of tensors, not one tensor of inputs and one of targets.

    A model takes one tensor of shape (batch, ...), and works on all examples of it at once. A list of 3
    tensors of shape (4,) is something else: nothing can be multiplied with it. There is a PyTorch
    function that lays tensors of one shape on top of each other, along a new first axis: the lesson
    shows it.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield [x for x, _ in pairs], [y for _, y in pairs]


def concatenated():
    """You join the examples end to end, where they should be stacked.

    3 inputs of shape (4,) joined end to end give 12 numbers in one row, and nobody can see where one
    example ends. Stacked they give a table of shape (3, 4): a new first axis counts the examples. `cat`
    joins along an axis that is there already, and tensors of shape () have none. Look for the function
    that makes a new one.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.cat([x for x, _ in pairs]), torch.cat([y for _, y in pairs])


def targets_first():
    """The two halves of a batch are swapped: the targets come first.

    The data set gives (input, target), and a batch should keep that order: (xb, yb). A training loop
    unpacks it as `for xb, yb in batches` and sends the first to the model. With the halves swapped the
    model would be asked to predict the image from the label. Put the inputs first.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([y for _, y in pairs]), torch.stack([x for x, _ in pairs])


def batch_size_not_refused():
    """A batch size below 1 is not refused with a `ValueError`.

    A batch of 0 examples makes no sense, and neither does one of -2. Left alone, 0 leads to a division
    by zero somewhere later, far from the line that caused it, and -2 to an epoch without batches and
    without any error. Look at `batch_size` in `__init__`, first thing, and raise a `ValueError` that
    says what came and what is wanted.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def lists_only():
    """It works for a list of examples, but not for every data set.

    A data set promises two things only: it has a length, and `dataset[i]` gives example i. Slices such
    as `dataset[0:3]`, or a tuple of positions, work for some data sets and not for others, or give
    something else: a `TensorDataset` answers a slice with two whole tensors. Fetch the examples one at
    a time, each by its position.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n = len(self.dataset)
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            mixed = [self.dataset[j] for j in order] if self.shuffle else self.dataset
            for i in range(len(self)):
                pairs = mixed[i * self.batch_size : (i + 1) * self.batch_size]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def shuffles_the_data_itself():
    """You shuffle the data set itself, which belongs to the one who called.

    `random.shuffle` and assignments such as `dataset[i] = ...` change the very list that was handed in. Whoever made it
    still holds it, and finds it in another order afterwards: label 7 no longer belongs to image 7 of the list of file
    names next to it. And many data sets cannot be changed at all. Leave the data where they are. Mix a list of
    positions of your own, and fetch the examples in that order.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last = shuffle, drop_last
            self.random = random.Random(None if generator is None else generator.initial_seed())

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            if self.shuffle:
                self.random.shuffle(self.dataset)
            order = list(range(len(self.dataset)))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                yield torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])


def a_list_to_walk_through():
    """`__iter__` returns a list, and a `for` loop cannot begin.

    Python says "iter() returned non-iterator of type 'list'". A list of 3 batches is what one walks
    through; what `for` asks for is the one who walks, and knows how far he has come. A function with
    `yield` is that by itself: hand out each batch when it is made, where you now add it to the list. If
    you want to keep the list, return `iter(...)` of it.
    """

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            if batch_size < 1:
                raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
            self.dataset, self.batch_size = dataset, batch_size
            self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator

        def __len__(self):
            full, rest = divmod(len(self.dataset), self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1

        def __iter__(self):
            n, batches = len(self.dataset), []
            order = torch.randperm(n, generator=self.generator).tolist() if self.shuffle else list(range(n))
            for i in range(len(self)):
                pairs = [self.dataset[j] for j in order[i * self.batch_size : (i + 1) * self.batch_size]]
                batches.append((torch.stack([x for x, _ in pairs]), torch.stack([y for _, y in pairs])))
            return batches
