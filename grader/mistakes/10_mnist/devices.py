"""Known wrong answers to `pick_device` and `move`. Each docstring is what the learner is told."""

# ruff: noqa: F821 (what a body does not define comes from the solution)

import collections.abc

import torch
from torch import Tensor

SYMPTOMS = {"auto_is_the_cpu": "auto_is_the_cpu", "strings_iterated": "strings_iterated"}


def cuda_assumed():
    """You take it for granted that there is an Nvidia GPU.

    "auto" gives `cuda`, without a look whether this machine has one. Making a `torch.device("cuda")` is no
    proof: it is only a name. The error comes later, when the first tensor should go there, and to somebody
    else, whose laptop has no such GPU. Ask PyTorch first: `torch.cuda.is_available()` says True or False.
    """

    def pick_device(wanted="auto"):
        present = ["cuda", *(name for name in _present() if name != "cuda")]
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def auto_is_the_cpu():
    """For "auto" nothing but the CPU is ever picked, whatever the machine has.

    On a machine without a GPU that is right, but only by luck. On a machine with one, "auto" should take it:
    a large network trains there twenty times as fast. The word means "the best that is present", and to know
    what is present PyTorch has to be asked. `torch.cuda.is_available()` tells of one kind, and there is the
    same for `mps`.
    """

    def pick_device(wanted="auto"):
        present = _present()
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device("cpu" if wanted == "auto" else wanted)


def mps_before_cuda():
    """The order is wrong: `mps` is looked for before `cuda`.

    Both are GPUs, and where both are present `cuda` should win: cuda before mps before cpu. The order in
    which you ask is the order of preference. The last one of your questions should be about `mps`, and if
    the answer is no again, the CPU is left.
    """

    def pick_device(wanted="auto"):
        present = sorted(_present(), key=["mps", "cuda", "cpu"].index)
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def mps_forgotten():
    """You know `cuda` and `cpu`, but not `mps`, Apple's GPU.

    On a Mac with one, "auto" gives the CPU, which is much slower, and "mps" is refused although it is
    there. `torch.cuda.is_available()` is about Nvidia's GPUs only. For Apple's the same question is found
    in `torch.backends.mps`. Ask both.
    """

    def pick_device(wanted="auto"):
        present = ["cuda", "cpu"] if torch.cuda.is_available() else ["cpu"]
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def built_is_not_present():
    """You ask whether PyTorch was built for a GPU, and not whether there is one.

    `is_built()` and `torch.version.cuda` tell how the program was made: whether it could use a GPU if it
    met one. The usual PyTorch from the internet was built for `cuda`, and runs on laptops without any GPU
    all the same. There your "auto" gives a device that does not exist. What you want to know is
    `is_available()`.
    """

    def pick_device(wanted="auto"):
        found = {"cuda": torch.backends.cuda.is_built(), "mps": torch.backends.mps.is_built(), "cpu": True}
        present = [name for name in found if found[name]]
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def absent_accepted():
    """A device is given to whoever asks for it, though it is not there.

    On a machine without a GPU `pick_device("cuda")` gives a `torch.device`. PyTorch does not complain: a
    device is only a name, and names can be made for anything. The error comes later, far from here, when the
    first tensor should go there. Compare the name with those that are present, and raise a ValueError that
    lists them.
    """

    def pick_device(wanted="auto"):
        if wanted not in ("auto", "cuda", "mps", "cpu"):
            raise ValueError(f"{wanted!r}; there are {_present()}")
        return torch.device(_present()[0] if wanted == "auto" else wanted)


def quietly_the_cpu():
    """If a device is absent you take another one, and do not say so.

    Somebody asks for "cuda", gets the CPU, and wonders after a day why the training is so slow. "auto" is
    for those who do not mind. Who names a device means it. So a name that is absent, or that nobody knows,
    such as "gpu", is refused with a ValueError which says what is there instead.
    """

    def pick_device(wanted="auto"):
        present = _present()
        return torch.device(wanted if wanted in present else present[0])


