"""Answers to alphabet_batches in other styles: right ones, and the known mistakes as somebody else would write them."""

import random
from string import ascii_lowercase, ascii_uppercase

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, RandomSampler


def right_with_the_common_source():
    """PyTorch's common source of chance is seeded; the list is gathered by a comprehension."""

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        loader = DataLoader([*enumerate(ascii_lowercase)], batch_size=batch_size, shuffle=shuffle)
        return [(numbers, letters) for numbers, letters in loader]


def right_with_a_data_set():
    """A data set of its own, and a sampler."""

    class Letters(Dataset):
        def __len__(self):
            return 26

        def __getitem__(self, i):
            return i, chr(ord("a") + i)

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        sampler = RandomSampler(Letters(), generator=torch.Generator().manual_seed(seed)) if shuffle else None
        batches = []
        for batch in DataLoader(Letters(), batch_size, sampler=sampler):
            batches.append(batch)
        return batches


def right_by_hand():
    """No loader: Python's own chance, and slices."""

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        order = list(range(26))
        if shuffle:
            random.Random(seed).shuffle(order)
        batches = []
        while order:
            now, order = order[:batch_size], order[batch_size:]
            batches.append((torch.tensor(now), [ascii_lowercase[i] for i in now]))
        return batches


def right_with_numpy_and_collate():
    """NumPy shuffles, and the loader gathers by a function of its own, with small whole numbers."""

    def alphabet_batches(batch_size, shuffle=False, seed=0):
        pairs = list(enumerate(ascii_lowercase))
        if shuffle:
            pairs = [pairs[i] for i in np.random.default_rng(seed).permutation(26)]

        def gather(examples):
            numbers, letters = zip(*examples)
            return [torch.tensor(numbers, dtype=torch.int32), list(letters)]

        return list(DataLoader(pairs, batch_size, collate_fn=gather))


def last_batch_dropped():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            random.Random(seed).shuffle(data)
        batches = []
        for k in range(len(data) // batch_size):
            part = data[k * batch_size : (k + 1) * batch_size]
            batches.append([torch.tensor([n for n, _ in part]), tuple(letter for _, letter in part)])
        return batches


def shuffle_ignored():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle and seed:
            random.Random(seed).shuffle(data)
        return list(DataLoader(data, batch_size))


def always_shuffled():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        random.Random(seed).shuffle(data)
        return list(DataLoader(data, batch_size))


def unseeded():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if seed:
            random.seed(seed)
        if shuffle:
            random.shuffle(data)
        return list(DataLoader(data, batch_size))


def seed_ignored():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(42)
        return list(DataLoader(list(enumerate(ascii_lowercase)), batch_size, shuffle))


def pairs_broken():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        letters = list(ascii_lowercase)
        if shuffle:
            random.Random(seed).shuffle(letters)
        return list(DataLoader(list(enumerate(letters)), batch_size))


def drawn_with_repeats():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            data = random.Random(seed).choices(data, k=26)
        return list(DataLoader(data, batch_size))


def counts_from_one():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = [(ord(letter) - 96, letter) for letter in ascii_lowercase]
        if shuffle:
            random.Random(seed).shuffle(data)
        return list(DataLoader(data, batch_size))


def capital_letters():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        return list(DataLoader(list(enumerate(ascii_uppercase)), batch_size=batch_size, shuffle=shuffle))


def enumerate_as_data_set():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        letters = enumerate(list(ascii_lowercase))
        loader = DataLoader(letters, batch_size=batch_size, shuffle=shuffle)
        return [(numbers, names) for numbers, names in loader]


def not_gathered():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        return iter(DataLoader(list(enumerate(ascii_lowercase)), batch_size=batch_size, shuffle=shuffle))


def examples_instead_of_batches():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        order = torch.randperm(26).tolist() if shuffle else range(26)
        examples = []
        for number in order:
            examples.append((number, ascii_lowercase[number]))
        return examples


def batches_of_pairs():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        data = list(enumerate(ascii_lowercase))
        if shuffle:
            random.Random(seed).shuffle(data)
        return [data[start : start + batch_size] for start in range(0, len(data), batch_size)]


def numbers_without_a_tensor():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        loader = DataLoader(list(enumerate(ascii_lowercase)), batch_size=batch_size, shuffle=shuffle)
        return [(numbers.tolist(), list(letters)) for numbers, letters in loader]


def letters_in_one_word():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        loader = DataLoader(list(enumerate(ascii_lowercase)), batch_size=batch_size, shuffle=shuffle)
        batches = []
        for numbers, letters in loader:
            word = ""
            for letter in letters:
                word += letter
            batches.append((numbers, word))
        return batches


def letters_first():
    def alphabet_batches(batch_size, shuffle=False, seed=0):
        torch.manual_seed(seed)
        loader = DataLoader(list(enumerate(ascii_lowercase)), batch_size=batch_size, shuffle=shuffle)
        return [[letters, numbers] for numbers, letters in loader]


EQUIVALENT = {
    "alphabet_batches: chance = torch.Generator().manual_seed(seed) => chance = torch.manual_seed(seed)": (
        "the common source of chance may be seeded and used as well"
    ),
}
