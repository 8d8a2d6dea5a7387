"""Where to compute, and how a batch gets there."""

import torch
from torch import Tensor


def pick_device(wanted: str = "auto") -> torch.device:
    """The device to compute on."""
    present = _present()
    if wanted != "auto" and wanted not in present:
        raise ValueError(f"device {wanted!r} was asked for, but here there are {', '.join(present)}, or auto")
    return torch.device(present[0] if wanted == "auto" else wanted)


def _present() -> list[str]:
    """Best first. The CPU is always there."""
    found = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    return [name for name, here in found.items() if here]


def move(batch, device):
    """The same batch with all its tensors on `device`."""
    if isinstance(batch, Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        return {key: move(value, device) for key, value in batch.items()}
    if isinstance(batch, list | tuple):
        moved = [move(value, device) for value in batch]
        # A named tuple takes its values one by one, other containers take them all in one.
        return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
    return batch