def left_to_pytorch():
    """Unknown words are refused by PyTorch, with a RuntimeError, and a ValueError was wanted.

    For "gpu", `torch.device` lists twenty kinds of device that hardly anybody has heard of. And words like
    "meta" or "xpu" it accepts, because such kinds exist. Only four words are right here: "auto", "cuda",
    "mps" and "cpu". Compare with them yourself, before a device is made, and raise a ValueError that says
    what is present on this machine.
    """

    def pick_device(wanted="auto"):
        present = _present()
        if wanted in ("cuda", "mps") and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def numbered_accepted():
    """Names with a number, such as "cpu:0", are accepted, and they should be refused.

    You look at the kind of the device only, the part before the colon. So "cuda:7" passes on a machine with
    one GPU, which is number 0. To find out whether number 7 exists more would have to be asked. This
    function does not go into that: it knows four words, and every other one is refused. Compare the whole
    word.
    """

    def pick_device(wanted="auto"):
        present = _present()
        if wanted != "auto" and wanted.split(":")[0] not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(present[0] if wanted == "auto" else wanted)


def only_a_word():
    """You give the name of the device, a string, and a `torch.device` was wanted.

    "cpu" and `torch.device("cpu")` look alike, and much of PyTorch takes either. But a device can be asked:
    it has a `type` and an `index`, and can be compared with the device of a tensor. A string can't. Make a
    device of the name in the last step.
    """

    def pick_device(wanted="auto"):
        present = _present()
        if wanted != "auto" and wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return present[0] if wanted == "auto" else wanted


def auto_unknown():
    """The word "auto" is refused, or only works if it is left out.

    "auto" is the word for "the best one that is present", and it is what is meant if no word is given. Your
    list of words that are right does not hold it. So `pick_device("auto")`, which a program may well call
    with what stands in its settings, ends in an error. Treat it first, and then look at the names.
    """

    def pick_device(wanted="auto"):
        present = _present()
        if wanted not in present:
            raise ValueError(f"{wanted!r}; there are {present}")
        return torch.device(wanted)


