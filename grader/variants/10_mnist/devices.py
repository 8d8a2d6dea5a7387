"""Answers to devices in other styles: right ones, and the known mistakes as somebody else would write them."""

# ruff: noqa: F821 (what a body does not define comes from the solution)

import functools

import numpy as np
import torch
from torch import Tensor


def right_by_cases():
    """Every word has a case of its own, and containers are built by loops."""

    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        if wanted == "auto":
            if cuda:
                return torch.device("cuda")
            elif mps:
                return torch.device("mps")
            else:
                return torch.device("cpu")
        if wanted == "cuda" and cuda:
            return torch.device("cuda")
        if wanted == "mps" and mps:
            return torch.device("mps")
        if wanted == "cpu":
            return torch.device("cpu")
        here = "cpu" + (", cuda" if cuda else "") + (", mps" if mps else "")
        raise ValueError("There is no " + repr(wanted) + " here, only " + here)

    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device=device)
        kind = type(batch)
        if kind is list:
            moved = []
            for value in batch:
                moved.append(move(value, device))
            return moved
        if kind is dict:
            moved = {}
            for key in batch:
                moved[key] = move(batch[key], device)
            return moved
        if isinstance(batch, tuple):
            parts = tuple(move(value, device) for value in batch)
            return batch._make(parts) if hasattr(batch, "_make") else parts
        return batch


def right_by_the_accelerator():
    """PyTorch's newer interface, and a `match` statement."""

    def pick_device(wanted="auto"):
        best = torch.accelerator.current_accelerator(check_available=True)
        present = {"cpu": torch.device("cpu")}
        if best is not None and best.type in ("cuda", "mps"):
            present = {best.type: best, **present}
        if wanted == "auto":
            return next(iter(present.values()))
        try:
            return present[wanted]
        except KeyError:
            raise ValueError(f"no {wanted}; present: {list(present)}") from None

    def move(batch, device):
        match batch:
            case Tensor():
                return batch.to(device, non_blocking=True)
            case dict():
                return dict(zip(batch.keys(), [move(value, device) for value in batch.values()]))
            case tuple() if getattr(batch, "_fields", None):
                return batch._replace(**{name: move(value, device) for name, value in batch._asdict().items()})
            case tuple() | list():
                return type(batch)(map(lambda value: move(value, device), batch))
            case _:
                return batch


def right_known_from_the_start():
    """What is present is found out once, when the file is read; moving is dispatched by type."""
    COUNTS = {"cuda": torch.cuda.device_count(), "mps": torch.mps.device_count(), "cpu": 1}
    PRESENT = tuple(name for name, count in COUNTS.items() if count > 0)

    def pick_device(wanted="auto"):
        name = {"auto": PRESENT[0]}.get(wanted, wanted)
        if name not in PRESENT:
            raise ValueError(f"{name} is not among {PRESENT}")
        return torch.device(name)

    @functools.singledispatch
    def move(batch, device):
        return batch

    @move.register
    def _(batch: Tensor, device):
        return batch.to(device)

    @move.register
    def _(batch: list, device):
        return [move(value, device) for value in batch]

    @move.register
    def _(batch: dict, device):
        return {key: move(value, device) for key, value in batch.items()}

    @move.register
    def _(batch: tuple, device):
        moved = [move(value, device) for value in batch]
        return type(batch)(*moved) if hasattr(type(batch), "_fields") else tuple(moved)


