"""A call as code that runs when it is pasted below the learner's own file.

What is small is written as it was. Large tensors are replaced by random ones of the same shape and type, and it is said
so. Objects that the check made are made again, from the text of the check's own functions where that is short.
"""

from __future__ import annotations

import builtins
import textwrap
from collections.abc import Callable
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

import numpy as np
import torch

from grader import sources
from grader.sandbox import wire
from grader.show import aligned, code, number
from grader.submission import Call, Remote

ROOM = 40  # numbers of tensors that one call is written with; beyond, random ones stand for them
MAX_LINES = 12
MAX_TEXT = 1_500  # characters
WIDTH = 76
PNG_MODES = {0: "L", 2: "RGB", 3: "P", 4: "LA", 6: "RGBA"}  # by the colour type in a PNG's header
STANDS = "  # random, in place of ours"
UNSHOWN = "# What stands in <...> the check makes. `grade debug` runs it, and stops at your `breakpoint()`."


class _Unwritten(Exception):
    """A value that no short code makes."""


def call_code(call: Call) -> str:
    """The call, its arguments on lines of their own where they are tensors; what cannot be pasted stands in <...>."""
    page = _Page()
    try:
        lines = page.whole(call)
    except (_Unwritten, sources.NoSource):
        return _told(call)
    return "\n".join(lines) if len(lines) <= MAX_LINES and sum(map(len, lines)) <= MAX_TEXT else _told(call)


def _told(call: Call) -> str:
    """The call in words where it must be."""
    given = [f"{name}={code(value)}" if name in call.kwargs else code(value) for name, value in call.named().items()]
    text = f"{call.name}({', '.join(given)})"
    return "\n".join([*textwrap.wrap(text, WIDTH, subsequent_indent="    ", break_long_words=False), UNSHOWN])


