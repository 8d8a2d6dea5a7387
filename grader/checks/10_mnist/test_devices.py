from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest
import torch

from grader.expect import check_that, equal, is_type, refuses

Example = namedtuple("Example", "image label")
BEST_FIRST = ("cuda", "mps", "cpu")
REFUSED = "a refusal"
# Names by which a file may look for a device: it asks, it tries to make a tensor there, or it looks for the driver.
LOOKS = {
    "is_available", "device_count", "current_accelerator", "is_built", "is_initialized", "init", "current_device",
    "get_device_name", "get_device_properties", "zeros", "ones", "empty", "tensor", "rand", "randn", "full", "exists",
    "which", "check_output", "_get_available_device_type",
}  # fmt: skip


def here():
    """What the machine has, best first. Runs where the submission runs."""
    import torch  # here, because `torch.backends` cannot be sent along

    found = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return [name for name in found if found[name]] + ["cpu"]


def pick_elsewhere(pick, words, cuda, mps):
    """What is picked for each word where these GPUs are present, and whether PyTorch was asked for them.

    Runs where the submission runs. PyTorch's own questions end in the few functions that are replaced here. There is
    nothing behind them: whoever tries to use a GPU cannot be judged, and "tried" is told.
    """
    import torch

    looked, missing = set(), object()

    def told(answer, name="asked"):
        def tell(*args, **kwargs):
            looked.add(name)
            return answer

        return tell

    def use(*args, **kwargs):
        looked.add("tried")
        raise AssertionError("Torch not compiled with CUDA enabled")

    places = [
        (torch._C, "_cuda_getDeviceCount", told(int(cuda))),
        (torch.cuda, "_device_count_nvml", told(int(cuda))),
        (torch.cuda, "_cached_device_count", None),
        (torch.cuda, "_lazy_init", use),
        (torch._C, "_has_cuda", True),
        (torch._C, "_mps_is_available", told(bool(mps))),
        (torch._C, "_has_mps", True),
        (torch._C, "_accelerator_getAccelerator", told(torch.device("cuda" if cuda or not mps else "mps"))),
    ]
    before = [getattr(home, name, missing) for home, name, _ in places]
    forget = getattr(torch.backends.mps.is_available, "cache_clear", lambda: None)
    pick = getattr(pick, "__wrapped__", pick)  # what an answer remembers of the real machine is not asked
    answers = []
    try:
        for home, name, fake in places:
            setattr(home, name, fake)
        forget()
        for word in words:
            try:
                answers.append(pick(word))
            except ValueError:
                answers.append("a refusal")
            except Exception:
                if "tried" not in looked:
                    raise
                answers.append(None)
    finally:
        for (home, name, _), old in zip(places, before, strict=True):
            if old is missing:
                delattr(home, name)
            else:
                setattr(home, name, old)
        forget()
    return answers, "tried" if "tried" in looked else "asked" if looked else "no"


def right(word, present):
    """The name of the device for a word, or a refusal."""
    return present[0] if word == "auto" else word if word in present else REFUSED


def is_named(device, name, what):
    """A device of this name; with a number behind it or not."""
    is_type(device, torch.device, what)
    check_that(device.type == name, f"{what.capitalize()} is `{device}`, but `{name}` was wanted.")


def test_picks_the_best_that_is_here(submission):
    """Without a word, and for "auto", it picks the best device of this machine."""
    best = submission.make(here)[0]
    is_named(submission.pick_device(), best, "the device that was picked")
    is_named(submission.pick_device("auto"), best, 'the device for "auto"')


def test_picks_what_was_asked_for(submission):
    """A device that is present can be asked for by its name."""
    for name in submission.make(here):
        is_named(submission.pick_device(wanted=name), name, f'the device for "{name}"')


@pytest.mark.parametrize("word", [*BEST_FIRST, "gpu", "meta", "cpu:0", "cuda:0", "mps:0", "xpu"])
def test_refuses_other_words(submission, word):
    """Any other word is refused: one that is absent on this machine, an unknown one, or one with a number."""
    if word in submission.make(here):  # this one is present
        word += ":0"
    with refuses(ValueError):
        submission.pick_device(word)


def nested(draw):
    """A batch with everything in it."""
    return {
        "images": draw.pixels(2, 3, 4),
        "pair": (draw.normal(3, 2), draw.labels(3)),
        "list": [draw.normal(2, dtype=torch.float64), "seven", [draw.labels(4) == 1, (None, draw.normal(1))]],
        7: Example({"deep": [draw.normal(2, 2)]}, draw.labels(2)),
        "named in a tuple": (Example(draw.normal(2), "three"), Example(draw.normal(1), 3)),
        "none": [],
        "empty": ((), {}),
    }


BATCHES = {
    "tensor": lambda draw: draw.normal(3, 2),
    "number": lambda draw: torch.tensor(draw.number(0, 1)),
    "list": lambda draw: [draw.normal(3, 2), draw.labels(3)],
    "tuple": lambda draw: (draw.normal(3, 2), draw.labels(3)),
    "named tuple": lambda draw: Example(draw.pixels(3, 2), draw.labels(3)),
    "dict": lambda draw: {"x": draw.normal(3, 2), "y": draw.labels(3)},
    "list of tuples": lambda draw: [(draw.normal(2), draw.labels(1)) for _ in range(3)],
    "nested": nested,
}


