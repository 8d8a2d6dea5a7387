"""Known wrong answers to `PairDataset`. Each docstring is what the learner is told."""

from torch.utils.data import Dataset


def not_a_dataset():
    """Your class is not built upon PyTorch's `Dataset`.

    It has a length and places, so much of PyTorch would take it. But whoever asks `isinstance(data,
    Dataset)` gets False, and what `Dataset` itself brings along, such as `first + second` for two data
    sets in a row, is missing. A class says what it is built upon in its first line, in brackets after
    its name. Leave that line as it came.
    """

    class PairDataset:
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def length_of_the_wrong_axis():
    """The length is that of another axis: it counts the pixels of a row, and not the examples.

    For inputs of shape (5, 3) there are 5 examples with 3 numbers each, and you answer 3. The last two
    examples are then never seen. For (2, 7) you answer 7, and who asks for place 6 gets an error. The
    examples always lie along the first axis, number 0. It is the one that `len` of a tensor counts.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return self.x.shape[-1]

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def length_in_numbers():
    """The length counts all numbers, and not the examples.

    `numel()` of a tensor of shape (5, 3) is 15. But a row of three numbers is one input, so there are 5
    examples. With 60,000 images of 784 pixels you would promise 47 million. Count the rows only: they lie
    along the first axis of the shape.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return self.x.numel()

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def length_of_input_and_target():
    """The length is that of a pair, or counts inputs and targets together.

    With 5 inputs and 5 targets you answer 10. But an input and its target are one example, so there are
    5. Places 5 to 9, which your length promises, do not exist. Count the inputs, or the targets: they are
    as many, for you have checked that when the data set was made.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x) + len(self.y)

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def swapped():
    """The pairs are the wrong way round: the target stands before its input.

    For the input 3.0 with the target 1 you give (1, 3.0), and (3.0, 1) was wanted. Every training loop
    of this course takes a pair apart as `xb, yb`, so the network would be shown the label, and asked to
    guess the image. Give the input first.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.y[i], self.x[i]


def input_alone():
    """You give only the input, without its target.

    `data[1]` should be a pair: the second input together with the second target. From the input alone
    nothing can be learnt, for nobody says what the right answer would have been. Both are kept since the
    data set was made, at the same place. Give back the two, in a tuple.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i]


def keeps_an_axis():
    """You cut out a slice, so that each example still has the axis that counts examples.

    For inputs of shape (4, 3, 2) one example should have shape (3, 2), and yours has (1, 3, 2). A slice
    such as `x[1:2]` gives a stack that holds one thing; a single place gives the thing itself. There is a
    second trap in it: a slice beyond the end is no error but just empty, so a `for` loop over your data
    set never ends. Ask for the place alone.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i : i + 1], self.y[i : i + 1]


def target_as_a_number():
    """The target is turned from a tensor into a plain Python number.

    For the targets `tensor([1, 0])` the first pair should end with `tensor(1)`, and yours ends with 1. A
    single number out of a tensor is still a tensor, of shape (), and batches are made by stacking
    tensors. A plain number has forgotten its type. Leave `.item()`, `int()` or `tolist()` out.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i].tolist()


def all_as_floats():
    """Inputs or targets come back with another type of numbers than they went in.

    Pixels of type uint8 and labels of type int64 come back as float32. A data set should hand out what it
    was given, and leave it to others what they make of it. A label that has become 3.0 can no longer be
    used to count, or to look something up. Keep both tensors as they are.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x.float(), y.float()

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def any_negative_place():
    """You refuse places beyond the last one, but not those before the first.

    With 4 examples the place -4 is the first one, and -5 does not exist. You add the length once, or take
    the remainder, and answer all the same. So a wrong place, which should be noticed, gives some example
    or other. There are two ends: places run from -n to n - 1. Leave it to the tensors, which know both.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            if i >= len(self.x):
                raise IndexError(f"there is no place {i}")
            return self.x[i % len(self.x)], self.y[i % len(self.x)]


def never_ends():
    """Places beyond the end are answered too, so a `for` loop never ends.

    With 4 examples you answer to place 4 with the first one again, as a clock goes on after twelve. A
    `for` loop does not look at the length. It asks for place 0, 1, 2, 3, 4 and so on, and ends when an
    IndexError comes. Yours would run for ever. Leave the remainder (`%`) out: a tensor counts from the
    end by itself, and raises the IndexError too.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i % len(self.x)], self.y[i % len(self.x)]


