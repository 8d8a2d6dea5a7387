"""A call as code that runs when it is pasted below the learner's own file.

What is small is written as it was. Large tensors are replaced by random ones of the same shape and type, and it is said
so. Objects that the check made are made again, from the text of the check's own functions where that is short.
"""

from __future__ import annotations

import ast
import builtins
import re
import textwrap
from collections.abc import Callable
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

import numpy as np
import torch

from grader import sources, stand_ins
from grader.calls import Call, Came
from grader.remote import Remote
from grader.sandbox import wire
from grader.sandbox.codec import tensors_in
from grader.show import aligned, code, kind, number

EXACT, FEW = 32, 8  # numbers of tensors that a call is written with; where they are more, only tensors of a few
MAX_LINES = 8
DIGITS = 4  # of each
MAX_TEXT = 1_000  # characters
WIDTH = 72
STANDS = "# Random numbers stand for ours, which are too many to show."
UNSHOWN = "# <...> comes from the check, which `grade debug` runs."


class _Unwritten(Exception):
    """A value that no short code makes."""


def call_code(call: Call) -> str:
    """The call, its arguments on lines of their own where they are tensors; what cannot be pasted stands in <...>."""
    return _pasted(_Page(call, EXACT, False)) or _pasted(_Page(call, FEW, True)) or _told(call)


def _pasted(page: _Page) -> str:
    """The page's text; "" where it is not short, or is not to be had."""
    try:
        text = "\n".join(page.lines())
    except (_Unwritten, sources.NoSource):
        return ""
    return text if text.count("\n") < MAX_LINES and len(text) <= MAX_TEXT else ""


def _told(call: Call) -> str:
    """The call with words for what has no short code."""
    given = [f"{name}={_word(value)}" if name.isidentifier() else _word(value) for name, value in call.named().items()]
    text = textwrap.wrap(f"{call.name}({', '.join(given)})", WIDTH, subsequent_indent="    ", break_long_words=False)
    return "\n".join([*text, UNSHOWN])


def _word(value: Any) -> str:
    if isinstance(value, bool | int | float | str | None):
        return code(value)
    if isinstance(value, list | tuple):
        return f"<{kind(value)} of {len(value)}>"
    return f"<{getattr(value, '__name__', kind(value)) if callable(value) else kind(value)}>"