def only_flat():
    """Tensors are only moved where they lie on the surface of the batch.

    A pair of tensors works. But in [(image, label), (image, label)] the elements of the list are tuples, not
    tensors, and you leave them as they are. The next calculation then finds one tensor here and another
    there, and fails. Each element may be a batch itself. So let the function call itself for each of them;
    it need not know how deep the nest is.
    """

    def move(batch, device):
        def one(value):
            return value.to(device) if isinstance(value, Tensor) else value

        if isinstance(batch, dict):
            return {key: one(value) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [one(value) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return one(batch)


def tuple_becomes_a_list():
    """Tuples come back as lists.

    For (image, label) you give [image, label]. Both can be taken apart, so it goes well for a while. But a
    tuple can be a key of a dict, and a list cannot; they are never equal; and some of PyTorch's functions
    take a tuple only. The build should be the same as before. Make a tuple where a tuple came, and a list
    where a list came.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, tuple) and hasattr(batch, "_fields"):
            return type(batch)(*[move(value, device) for value in batch])
        if isinstance(batch, list | tuple):
            return [move(value, device) for value in batch]
        return batch


def list_becomes_a_tuple():
    """Lists come back as tuples.

    For [image, label] you give (image, label). Whoever wants to append something to the batch afterwards
    gets an error, because a tuple cannot be changed. The build should be the same as before: a list where a
    list came, a tuple where a tuple came. `type(batch)` tells which of them it was.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, tuple) and hasattr(batch, "_fields"):
            return type(batch)(*[move(value, device) for value in batch])
        if isinstance(batch, list | tuple):
            return tuple(move(value, device) for value in batch)
        return batch


def named_tuple_loses_its_names():
    """A named tuple comes back as a plain one.

    From `Example(image=..., label=...)` you make `(..., ...)`. It is a tuple still, but `batch.image`, for
    which names are given, is an error now. A named tuple is a tuple, so `isinstance(batch, tuple)` is True
    for it, and it needs a case of its own before that. It can be told by its `_fields`, and `type(batch)` is
    the class to make a new one.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, tuple):
            return tuple(move(value, device) for value in batch)
        if isinstance(batch, list):
            return [move(value, device) for value in batch]
        return batch


def named_tuple_breaks():
    """A named tuple ends in an error: its class got one list, and wants its values one by one.

    `tuple([1, 2])` makes (1, 2), but `Example([1, 2])` puts the whole list into the first place, and misses
    the second: "missing 1 required positional argument". A class of named tuples is called like a function,
    with an argument for each name. A star in front of the list takes it apart, or use `_make`.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            return type(batch)([move(value, device) for value in batch])
        return batch


def strings_iterated():
    """You walk through everything that can be walked through, and strings can.

    A string is a row of letters, and each letter is a string again, of length 1, which can be walked through
    in turn. So a function that calls itself never comes to the end, or "seven" comes back in pieces. A check
    with `Iterable` or `hasattr(batch, "__iter__")` lets too much in. Name the three kinds of container that
    are meant, list, tuple and dict, and leave everything else as it is.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, tuple) and hasattr(batch, "_fields"):
            return type(batch)(*[move(value, device) for value in batch])
        if isinstance(batch, collections.abc.Iterable):
            return type(batch)([move(value, device) for value in batch])
        return batch


def dicts_ignored():
    """Dicts are left as they are, with their tensors.

    A batch such as {"image": tensor, "label": tensor} comes back unmoved. Many data sets give dicts, because
    a name says more than a place. Take each key with its value: the key stays, and the value is moved like
    anything else.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return batch


def lists_ignored():
    """Lists are left as they are, with their tensors.

    You treat tuples and dicts, but [image, label] comes back unmoved. And it is just what PyTorch's
    `DataLoader` gives: a list with two tensors. A list is treated as a tuple is, only that a list has to
    come out.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return batch


def changes_the_batch():
    """You put the moved tensors into the list or dict that came.

    The answer is right, but the caller's own batch is another one afterwards: its list now holds tensors on
    the GPU. Whoever wanted to look at the images on the CPU, or to use the batch twice, is surprised. Make a
    new list of the moved elements, and a new dict, and leave the old ones alone. The tensors need no care:
    `.to` makes copies.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            for key in batch:
                batch[key] = move(batch[key], device)
        elif isinstance(batch, list):
            for place in range(len(batch)):
                batch[place] = move(batch[place], device)
        elif isinstance(batch, tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else tuple(moved)
        return batch


def others_become_tensors():
    """Numbers or numpy arrays come back as tensors.

    `torch.as_tensor` and `torch.tensor` make a tensor of 3 and of `np.array([1.5, 2.0])`. Handy, but it was
    not asked for. The number 3 in a batch may be a count, or the number of an epoch, and whoever compares or
    prints it wants the 3 back. Only what is a tensor already is moved. All else stays as it came.
    """

    def move(batch, device):
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        try:
            return torch.as_tensor(batch).to(device)
        except (TypeError, ValueError, RuntimeError):
            return batch


def others_become_none():
    """What is neither a tensor nor a container gets lost: `None` comes back.

    The batch (image, "seven") becomes (image, None). Python gives `None` from a function that ends without a
    `return`, and yours does so when none of your cases fits. What you do not know, leave as it is: the last
    line gives back what came.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device)
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return None


def everything_must_move():
    """You call `.to(device)` on everything that is no container, and only tensors have it.

    The batch (image, "seven") ends in an AttributeError: a string has no `to`, nor has a number or None. A
    batch often carries such things along: the name of a file, say. Ask whether it is a tensor before you move
    it, and let everything else pass.
    """

    def move(batch, device):
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return batch.to(device)


def always_the_best():
    """The tensors go to a device that you chose, and not to the one that was named.

    `device` is an argument of `move`, and you do not use it: the tensors go to the best device of this
    machine, or always to the CPU. After training, one wants the answers back on the CPU. And with two GPUs,
    it matters which. Hand `device` on, down to the tensors.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(pick_device())
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return batch


def all_as_floats():
    """The tensors come back as floats, whatever they were.

    Labels of type int64 become 3.0, and a mask of True and False becomes 1.0 and 0.0. But a label that is a
    float can no longer count or look something up: `cross_entropy` refuses it. Moving changes the place
    and nothing else. Leave types out of it.
    """

    def move(batch, device):
        if isinstance(batch, Tensor):
            return batch.to(device).float()
        if isinstance(batch, dict):
            return {key: move(value, device) for key, value in batch.items()}
        if isinstance(batch, list | tuple):
            moved = [move(value, device) for value in batch]
            return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
        return batch