def nothing_beyond_the_end():
    """Beyond the last place you give `None`, where an IndexError was wanted.

    With 4 examples you answer to place 4, 5 and 6 with `None`. A `for` loop takes that for an example
    and goes on, for ever: only an IndexError tells it that the end is reached. `None` says "here is
    nothing", an exception says "there is no such place". Raise it, or let the tensor do so.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            if not -len(self.x) <= i < len(self.x):
                return None
            return self.x[i], self.y[i]


def wrong_exception():
    """Places beyond the end are refused, but not with an IndexError.

    You raise a ValueError. A person who reads it understands. But Python's `for` loop waits for one
    exception only, the IndexError: with any other it stops with an error after the last example. So a
    loop over 4 examples would crash at place 4. Raise an IndexError, or leave it to the tensor, which
    does it by itself.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            if not -len(self.x) <= i < len(self.x):
                raise ValueError(f"there is no place {i}")
            return self.x[i], self.y[i]


def refuses_negative_places():
    """You refuse negative places, but they count from the end.

    With 4 examples `data[-1]` is the last one, the same as `data[3]`, and `data[-4]` is the first.
    Everything in Python that has places keeps to that. Only below -4 there is nothing, and then an
    IndexError is right. Tensors do all of it by themselves, so the simplest check is none at all.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            if not 0 <= i < len(self.x):
                raise IndexError(f"there is no place {i}")
            return self.x[i], self.y[i]


def shared_by_all():
    """All your data sets share one memory: the newest one replaces what the others hold.

    What is written as `PairDataset.x = x`, or into a list that stands in the class itself, belongs to
    the class, and there is only one class. Make a training set and a validation set, and both hold the
    validation images. What belongs to one object is kept on it, by `self.`.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) != len(y):
                raise ValueError(f"{len(x)} inputs and {len(y)} targets")
            PairDataset.x, PairDataset.y = x, y

        def __len__(self):
            return len(PairDataset.x)

        def __getitem__(self, i):
            return PairDataset.x[i], PairDataset.y[i]


def no_refusal():
    """Inputs and targets of different lengths are accepted.

    With 4 inputs and 3 targets all goes well until somebody asks for place 3, perhaps after an hour of
    training. With 3 inputs and 4 targets nobody notices at all, and every input may have its neighbour's
    target. The right moment to find out is when the data set is made. Compare the two lengths in
    `__init__`, and raise a ValueError that names both.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def refuses_in_one_direction():
    """You notice too few targets, but not too many.

    4 inputs with 3 targets are refused, as they should be. 3 inputs with 4 targets are accepted, and the
    fourth target is never used. Which of the four is the one too many? Nobody knows, so every pair is in
    doubt. Ask whether the lengths differ, not which of the two is larger.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if len(x) > len(y):
                raise ValueError(f"{len(x)} inputs, but only {len(y)} targets")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i]


def compares_shapes():
    """You compare whole shapes, and refuse inputs and targets that fit.

    Inputs of shape (4, 3, 2) and targets of shape (4,) belong together: four of each. An image hardly
    ever has the shape of its label. Only the number of examples has to be equal, and that is the first
    axis alone. `len` of a tensor counts it.
    """

    class PairDataset(Dataset):
        def __init__(self, x, y):
            if x.shape != y.shape:
                raise ValueError(f"inputs of shape {tuple(x.shape)}, targets of shape {tuple(y.shape)}")
            self.x, self.y = x, y

        def __len__(self):
            return len(self.x)

        def __getitem__(self, i):
            return self.x[i], self.y[i]