def _folded(line: str) -> str:
    """A long statement on several lines, if that can be done without breaking a text in it."""
    parts = textwrap.wrap(line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    try:
        ast.parse("\n".join(parts) + (" pass" if line.endswith(":") else ""))
    except SyntaxError:
        return line
    return "\n".join(parts)


class _Page:
    """The lines so far, and the names that they define.

    room: how many numbers may be written. stand: whether random numbers may stand for more.
    """

    def __init__(self, call: Call, room: int, stand: bool) -> None:
        self._call, self._room, self._stand = call, room, stand
        submission = call.target._submission if isinstance(call.target, Remote) else None
        self._files = str(submission.files) if submission else ""  # the folder that holds the check's files
        self._names: dict[str, Any] = dict.fromkeys(submission.public_names) if submission else {}
        self._made: dict[int, str] = {}  # the name of what a question gave
        self._lines: list[str] = []
        self._stood = False

    def lines(self) -> list[str]:
        """Raises _Unwritten or NoSource."""
        call = self._call
        called = call.name if call.target is None else self._target(call.target)
        arguments = ((name, self._argument(name, value)) for name, value in call.named().items())
        given = [f"{name}={text}" if name in call.kwargs else text for name, text in arguments]
        self._add(f"{called}({', '.join(given)})")
        return [*([STANDS] if self._stood else []), *(line for text in self._lines for line in text.split("\n"))]

    def _add(self, text: str) -> None:
        """One statement, on several lines where it is long."""
        short = all(len(part) <= WIDTH for part in text.split("\n"))
        self._lines.append(text if short else _folded(re.sub(r"\n\s*", " ", text)))

    def _argument(self, name: str, value: Any) -> str:
        """Tensors and whatever holds some stand on a line of their own, under their parameter's name."""
        own_line = isinstance(value, torch.Tensor | np.ndarray) or (
            isinstance(value, list | tuple) and bool(tensors_in(value))
        )
        if not own_line or not name.isidentifier():
            return self.value(value, name)
        self._define(name, value)
        self._gradients(name, value)
        return name

    def _define(self, name: str, value: Any) -> None:
        """Give a value a name, on a line of its own. Of many tensors together all are random, or none is."""
        room = self._room
        if self._stand and isinstance(value, list | tuple) and sum(t.numel() for t in tensors_in(value)) > room:
            self._room = 0
        self._add(aligned(f"{name} = ", self.value(value, name)))
        self._names[name], self._room = value, room if self._stand else self._room

    def _gradients(self, name: str, value: Any) -> None:
        """What lies in `.grad` of the tensors that are handed over."""
        if self._stand and isinstance(value, list) and all(tensor.grad is not None for tensor in tensors_in(value)):
            self._stood = True
            self._lines += [f"for p in {name}:", "    p.grad = torch.randn_like(p)"]
            return
        for place, tensor in enumerate(value if isinstance(value, list | tuple) else [value]):
            if isinstance(tensor, torch.Tensor) and tensor.is_leaf and tensor.grad is not None:
                whose = name if tensor is value else f"{name}[{place}]"
                self._define(f"{whose}.grad", tensor.grad)

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
            return self._callable(value)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if type(value) is list:
            return self._list(value)
        if type(value) is tuple:
            return f"({', '.join(map(self.value, value))}{',' if len(value) == 1 else ''})"
        if type(value) is dict:
            return f"{{{', '.join(f'{self.value(key)}: {self.value(item)}' for key, item in value.items())}}}"
        if type(value) is float:
            return number(value, DIGITS)
        if value is None or isinstance(value, bool | int | str | bytes | slice | torch.dtype | set | range):
            return repr(value)
        raise _Unwritten

    def _list(self, value: list[Any]) -> str:
        """Many tensors alike come as the rows of one."""
        tensors = [item for item in value if isinstance(item, torch.Tensor)]
        alike = len({(item.shape, item.dtype) for item in tensors if not item.requires_grad}) == 1
        if len(tensors) == len(value) > 2 and alike and sum(item.numel() for item in tensors) > self._room:
            return f"list({self._random(torch.stack(tensors))})"
        return f"[{', '.join(map(self.value, value))}]"

    def _tensor(self, value: torch.Tensor) -> str:
        if value.device.type != "cpu":
            raise _Unwritten
        if value.numel() > self._room:
            return self._random(value.detach()) + (".requires_grad_()" if value.requires_grad else "")
        if not self._stand:
            self._room -= value.numel()
        return code(value, DIGITS)

    def _random(self, value: torch.Tensor) -> str:
        text = stand_ins.random(value) if self._stand else ""
        if not text:
            raise _Unwritten
        self._stood = True
        return text

    def _path(self, value: PurePath | str) -> str:
        """A path of the check's, below the folder in which one works, with something like what lies there."""
        path, kept = Path(value), "try"
        self._line_first("from pathlib import Path")
        if path.is_dir():
            self._lines.append(f'Path("{kept}").mkdir(exist_ok=True)')
            if names := sorted(file.name for file in path.iterdir() if file.is_file()):
                self._add(f"for name in {names!r}:")
                self._lines.append(f'    Path("{kept}", name).touch()')
        else:
            kept = path.name
            self._lines += stand_ins.image(path)
        return repr(kept) if isinstance(value, str) else f'Path("{kept}")'

    def _line_first(self, line: str) -> None:
        if line not in self._lines:
            self._lines.insert(0, line)

    def _callable(self, value: Callable[..., Any]) -> str:
        """The name of a function or class, which is defined first where the check wrote it; a lambda itself."""
        module, own = getattr(value, "__module__", "") or "builtins", getattr(value, "__qualname__", "")
        if hasattr(builtins, own) and module == "builtins":
            return own
        if module.split(".")[0] in ("torch", "numpy", "math", "_operator", "functools"):
            if name := stand_ins.ready_made(value, module):
                return name
            raise _Unwritten
        short = getattr(value, "__name__", "")
        if short == "<lambda>":
            text = sources.written(value)
            self._lean(value)
            return text
        if short not in self._names:
            text = sources.written(value)
            self._names[short] = value
            self._lean(value)
            self._lines.append(text)
        return short

    def _lean(self, value: Callable[..., Any]) -> None:
        """Define what the text of a function or class uses."""
        used = {name: found for name, found in sources.leanings(value) if name not in self._names}
        numbers = {name: found for name, found in used.items() if isinstance(found, bool | int | float | str)}
        if numbers:
            self._names |= numbers
            self._add(f"{', '.join(numbers)} = {', '.join(map(self.value, numbers.values()))}")
        for name, found in used.items():
            if isinstance(found, ModuleType):
                self._names[name] = found
                if line := sources.imported(found, name):
                    self._line_first(line)
            elif name not in self._names:
                self._outer(name, found)

    def _outer(self, name: str, value: Any) -> None:
        if not callable(value):
            self._define(name, value)
        elif (text := self._callable(value)) != name:
            self._names[name] = value
            self._add(f"{name} = {text}")

    def _remote(self, remote: Remote, name: str) -> str:
        """An object that stays with the submission, made as the check made it."""
        if isinstance(remote._node, wire.Public):
            return remote._node.name
        origin = remote._submission.origin(remote)
        if origin is None:
            raise _Unwritten
        if id(origin) in self._made:
            return self._made[id(origin)]
        if text := stand_ins.module(remote, origin):
            self._stood = True  # its parameters begin elsewhere
            self._line_first("from torch import nn")
            return self._named(origin, text, name if name.isidentifier() else "model")
        whole = self._made.get(id(origin.question)) or self._asked(origin.question, name)
        return whole if origin.part is None else f"{whole}[{origin.part}]"

    def _asked(self, origin: Came, name: str) -> str:
        """What a question gave: a name for what a call made, else the question itself."""
        target = self._target(origin.target)
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
        if isinstance(origin.target, Remote) and "." in target:  # `model.parameters()` is gone through once
            return made
        wish = name if name.isidentifier() else target.lower() if target[0].isupper() else "answer"
        return self._named(origin, made, wish)

    def _named(self, origin: Came, made: str, wish: str) -> str:
        """Give a name to what was made: the one that is wished for, if it is free."""
        variable = next(n for n in (wish, *(f"{wish}_{i}" for i in range(2, 99))) if n not in self._names)
        self._add(f"{variable} = {made}")
        self._names[variable] = None
        self._made[id(origin)] = variable
        return variable

    def _target(self, target: Any) -> str:
        return self._remote(target, "") if isinstance(target, Remote) else self._callable(target)