def move_batch(move, batch, device):
    """On which kind of device each tensor of the moved batch lies. Runs where the submission runs."""

    def walk(value):
        if isinstance(value, torch.Tensor):
            return [value.device.type]
        values = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
        return [kind for one in values for kind in walk(one)]

    return walk(move(batch, device))


def moving(call, *args):
    """The answer of a call that moves something."""
    try:
        return call(*args)
    except Exception as error:
        endless = getattr(error, "kind", "") == "RecursionError"
        check_that(not endless, "`move` calls itself and never comes to an end.", "strings_iterated")
        raise


def tensors(value):
    """How many tensors a batch holds."""
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return 1 if isinstance(value, torch.Tensor) else sum(map(tensors, values))


def same(actual, expected, what="the moved batch"):
    """The same build and the same values, all the way down."""
    if isinstance(expected, dict):
        is_type(actual, dict, what)
        equal(set(actual), set(expected), f"the set of keys of {what}")
        for key in expected:
            same(actual[key], expected[key], f"element {key!r} of {what}")
    elif isinstance(expected, list | tuple):
        is_type(actual, list if isinstance(expected, list) else tuple, what)
        fields = getattr(expected, "_fields", None)
        told = f"{what.capitalize()} is no longer a named tuple." if fields else f"{what.capitalize()} has got names."
        check_that(getattr(actual, "_fields", None) == fields, told)
        equal(len(actual), len(expected), f"the length of {what}")
        for place, (one, other) in enumerate(zip(actual, expected, strict=True)):
            same(one, other, f"element {place} of {what}")
    else:
        equal(actual, expected, what)


@pytest.mark.parametrize("kind", BATCHES)
def test_keeps_the_build(submission, draw, kind):
    """A list stays a list, a tuple a tuple, a named tuple a named tuple and a dict a dict, with the same values."""
    batch = BATCHES[kind](draw)
    same(moving(submission.move, batch, torch.device("cpu")), batch)


@pytest.mark.parametrize("target", ["meta", "here"])
@pytest.mark.parametrize("kind", BATCHES)
def test_moves_every_tensor(submission, draw, device, kind, target):
    """Every tensor of a batch comes to the device that was named, however deep it lies."""
    batch = BATCHES[kind](draw)
    wanted = torch.device("meta") if target == "meta" else device
    came = moving(submission.make, move_batch, submission.move, batch, wanted)
    told = f"Of {tensors(batch)} tensors, moved to `{wanted}`, these kinds of device came back: {came}."
    check_that(came == [wanted.type] * tensors(batch), told)


def others(submission):
    """Values that hold no tensors."""
    return ["seven", "", b"12", 3, 2.5, True, None, {1, 2}, Path("a/b"), torch.float32, submission.make(range, 3)]


def test_leaves_other_values_as_they_are(submission):
    """What is no tensor comes back as it is: text, numbers, None, numpy arrays and whatever else."""
    values, cpu = others(submission), torch.device("cpu")
    for value in values:
        came = moving(submission.move, value, cpu)
        pieces = isinstance(value, str) and not isinstance(came, str) and came is not None
        told = f"The text {value!r} came back as {type(came).__name__}."
        check_that(not pieces or isinstance(came, torch.Tensor), told, "strings_iterated")
        same(came, value, "the value")
    mixed = {"array": np.array([1.5, 2.0]), "others": (values, [values[0]])}
    same(moving(submission.move, mixed, cpu), mixed)


MACHINES = {
    "cuda": (("cuda",), ["auto", "cuda", "cpu", "mps", "cuda:0", "gpu"]),
    "mps": (("mps",), ["auto", "mps", "cpu", "cuda", "mps:0"]),
    "cuda and mps": (("cuda", "mps"), ["auto", "cuda"]),
    "no GPU": ((), ["auto", "cpu", "cuda", "mps"]),
}


@pytest.mark.parametrize("machine", MACHINES)
def test_picks_the_best_elsewhere(submission, machine):
    """On other machines it would pick rightly too: cuda before mps before cpu, each only if PyTorch finds it."""
    gpus, words = MACHINES[machine]
    present, really = [*gpus, "cpu"], submission.make(here)
    answers, looked = submission.make(pick_elsewhere, submission.pick_device, words, "cuda" in gpus, "mps" in gpus)
    finds = looked == "tried" or any(mention.text in LOOKS for mention in submission.facts.mentions)
    check_that(looked == "asked" or finds, "PyTorch is never asked which devices are present.", "auto_is_the_cpu")
    for word, answer in zip(words, answers, strict=True):
        wanted = {right(word, present)} | ({right(word, really)} if looked != "asked" else set())
        if answer is None:
            continue
        came = answer if answer == REFUSED else is_type(answer, torch.device, f'the device for "{word}"').type
        told = f'On a machine with {machine}, `pick_device("{word}")` gives {came}; {right(word, present)} was wanted.'
        symptom = "auto_is_the_cpu" if (machine, word, came) == ("cuda", "auto", "cpu") else None
        check_that(came in wanted, told, symptom)