def right_by_trying():
    """A small tensor is put on each device, to see whether it can; what was found is remembered."""

    @functools.lru_cache(maxsize=None)
    def works(name):
        try:
            torch.empty(1, device=name)
        except (RuntimeError, AssertionError, NotImplementedError):
            return False
        return True

    @functools.cache
    def pick_device(wanted="auto"):
        present = [name for name in ("cuda", "mps", "cpu") if works(name)]
        if wanted == "auto":
            wanted = present[0]
        if wanted not in present:
            raise ValueError(f"{wanted}? {present}!")
        return torch.device(wanted)

    def move(batch, device):
        def moved(values):
            return (move(value, device) for value in values)

        if isinstance(batch, torch.Tensor):
            return torch.Tensor.to(batch, device)
        if isinstance(batch, dict):
            return {**dict(zip(batch, moved(batch.values())))}
        if isinstance(batch, tuple) and hasattr(batch, "_fields"):
            return batch.__class__(**dict(zip(batch._fields, moved(batch))))
        if isinstance(batch, (tuple, list)):
            return batch.__class__(moved(batch))
        return batch


def right_with_a_number_behind():
    """The GPU that is picked has a number, and names are imported one by one."""
    from torch.backends.mps import is_available as has_mps
    from torch.cuda import is_available as has_cuda

    def pick_device(wanted="auto"):
        here = {"cpu": torch.device("cpu")}
        if has_mps():
            here["mps"] = torch.device("mps", 0)
        if has_cuda():
            here["cuda"] = torch.device("cuda", 0)
        if wanted == "auto":
            return list(here.values())[-1]
        if wanted in here:
            return here[wanted]
        raise ValueError(f"asked for {wanted}, present {sorted(here)}")


def cuda_assumed():
    def pick_device(wanted="auto"):
        if wanted == "auto":
            return torch.device("cuda")
        if wanted not in _present() and wanted != "cuda":
            raise ValueError("there is no such device")
        return torch.device(wanted)


def auto_is_the_cpu():
    def pick_device(wanted="auto"):
        if wanted in ("auto", "cpu"):
            return torch.device("cpu")
        if wanted == "cuda" and torch.cuda.is_available():
            return torch.device("cuda")
        if wanted == "mps" and torch.backends.mps.is_available():
            return torch.device("mps")
        raise ValueError(f"{wanted} is not here")


def mps_before_cuda():
    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        if wanted == "auto":
            wanted = "mps" if mps else "cuda" if cuda else "cpu"
        if not {"cuda": cuda, "mps": mps, "cpu": True}.get(wanted, False):
            raise ValueError(f"no {wanted} here")
        return torch.device(wanted)


def mps_forgotten():
    def pick_device(wanted="auto"):
        cuda = torch.cuda.is_available()
        if wanted == "auto":
            wanted = "cuda" if cuda else "cpu"
        if wanted == "cpu" or (wanted == "cuda" and cuda):
            return torch.device(wanted)
        raise ValueError(f"no {wanted} here")


def built_is_not_present():
    def pick_device(wanted="auto"):
        names = ["cpu"]
        if torch.backends.mps.is_built():
            names.insert(0, "mps")
        if torch.backends.cuda.is_built():
            names.insert(0, "cuda")
        name = names[0] if wanted == "auto" else wanted
        if name in names:
            return torch.device(name)
        raise ValueError(f"no {wanted} here, but {names}")


def absent_accepted():
    def pick_device(wanted="auto"):
        if wanted == "auto":
            wanted = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
        if wanted in {"cuda", "mps", "cpu"}:
            return torch.device(wanted)
        raise ValueError("only cuda, mps and cpu are known")


def quietly_the_cpu():
    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        best = "cuda" if cuda else "mps" if mps else "cpu"
        there = {"cuda": cuda, "mps": mps, "cpu": True}
        return torch.device(wanted) if there.get(wanted) else torch.device(best)


def left_to_pytorch():
    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        if wanted == "auto":
            wanted = "cuda" if cuda else "mps" if mps else "cpu"
        if wanted == "cuda" and not cuda or wanted == "mps" and not mps:
            raise ValueError("this device is absent")
        return torch.device(wanted)


def numbered_accepted():
    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        there = {"cuda": cuda, "mps": mps, "cpu": True}
        if wanted == "auto":
            wanted = "cuda" if cuda else "mps" if mps else "cpu"
        kind, _, number = wanted.partition(":")
        if not there.get(kind):
            raise ValueError(f"no {kind} here")
        return torch.device(wanted)