class _Page:
    """The lines so far, and the names that they define."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._names: dict[str, Any] = {}
        self._room = ROOM
        self._stands = False
        self._files = ""  # the folder that holds the check's files

    def whole(self, call: Call) -> list[str]:
        self._files = str(call.target._submission.files) if isinstance(call.target, Remote) else ""
        called = self._target(call.target, call.name)
        given = [
            f"{name}={self._argument(name, value, call)}" if name in call.kwargs else self._argument(name, value, call)
            for name, value in call.named().items()
        ]
        lines = textwrap.wrap(f"{called}({', '.join(given)})", WIDTH, subsequent_indent="    ", break_long_words=False)
        return [line for text in self._lines for line in text.split("\n")] + lines

    def _argument(self, name: str, value: Any, call: Call) -> str:
        """Tensors and whatever holds some stand on a line of their own, under their parameter's name."""
        own_line = isinstance(value, torch.Tensor | np.ndarray) or (
            isinstance(value, list | tuple) and any(isinstance(item, torch.Tensor) for item in value)
        )
        if not own_line or name not in call.parameters:
            return self.value(value, name)
        self._define(name, value)
        self._gradients(name, value)
        return name

    def _define(self, name: str, value: Any) -> None:
        self._stands = False
        text = aligned(f"{name} = ", self.value(value, name))
        self._names[name] = value
        self._lines.append(text + (STANDS if self._stands else ""))

    def _gradients(self, name: str, value: Any) -> None:
        """What lies in `.grad` of the tensors that are handed over."""
        for number, tensor in enumerate(value if isinstance(value, list | tuple) else [value]):
            if isinstance(tensor, torch.Tensor) and tensor.is_leaf and tensor.grad is not None:
                place = name if tensor is value else f"{name}[{number}]"
                self._define(f"{place}.grad", tensor.grad)

    def value(self, value: Any, name: str = "") -> str:
        """An expression for a value. Raises _Unwritten."""
        if isinstance(value, torch.Tensor):
            return self._tensor(value)
        if isinstance(value, np.ndarray):
            return f"{self._tensor(torch.from_numpy(np.ascontiguousarray(value)))}.numpy()"
        if isinstance(value, Remote):
            return self._remote(value, name)
        if isinstance(value, torch.Generator):
            return f"torch.Generator().manual_seed({value.initial_seed()})"
        if isinstance(value, torch.device):
            return f"torch.device({str(value)!r})"
        if isinstance(value, PurePath) or (isinstance(value, str) and self._files and value.startswith(self._files)):
            return self._path(value)
        if callable(value):
            return self._callable(value, name)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if type(value) is list:
            return self._list(value)
        if type(value) is tuple:
            return f"({', '.join(map(self.value, value))}{',' if len(value) == 1 else ''})"
        if type(value) is dict:
            return f"{{{', '.join(f'{self.value(key)}: {self.value(item)}' for key, item in value.items())}}}"
        if type(value) is float:
            return number(value)
        if value is None or isinstance(value, bool | int | str | bytes | slice | torch.dtype | set | range):
            return repr(value)
        raise _Unwritten

    def _list(self, value: list[Any]) -> str:
        """Many tensors alike come as the rows of one."""
        tensors = [item for item in value if isinstance(item, torch.Tensor)]
        alike = len({(item.shape, item.dtype, item.requires_grad) for item in tensors}) == 1
        if len(tensors) == len(value) and alike and sum(item.numel() for item in tensors) > self._room:
            return f"list({self._random(torch.stack([item.detach() for item in tensors]))})"
        return f"[{', '.join(map(self.value, value))}]"

    def _tensor(self, value: torch.Tensor) -> str:
        if value.numel() <= self._room and value.device.type == "cpu":
            self._room -= value.numel()
            return code(value)
        return self._random(value.detach()) + (".requires_grad_()" if value.requires_grad else "")

    def _random(self, value: torch.Tensor) -> str:
        """A tensor of the same shape and type, from numbers about as large."""
        self._stands = True
        shape = ", ".join(map(str, value.shape))
        if value.is_complex() or value.device.type != "cpu":
            raise _Unwritten
        if value.dtype is torch.bool:
            return f"torch.rand({shape}) < 0.5"
        if not value.is_floating_point():
            typed = "" if value.dtype is torch.int64 else f", dtype={value.dtype}"
            return f"torch.randint({int(value.min())}, {int(value.max()) + 1}, ({shape},){typed})"
        typed = "" if value.dtype is torch.float32 else f", dtype={value.dtype}"
        low, high = float(value.min()), float(value.max())
        if low < 0:
            return f"torch.randn({shape}{typed})"
        return f"torch.rand({shape}{typed})" if high <= 1 else f"{high:.3g} * torch.rand({shape}{typed})"

    def _path(self, value: PurePath | str) -> str:
        """A path of the check's, below the folder in which one works, with something like what lies there."""
        path, kept = Path(value), f"try{len(self._names)}"
        self._line_first("from pathlib import Path")
        if path.is_dir():
            self._lines.append(f'Path("{kept}").mkdir(exist_ok=True)')
            names = sorted(str(f.relative_to(path)) for f in path.rglob("*") if f.is_file() and f.parent == path)
            filled = textwrap.wrap(f'for name in "{" ".join(names)}".split():', WIDTH)
            if len(filled) > 1 or any(" " in name for name in names):
                raise _Unwritten
            self._lines += [*filled, f'    Path("{kept}", name).touch()'] if names else []
        else:
            kept = path.name
            self._lines += _image(path)
        return repr(kept) if isinstance(value, str) else f'Path("{kept}")'

    def _line_first(self, line: str) -> None:
        if line not in self._lines:
            self._lines.insert(0, line)

    def _callable(self, value: Callable[..., Any], name: str) -> str:
        """The name of a function or class, which is defined first where the check wrote it; a lambda itself."""
        module, own = getattr(value, "__module__", "") or "builtins", getattr(value, "__qualname__", "")
        if hasattr(builtins, own) and module == "builtins":
            return own
        if module.split(".")[0] in ("torch", "numpy", "math", "_operator", "functools"):
            return self._ready_made(value, module)
        short = getattr(value, "__name__", "")
        if short == "<lambda>":
            text = sources.written(value)
            self._lean(value)
            return text
        if short not in self._names:
            self._names[short] = value
            self._lean(value)
            self._lines.append(sources.written(value))
        return short

    def _ready_made(self, value: Callable[..., Any], module: str) -> str:
        name = getattr(value, "__name__", "")
        for place in (module, module.rpartition(".")[0], "torch.nn", "torch.nn.functional", "torch"):
            if place.startswith("torch") and getattr(_module(place), name, None) is value:
                return f"{place}.{name}"
        raise _Unwritten

    def _lean(self, value: Callable[..., Any]) -> None:
        """Define what the text of a function or class uses."""
        for name, used in sources.leanings(value):
            if name in self._names:
                continue
            if isinstance(used, ModuleType):
                self._names[name] = used
                if line := sources.imported(used, name):
                    self._line_first(line)
            elif callable(used) and not isinstance(used, Remote):
                if self._callable(used, name) != name:
                    self._lines.append(f"{name} = {self._callable(used, name)}")
                    self._names[name] = used
            else:
                self._define(name, used)

    def _remote(self, remote: Remote, name: str) -> str:
        """An object that stays with the submission, made as the check made it."""
        node = remote._node
        if isinstance(node, wire.Public):
            return node.name
        known = next((key for key, value in self._names.items() if isinstance(value, Remote) and value == remote), None)
        if known is not None:
            return known
        origin = remote._submission.origin(remote)
        if origin is None:
            raise _Unwritten
        return self._asked(remote, origin, name)

    def _asked(self, remote: Remote, origin: Any, name: str) -> str:
        target = self._target(origin.target, "")
        if origin.op == "getattr":
            return f"{target}.{origin.args[0]}"
        if origin.op == "getitem":
            return f"{target}[{self.value(origin.args[0])}]"
        if origin.op in ("iter", "next"):
            return f"{origin.op}({target})"
        if origin.op != "call":
            raise _Unwritten
        given = [*map(self.value, origin.args), *(f"{key}={self.value(v)}" for key, v in origin.kwargs.items())]
        made = f"{target}({', '.join(given)})"
        if "." in target and target[0].islower():  # `model.parameters()` is gone through once
            return made
        variable = self._free(name if name.isidentifier() else target.split(".")[-1].lower())
        self._names[variable] = remote
        self._lines.append(f"{variable} = {made}")
        return variable

    def _free(self, name: str) -> str:
        """A name that is not taken."""
        return next(n for n in (name, *(f"{name}_{i}" for i in range(2, 99))) if n not in self._names)

    def _target(self, target: Any, name: str) -> str:
        if target is None:
            return name
        return self._remote(target, "") if isinstance(target, Remote) else self._callable(target, "")


def _image(path: Path) -> list[str]:
    """Lines that write a grey, coloured, ... PNG of the same size; none for what is no file."""
    head = path.read_bytes()[:26] if path.is_file() else b""
    if not head.startswith(b"\x89PNG") or len(head) < 26:
        return []
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    mode = "1" if head[24] == 1 else PNG_MODES.get(head[25], "L")
    made = f'Image.new("{mode}", ({width}, {height}), "grey").save("{path.name}")  # ours is another'
    return ["from PIL import Image", made]


def _module(path: str) -> Any:
    found: Any = torch
    for part in path.split(".")[1:]:
        found = getattr(found, part, None)
    return found