def only_a_word():
    def pick_device(wanted="auto"):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        if wanted == "auto":
            wanted = "cuda" if cuda else "mps" if mps else "cpu"
        if not {"cuda": cuda, "mps": mps, "cpu": True}.get(wanted, False):
            raise ValueError(f"no {wanted} here")
        return str(torch.device(wanted))


def auto_unknown():
    def pick_device(wanted=None):
        cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
        if wanted is None:
            wanted = "cuda" if cuda else "mps" if mps else "cpu"
        if not {"cuda": cuda, "mps": mps, "cpu": True}.get(wanted, False):
            raise ValueError(f"no {wanted} here")
        return torch.device(wanted)


def only_flat():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: v.to(device) if torch.is_tensor(v) else v for k, v in batch.items()}
        if isinstance(batch, (list, tuple)):
            new = (v.to(device) if torch.is_tensor(v) else v for v in batch)
            return batch._make(new) if hasattr(batch, "_make") else type(batch)(new)
        return batch


def tuple_becomes_a_list():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, (list, tuple)):
            new = []
            for v in batch:
                new.append(move(v, device))
            return new
        return batch


def list_becomes_a_tuple():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, (list, tuple)):
            new = ()
            for v in batch:
                new += (move(v, device),)
            return new
        return batch


def named_tuple_loses_its_names():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if isinstance(batch, (list, tuple)):
            moved = [move(v, device) for v in batch]
            return tuple(moved) if isinstance(batch, tuple) else moved
        return batch


def named_tuple_breaks():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        for kind in (list, tuple):
            if isinstance(batch, kind):
                parts = [move(v, device) for v in batch]
                return batch.__class__(parts)
        return batch


def strings_iterated():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if hasattr(batch, "__iter__"):
            parts = [move(v, device) for v in batch]
            return batch.__class__(parts)
        return batch


def dicts_ignored():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, list):
            return [move(v, device) for v in batch]
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, tuple):
            return tuple(move(v, device) for v in batch)
        return batch


def lists_ignored():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, tuple):
            return tuple(move(v, device) for v in batch)
        return batch


def changes_the_batch():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        if isinstance(batch, list):
            for i, v in enumerate(batch):
                batch[i] = move(v, device)
            return batch
        if isinstance(batch, dict):
            batch.update({k: move(v, device) for k, v in batch.items()})
            return batch
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, tuple):
            return tuple(move(v, device) for v in batch)
        return batch


def others_become_tensors():
    def move(batch, device):
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, (list, tuple)):
            return type(batch)(move(v, device) for v in batch)
        try:
            batch = batch if torch.is_tensor(batch) else torch.tensor(batch)
        except Exception:
            return batch
        return batch.to(device)


def others_become_none():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device)
        elif isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        elif hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        elif isinstance(batch, (list, tuple)):
            return type(batch)(move(v, device) for v in batch)


def everything_must_move():
    def move(batch, device):
        if type(batch) is dict:
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if type(batch) in (list, tuple):
            return type(batch)(move(v, device) for v in batch)
        return batch.to(device)


def always_the_best():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.cuda() if torch.cuda.is_available() else batch.cpu()
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, (list, tuple)):
            return type(batch)(move(v, device) for v in batch)
        return batch


def all_as_floats():
    def move(batch, device):
        if torch.is_tensor(batch):
            return batch.to(device, torch.float32)
        if isinstance(batch, dict):
            return {k: move(v, device) for k, v in batch.items()}
        if hasattr(batch, "_make"):
            return batch._make(move(v, device) for v in batch)
        if isinstance(batch, (list, tuple)):
            return type(batch)(move(v, device) for v in batch)
        return batch


EQUIVALENT = {
    "move: if isinstance(batch, list | tuple): ... => if isinstance(batch, tuple | list): ...": (
        "a list or a tuple is a tuple or a list"
    ),
}
